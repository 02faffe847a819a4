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

# In het gesprek: mag een werkgever je tegenkomen in de lijst zonder namen?

visible-shown = Mogen werkgevers je zien in een lijst zonder namen? { $now }
    .label = Zichtbaar voor werkgevers
    .hint = Een werkgever ziet welk werk je wilt, wat je kunt, je uren en je gemeente. Je naam ziet hij niet. Je coach moet ook ja zeggen. Bij elke vacature kies je zelf.
    .yes = Ja, dat mag
    .yes-also = ja, mag, prima
    .no = Nee, liever niet
    .no-also = nee, niet, verberg mij
visible-now =
    .on = Nu staat dit aan.
    .off = Nu staat dit uit.
visible-on = Dank je. Is je coach het ermee eens? Dan sta je in de lijst, zonder je naam.
visible-off = Goed. Je staat niet in de lijst. Je coach zoekt gewoon verder met je mee.

# De eigen pagina van een werkgever.

mypage = Op uw pagina ziet u uw vacatures en wie u wil leren kennen.
    { $url }
    Geef deze link aan niemand anders.
mine-title = Mijn pagina
mine-menu = Menu
mine-chat = Naar het gesprek
mine-questions = Vraag en antwoord
mine-outside = Deze pagina is voor werkgevers
mine-outside-how = Open de link uit uw gesprek met Werklijn. Of vraag daar met “Mijn pagina” om een nieuwe link. Bent u het gesprek kwijt? Vraag uw accountmanager om een code.
mine-refused = Dit kan niet meer
mine-unverified = Wij controleren eerst uw bedrijf. Daarna ziet u hier wie bij u wil werken. Vragen? Bel { $who }: { $number }.
mine-waiting = Deze mensen wachten op uw antwoord
mine-nobody = Er wacht nu niemand op u.
mine-card = Iemand voor { $title }
mine-meet = Kennismaken
mine-not = Nee, deze keer niet
mine-not-send = Stuur dit antwoord
mine-choose = Kies een reden
mine-meeting = Met wie u kennismaakt
mine-asking = U wilt kennismaken. Wij vragen of de kandidaat ook wil.
mine-vacancies = Uw vacatures
mine-doing =
    .look = Een accountmanager kijkt eerst naar deze vacature.
    .hold = De vacature staat even stil.
    .filled = De plek is vervuld.
    .closed = De vacature is gestopt.
    .expired = De vacature is verlopen. Zoekt u nog iemand? Verleng hem dan.
    .strike = Bij een staking of uitsluiting mogen wij niet bemiddelen.
    .check = Wij controleren eerst uw bedrijf.
    .you = Wij wachten op uw antwoord.
    .meeting = U maakt kennis met iemand.
    .talking = Een coach bespreekt deze vacature met mensen.
    .looking = Wij zoeken verder.
mine-doing-answer = U hoort uiterlijk { $due } van ons wat er kan.
mine-cards = { $n ->
    [one] Er wacht één kandidaat.
   *[other] Er wachten { $n } kandidaten.
}
mine-until = Open tot { $day }
mine-change = Verleng of stop
mine-change-of = Verleng of stop { $title }
mine-weeks = { $n } weken langer
mine-filled = De plek is vervuld
mine-close = Stop deze vacature
mine-contact = Uw contactpersoon
mine-ambassador = Mag een andere werkgever u bellen?
    .yes = Ja
    .no = Nee
mine-ambassador-what = Een bedrijf dat twijfelt, hoort graag van een ander hoe het gaat. Zegt u ja? Dan mogen wij uw bedrijf noemen.
mine-ask = Wat wilt u weten?
mine-find = Zoek
mine-no-answer = Daar heb ik geen antwoord op. Bel { $who }: { $number }.
mine-all-questions = Alle vragen
mine-done =
    .invited = Dank u. Wij vragen of de kandidaat ook wil.
    .rejected = Dank u voor uw antwoord. Wij zoeken verder.
    .hold = De vacature staat nu even stil.
    .open = De vacature staat weer open.
    .renewed = De vacature blijft langer open.
    .filled = Mooi! De vacature staat op vervuld.
    .closed = De vacature is gestopt.
    .ambassador = Dank u. Uw antwoord is bewaard.
    .asked = Dank u. Wij leggen uw vraag voor aan de coach. Kan het, en wil de kandidaat? Dan ziet u hier een kaart.

# De lijst zonder namen.

browse-title = Kandidaten
browse-why = Deze mensen willen dat u hen ziet, zonder hun naam. Ziet u iemand die past? Een coach en de kandidaat zelf beslissen of u kennismaakt.
browse-first = Deze lijst is voor bedrijven die wij hebben gecontroleerd.
browse-look = Bekijk kandidaten
browse-staff = Zo zien gecontroleerde werkgevers de lijst. Bij minder dan 5 mensen met hetzelfde werk in een gemeente staat de regio er.
browse-words = Welk werk?
browse-hours = Uren per week
browse-any-hours = Maakt niet uit
browse-at-least = { $n } uur of meer
browse-town = Gemeente
browse-any-town = Hele regio
browse-count = { $n ->
    [0] Geen kandidaten gevonden.
    [one] Eén kandidaat.
   *[other] { $n } kandidaten.
}
browse-about-so-many = Gevonden: { $count }.
browse-skills = Kan goed
browse-place = Woont in
browse-region = regio { $name }
browse-want = Ik wil kennismaken
browse-asked = Gevraagd aan de coach
browse-back = Terug naar de lijst
browse-which = Voor welke vacature?
browse-then = De coach kijkt eerst of het past. Daarna beslist de kandidaat. U ziet nog geen naam.
browse-send = Vraag het de coach
browse-no-vacancy = Meld eerst een vacature. Dan weten wij waarvoor u iemand zoekt.
asked-not-now = De kandidaat die u wilde leren kennen voor { $title }, is nu niet beschikbaar. Wij zoeken verder voor u.
staff-asked = { $employer } wil graag kennismaken met { $name } voor { $title }. De werkgever weet niet wie het is. Wat vindt u?
desk-event-match-asked = De werkgever vroeg om kennis te maken
