# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

dialog-commands =
    .open = Deze kies ik
    .back = Terug
    .skip = Weet ik niet
    .hint = Wat bedoelt u?
    .held = Ik ben ingelogd, ga door
    .ok = Ja, dit klopt
dialog-press-below = Ik begrijp uw antwoord hier niet. Hier is de vraag nog een keer.
dialog-offer-help = Lukt het niet? Een mens kan u helpen.
dialog-over = Die vraag is al klaar. U hoeft niets te doen.
dialog-review-ask = Klopt dit? Druk op de knop van wat u wilt veranderen.

kind-any =
    .retry = Dat begrijp ik niet. Kies een knop of typ uw antwoord.
    .needed = Dit moet ik weten om u te helpen.
kind-place =
    .abroad = Ik werk alleen in Nederland. Typ een plaats in Nederland. Bijvoorbeeld: Haarlem.
    .retry = Die plaats ken ik niet. Typ een plaats of 4 cijfers van de postcode.
    .which = Welke bedoelt u?
kind-concepts =
    .denied = Goed, dat doen we niet. Wat wilt u wel? Bijvoorbeeld: winkel, keuken of buiten.
    .which-kind = { $words }: kies wat het meest lijkt.
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
guard-health = Gezondheid is iets van iemand zelf. Daarover bewaar ik niets. Wat iemand helpt in het werk, mag wel.
guard-record = Over een verleden met politie of rechter bewaar ik niets.
guard-origin = Over iemands afkomst bewaar ik niets. Welke talen iemand spreekt, mag wel.
guard-belief = Over geloof, politiek of vakbond bewaar ik niets.
guard-love = Over iemands liefde of geslacht bewaar ik niets.
guard-near = Dat gaat over iemand die u kent. Dat is privé. Ik bewaar het niet.
guard-asked = Iedereen mag op uw werk reageren. Een wens over afkomst of geloof bewaar ik niet.

parked = Er ging iets mis bij ons. Uw antwoorden zijn bewaard. Probeer het zo nog eens.
dialog-what-wrong = Wat klopt er niet? Druk op de knop, of typ het.
