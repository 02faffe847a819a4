# Dezelfde teksten voor wie met “u” wordt aangesproken.

wish-greeting = Hallo! Fijn dat u er bent.
wish-insult = Dat snap ik, dit kan vervelend zijn. Ik ben maar een computerprogramma. Typ: mens. Dan helpt een mens u.
wish-found-work = Gefeliciteerd, wat goed! Wilt u hier stoppen? Typ: stop. U mag ook gewoon verder gaan.
wish-pause = Goed om te weten. Wilt u even pauze, zonder berichten? Druk dan op de knop. U kunt later weer meedoen.
wish-why = Ik vraag dit om iemand te vinden die bij u past. Weet u het niet? Sla de vraag dan over, of vraag het een mens.
wish-change = Wat wilt u veranderen? Druk op de knop, of typ het.
wish-other-language = Welke taal wilt u?
