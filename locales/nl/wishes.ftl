# Wat iemand vraagt of wil tussen de vragen door. Kort en warm (A2).

wish-greeting = Hallo! Fijn dat je er bent.
wish-thanks = Graag gedaan!
wish-insult = Dat snap ik, dit kan vervelend zijn. Ik ben maar een computerprogramma. Typ: mens. Dan helpt een mens je.
wish-found-work = Gefeliciteerd, wat goed! Wil je hier stoppen? Typ: stop. Je mag ook gewoon verder gaan.
wish-pause = Goed om te weten. Wil je even pauze, zonder berichten? Druk dan op de knop. Je kunt later weer meedoen.
wish-why = Ik vraag dit om werk te vinden dat bij je past. Weet je het niet? Dan mag je deze vraag overslaan.
wish-question-unknown = Dat weet ik niet zeker. Vraag het een mens, of kijk bij “Vraag en antwoord”.
wish-filled = Welke vacature bedoelt u? Druk erop. Dan kunt u hem sluiten (vervuld) of verlengen.
wish-filled-none = U heeft nu geen open vacature. Er hoeft dus niets gesloten te worden.
wish-changed = Ik heb dit veranderd. Klopt het zo?
wish-change = Wat wil je veranderen? Druk op de knop, of typ het. Bijvoorbeeld: ik wil 24 uur werken.
wish-other-language = Welke taal wil je?
