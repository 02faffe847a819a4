# Dezelfde teksten voor wie met “u” wordt aangesproken.

callback-phone = Op welk nummer kunnen we u bellen?
    .label = Nummer
    .hint = Typ uw telefoonnummer. Bijvoorbeeld: 06 12345678. Wij geven het aan niemand door.
callback-when = Wanneer zullen we u bellen?
    .label = Wanneer
    .hint = Kies een moment waarop u uw telefoon kunt opnemen.
    .today-am = Vandaag, ochtend
    .today-pm = Vandaag, middag
    .tomorrow-am = Morgen, ochtend
    .tomorrow-pm = Morgen, middag
callback-who = Goed. { $name } belt u. Wanneer: { $when }. Nummer: { $phone }.
callback-team = Goed. Iemand van { $team } belt u. Wanneer: { $when }. Nummer: { $phone }. Wilt u eerder iemand spreken? Bel { $door }.
call-missed = { $name } belde u, maar u nam niet op. We proberen het nog eens: { $when }. Wilt u een ander moment? Druk op “Bel mij”. Of bel zelf: { $phone }.
call-given-up = We belden u drie keer, maar u nam niet op. Bel ons als u tijd heeft: { $phone }. Of druk op “Bel mij” en kies een nieuw moment.
