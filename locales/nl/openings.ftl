# Vacatures zoeken en erop reageren.

openings = Dit werk past bij je. Druk op een vacature en lees waarom.
openings-near = Er is nu geen werk dat precies past. Dit komt in de buurt. Druk op een vacature en lees wat er anders is.
openings-all = Dit zijn de nieuwste vacatures. Druk op een vacature en lees meer.
openings-none = Er zijn nu geen open vacatures. Zoek later nog een keer.
openings-found = Dit vond ik voor je.
openings-not-found = Dat vond ik niet. Probeer een ander woord.
openings-search = Zoek zelf
seek-words = Welk werk zoek je? Typ een woord, zoals “keuken” of “chauffeur”.
    .label = Zoeken
    .hint = Typ een soort werk. Ik zoek in alle open vacatures.
opening-choice = { $title } bij { $employer }
    { $facts }

    Waarom dit past:
    { $why }

    Let op:
    { $think }
    .label = Vacature
    .hint = Wil je dit werk? Dan kijkt je coach met je mee. Daarna ziet de werkgever wat je kunt.
    .apply = Ik wil dit
    .apply-also = ja, graag, ja graag, solliciteren, reageren
    .help = Hoe doe ik dat?
    .help-also = hoe kom ik er, wat zeg ik, hoe pak ik dit aan
    .no = Dit niet
    .no-also = nee, andere, liever niet
opening-applied = Goed gedaan! Je coach kijkt nu naar { $title }. Je hoort het hier.
opening-help = Zo kom je er. De tijden zijn een schatting:
    { $journey }

    Dit kun je over jezelf zeggen:
    { $pitch }

    Dit kun je vragen:
    • Hoe ziet een werkdag eruit?
    • Met wie werk ik samen?
    • Kan ik eerst een dag meelopen?
    .back = Terug naar de vacature
journey-line = { $means }: ongeveer { $minutes } minuten
journey-unknown = Ik weet niet hoe ver dit is.
pitch-done = Ik ben { $name } en ik heb gewerkt als { $work }.
pitch-wanted = Ik ben { $name } en ik wil graag werken als { $work }.
pitch-skills = Ik ben goed in { $skills }.
pitch-hours = Ik kan { $hours } per week werken.
pitch-nothing = Vertel eerst iets over jezelf. Dan help ik je met deze zinnen.
apply-approved = Goed nieuws! Je coach vindt { $title } ook een goed idee. Ik laat je kaart nu zien, zonder je naam.
apply-declined = Je coach denkt dat { $title } nu niet past. Wil je weten waarom? Vraag het je coach.
