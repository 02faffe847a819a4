# Waarom iemand en een vacature wel of niet bij elkaar passen.
# Zonder toevoeging: voor de coach. `.jobseeker`: voor de persoon zelf, in A2.
# `.employer`: mag een werkgever zien; ontbreekt het, dan ziet een werkgever deze regel niet.

## Beroep

match-part-occupation-same = Beroep is hetzelfde: { $asked }.
    .jobseeker = Dit is werk dat je zoekt: { $asked }.
    .employer = Zoekt dit werk: { $asked }.
match-part-occupation-alike = Beroep lijkt erop: zoekt { $own }, dit is { $asked }.
    .jobseeker = Dit werk ({ $asked }) lijkt op wat je zoekt: { $own }.
    .employer = Zoekt werk dat hierop lijkt: { $own }.
match-part-occupation-done-same = Heeft dit werk eerder gedaan: { $asked }.
    .jobseeker = Dit werk heb je eerder gedaan: { $asked }.
    .employer = Heeft ervaring in dit werk: { $asked }.
match-part-occupation-done-alike = Deed eerder werk dat erop lijkt: { $own }. Dit is { $asked }.
    .jobseeker = Dit werk ({ $asked }) lijkt op wat je deed: { $own }.
    .employer = Heeft ervaring in werk dat hierop lijkt: { $own }.
match-part-occupation-other = Ander beroep: { $own }. De vacature vraagt { $asked }.
    .jobseeker = Dit is ander werk dan jij noemde: { $asked }.
    .employer = Komt uit ander werk: { $own }.
match-part-occupation-unknown = Gewenst en eerder werk zijn onbekend. Dit telt niet mee.
    .jobseeker = We weten nog niet welk werk je zoekt.
    .employer = Eerder werk is nog niet bekend.
match-part-occupation-asked-unknown = Het beroep in de vacature is nog niet herkend. Dit telt niet mee.
    .jobseeker = We weten nog niet precies welk werk dit is.
    .employer = Wij weten nog niet precies welk werk dit is.

## Vaardigheden

match-part-skills-free = De vacature noemt geen taken. Ook van dit beroep zijn ze niet bekend.
    .jobseeker = De werkgever vraagt geen speciale dingen.
    .employer = U noemde geen taken die iemand al moet kunnen.
match-part-skills-all = Kan alle taken in dit werk: { $have }.
    .jobseeker = Je kunt alles wat nodig is: { $have }.
    .employer = Kan alle taken in dit werk: { $have }.
match-part-skills-some = Kan { $n } van de { $total } taken in dit werk: { $have }.
    .jobseeker = Je kunt { $n } van de { $total } dingen al: { $have }.
    .employer = Kan { $n } van de { $total } taken in dit werk: { $have }.
match-part-skills-none = Kan de taken in dit werk nog niet.
    .jobseeker = Dit werk moet je nog leren.
    .employer = Moet dit werk nog leren.
match-part-skills-probable = Kan waarschijnlijk, door eerder werk: { $skills }.
    .jobseeker = Dit kun je vast door je werk van vroeger: { $skills }.
    .employer = Kan waarschijnlijk, door eerder werk: { $skills }.
match-part-skills-job = Te leren op het werk: { $skills }.
    .jobseeker = Dit leer je op het werk: { $skills }.
    .employer = Te leren op het werk: { $skills }.
match-part-skills-course = Te leren in een korte cursus: { $skills }.
    .jobseeker = Dit leer je in een korte cursus: { $skills }.
    .employer = Te leren in een korte cursus: { $skills }.
match-part-skills-school = Mist nog, en leert iemand niet snel: { $skills }.
    .jobseeker = Dit heb je nog niet: { $skills }.
    .employer = Heeft nog niet: { $skills }.
match-part-skills-unknown = Vaardigheden zijn onbekend. Dit telt niet mee.
    .jobseeker = We weten nog niet wat je goed kunt.
    .employer = Vaardigheden zijn nog niet bekend.

## Wens

match-part-wish-same = Wil dit werk graag: { $asked }.
    .jobseeker = Jij wilt dit werk doen.
match-part-wish-alike = Wil werk dat hierop lijkt: { $own }.
    .jobseeker = Jij wilt werk dat hierop lijkt: { $own }.
match-part-wish-other = Wil liever ander werk: { $own }.
    .jobseeker = Jij wilt liever ander werk: { $own }.
match-part-wish-unknown = Of iemand dit werk wil, is onbekend. Dit telt niet mee.
    .jobseeker = We weten nog niet of je dit werk wilt.

## Werk- en denkniveau

match-part-level-free = De vacature vraagt geen niveau.
    .jobseeker = Je niveau maakt hier niet uit.
    .employer = U vraagt geen niveau.
match-part-level-fits = Niveau is genoeg: { $own }. Gevraagd: { $asked }.
    .jobseeker = Je niveau is goed voor dit werk.
    .employer = Niveau is genoeg: { $own }.
match-part-level-below = Niveau is lager dan gevraagd: { $own }. Gevraagd: { $asked }.
    .jobseeker = De werkgever vraagt een hoger niveau: { $asked }.
    .employer = Niveau is lager dan gevraagd: { $own }.
match-part-level-unknown = Niveau is onbekend. Dit telt niet mee. Gevraagd: { $asked }.
    .jobseeker = We weten je niveau nog niet. De werkgever vraagt: { $asked }.
    .employer = Niveau is nog niet bekend.

## Taal

match-part-dutch-free = De vacature vraagt geen Nederlands.
    .jobseeker = Je hebt voor dit werk geen Nederlands nodig.
    .employer = U vraagt geen Nederlands.
match-part-dutch-fits = Spreekt genoeg Nederlands: { $own }. Gevraagd: { $asked }.
    .jobseeker = Je spreekt genoeg Nederlands voor dit werk.
    .employer = Spreekt genoeg Nederlands: { $own }.
match-part-dutch-below = Spreekt te weinig Nederlands: { $own }. Gevraagd: { $asked }.
    .jobseeker = Voor dit werk is meer Nederlands nodig: { $asked }.
    .employer = Spreekt minder Nederlands dan u vraagt: { $own }.
match-part-dutch-learns = Spreekt { $own } Nederlands. De vacature staat hiervoor open. Gevraagd: { $asked }.
    .jobseeker = Je mag hier beginnen en je Nederlands beter maken.
    .employer = Spreekt { $own } Nederlands en leert verder. U staat hiervoor open.
match-part-dutch-unknown = Nederlands is onbekend. Dit telt niet mee. Gevraagd: { $asked }.
    .jobseeker = We weten nog niet hoe goed je Nederlands spreekt.
    .employer = Nederlands spreken is nog niet bekend.
match-part-languages-free = De vacature vraagt geen andere talen.
    .jobseeker = Je hebt geen andere talen nodig.
    .employer = U vraagt geen andere talen.
match-part-languages-fits = Spreekt wat gevraagd is: { $languages }.
    .jobseeker = Je spreekt de talen die nodig zijn: { $languages }.
    .employer = Spreekt { $languages }.
match-part-languages-below = Spreekt minder dan gevraagd is: { $languages }.
    .jobseeker = De werkgever vraagt meer van deze taal: { $languages }.
    .employer = Spreekt minder dan u vraagt: { $languages }.
match-part-languages-unknown = Nog niet bekend: { $languages }. Dit telt niet mee.
    .jobseeker = We weten nog niet of je dit spreekt: { $languages }.
    .employer = Nog niet bekend: { $languages }.

## Uren en tijden

match-part-hours-free = De vacature noemt geen aantal uren.
    .jobseeker = De werkgever noemt geen aantal uren.
    .employer = U noemde geen aantal uren.
match-part-hours-fits = Uren passen: wil { $own } uur, gevraagd { $asked } uur.
    .jobseeker = Het aantal uren past: { $asked } uur per week.
    .employer = Uren passen: wil { $own } uur per week.
match-part-hours-few = Wil { $own } uur. Gevraagd is { $asked } uur: { $by } te weinig.
    .jobseeker = Dit werk is { $asked } uur. Jij wilt er minder: { $own }.
    .employer = Wil minder uren dan u vraagt: { $own } uur per week.
match-part-hours-many = Wil { $own } uur. De vacature heeft { $asked } uur: { $by } te weinig.
    .jobseeker = Dit werk is { $asked } uur. Jij wilt er meer: { $own }.
    .employer = Wil meer uren dan u biedt: { $own } uur per week.
match-part-hours-unknown = Uren zijn onbekend. Dit telt niet mee. Gevraagd: { $asked } uur.
    .jobseeker = We weten nog niet hoeveel uur je wilt werken.
    .employer = Aantal uren is nog niet bekend.
match-part-times-free = De vacature noemt geen werktijden.
    .jobseeker = De werkgever noemt geen werktijden.
    .employer = U noemde geen werktijden.
match-part-times-fits = Kan op de gevraagde tijden: { $times }.
    .jobseeker = De tijden passen: { $times }.
    .employer = Kan op de gevraagde tijden: { $times }.
match-part-times-missing = Kan niet op alle gevraagde tijden. Niet mogelijk: { $times }.
    .jobseeker = Dit werk is ook op een tijd dat je niet kunt: { $times }.
    .employer = Kan niet op deze tijden: { $times }.
match-part-times-unknown = Werktijden zijn onbekend. Dit telt niet mee. Gevraagd: { $times }.
    .jobseeker = We weten nog niet wanneer je kunt werken.
    .employer = Werktijden zijn nog niet bekend.

## Reizen

match-part-travel-fits = Ongeveer { $minutes } minuten { $means }. Wil hooguit { $limit } minuten reizen.
    .jobseeker = Het is ongeveer { $minutes } minuten { $means }. Dat past.
    .employer = Kan het werk goed bereiken.
match-part-travel-bit-far = Ongeveer { $minutes } minuten { $means }. Dat is net iets meer dan gewenst ({ $limit }).
    .jobseeker = Het is ongeveer { $minutes } minuten { $means }. Dat is iets verder.
    .employer = Kan het werk bereiken. De reis is iets langer dan gewenst.
match-part-travel-far = Ongeveer { $over } minuten verder dan gewenst: { $minutes } minuten { $means }.
    .jobseeker = Het is ongeveer { $over } minuten verder dan je wilt reizen.
    .employer = Woont verder weg dan gewenst.
match-part-travel-unknown = Reistijd is onbekend. Dit telt niet mee.
    .jobseeker = We weten nog niet hoe lang je moet reizen.
    .employer = Reistijd is nog niet bekend.
match-part-travel-place-unknown = De plaats van het werk is onbekend. Reistijd telt niet mee.
    .jobseeker = We weten nog niet waar het werk is.
    .employer = Wij weten nog niet waar het werk is.

## Begin

match-part-start-free = De vacature noemt geen begindatum.
    .jobseeker = De werkgever noemt geen begindatum.
    .employer = U noemde geen begindatum.
match-part-start-fits = Kan op tijd beginnen: vanaf { $own }. Gevraagd: { $asked }.
    .jobseeker = Je kunt op tijd beginnen: { $asked }.
    .employer = Kan op tijd beginnen: vanaf { $own }.
match-part-start-bit-late = Kan iets later beginnen dan gevraagd: vanaf { $own }. Gevraagd: { $asked }.
    .jobseeker = Het werk begint iets eerder dan jij kunt: { $asked }.
    .employer = Kan iets later beginnen: vanaf { $own }.
match-part-start-late = Kan pas { $weeks } weken na de gevraagde datum beginnen: { $own }. Gevraagd: { $asked }.
    .jobseeker = Het werk begint te vroeg voor jou: { $asked }.
    .employer = Kan pas { $weeks } weken later beginnen: { $own }.
match-part-start-unknown = Begindatum is onbekend. Dit telt niet mee. Gevraagd: { $asked }.
    .jobseeker = We weten nog niet wanneer je kunt beginnen.
    .employer = Begindatum is nog niet bekend.

## Rijbewijs

match-part-licence-free = De vacature vraagt geen rijbewijs.
    .jobseeker = Je hebt geen rijbewijs nodig.
    .employer = U vraagt geen rijbewijs.
match-part-licence-fits = Heeft rijbewijs { $licences }.
    .jobseeker = Je hebt het rijbewijs dat nodig is: { $licences }.
    .employer = Heeft rijbewijs { $licences }.
match-part-licence-missing = Heeft geen rijbewijs { $licences }. De vacature vraagt dat wel.
    .jobseeker = Voor dit werk heb je rijbewijs { $licences } nodig.
    .employer = Heeft geen rijbewijs { $licences }.
match-part-licence-unknown = Rijbewijs { $licences }: onbekend, telt niet mee.
    .jobseeker = We weten nog niet of je rijbewijs { $licences } hebt.
    .employer = Rijbewijs { $licences }: nog niet bekend.

## Contract

match-part-contract-fits = Contract past: { $offered }.
    .jobseeker = Het contract past bij wat je wilt: { $offered }.
match-part-contract-other = Ander contract: { $offered }. Wil liever: { $own }.
    .jobseeker = Dit is een ander contract dan je wilt: { $offered }.
match-part-contract-unknown = Welk contract iemand wil, is onbekend. Dit telt niet mee.
    .jobseeker = We weten nog niet welk contract je wilt.
match-part-contract-offer-unknown = De vacature noemt geen contract. Dit telt niet mee.
    .jobseeker = We weten nog niet welk contract je krijgt.

## Over het geheel

match-capped = Er is nog te weinig bekend voor een hogere score.
    .jobseeker = Vertel meer over jezelf. Dan zien we beter wat past.

## Wat nog te vragen is

match-ask-home = woonplaats
    .jobseeker = Waar woon je?
match-ask-wanted = gewenst werk
    .jobseeker = Welk werk zoek je?
match-ask-done = eerder werk
    .jobseeker = Welk werk heb je gedaan?
match-ask-skills = vaardigheden
    .jobseeker = Wat kun je goed?
match-ask-hours = uren per week
    .jobseeker = Hoeveel uur per week wil je werken?
match-ask-times = werktijden
    .jobseeker = Wanneer kun je werken?
match-ask-travel = manier van reizen
    .jobseeker = Hoe reis je?
match-ask-limit = langste reistijd
    .jobseeker = Hoe lang wil je reizen?
match-ask-licences = rijbewijs
    .jobseeker = Heb je een rijbewijs?
match-ask-dutch = Nederlands spreken
    .jobseeker = Hoe goed spreek je Nederlands?
match-ask-start = begindatum
    .jobseeker = Vanaf wanneer kun je werken?
match-ask-level = werk- en denkniveau
    .jobseeker = Welke school heb je gedaan?
match-ask-contract = soort contract
    .jobseeker = Welk contract wil je?
match-ask-languages = andere talen
    .jobseeker = Welke talen spreek je nog meer?

## Aantallen in banden

band-none = geen kandidaten
band-few = minder dan { $n } kandidaten
band-about = ongeveer { $n } kandidaten

## Namen

match-range = { $low } tot { $high }
match-time-morning = ochtend
match-time-afternoon = middag
match-time-evening = avond
match-time-night = nacht
match-time-weekend = weekend
match-time-other = andere tijd
match-licence-other = { $code }
match-level-1 = geen basisschool
match-level-2 = basisschool
match-level-3 = vmbo
match-level-4 = mbo, havo of vwo
match-level-5 = hbo
match-level-6 = universiteit
match-level-other = ander niveau
match-dutch-none = geen
match-dutch-little = een beetje
match-dutch-reasonable = redelijk
match-dutch-good = goed
match-dutch-other = onbekend
match-means-walk = lopen
match-means-bike = fietsen
match-means-ebike = op de elektrische fiets
match-means-scooter = op de scooter
match-means-public-transport = met bus of trein
match-means-car = met de auto
match-means-other = reizen
match-contract-permanent = vast contract
match-contract-fixed = tijdelijk contract
match-contract-agency = uitzendwerk
match-contract-on-call = oproepwerk
match-contract-learn = werken en leren
match-contract-other = ander contract
match-language-ara = Arabisch
match-language-deu = Duits
match-language-eng = Engels
match-language-fas = Perzisch
match-language-fra = Frans
match-language-ita = Italiaans
match-language-nld = Nederlands
match-language-pol = Pools
match-language-por = Portugees
match-language-ron = Roemeens
match-language-rus = Russisch
match-language-som = Somalisch
match-language-spa = Spaans
match-language-tir = Tigrinya
match-language-tur = Turks
match-language-ukr = Oekraïens
match-language-other = een andere taal
