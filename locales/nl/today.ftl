# Vandaag: wat er op een bureau wacht.

desk-question = { $name } heeft een vraag
    .why = nog geen antwoord
    .action = Lees en antwoord
desk-name-of = { $name } van { $company }
desk-appointment = { $at }: { $name } bij { $company }
    .why = { $kind }
    .action = Bekijk afspraak
desk-met = Hoe ging het? { $name } bij { $company }
    .why = de afspraak was { $at }
    .action = Leg vast
desk-attention = { $name } bij { $company }: hoe gaat het op het werk ({ $moment })
    .why = { $said }
    .action = Bekijk
desk-attention-employer =
    .bad = de werkgever gaf een slecht antwoord
    .none = de werkgever gaf geen antwoord
desk-attention-jobseeker =
    .bad = de werkzoekende gaf een slecht antwoord
    .none = nog geen antwoord gehad
desk-attention-coach =
    .bad = een collega zag dat het slecht gaat
    .none = nog geen antwoord van een collega
desk-task = { $name } bij { $company }: { $moment }
    .why = { $earlier ->
        [0] { $how }
        [one] { $how }, en één moment daarvoor
       *[other] { $how }, en { $earlier } momenten daarvoor
    }
    .action = Bekijk
desk-task-measure = meten op de werkplek, met: { $method }
desk-task-ask = deze taak na de plaatsing is nog niet gedaan
desk-going-on = Verder samen invullen met { $name }
    .why = het gesprek is nog niet klaar
    .action = Ga verder
desk-match = Match beoordelen: { $name } en { $title } bij { $company }
    .why = past voor { $score } van 100{ $ask }
    .action = Bekijk match
desk-matches-of = { $n ->
    [one] Eén match beoordelen voor { $name }
   *[other] { $n } matches beoordelen voor { $name }
}
    .why = de beste: { $title } bij { $company }, past voor { $score } van 100{ $ask }
    .action = Bekijk matches
desk-no-plan = { $n ->
    [one] Eén persoon heeft nog geen plan
   *[other] { $n } mensen hebben nog geen plan
}
    .why = { $more ->
        [0] { $names }
       *[other] { $names } en nog { $more }
    }
    .action = Toon wie
desk-silent = { $n ->
    [one] Van één persoon hoorde u 30 dagen niets
   *[other] Van { $n } mensen hoorde u 30 dagen niets
}
    .why = { $more ->
        [0] { $names }
       *[other] { $names } en nog { $more }
    }
    .action = Toon wie
desk-with-colleague = { $others ->
    [0] bij { $colleague }
   *[other] bij { $colleague } en nog { $others } zoals dit
}
desk-only-no-plan = Geen plan

desk-old-demands = Eisen veranderd: { $name } en { $title } bij { $company }
    .why = anders: { $fields }. { $means }
    .action = Bekijk wat veranderde
desk-demands-changed = De werkgever vraagt nu iets anders
desk-demands-was = eerst { $was }, nu
desk-demands-mean-no = Past nu niet meer: wat echt moet, kan niet.
desk-demands-mean-less = Past nu minder goed: eerst { $was } van 100, nu { $now }.
desk-demands-mean-still = Past nog steeds: eerst { $was } van 100, nu { $now }.
desk-demands-keep = Houd deze match
desk-demands-end = Stop deze match
desk-done-demandskeep = Bewaard. De match gaat door.
desk-done-demandsend = Gestopt. De werkzoekende hoort het.
desk-event-match-demands-kept = bekeken na nieuwe eisen: gaat door

# De lijst van werkgevers.
desk-employers = Werkgevers
desk-search-employer = Zoek op bedrijf of KvK-nummer
desk-employers-count = { $n ->
    [one] Eén werkgever
   *[other] { $n } werkgevers
}
desk-employers-all = Allemaal
desk-employers-mine = Van mij
desk-employers-due = Nu iets te doen
desk-employers-never = Nooit gesproken
desk-employers-unverified = Niet gecontroleerd
desk-employers-nobodys = Zonder accountmanager
desk-employers-double = Dubbel
desk-employer-double = Zelfde KvK-nummer
desk-employer-owners = Meer dan één accountmanager
desk-employer-open = { $n ->
    [one] één open vacature
   *[other] { $n } open vacatures
}
desk-employer-visits = { $n ->
    [one] één keer bezocht
   *[other] { $n } keer bezocht
}
desk-touch = Laatste contact
desk-touch-never = nog nooit gesproken
desk-touch-said = schreef zelf, { $ago } geleden
desk-touch-mine = u ({ $how }), { $ago } geleden
desk-touch-by = al benaderd door { $name } ({ $how }), { $ago } geleden
desk-how = Wat deed u?
    .note = notitie
    .call = gebeld
    .visit = bezocht
desk-next = Volgende stap
    .check = controleren, sinds
    .answer = antwoord op vacature, voor
    .expires = vacature loopt af op
    .contact = contact, op
desk-next-none = niets gepland
desk-next-now = nu
desk-next-when = Wanneer weer contact? (mag leeg)
desk-call-employer = Contact met { $company }
    .why = dit had u gepland
    .action = Open werkgever

# Wie iets deed.
desk-done-by = door { $name }
desk-settled-by = afgehandeld door { $name }, { $day }
desk-verified-by = door { $name }, { $day }
desk-plan-made = Gemaakt door
desk-company-new = Nieuwe werkgever
desk-company-known = Deze werkgever is er al
desk-company-known-what = Open de werkgever die er is. Is dit echt een andere? Maak hem dan toch. Met hetzelfde KvK-nummer blijft er één accountmanager.
desk-company-contact = Wie spreekt u?
desk-company-mine = Ik
desk-company-make = Leg deze werkgever vast
desk-company-anyway = Toch een nieuwe maken
desk-company-facts = Gegevens wijzigen
desk-company-told = Wie voor de werkgever spreekt, krijgt bericht met uw naam.
desk-done-entered = De werkgever is vastgelegd.
desk-done-factschanged = Gewijzigd. De werkgever krijgt bericht.
desk-event-employer-changed = gegevens gewijzigd
wrong-kvk = Een KvK-nummer heeft 8 cijfers.
wrong-place = Deze plaats kennen wij niet. Typ een plaats of 4 cijfers van de postcode.
wrong-phone = Dit telefoonnummer kan niet. Controleer het nummer.
wrong-email = Dit e-mailadres kan niet. Controleer het adres.
