# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

dialog-commands =
    .back = Terug
    .skip = Weet ik niet
    .hint = Wat bedoelt u?
    .ok = Ja, dit klopt
dialog-press-below = Ik begrijp uw antwoord hier niet. Hier is de vraag nog een keer.
dialog-offer-help = Lukt het niet? Een mens kan u helpen.
dialog-over = Die vraag is al klaar. U hoeft niets te doen.
dialog-review-ask = Klopt dit? Druk op de knop van wat u wilt veranderen.

kind-any =
    .retry = Dat begrijp ik niet. Kies een knop of typ uw antwoord.
    .needed = Dit moet ik weten om u te helpen.
kind-place =
    .retry = Die plaats ken ik niet. Typ een plaats of 4 cijfers van de postcode.
    .which = Welke bedoelt u?
kind-concepts =
    .none = Iets anders
    .done = Klaar
    .keep = Bewaar zo: { $words }
    .which = U schreef “{ $words }”. Bedoelt u een van deze?
    .unread = “{ $words }” ken ik nog niet. Zeg het anders, of bewaar uw eigen woorden.
    .more = Ik heb nu: { $names }. Nog iets? Typ het erbij. Anders: druk op Klaar.
    .retry = Typ het in gewone woorden. Bijvoorbeeld: schoonmaken.

odd-photo = Dank u. Een foto kan ik hier niet lezen.
odd-edited = U hebt een bericht veranderd. Dat zie ik niet goed. Druk op Terug om een antwoord te veranderen.

guard-bsn = Dat lijkt een BSN. Dat hoeft u mij nooit te geven. Ik bewaar het niet.
guard-iban = Dat lijkt een bankrekening. Dat hoeft u mij niet te geven. Ik bewaar het niet.
guard-diagnosis = Schrijf mij niets over ziekte. Ik bewaar dat niet. Schrijf op wat iemand helpt in het werk.
guard-origin = Schrijf mij niets over afkomst of geloof. Ik bewaar dat niet.

parked = Er ging iets mis bij ons. Uw antwoorden zijn bewaard. Probeer het zo nog eens.
