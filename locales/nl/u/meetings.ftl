# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

meeting-planned = U heeft een afspraak met { $who } voor { $title }: { $when }. Het duurt { $minutes } minuten. { $kind }: { $where }. Het bestand past in uw agenda.
meeting-changed = Uw afspraak met { $who } voor { $title } is veranderd: { $when }. Het duurt { $minutes } minuten. { $kind }: { $where }. Het nieuwe bestand past in uw agenda.
meeting-cancelled = De afspraak met { $who } voor { $title } gaat niet door. Het was { $when }, { $minutes } minuten. { $kind }: { $where }.
meeting-off = De afspraak voor { $title } van { $when } gaat niet door: deze kandidaat is gestopt. Het bestand haalt de afspraak uit uw agenda. Zoekt u verder? Dan helpen wij u graag.
meeting-no-place = dat hoort u nog
meeting-calendar = Afspraak met { $who } voor { $title }
meeting-line = { $when }, met { $who } voor { $title }. { $kind }: { $where }
appointments = Uw afspraken:
    { $lines }
appointments-none = U heeft nu geen afspraken.
appointment-choice = { $when } heeft u een afspraak met { $who } voor { $title }. { $kind }: { $where }. Kunt u dan?
    .label = Afspraak
    .hint = Kunt u niet? Zeg het op tijd. Dan zoeken wij samen een andere dag.
    .fine = Ja, dat past
    .other = Liever een andere tijd
    .cancel = Afspraak afzeggen
appointment-words = Wanneer kunt u wel? Noem een of twee dagen.
    .label = Andere tijd
    .hint = Bijvoorbeeld: dinsdag na 10 uur, of woensdag.
appointment-other = Dank u. Wij lezen dit en maken een nieuwe afspraak. U hoort het hier.
after-meeting-mood = Hoe ging de afspraak met { $who } voor { $title }?
    .label = Hoe ging het
    .hint = De coach en uw contactpersoon lezen dit. De kandidaat leest het niet.
    .good = 🙂 Goed, ik wil verder
    .maybe = 😐 Ik twijfel nog
    .no = 🙁 Nee, dit wordt het niet
    .missed = Het ging niet door
after-meeting-words = Wilt u er iets bij zeggen?
    .label = In uw eigen woorden
    .hint = Dit mag kort. Schrijf wat u nodig hebt. Waarom hoeft u niet te zeggen.
    .skip = Sla over
after-meeting-thanks = Dank u wel. Wij nemen contact op over het vervolg.
