# Collega’s: wie naar wie kijkt, wie er niet is, en wie het overneemt.

coach-changed = { $before } is niet meer je coach. { $name } is nu je coach. Je kunt hier gewoon schrijven.
coach-changed-team = { $before } is niet meer je coach. { $team } helpt je verder. Je hoort snel wie je nieuwe coach is. Je kunt hier gewoon schrijven.
manager-changed = { $before } is niet meer uw contactpersoon. { $name } helpt u nu verder. U kunt hier gewoon schrijven.
manager-changed-team = { $before } is niet meer uw contactpersoon. { $team } helpt u nu verder. U kunt hier gewoon schrijven.
staff-took-over = U neemt { $n ->
    [one] één van { $name } over
   *[other] { $n } van { $name } over
 }. Kijk in de console.
staff-stands-in = U kijkt mee voor { $name }, van { $first } tot en met { $last }.
staff-moved = Uw rol is nu { $role }, bij { $team }.
desk-away = Afwezig
desk-away-first = Eerste dag
desk-away-last = Laatste dag
desk-away-save = Bewaar
desk-away-off = Gaat niet door
desk-away-from-to = Van { $first } tot en met { $last }.
desk-cover = Wie kijkt mee?
desk-cover-team = het team
desk-covered-by = { $name } kijkt mee.
desk-covered-team = Het team kijkt mee.
desk-is-away = · nu afwezig
desk-looks-after = Kijkt naar { $jobseekers } werkzoekenden en { $employers } werkgevers.
desk-load = { $jobseekers } werkzoekenden, { $employers } werkgevers
desk-takers = Wie neemt het over?
desk-takers-how = Kies één of meer collega’s. Iedereen gaat naar een gekozen coach van het eigen team, die nu het minst heeft. Werkzoekenden en werkgevers krijgen bericht.
desk-takers-nobody = Kiest u niemand, dan neemt het team het over.
desk-no-takers = Er is niemand die dit kan overnemen. Het team neemt het over.
desk-hand-all = Overdragen
desk-hand-all-do = Draag alles over
desk-seat = Rol en team
desk-seat-what = Bij een andere rol of een ander team gaat alles waar deze collega naar kijkt naar anderen.
desk-seat-save = Bewaar rol en team
desk-stop-what = Vanaf nu kan deze collega niets meer openen en krijgt geen berichten meer. { $jobseekers } werkzoekenden en { $employers } werkgevers gaan naar anderen.
desk-done-away = Vastgelegd. Vragen en berichten gaan in die dagen naar wie meekijkt.
desk-done-notaway = De afwezigheid is weg.
desk-done-handedall = Overgedragen. Iedereen heeft bericht gekregen.
desk-done-placechanged = Bewaard.
desk-done-stopped = De toegang is gestopt. Alles is overgedragen.
desk-event-staff-away = afwezigheid vastgelegd
desk-event-staff-moved = andere rol of ander team
desk-event-manager-assigned = andere accountmanager
desk-my-absence = Ben ik er niet?
