# Wat altijd werkt: de knoppen van het menu, wat mensen typen, en de namen in Telegram.

command =
    .start = Begin
    .start-slash = start
    .menu = Menu
    .menu-also = home, hoofdmenu
    .menu-slash = menu
    .help = Help
    .help-also = help me, hoe werkt dit, hoe werkt het, wat kan ik hier
    .help-slash = help
    .coach = Hulp van een mens
    .coach-also = hulp, praat met een mens, mens, ik wil een mens spreken, coach, mijn coach, praat met mijn coach, contactpersoon
    .coach-slash = mens
    .language = Taal
    .language-also = andere taal, language, taal veranderen, english
    .language-slash = taal
    .mydata = Mijn gegevens
    .mydata-also = gegevens, mijn profiel, profiel, wat weet je van mij, wat weten jullie van mij, mijn gegevens veranderen
    .mydata-slash = gegevens
    .grow = Meer vertellen
    .grow-also = ik wil meer vertellen, profiel aanvullen, aanvullen
    .grow-slash = meer
    .go-on = Ga verder
    .go-on-also = verder, doorgaan, verdergaan
    .go-on-slash = verder
    .begin = Beginnen
    .begin-also = aanmelden, inschrijven
    .begin-slash = beginnen
    .stop = Stoppen
    .stop-also = stop, later verder, nu niet
    .stop-slash = stop
    .pause = Pauze
    .pause-also = even pauze, pauzeren, geen berichten meer
    .pause-slash = pauze
    .resume = Weer meedoen
    .resume-also = pauze stoppen, hervatten, weer beginnen, ik doe weer mee
    .resume-slash = meedoen
    .export = Kopie van mijn gegevens
    .export-also = download, kopie, gegevens downloaden
    .export-slash = kopie
    .erase = Alles wissen
    .erase-also = verwijder mij, wis alles, wis mij, alles verwijderen, gegevens wissen
    .erase-slash = wissen
    .viewers = Wie keek in mijn gegevens?
    .viewers-also = wie heeft gekeken, wie keek
    .viewers-slash = gekeken
    .lost = Ik had al een gesprek
    .lost-also = ik ben mijn gesprek kwijt, mijn gesprek is weg, waar is mijn gesprek, ik heb al een gesprek, ik was hier al eerder, gesprek kwijt, ik wil terug naar mijn gesprek
    .lost-slash = terug
    .elsewhere = Verder op een ander apparaat
    .elsewhere-also = andere telefoon, ander apparaat
    .elsewhere-slash = ander
    .jobs = Bekijk vacatures
    .jobs-also = banen, baan zoeken, vacatures bekijken, ander werk
    .jobs-slash = werk
    .later = Herinner me later
    .later-also = later herinneren, herinner me een andere keer
    .later-slash = later
    .no-more = Niet meer sturen
    .no-more-also = geen herinneringen, stop met herinneren, geen herinneringen meer
    .no-more-slash = stil
    .remind = Weer herinneren
    .remind-also = herinner mij weer, herinneringen aan
    .remind-slash = herinner
    .plan = Mijn plan
    .plan-also = plan, plan bekijken
    .plan-slash = plan
    .own-work = Zelf werk gevonden
    .own-work-also = ik heb zelf werk gevonden, ik heb werk, ik heb werk gevonden, werk gevonden
    .own-work-slash = werkgevonden
    .appointments = Mijn afspraken
    .appointments-also = afspraken, afspraak, agenda
    .appointments-slash = afspraken
    .faq = Vraag en antwoord
    .faq-also = veelgestelde vragen, ik heb een vraag, uitleg over regels
    .faq-slash = vraag
    .newvacancy = Nieuwe vacature
    .newvacancy-also = vacature, vacature melden, ik zoek personeel
    .newvacancy-slash = vacature
    .soon = Vandaag of morgen iemand
    .soon-also = vandaag iemand nodig, morgen iemand nodig, ik heb vandaag of morgen iemand nodig, spoed
    .soon-slash = spoed
    .vacancies = Mijn vacatures
    .vacancies-also = vacatures
    .vacancies-slash = vacatures
    .mypage = Mijn pagina
    .mypage-also = pagina, mijn webpagina
    .mypage-slash = pagina
    .visible = Zichtbaar voor werkgevers
    .visible-also = zichtbaar, zichtbaarheid, zien werkgevers mij
    .visible-slash = zichtbaar
    .waiting = Wat wacht op mij
    .waiting-also = wachtend, wat wacht, wat wacht er
    .waiting-slash = wacht
    .caseload = Mijn mensen
    .caseload-also = caseload, mijn werkzoekenden
    .caseload-slash = mensen
    .console = Naar de console
    .console-also = console, inloggen
    .console-slash = console
    .keep = Wat mij helpt
    .keep-also = wat helpt mij, wat me helpt
    .keep-slash = helpt
    .call-me = Bel mij
    .call-me-also = kunt u mij bellen, kun je mij bellen, kan iemand mij bellen, ik wil gebeld worden, terugbellen
    .call-me-slash = belmij
    .rather-call = Liever bellen dan schrijven
    .rather-call-also = liever bellen, ik kan geen brieven lezen, ik kan niet goed lezen, kan geen brieven lezen
    .rather-call-slash = liever
    .open-cv = Foto van mijn cv
    .open-cv-also = cv, cv sturen
    .open-cv-slash = cv
    .open-private = Alleen voor mijn coach
    .open-private-also = uitkering
    .open-private-slash = prive

menu = Wat wil je doen?
idle = Ik stel nu geen vraag. Wil je iets aan een mens vragen? Druk dan op “Hulp van een mens”.
idle-hello = Hallo!
help = Ik ben Werklijn, een computerprogramma van { $region }. Je kunt altijd typen of op een knop drukken. Stoppen mag. Ik bewaar je antwoorden. Wil je een mens spreken? Druk op “Hulp van een mens” of bel { $phone }.
help-unknown = Die opdracht ken ik niet.
stopped = Goed, we stoppen nu. Je antwoorden zijn bewaard.
paused = Je hebt nu pauze. Je krijgt geen berichten over werk. Wil je verder? Druk dan op “Weer meedoen”.
resumed = Fijn dat je er weer bent. Ik zoek meteen weer met je mee.
export = Hier is een kopie van alles wat wij over je bewaren.
mydata = Dit weten wij van je.
mydata-none = Wij bewaren je naam en dit gesprek. Meer niet.
grow-done = Je profiel is compleet. Dank je wel! Je kunt nog een foto van je cv sturen. En je kunt iets vertellen dat alleen je coach ziet.
viewers = Deze mensen keken in je gegevens:
    { $lines }
viewers-line = { $name }, { $at }: { $what }
looked-at =
    .file = de gegevens
    .plan = het plan
    .talk = het gesprek
    .document = een bestand
    .urgent = een dringend bericht
    .match = een match
    .compare = kandidaten vergelijken
    .meeting = de afspraak
    .work = het werk
    .list = een lijst met namen
    .browse = de lijst zonder namen
    .card = de kaart
viewers-none = Nog niemand keek in je gegevens.
lost = Je gesprek is niet weg. Met een code van acht letters en cijfers ga je verder: typ die hier. Heb je geen code? Vraag het je coach. Je coach kijkt eerst of jij het bent. Weet je niet wie je coach is, bel dan { $phone }.
elsewhere = Ga verder met deze link:
    { $url }
    Of typ deze code op het andere apparaat: { $code }
    Geef de link en de code aan niemand anders. Ze werken één keer, een dag lang.
elsewhere-staff = Voor medewerkers is er geen code. Uw werk staat in de console.
joined-elsewhere = Je gesprek staat nu ook { $where }. Was jij dit niet? Bel dan meteen { $phone }.
channel-web = in een webbrowser
channel-telegram = in een andere Telegram
together-told = { $name } vulde samen met jou in. Weet je hier niets van? Bel dan { $phone }.
desk-own-only = Dit doe je zelf, op je eigen telefoon. Vraag hier om een code. Dan open je het gesprek op je telefoon.
desk-share-own = Mag een werkgever dit weten? Dat kies je zelf, op je eigen telefoon.
way-back-told = { $name } maakte een code voor je. Iemand zei: ik ben mijn gesprek kwijt. Was jij dat niet? Bel meteen { $phone }.
code-made = { $name } maakte net een code voor je. Daarmee open je dit gesprek op je eigen telefoon. De code werkt een kwartier. Weet je hier niets van? Vraag het je coach.

waiting = { $n ->
    [one] Er wacht één match op u.
   *[other] Er wachten { $n } matches op u. Hier is de eerste.
}
waiting-none = Er wachten geen matches op u.
caseload = Uw mensen, de laatste verandering staat boven:
    { $lines }
caseload-line = { $name }: profiel voor { $percent } % compleet
decide-log-in = Dit is een besluit. Daarom logt u eerst in op de console, met de code van uw app. Daarna kunt u { $n } uur lang ook hier beslissen.
    { $url }
    Deze link werkt één keer en 15 minuten lang. Uw antwoord is bewaard. Bent u ingelogd? Druk dan hieronder.
    Typ uw code nooit hier.
console-link = Met deze link logt u in. Hij werkt één keer en 15 minuten lang.
    { $url }
vacancies = Uw vacatures:
    { $lines }
vacancies-name = { $title }, { $place }
vacancies-line = { $title }: { $status }
vacancies-none = U heeft nog geen vacature gemeld.
vacancy-status-open = open
vacancy-status-hold = staat even stil
vacancy-status-look = wordt eerst bekeken
vacancy-status-filled = vervuld
vacancy-status-closed = gesloten
vacancy-status-expired = verlopen

link-unknown = Deze link werkt niet meer. Vraag om een nieuwe link.
link-wait = Dat waren veel codes achter elkaar. Probeer het over een kwartier nog eens.
link-same = Je bent hier al.
link-two-people = Hier is al een ander profiel. Vraag je coach om hulp.
link-joined = Gelukt. Je gaat hier verder met hetzelfde gesprek.
staff-welcome = Welkom bij Werklijn. U doet nu mee als { $role }. Hier hoort u wat op u wacht.
staff-second-step = { $name } heeft uw tweede stap gewist. Bij de volgende keer inloggen maakt u een nieuwe. Vroeg u hier niet om? Bel dan meteen uw beheerder.
invite-own = Deze uitnodiging maakte u zelf. Ze is voor een collega. Maak een nieuwe.

file-later = Het bestand lukt nu even niet. Het komt zo snel mogelijk alsnog.
file-now = Hier is het bestand dat nog zou komen.
