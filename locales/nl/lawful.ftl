# De wet in een vacature: wat er niet in mag, wat er beter kan, en wat een mens eerst bekijkt.

lawful-sex = U schreef “{ $words }”. Vrouwen, mannen en alle anderen krijgen dezelfde kans. Dat staat in de { $law }.
lawful-age = U schreef “{ $words }”. Iemands leeftijd mag meestal geen eis zijn. Dat staat in de { $law }.
lawful-origin = U schreef “{ $words }”. Iemands afkomst of paspoort mag geen eis zijn. Dat staat in de { $law }.
lawful-religion = U schreef “{ $words }”. Iemands geloof mag geen eis zijn, en een hoofddoek mag. Dat staat in de { $law }.
lawful-health = U schreef “{ $words }”. U mag vragen wat het werk vraagt, niet hoe gezond iemand is. Dat staat in de { $law }.
lawful-pregnancy = U schreef “{ $words }”. Een zwangerschap of kinderwens mag geen rol spelen. Dat staat in de { $law }.
lawful-orientation = U schreef “{ $words }”. Van wie iemand houdt, mag geen eis zijn. Dat staat in de { $law }.
lawful-family = U schreef “{ $words }”. Of iemand getrouwd is, mag geen eis zijn. Dat staat in de { $law }.
lawful-contract = U schreef “{ $words }”. Minder uren of een tijdelijk contract geeft naar verhouding dezelfde rechten. Dat staat in de { $law }.
lawful-perhaps = U schreef “{ $words }”. Ik weet het niet zeker, maar dit kan een eis zijn aan wie iemand is. Dat mag meestal niet (gelijke behandeling). Bedoelt u iets anders? Laat het dan staan.
lawful-pyramid = U schreef “{ $words }”. Daar kijkt een accountmanager eerst naar: wij willen zeker weten dat dit gewoon betaald werk is.
lawful-sexwork = U schreef “{ $words }”. Daar kijkt een accountmanager eerst naar: werk in de seksbranche laten wij niet zomaar zien.
lawful-unpaid = U schreef “{ $words }”. Wie werkt, krijgt loon, ook op een proefdag. Een stage hoort bij een opleiding. Daarom kijkt een accountmanager eerst ({ $law }).
lawful-deposit = U schreef “{ $words }”. Wie hier werk zoekt, hoeft daar nooit voor te betalen. Daarom kijkt een accountmanager eerst.
lawful-night = U schreef “{ $words }”. Wie jonger is dan 18, mag meestal niet in de nacht werken. Daarom kijkt een accountmanager eerst ({ $law }).
lawful-dispensation = Voor loondispensatie is een besluit van UWV nodig. Daarom kijkt een accountmanager eerst.
lawful-wage = Het loon is te laag: { $wage }. Vanaf 21 jaar is het minimumloon { $least } per uur. Wie jonger is, mag minder krijgen. Dat staat in de { $law }.
lawful-wage-unsure = Het loon is te laag: { $wage }. Vanaf 21 jaar is het minimumloon { $least } per uur. Wie jonger is, mag minder krijgen; hoeveel, kijken wij nog na. Dat staat in de { $law }.
lawful-paid = { $wage }, dat is { $paid } per uur
lawful-wage-later = Over het loon ({ $wage }) vraag ik u straks nog iets.

lawful-ask = { $what }

    Typ het in andere woorden, of laat het staan.
lawful-ask-better = { $what }

    Ik kan dit ervan maken: “{ $better }”. Wilt u dat? Zelf iets anders typen mag ook.
lawful-choose = { $what }

    Wat kiest u? U kunt ook iets anders typen.
lawful-look = { $what }

    U kunt ook iets anders typen.
lawful-why = Waarom is dit nodig voor het werk? Een accountmanager leest uw antwoord en kijkt eerst. Daarna hoort u of wij de vacature laten zien.
lawful-ways =
    .better = Ja, verander dit
    .better-also = ja, ja graag, graag, prima, ok, oke, akkoord, verander het maar
    .pay = Maak er { $wage } van
    .age = { $wage }
    .learn = { $wage }
    .drop = Laat dit weg
    .drop-also = ja, weg, weglaten, laat maar weg, ja graag, ok
    .keep = Laat het staan
    .keep-also = nee, laat staan, zo laten, zo houden, het moet zo
    .go-on = Ga verder
    .go-on-also = ja, ok, oke, verder, goed
    .no-why = Zonder uitleg
    .no-why-also = geen uitleg, zeg ik niet

# Andere woorden, om in de tekst te zetten.
lawful-better =
    .everyone = iedereen is welkom
    .colleague = collega (m/v/x)
    .colleagues = collega’s (m/v/x)
    .anybody = m/v/x
    .any-age = elke leeftijd is welkom
    .speaks-dutch = je spreekt goed Nederlands
    .can-do = je kunt dit werk doen, zo nodig met aanpassingen
    .equal-terms = voor ieder gelden dezelfde voorwaarden

wage-of-age = { $amount }, naar leeftijd
wage-of-learn = { $amount }, leren en werken
wage-of-dispensation = { $amount }, met loondispensatie

# Een mens kijkt eerst.
look-first = Uw vacature is bewaard. Voordat iemand hem ziet, kijkt een accountmanager naar dit:
    { $what }

    U hoort uiterlijk { $due } wat er kan.
look-allow = Een accountmanager keek naar “{ $title }”. De vacature mag zo. Wij zoeken nu mensen.
look-better = Een accountmanager keek naar “{ $before }”. Dit kon beter:
    { $what }

    De vacature heet nu “{ $title }”. Wij zoeken nu mensen. U kunt hem altijd veranderen bij Mijn vacatures.
look-refuse = Een accountmanager keek naar “{ $title }”. Zo kunnen wij hem niet laten zien:
    { $what }

    Meld hem gerust opnieuw, in andere woorden.
look-words = De accountmanager schrijft: “{ $words }”
staff-look-vacancy = Kijk eerst naar “{ $title }” van { $employer }: er staat iets in dat de wet niet zomaar toelaat. Niemand ziet hem voordat u besluit. De werkgever hoort uiterlijk { $due } wat er kan.
