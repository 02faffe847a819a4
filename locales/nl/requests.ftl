# Wat iemand van een mens vraagt: bel mij.

callback-phone = Op welk nummer kunnen we je bellen?
    .label = Nummer
    .hint = Typ je telefoonnummer. Bijvoorbeeld: 06 12345678. Wij geven het aan niemand door.
callback-when = Wanneer zullen we je bellen?
    .label = Wanneer
    .hint = Kies een moment waarop je je telefoon kunt opnemen.
    .today-am = Vandaag, ochtend
    .today-am-also = vanochtend, vanmorgen
    .today-pm = Vandaag, middag
    .today-pm-also = vanmiddag
    .tomorrow-am = Morgen, ochtend
    .tomorrow-am-also = morgenochtend
    .tomorrow-pm = Morgen, middag
    .tomorrow-pm-also = morgenmiddag
callback-day-am = { $day }, ochtend
callback-day-pm = { $day }, middag
callback-who = Goed. { $name } belt je. Wanneer: { $when }. Nummer: { $phone }.
callback-team = Goed. Iemand van { $team } belt je. Wanneer: { $when }. Nummer: { $phone }. Wil je eerder iemand spreken? Bel { $door }.
call-missed = { $name } belde je, maar je nam niet op. We proberen het nog eens: { $when }. Wil je een ander moment? Druk op “Bel mij”. Of bel zelf: { $phone }.
call-given-up = We belden je drie keer, maar je nam niet op. Bel ons als je tijd hebt: { $phone }. Of druk op “Bel mij” en kies een nieuw moment.
rather-calls = Wil je altijd liever gebeld worden dan een bericht krijgen?
    .label = Liever bellen
    .hint = Je coach belt je dan eerst. Waarom hoef je niet te zeggen.
    .yes = Ja, bel mij liever
    .yes-also = ja, graag, bel liever
    .no = Nee, berichten zijn goed
    .no-also = nee, bericht is goed, schrijven mag
rather-on = Goed. Je coach ziet dat je liever gebeld wordt.
rather-off = Goed. Wij sturen je berichten. Bellen kan ook altijd.

staff-call = Bel { $name }: { $when }. Het nummer staat in de console.
    .open = Ik heb gebeld
called-how = Heeft u { $name } gesproken? Afgesproken was: { $when }.
    .label = Hoe het ging
    .hint = Niet bereikt? Dan staat het weer bij u, voor het volgende dagdeel. De ander hoort dat u belde.
    .reached = Gebeld
    .reached-also = ja, gesproken, bereikt
    .missed = Niet bereikt
    .missed-also = nee, nam niet op, geen gehoor
called-reached = Dank u. Het staat niet meer open.
called-missed = Genoteerd. U probeert het in het volgende dagdeel nog eens.
nudge-call-coach = { $n ->
    [one] • Iemand zou gebeld worden en is nog niet gebeld
   *[other] • { $n } mensen zouden gebeld worden en zijn nog niet gebeld
}
nudge-call-lead = { $n ->
    [one] • Iemand wacht al een dag op een telefoontje dat beloofd is
   *[other] • { $n } mensen wachten al een dag op een telefoontje dat beloofd is
}
nudge-open-called = Hoe ging het bellen?
relay-rather-called = Let op: liever bellen dan schrijven. Bel dus eerst.

desk-callback = { $name } wil gebeld worden
    .why = { $when }, op { $phone }
    .action = Bellen
desk-callback-page = Bellen
desk-callback-tries = { $n ->
    [one] Eén keer niet bereikt
   *[other] { $n } keer niet bereikt
}
desk-callback-file = Naar het dossier
desk-callback-done = Dit is afgehandeld.
desk-callback-again = Niet bereikt? Dan staat het weer hier, voor het volgende dagdeel. De ander hoort dat u belde.
desk-done-spoken = Gebeld. Het staat niet meer open.
desk-done-notreached = Genoteerd. Probeer het in het volgende dagdeel nog eens.
desk-rather-called = Liever bellen
    .why = { $name } wordt liever gebeld dan geschreven. Bel dus eerst.
    .on = Zet aan: liever bellen dan schrijven
    .off = Zet uit: liever bellen dan schrijven
desk-done-ratheron = Genoteerd: liever bellen dan schrijven.
desk-done-ratheroff = Genoteerd: schrijven mag.
