# Dezelfde teksten voor wie met “u” wordt aangesproken.

danger-now = Dit klinkt gevaarlijk. Bel nu { $emergency }. Kunt u niet praten? Bel toch { $emergency } en blijf aan de lijn.
danger-suicide = Wat erg dat u zich zo voelt. Goed dat u het zegt. Bel nu { $suicide }: dag en nacht, gratis, en u hoeft uw naam niet te zeggen. Is het nu gevaarlijk? Bel { $emergency }.
danger-near = Wat erg, en goed dat u hulp zoekt. Denkt iemand aan zelfmoord? Bel samen { $suicide }. Wordt iemand geslagen of bedreigd? Bel Veilig Thuis: { $violence }. Is het nu gevaarlijk? Bel { $emergency }.
danger-violence = Wat erg. Dit mag niemand u aandoen. Bel Veilig Thuis: { $violence }, dag en nacht en gratis. Is het nu gevaarlijk? Bel { $emergency }.
danger-child = Goed dat u dit zegt. Een kind moet veilig zijn. Bel Veilig Thuis: { $violence }, dag en nacht en gratis. Bent u zelf jonger dan 18? Bel ook de Kindertelefoon: { $child }. Is het nu gevaarlijk? Bel { $emergency }.
danger-exploitation = Wat erg. Niemand mag u dwingen, uw loon houden of uw paspoort afpakken. Bel de Arbeidsinspectie: { $exploitation }, gratis. Is het nu gevaarlijk? Bel { $emergency }.
danger-threat = Ik hoor dat u heel boos bent. Bent u bang dat u iemand iets aandoet? Bel { $suicide } of uw huisarts en praat eerst. Is er nu iemand in gevaar? Bel { $emergency }.
danger-read-now = { $who } krijgt nu een bericht. Wilt u nu iemand spreken? Bel { $door }: { $phone }, open tot { $closes } uur.
danger-read-later = { $who } leest dit op zijn vroegst { $opens } uur. Wilt u nu iemand spreken? Bel het nummer hierboven.
danger-apart = Wat u schreef staat apart. Het staat niet in dit gesprek en niet in uw profiel. Ik vraag nu niets. Druk op “Ga verder” als u verder wilt.
danger-who-coach = Uw coach
danger-who-manager = Uw accountmanager
danger-sad = Wat naar voor u. Wilt u met een mens praten? Druk op “Hulp van een mens”. Of druk op “Ga verder”.
danger-well = Fijn dat u het zegt. Wat u schreef, is niet bewaard. U kunt mij altijd om een mens vragen.
care-well = Ik schrik van wat u schrijft. Gaat het wel met u?
    .label = Hoe het gaat
    .hint = Gaat het niet? Dan geef ik u een nummer om te bellen, en iemand hier leest wat u schreef. Gaat het wel? Dan gaan we gewoon verder.
    .yes = Ja, het gaat wel
    .no = Nee, het gaat niet
