# Als iemand in gevaar is, of misschien. Eerst een warme zin met het nummer dat past.

danger-now = Dit klinkt gevaarlijk. Bel nu { $emergency }. Kun je niet praten? Bel toch { $emergency } en blijf aan de lijn.
danger-suicide = Wat erg dat je je zo voelt. Goed dat je het zegt. Bel nu { $suicide }: dag en nacht, gratis, en je hoeft je naam niet te zeggen. Is het nu gevaarlijk? Bel { $emergency }.
danger-near = Wat erg, en goed dat je hulp zoekt. Denkt iemand aan zelfmoord? Bel samen { $suicide }. Wordt iemand geslagen of bedreigd? Bel Veilig Thuis: { $violence }. Is het nu gevaarlijk? Bel { $emergency }.
danger-violence = Wat erg. Dit mag niemand je aandoen. Bel Veilig Thuis: { $violence }, dag en nacht en gratis. Is het nu gevaarlijk? Bel { $emergency }.
danger-child = Goed dat je dit zegt. Een kind moet veilig zijn. Bel Veilig Thuis: { $violence }, dag en nacht en gratis. Ben je zelf jonger dan 18? Bel ook de Kindertelefoon: { $child }. Is het nu gevaarlijk? Bel { $emergency }.
danger-exploitation = Wat erg. Niemand mag je dwingen, je loon houden of je paspoort afpakken. Bel de Arbeidsinspectie: { $exploitation }, gratis. Is het nu gevaarlijk? Bel { $emergency }.
danger-threat = Ik hoor dat je heel boos bent. Ben je bang dat je iemand iets aandoet? Bel { $suicide } of je huisarts en praat eerst. Is er nu iemand in gevaar? Bel { $emergency }.
danger-read-now = { $who } krijgt nu een bericht. Wil je nu iemand spreken? Bel { $door }: { $phone }, open tot { $closes } uur.
danger-read-later = { $who } leest dit op zijn vroegst { $opens } uur. Wil je nu iemand spreken? Bel het nummer hierboven.
danger-apart = Wat je schreef staat apart. Het staat niet in dit gesprek en niet in je profiel. Ik vraag nu niets. Druk op “Ga verder” als je verder wilt.
danger-who-coach = Je coach
danger-who-manager = Je accountmanager
danger-who-team = Iemand van { $team }
danger-who-lead = Een leidinggevende van { $team }
danger-said = (Dit bericht staat apart, niet in dit gesprek.)
danger-sad = Wat naar voor je. Wil je met een mens praten? Druk op “Hulp van een mens”. Of druk op “Ga verder”.
danger-sad-said = (Dit bericht is niet bewaard.)
danger-well = Fijn dat je het zegt. Wat je schreef, is niet bewaard. Je kunt me altijd om een mens vragen.

danger-unclear = Je bent niet alleen. Denk je aan de dood, of wil je praten? Bel { $suicide }: dag en nacht, gratis, en je hoeft je naam niet te zeggen.
care-well = Ik schrik van wat je schrijft. Gaat het wel met je?
    .label = Hoe het gaat
    .hint = Gaat het niet? Dan geef ik je een nummer om te bellen, en iemand hier leest wat je schreef. Gaat het wel? Dan gaan we gewoon verder.
    .yes = Ja, het gaat wel
    .yes-also = ja, jawel, gaat wel, het gaat, prima, goed, het gaat goed, alles goed, yes
    .no = Nee, het gaat niet
    .no-also = nee, niet goed, het gaat niet goed, slecht, niet, nee het gaat niet goed, no

urgent-told = Dringend: iemand is misschien in gevaar. Lees het in de console: { $url }
nudge-urgent-lead = { $n ->
    [one] • Dringend: één bericht over gevaar is nog door niemand geopend
   *[other] • Dringend: { $n } berichten over gevaar zijn nog door niemand geopend
}

desk-urgents = Dringend
desk-urgents-why = Mensen die schreven dat zij of iemand anders in gevaar zijn. Wat zij schreven staat alleen hier. Elke keer dat u het opent, wordt vastgelegd.
desk-urgents-none = Er is nu niets dringends.
desk-urgent = Dringend: iemand is misschien in gevaar
    .why = Lees het en bel. Zonder naam tot u het opent.
    .action = Lezen
desk-urgent-apart = Dit is geen notitie en telt nergens in mee. Bel zelf, of bel { $emergency } als het nu gevaarlijk is.
desk-urgent-done = Dit is afgehandeld.
desk-urgent-how-read = Gelezen
desk-urgent-how-called = Gebeld
desk-urgent-kind-now = Direct gevaar
desk-urgent-kind-suicide = Zelfmoord of zichzelf iets aandoen
desk-urgent-kind-near = Iemand in de buurt is in gevaar
desk-urgent-kind-violence = Geweld, misbruik of bedreiging
desk-urgent-kind-child = Een kind is in gevaar
desk-urgent-kind-exploitation = Uitbuiting
desk-urgent-kind-threat = Een bedreiging
desk-done-helped = Vastgelegd. Dank u wel.
