# Dezelfde teksten voor wie met "u" wordt aangesproken: werkgevers en medewerkers.

dialog-commands =
    .back = Terug
    .skip = Weet ik niet
    .hint = Wat bedoelt u?
    .ok = Ja, dit klopt
dialog-press-below = Ik begrijp uw antwoord hier niet. Hier is de vraag nog een keer.
dialog-offer-help = Lukt het niet? Een mens kan u helpen.
dialog-over = Die vraag is al klaar. U hoeft niets te doen.
dialog-review-ask = Klopt dit? Druk op een regel als u iets wilt veranderen.
