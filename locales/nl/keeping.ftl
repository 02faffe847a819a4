# Gegevens die niemand meer gebruikt: bewaren of wissen.

nudge-keep = Ik hoorde lang niets van je. Wil je dat we je gegevens bewaren?
nudge-open-keep = Geef antwoord
keep-keep = Wil je dat we je gegevens bewaren?
    .label = Bewaren
    .hint = Zegt niemand iets, dan wissen wij ze later.
    .yes = Ja, bewaar ze
    .yes-also = ja, bewaren, graag
    .no = Nee, wis ze
    .no-also = nee, wissen, weg ermee
keep-thanks = Fijn. Wij bewaren je gegevens. Je hoeft verder niets te doen.

desk-unused = { $n ->
    [one] Van 1 persoon hoorden wij lang niets
   *[other] Van { $n } mensen hoorden wij lang niets
}
    .why = u beslist of de gegevens blijven
    .action = Bekijk de lijst
desk-only-unused = Bewaren of wissen?
desk-keep = Bewaren of wissen?
    .why = Wij hoorden heel lang niets. Wij weten niet of de vraag of de gegevens mogen blijven, gelezen is. Bel eerst als dat kan.
    .yes = Bewaar de gegevens
    .no = Wis de gegevens
desk-done-keepyes = De gegevens blijven.
desk-done-keepno = De gegevens worden binnen een dag gewist.
desk-event-keep-seen = vraag over bewaren gezien
desk-event-keep-yes = gegevens blijven
desk-event-keep-no = gegevens mogen weg
