# Vacatures voor iedereen, zonder inloggen.

public-front = Bekijk vacatures
public-title = Vacatures
public-words = Welk werk zoek je?
public-place = Plaats of postcode
public-far = Hoe ver mag het zijn?
public-km = { $km } km
public-find = Zoek
public-count = { $n ->
    [0] Geen vacatures gevonden.
    [one] Eén vacature.
   *[other] { $n } vacatures.
}
public-around = Tot { $km } km van { $place }, in een rechte lijn.
public-place-unknown = De plaats “{ $place }” ken ik niet. Typ een plaats of 4 cijfers.
public-a-week = per week
public-none = Probeer een ander woord, of zoek iets verder weg.
public-all = Alle vacatures
public-pages = Bladzijden
public-chat-title = Niets gevonden dat past?
public-chat = Vertel wat je zoekt. Dan zoekt Werklijn met je mee.
public-want = Ik wil dit
public-want-then = Je vertelt eerst iets over jezelf. Daarna kijkt een coach met je mee.
public-group =
    .work = Het werk
    .asked = Wat de werkgever vraagt
    .offered = Wat de werkgever biedt
public-fact =
    .occupation = Soort werk
    .place = Plaats
    .hours = Uren
    .times = Tijden
    .start = Begin
    .wage = Loon
    .contract = Contract
    .must = Dit moet je kunnen
    .nice = Mooi meegenomen
    .licences = Rijbewijs
    .dutch = Nederlands
    .level = Niveau
    .conditions = Hulp op het werk
    .open_to = Ook welkom
public-way = Hoe kom je er?
public-way-from = Vanaf { $place }:
public-way-guess = Deze tijden zijn een schatting.
public-way-place = Waar begin je? Typ een plaats of postcode
public-way-ask = Bereken
