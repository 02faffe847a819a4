# Dit klopt niet: vragen om iets te verbeteren dat een ander opschreef (AVG 16).

correct-words = Wat klopt er niet over jou? Typ ook wat er wel moet staan.
    .label = Wat niet klopt
    .hint = Wat je zelf vertelde, kun je zelf veranderen bij “Mijn gegevens”. Dit is voor wat een ander opschreef.
    .drop = Laat maar
    .drop-also = nee laat maar, nee, niks, niets, niet nodig, toch niet, verkeerd gedrukt
correct-dropped = Goed. Ik geef niets door.
correct-thanks = Dank je. Je coach kijkt ernaar. Je hoort het uiterlijk op { $day }.
correction-told =
    .changed = { $name } heeft het veranderd. Uitleg: “{ $why }” Klopt het nog niet? Druk weer op “Dit klopt niet”, of bel { $phone }.
    .changed-bare = { $name } heeft het veranderd. Klopt het nog niet? Druk weer op “Dit klopt niet”, of bel { $phone }.
    .not = { $name } heeft het niet veranderd. Waarom: “{ $why }” Ben je het er niet mee eens? Vraag naar de functionaris gegevensbescherming (FG): { $phone }. Of klaag bij de Autoriteit Persoonsgegevens (AP): autoriteitpersoonsgegevens.nl. Je mag ook naar de rechter. Jouw verzoek blijft bij je gegevens staan.
staff-correction = { $name } zegt dat er iets niet klopt: { $words } U antwoordt uiterlijk op { $day }, in de console.
desk-correction = { $name } zegt: dit klopt niet
    .why = antwoord uiterlijk op { $day }
    .action = Antwoord
desk-corrections = Dit klopt niet, zegt de werkzoekende
desk-correction-until = U antwoordt uiterlijk op { $day } (AVG artikel 12 en 16).
desk-correction-words = Uw uitleg. Bij nee is die nodig. De werkzoekende leest dit.
desk-correction-changed = Het is veranderd
desk-correction-not = Niet veranderd
desk-done-corrected = Beantwoord. De werkzoekende hoort het.
desk-event-correction-asked = vroeg om iets te verbeteren
desk-event-correction-answered = antwoord op het verzoek om te verbeteren
