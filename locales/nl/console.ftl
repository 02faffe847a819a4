# De console van coaches en accountmanagers.

desk-skip = Naar de inhoud
desk-menu = Hoofdmenu
desk-today = Vandaag
desk-people = Werkzoekenden
desk-vacancies = Vacatures
desk-log-out = Uitloggen
desk-changed-now = Er is hier net iets veranderd.
desk-renew = Vernieuw de pagina
desk-today-count = { $n ->
    [0] Er wacht nu niets op u.
    [one] Er wacht één ding op u.
   *[other] Er wachten { $n } dingen op u. Het dringendste staat boven.
}
desk-hours = { $n ->
    [0] minder dan een uur
   *[other] { $n } uur
}
desk-days = { $n } dagen
desk-left = nog { $n } uur van de 72
desk-over = { $n } uur te laat
desk-no-coach = { $name } heeft nog geen coach
    .why = nieuw in uw team
    .action = Open dossier
desk-employer = Nieuwe werkgever controleren: { $company }
    .why = tot dan ziet deze werkgever niemand
    .action = Controleer
desk-answer = { $company } wacht op antwoord over “{ $title }”
    .why = de werkgever hoort binnen 72 uur wat er kan
    .action = Open vacature
desk-look = Kijk eerst naar “{ $title }” van { $company }
    .why = er staat iets in dat de wet niet zomaar toelaat
    .action = Open vacature
desk-look-first = Eerst kijken
desk-look-what = Niemand ziet deze vacature voordat u besluit. De werkgever hoort wat u kiest.
desk-look-reason = De werkgever zegt: “{ $words }”
desk-look-other = In andere woorden: “{ $title }”.
desk-look-words = Wat wilt u de werkgever erbij zeggen? (mag leeg)
desk-look-better = Plaats in andere woorden
desk-look-allow = Plaats zoals het er staat
desk-look-refuse = Plaats niet
desk-call = Bel { $company } over “{ $title }”
    .why = deze werkgever wil gebeld worden
    .action = Open vacature
desk-unreachable = { $name } is niet meer te bereiken
    .why = het gesprek is geblokkeerd of gesloten
    .action = Open dossier
desk-match-title = Match
desk-fits = past voor { $score } van 100
desk-you-decide = U beslist. De score is een advies van het programma.
desk-not-verified = nog niet gecontroleerd
desk-verified = gecontroleerd
desk-why = Waarom { $score }
desk-fits-sign = Past
desk-of = { $points } van { $of }
desk-sign-yes = past
desk-sign-no = past niet
desk-sign-maybe = onbekend
desk-sign-block = kan niet
desk-history = Wat er gebeurde
desk-program = het programma
desk-decision = Beslissing
desk-to-met = Zij hebben elkaar ontmoet
desk-to-not_placed = Niet geplaatst
desk-typed = Kijk nog even naar uw woorden
desk-typed-not = Dit bewaren we niet:
desk-typed-so = Zo wordt het:
desk-typed-keep = Zo bewaren
desk-typed-contacts = Hier staat een nummer of adres van iemand. Is dat echt nodig?
desk-typed-contacts-yes = Ja, bewaar het nummer of adres
desk-typed-change = Aanpassen
desk-typed-words = Uw woorden
desk-typed-again = Opnieuw bewaren
desk-refused = Dit kan niet meer
desk-search = Zoek op naam
desk-town = Gemeente
desk-towns = alle gemeenten
desk-find = Zoek
desk-filter = Toon
desk-only-mine = Mijn mensen
desk-only-no-coach = Zonder coach
desk-only-incomplete = Niet compleet
desk-only-paused = Op pauze
desk-only-all = Allemaal
desk-count = { $n ->
    [one] Eén persoon
   *[other] { $n } personen
}
desk-nobody = nog niemand
desk-status-paused = op pauze
desk-status-placed = geplaatst
desk-profile = profiel { $percent } % compleet
desk-unreachable-badge = niet te bereiken
desk-facts = Profiel
desk-confirmed = bevestigd op { $day }
desk-assign = Maak coach
desk-visible-self =
    .yes = De werkzoekende wil zichtbaar zijn voor werkgevers.
    .no = De werkzoekende heeft dit niet aangezet.
desk-visible =
    .on = Maak zichtbaar
    .off = Maak onzichtbaar
desk-matches = Matches
desk-none = niets
desk-documents = Bestanden
desk-document-cv = Cv
desk-document-sent = Bestand
desk-talk = Gesprek
desk-reply = Schrijf aan { $name }
desk-dossier = Alleen voor de coach
desk-dossier-benefit = Uitkering
desk-dossier-since = Zonder werk sinds
desk-dossier-permit = Mag werken
desk-dossier-register = In het doelgroepregister
desk-dossier-register_from = In het register sinds
desk-dossier-register_until = In het register tot (leeg: zonder einde)
desk-dossier-register_source = Hoe weet u dit (register)
desk-dossier-sheltered = Advies beschut werk van UWV
desk-dossier-sheltered_from = Advies beschut werk sinds
desk-dossier-sheltered_source = Hoe weet u dit (beschut werk)
dossier-source =
    .letter = brief van UWV
    .portal = doelgroepregister voor professionals
    .told = verteld, nog niet gezien
ladder-step =
    .n1 = bijna geen contact met anderen
    .n2 = contacten buiten de deur
    .n3 = doet mee aan activiteiten, zoals een cursus
    .n4 = onbetaald werk
    .n5 = betaald werk met hulp
    .n6 = betaald werk zonder hulp
desk-ladder = Stap op de ladder
desk-ladder-history = Stappen op de ladder
desk-obstacles = Wat staat in de weg?
desk-obstacles-what = Alleen wat nu geregeld moet worden. Schrijf nooit op wat iemand mankeert.
obstacle =
    .childcare = kinderopvang
    .debts = schulden
    .transport = vervoer
    .language = taal
desk-dossier-ladder = Participatieladder (1 tot 6)
desk-dossier-birth_year = Geboortejaar
desk-save = Bewaar
desk-consents = Toestemming
desk-consents-none = Nog nergens om gevraagd.
desk-consent =
    .yes = ja
    .no = nee
consent-list = In de lijst voor werkgevers staan, zonder naam
consent-card = Een kaart zonder naam voor { $employer } ({ $title })
consent-name = Naam en nummer gegeven aan { $employer } ({ $title })
consent-plan = Akkoord met het plan, versie { $n }
desk-viewers = Wie keek in dit dossier
desk-answered = beantwoord
desk-demands = Wat gevraagd wordt
desk-agreement = Afspraken
desk-somebody = iemand
desk-fill = Vervuld
desk-close = Sluiten
desk-contact = Contactpersoon
desk-state-proposed = wacht op de coach
desk-state-approved = ligt bij de werkzoekende
desk-state-declined = niet passend
desk-state-interested = werkzoekende wil
desk-state-not_interested = werkzoekende wil niet
desk-state-introduced = ligt bij de werkgever
desk-state-invited = uitgenodigd
desk-state-rejected = werkgever wil niet
desk-state-met = ontmoet
desk-state-placed = geplaatst
desk-state-not_placed = niet geplaatst
desk-state-withdrawn = ingetrokken
desk-event-match-proposed = voorgesteld
desk-event-match-reconsidered = weer op de lijst
desk-event-match-reopened = gaat verder na heropenen
desk-event-vacancy-changed = veranderd
desk-event-vacancy-hold = even stilgezet
desk-event-vacancy-looked-allow = bekeken: mag zo
desk-event-vacancy-looked-better = bekeken: andere woorden
desk-event-vacancy-looked-refuse = bekeken: niet geplaatst
desk-event-vacancy-unhold = gaat verder
desk-event-vacancy-split = gesplitst
desk-event-match-demands-changed = eisen veranderd
desk-event-vacancy-reopened = heropend
desk-event-match-applied = wilde dit zelf
desk-event-vacancy-answered = antwoord gegeven aan de werkgever
desk-event-vacancy-looked-again = gevraagde mensen opnieuw bekeken
desk-event-vacancy-renewed = verlengd
desk-event-profile-confirmed = bevestigd
desk-event-check-in-missing = geen antwoord bij nazorg
desk-event-match-approved = voorgelegd aan de werkzoekende
desk-event-match-declined = niet passend
desk-event-match-interested = werkzoekende wil
desk-event-match-not_interested = werkzoekende wil niet
desk-event-match-introduced = getoond aan de werkgever, zonder naam
desk-event-match-invited = uitgenodigd door de werkgever
desk-event-match-rejected = werkgever wil niet
desk-event-match-agreed = namen en nummers gegeven
desk-event-match-met = ontmoet
desk-event-match-placed = geplaatst
desk-event-match-not_placed = niet geplaatst
desk-event-match-withdrawn = ingetrokken
desk-event-profile-saved = profiel bewaard
desk-event-dossier-saved = dossier bewaard
desk-event-document-received = bestand ontvangen
desk-event-coach-assigned = coach gekozen
desk-event-visibility = zichtbaarheid veranderd
desk-event-paused = pauze
desk-event-resumed = doet weer mee
desk-event-asked-for-person = vroeg om een mens
desk-event-answered = antwoord gegeven
desk-event-unreachable = niet te bereiken
desk-event-vacancy-reported = vacature gemeld
desk-event-vacancy-filled = vervuld
desk-event-vacancy-closed = gesloten
desk-event-vacancy-expired = verlopen
desk-event-employer-saved = gegevens bewaard
desk-event-employer-verified = gecontroleerd
desk-event-other = gewijzigd
desk-why-match-declined =
    .skills = kan het werk (nog) niet
    .travel = te ver
    .hours = uren of tijden passen niet
    .not_suited_now = past nu niet
    .plan = past niet bij het plan
    .other_match = andere match gaat voor
    .other = iets anders
desk-why-match-not_interested =
    .work = het werk
    .travel = te ver
    .hours = de uren
    .wage = het loon
    .employer = de werkgever
    .not_now = nu niet
    .other = iets anders
desk-why-match-rejected =
    .skills = mist iets wat nodig is
    .hours = uren of tijden passen niet
    .filled = de plek is al weg
    .language = te weinig Nederlands
    .other_candidate = iemand anders past beter
    .other = iets anders
desk-why-match-not_placed =
    .no_show = kwam niet
    .no_fit = paste niet
    .other_work = ander werk gevonden
    .employer_stopped = werkgever ging niet door
    .other = iets anders
desk-why-match-withdrawn =
    .silent = de werkgever gaf geen antwoord
    .profile = de werkzoekende stopte
    .vacancy = de vacature is gesloten
    .filled = de vacature is vervuld
    .erased = de gegevens zijn gewist
    .changed = past niet meer
    .agreement = volgens afspraak
desk-waits = wacht { $since }
desk-show-all = Toon alle { $n }
desk-still-open = ; nog vragen: { $fields }
desk-office = Beheer
desk-pages = Pagina’s
desk-compare = Werkzoekende en vacature naast elkaar
desk-pair = { $name } en { $title } bij { $employer }
desk-candidate = Kandidaat
desk-not-asked = niet gevraagd
desk-not-asked-all = { $n ->
    [one] Eén ding vraagt de vacature niet
   *[other] { $n } dingen vraagt de vacature niet
}
desk-to-ask = Nog te vragen aan de werkzoekende:
desk-record = Leg vast
desk-sign-free = niet gevraagd
desk-sign-learn = te leren
desk-wants-did = Wil: { $wanted }. Deed: { $done }.
desk-must-nice = Moet: { $must }. Mooi meegenomen: { $nice }.
desk-only-nice = Mooi meegenomen: { $nice }
desk-travel-limit = { $travel }, tot { $limit }
desk-offered-yes = biedt de werkgever
desk-offered-no = biedt de werkgever niet
desk-offered-unknown = nog niet bekend
desk-search-vacancy = Zoek op functie of bedrijf
desk-count-vacancies = { $n ->
    [one] Eén vacature
   *[other] { $n } vacatures
}
desk-no-coach-yet = nog geen coach
desk-running = { $n ->
    [0] geen open matches
    [one] één open match
   *[other] { $n } open matches
}
desk-changed = { $ago } geleden
desk-chances = Kans op kandidaten
desk-now = { $n ->
    [0] Met deze eisen past nu niemand.
    [one] Met deze eisen past nu één persoon.
   *[other] Met deze eisen passen nu { $n } mensen.
}
desk-without = Zonder “{ $demand }”
desk-licence = rijbewijs { $code }
desk-source = in de tekst: “{ $words }”
desk-questions = Vragen aan een mens
desk-no-questions = Er zijn geen vragen gesteld.
desk-settled = Al geregeld, bijvoorbeeld gebeld
desk-old = lang geleden bevestigd: { $day }
desk-parked-title = Niet verwerkt
desk-parked = { $n ->
    [one] Eén bericht kon niet worden verwerkt
   *[other] { $n } berichten konden niet worden verwerkt
}
    .why = de mensen kregen een vriendelijk bericht
    .action = Bekijk
desk-retry = Probeer opnieuw
desk-invited = Uitnodiging van { $name } wacht nog
    .why = een uitnodiging werkt 14 dagen
    .action = Bekijk
desk-invite = Collega uitnodigen
desk-role = Rol
desk-team = Team
desk-lead = teamleider
desk-make-invitation = Maak uitnodiging
desk-invited-link = Geef deze link aan uw collega. Hij werkt één keer, 14 dagen lang. U ziet hem alleen nu.
desk-invitations = Nog niet gebruikte uitnodigingen
desk-until = geldig tot { $at }
desk-colleagues = Collega’s
desk-left-office = geen toegang meer
desk-you = dat bent u
desk-reset = Tweede stap opnieuw
desk-stop = Stop toegang
desk-event-second-factor-reset = tweede stap opnieuw
desk-field-occupation = Werk
desk-field-home = Woonplaats
desk-field-wanted = Gewenst werk
desk-field-done = Eerder werk
desk-field-skills = Vaardigheden
desk-field-hours = Uren per week
desk-field-times = Tijden
desk-field-travel = Reizen
desk-field-limit = Langste reis
desk-field-licence = Rijbewijs
desk-field-dutch = Nederlands spreken
desk-field-languages = Andere talen
desk-field-start = Begin
desk-field-level = Niveau
desk-field-contract = Contract
desk-field-schooling = School
desk-field-helps = Wat helpt
desk-field-reading = Lezen en schrijven
desk-complete = { $percent } % compleet

# Wat net gedaan is.
desk-undo = Ongedaan maken
desk-done-approved = Voorgelegd. De werkzoekende krijgt nu bericht.
desk-done-declined = Afgewezen. De werkzoekende hoort hier niets van.
desk-done-later = Deze match komt morgen terug.
desk-done-back = De match wacht weer op u.
desk-done-filled = De vacature is vervuld. Open matches zijn gestopt.
desk-done-closed = De vacature is gesloten. Open matches zijn gestopt.
desk-done-hold = De vacature staat even stil. Er wordt niemand gevraagd.
desk-done-looked = Uw besluit is vastgelegd. De werkgever hoort het.
desk-done-called = Het telefoongesprek is genoteerd.
desk-done-listed = De lijst ligt nu bij de werkgever.
desk-call-now = Bel deze werkgever
desk-call-what = De werkgever wil gebeld worden. Wat u vertelt, staat in uw gesprek en op deze pagina. Noteer een antwoord over een kandidaat bij de match.
desk-called = Ik heb gebeld
desk-list-waits = { $n ->
    [one] Eén kandidaat zei ja en wacht op de lijst.
   *[other] { $n } kandidaten zeiden ja en wachten op de lijst.
}
desk-list-now = Leg de lijst nu voor
desk-to-invited = Werkgever wil kennismaken
desk-to-rejected = Werkgever wil niet
desk-event-call-due = moet gebeld worden
desk-event-call-done = gebeld
desk-done-open = De vacature is weer open.
desk-done-assigned = De coach is gekozen.
desk-done-sent = Uw bericht is onderweg.
desk-done-noted = De notitie is bewaard.
desk-stop-sure = Dit kan niet ongedaan worden gemaakt. Iemand kan later wel opnieuw worden uitgenodigd.
desk-stop-yes = Ja, stop de toegang van { $name }

# Samen aan de balie of aan de telefoon.
desk-new-person = Iemand nieuw aan de balie
desk-somebody-new = iemand nieuw
desk-together = Samen invullen
desk-talk-with = Samen met { $name }
desk-together-what = Lees de vraag voor en vul het antwoord in. Wat u hier invult, gaat niet naar de telefoon. Het profiel noemt uw naam erbij. Toestemming, interesse, gegevens ophalen of wissen: dat doet iemand zelf, op de eigen telefoon.
desk-together-before = U vult in wat { $name } zegt, aan de balie of aan de telefoon. { $name } krijgt hiervan bericht, met uw naam. U ziet alleen wat u samen invult, niet het eigen gesprek.
desk-together-own = Toestemming, interesse, gegevens ophalen of wissen: dat doet iemand zelf, op de eigen telefoon.
desk-together-begin = Begin met samen invullen
desk-together-done = Klaar met samen invullen
desk-all-answers = Alle antwoorden
desk-more-questions = Verder vragen
desk-to-file = Naar het dossier
desk-way-back = Weer toegang geven
desk-way-back-what = Is { $name } het gesprek kwijt, en is er geen code meer? Dan maakt u hier een code om terug te komen. Kijk eerst of het echt om deze persoon gaat: de code opent het hele gesprek.
desk-way-back-check = Dit controleert u
    .seen = Zit de persoon voor u? U kent de persoon, of u kijkt even naar een pas met foto. U schrijft er niets van op.
    .called = Belt de persoon? Hang op en bel zelf { $phone }, het nummer uit het dossier. Vraag twee dingen die alleen deze persoon weet, zoals het laatste werk en wat u de vorige keer afsprak.
    .no-phone = Belt de persoon? Er staat geen nummer in het dossier. Vraag dan of de persoon langskomt.
    .bsn = Vraag nooit naar het BSN. Maak geen kopie en geen foto van een pas.
    .doubt = Twijfelt u? Maak dan geen code.
desk-way-back-missing = Zet eerst een vinkje, en kies hoe u het controleerde.
desk-way-back-sure = Ik heb gecontroleerd dat dit { $name } is.
desk-way-back-seen = De persoon zit voor mij: maak een code
desk-way-back-called = Ik belde het nummer uit het dossier: maak een code
desk-way-back-made = Geef deze code alleen aan { $name }. Hij werkt één keer, een kwartier lang, op { $where }. Met deze code vervallen eerdere codes, en browsers die het gesprek nog open hadden. Wij melden dit ook op andere telefoons van deze persoon.
desk-elsewhere = Verder op de eigen telefoon
desk-elsewhere-what = Laat { $name } deze code zelf scannen of typen. Hij werkt één keer, een kwartier lang. Een eerdere code werkt niet meer. Wij melden dit ook in het gesprek.
desk-contact-link-what = Geef deze link of code alleen aan { $name }. Hij werkt één keer, twee weken lang. Een eerdere code werkt niet meer.
desk-elsewhere-picture = QR-code naar het gesprek
desk-back-to-talk = Terug naar het gesprek
desk-event-code-made = code gemaakt voor een eigen telefoon
desk-event-way-back = code gemaakt om terug te komen
desk-event-code-used = gesprek geopend met een code
desk-event-together-began = begon met samen invullen
desk-event-together-ended = klaar met samen invullen
desk-event-desk-began = aan de balie begonnen

# Lijsten, notities en vaste teksten.
desk-order = Volgorde
desk-order-usual = Gewone volgorde
desk-order-changed = Laatst veranderd
desk-order-name = Naam
desk-order-complete = Minst compleet
desk-order-matches = Minste matches
desk-order-silent = Langst stil
desk-only-old = Verouderd
desk-only-no-match = Zonder match
desk-only-silent = 30 dagen stil
desk-only-unreachable = Niet te bereiken
desk-views = Mijn lijsten
desk-view-save = Bewaar deze lijst
desk-view-name = Naam van de lijst
desk-view-remove = Gooi lijst { $name } weg
desk-notes = Notities
desk-note = Nieuwe notitie
desk-note-what = Voor u en uw collega’s. De werkzoekende mag notities lezen. Schrijf geen ziekte, afkomst of BSN op.
desk-event-note = notitie
desk-delivery-sent = verstuurd
desk-delivery-waiting = wordt verstuurd
desk-delivery-dead = niet aangekomen
desk-delivery-desk = aan de balie
desk-canned = Vaste teksten:
desk-canned-call = Bellen
desk-canned-appointment = Afspraak
desk-canned-papers = Papieren
desk-canned-hello = Kennismaken
desk-canned-missed = Gemist
desk-note-save = Bewaar notitie
desk-view-keep = Bewaar lijst

# Het bord met vacatures.
desk-board-state = Stand van de vacature
desk-board-all = Alles
desk-board-mine = Van mij
desk-board-unverified = Werkgever niet gecontroleerd
desk-board-no-match = Zonder kandidaten
desk-board-expiring = Verloopt binnen 7 dagen
desk-board-order-usual = Wacht op antwoord eerst
desk-board-order-newest = Nieuwste eerst
desk-board-order-expiring = Verloopt het eerst
desk-board-order-matches = Minste matches
desk-open-until = open tot { $day }

# Een vacature: wat eisen kosten, het antwoord binnen 72 uur, en verlengen.
desk-what-if = Als dit anders wordt
desk-more = Erbij
desk-total = Samen
desk-costs-nobody = Deze eisen kosten nu niemand: { $demands }
desk-softer-hours = Vanaf { $asked } uur per week
desk-softer-times = Zonder { $asked }
desk-softer-start = Beginnen op { $asked }
desk-softer-level = Niveau: { $asked }
desk-softer-dutch = Nederlands: { $asked }
desk-unusual = Ongewoon voor dit werk: { $demand }. Van { $people } mensen voor wie het werk past, voldoen er { $meet } aan.
desk-carving = Misschien kan een collega dit doen: { $tasks }. Wat blijft: { $left }. Dan passen { $then } mensen.
desk-72 = Antwoord binnen 72 uur
desk-72-changed = Het aantal kandidaten is net veranderd. Lees het antwoord opnieuw. Uw woorden staan er nog.
desk-72-what = Dit leest de werkgever. Verstuurt u niets? Dan gaat dit antwoord vanzelf, voor { $at }.
desk-72-count = Kandidaten nu
desk-72-band = De werkgever leest:
desk-72-term = Zelf een termijn noemen, in dagen (leeg: wat hierboven staat)
desk-72-words = Uw eigen woorden erbij
desk-72-send = Verstuur antwoord
desk-72-sent = Verstuurd { $at }
desk-72-exact = Het precieze aantal was { $n }. De werkgever ziet dat niet.
desk-weeks = { $n } weken
desk-renew-weeks = Langer open
desk-renew-close = Verlengen of sluiten
desk-renew-do = Verleng
desk-done-replied = Het antwoord is onderweg naar de werkgever.
desk-done-renewed = De vacature staat langer open.

# Kandidaten naast elkaar.
desk-candidates = Kandidaten
desk-compare-candidates = Vergelijk kandidaten
desk-candidates-for = Kandidaten voor { $title } bij { $employer }
desk-candidates-table = Kandidaten naast elkaar
desk-candidate-n = Kandidaat { $n }
desk-not-proposed = nog niet voorgesteld
desk-choose = Kies
desk-choose-do = Leg de vacature voor aan wie u koos
desk-choose-first = Kies eerst een of meer kandidaten.
desk-chosen = { $n ->
    [one] Voorgelegd. Eén werkzoekende krijgt nu bericht.
   *[other] Voorgelegd. { $n } werkzoekenden krijgen nu bericht.
}
desk-not-chosen = Bij { $name } ging het niet.
desk-hidden = { $n ->
    [one] Eén kandidaat ziet u hier niet. Een andere coach beslist daarover.
   *[other] { $n } kandidaten ziet u hier niet. Een andere coach beslist daarover.
}
desk-reasons-for = Waarom wel
desk-reasons-against = Let op
desk-no-points = telt niet mee in de score

# Kansen: zoeken vanuit één werkzoekende.
desk-as-employers = Wie er op de lijst voor werkgevers staan
desk-chances-short = Kansen
desk-chances-for = Kansen voor { $name }
desk-chances-find = Zoek kansen
desk-chances-unknown = Wij weten nog niet welk werk deze persoon wil of deed. Vraag dat eerst.
desk-near = Vacatures die er dicht bij komen
desk-near-what = Dit werk lijkt op wat deze persoon wil of deed. Het past nog niet. U ziet wat er tussen staat.
desk-near-unknown = Er is nog te weinig bekend om het goed te zien.
desk-near-match = Maak een match: { $title }
desk-near-none = Er is nu geen vacature die er dicht bij komt.
desk-hired = Werkgevers die zulke mensen aannamen
desk-hired-what = In de laatste { $years } jaar, voor werk dat hierop lijkt. Bel gerust, ook zonder vacature.
desk-hired-people = { $n ->
    [one] één persoon
   *[other] { $n } mensen
}
desk-hired-nothing = nu geen vacature hiervoor
desk-hired-none = Wij kennen nog geen werkgever die zulke mensen aannam.

# Gelijke kansen: wat ons werk per groep doet.
desk-impact = Gelijke kansen
desk-impact-what = Komt iedereen even vaak aan bod? U ziet mensen, geen matches. Het programma leest deze gegevens nooit bij het matchen.
desk-impact-by = Vergelijk op
desk-impact-by-age = Leeftijd
desk-impact-by-benefit = Uitkering
desk-impact-by-ladder = Trede op de ladder
desk-impact-by-register = Doelgroepregister
desk-impact-by-dutch = Nederlands spreken
desk-impact-by-level = Niveau
desk-impact-by-language = Taal van het gesprek
desk-impact-by-support = Hoeveel hulp nodig is
desk-impact-by-organisation = Organisatie
desk-impact-period = Periode
desk-impact-days = { $n ->
    [365] het laatste jaar
   *[other] de laatste { $n } dagen
}
desk-impact-show = Toon
desk-impact-people = Mensen
desk-impact-invited = Voorgelegd
desk-impact-introduced = Voorgesteld
desk-impact-placed = Geplaatst
desk-impact-share = { $percent }%
desk-impact-small = minder dan { $n } mensen: dit laten wij niet zien
desk-impact-few = te weinig
desk-impact-care = Aantallen onder { $n } staan er niet, zodat niemand te herkennen is. Een verschil is nog geen oorzaak: praat erover met de coaches. Geslacht en afkomst leggen wij niet vast. Daarop kunnen wij dus niet vergelijken.
impact-age-to-26 = tot en met 26 jaar
impact-age-27-49 = 27 tot en met 49 jaar
impact-age-from-50 = 50 jaar en ouder
impact-register-yes = ja
impact-register-no = nee
impact-language-nl = Nederlands
impact-language-en = Engels
impact-support-self = kan zelf zoeken
impact-support-some = een beetje hulp
impact-support-much = veel hulp

# Een werkgever.
desk-to-employer = Naar de werkgever
desk-check = Controleren
desk-done-verified = De werkgever is gecontroleerd en krijgt bericht.
desk-done-ambassador = Bewaard.
desk-contacts = Contactpersonen
desk-contact-owner = meldde het bedrijf aan
desk-contact-colleague = collega
desk-contact-add = Contactpersoon erbij
desk-contact-make = Maak contactpersoon
desk-contact-wrong = Dit nummer of e-mailadres klopt niet. Kijk het na.
desk-contact-link = Link voor de eerste keer
desk-done-contact = De contactpersoon staat erbij. Geef nu de link.
desk-contact-change = Wijzig
desk-contact-leaves = Weg bij dit bedrijf
desk-contact-leaves-what = { $name } ziet dan niets meer van dit bedrijf. Een collega krijgt alle vacatures en de vragen die nog open staan. U kunt dit niet terugdraaien.
desk-contact-by = Wie neemt het over
desk-contact-leave = Draag over
desk-contact-alone = Maak eerst een andere contactpersoon. Die kan alles overnemen.
desk-done-contactchanged = De gegevens van de contactpersoon zijn bewaard.
desk-done-contactleft = Een collega heeft het overgenomen en krijgt bericht.
desk-asks = heeft een vraag
desk-no-agreement = nog geen afspraken
desk-introduced = Kandidaten die deze werkgever zag
desk-placements = Begonnen met werken
desk-own-work = zelf gevonden
desk-works-running = werkt hier sinds { $day }
desk-works-ended = gestopt op { $day }
desk-ambassador = Ambassadeur
desk-ambassador-is =
    .yes = Andere werkgevers mogen bij dit bedrijf vragen hoe het gaat.
    .no = Andere werkgevers mogen hier niet naar vragen, of dat is nog niet besproken.
desk-ambassador-set =
    .yes = Is ambassadeur
    .no = Is geen ambassadeur meer
desk-note-employer = Voor wie deze werkgever helpt. Schrijf niets over ziekte, afkomst of een BSN op.
desk-event-contact-changed = gegevens van een contactpersoon gewijzigd
desk-event-contact-left = contactpersoon weg, een collega neemt het over
desk-event-contact-added = contactpersoon erbij
desk-event-ambassador-yes = is ambassadeur
desk-event-ambassador-no = is geen ambassadeur meer

# Overdracht aan een ander team.
desk-transfer = Overdracht
desk-transfer-open = Draag over aan een ander team
desk-transfer-asked = { $by } vraagt overdracht aan { $team }.
desk-transfer-choose = Kies een team
desk-transfer-why = Waarom
desk-transfer-then = De werkzoekende krijgt bericht. Uw team ziet dit dossier daarna niet meer.
desk-transfer-lead = De teamleider beslist hierover.
desk-transfer-do = Draag over
desk-transfer-ask = Vraag overdracht
desk-transfer-yes = Akkoord, draag over
desk-transfer-no = Niet overdragen
desk-transfer-back = Trek de vraag in
desk-done-asked = De vraag ligt bij de teamleider.
desk-done-handed = Overgedragen. Het andere team kiest een coach.
desk-done-kept = De werkzoekende blijft bij dit team.
desk-event-transfer-asked = overdracht gevraagd
desk-event-transferred = overgedragen aan een ander team
desk-event-transfer-stopped = overdracht gaat niet door
desk-arrived = { $name } komt van een ander team
    .why = nog geen coach
    .action = Open dossier
desk-to-decide = Overdracht beslissen: { $name }
    .why = een collega vraagt een ander team
    .action = Beslis
