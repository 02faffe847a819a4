# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

faq-words = Wat wilt u weten? Typ uw vraag, of kies er een.
    .label = Uw vraag
    .hint = Typ het in gewone woorden. Bijvoorbeeld: loonkostensubsidie.
faq-found = Dit lijkt op uw vraag. Druk op wat u wilt weten.
faq-none = Daar heb ik geen antwoord op. Zeg het anders, of vraag het een mens.
fact-clear = { $question }
    { $answer }
    Is dit duidelijk?
    .label = Duidelijk
    .hint = Dit is algemene uitleg. Voor u kan het anders zijn. Vraag het dan een mens.
    .yes = Ja, duidelijk
    .more = Ik wil nog iets weten
    .no = Nee, graag een mens
fact-thanks = Goed. U kunt altijd meer vragen.
