# Een match: coach, werkzoekende, werkgever, en samen kennismaken.

review-decision = Match: { $name } en { $title } bij { $employer } ({ $place }). Past voor { $score } van 100. U beslist; de score is een advies.

    Voor:
    { $for }

    Tegen:
    { $against }

    Nog niet bekend:
    { $unknown }

    Wat helpt:
    { $helps }
    .label = Beslissing
    .hint = Bij “Voorleggen” ziet de werkzoekende de vacature. De werkgever ziet nog niets.
    .approve = Voorleggen aan werkzoekende
    .approve-also = voorleggen, ja, akkoord, goedkeuren
    .decline = Niet passend
    .decline-also = nee, afwijzen, past niet
    .later = Later
    .later-also = straks, morgen
review-reason = Waarom past het niet?
    .label = Reden
    .hint = De reden wordt bewaard bij de match. De werkzoekende krijgt er geen bericht van, maar kan hem lezen bij de eigen gegevens.
    .skills = Kan het werk (nog) niet
    .travel = Te ver
    .hours = Uren of tijden passen niet
    .not_suited_now = Het past nu niet
    .plan = Past niet bij het plan
    .other_match = Andere match gaat voor
    .other = Iets anders
review-note = Wilt u er iets bij schrijven? Schrijf wat er in het werk niet past.
    .label = Toelichting
    .hint = Een korte zin voor uzelf en uw collega’s.
review-approve = De werkzoekende krijgt de vacature te zien.
review-decline = Vastgelegd: niet passend.
review-later = Goed. De match komt morgen terug.

interest-answer = Ik heb werk dat bij je kan passen: { $title } bij { $employer }.
    { $facts }

    Waarom dit past:
    { $why }

    Let op:
    { $think }

    Wil je dit werk?
    .label = Wil je dit?
    .hint = Zeg je ja? Dan ziet de werkgever wat je kunt en wanneer je kunt. Je naam ziet hij nog niet.
    .yes = Ik wil dit
    .yes-also = ja, graag, jazeker, jep, leuk, ok
    .no = Nee, dit niet
    .no-also = nee, nee dank je, liever niet, niet
interest-reason = Wat past er niet?
    .label = Reden
    .hint = Dan zoek ik de volgende keer beter.
    .work = Het werk
    .travel = Te ver
    .hours = De uren
    .wage = Het loon
    .employer = De werkgever
    .not_now = Nu niet
    .other = Iets anders
interest-yes = Mooi! De werkgever ziet nu wat je kunt, nog zonder je naam. Je hoort het als hij je wil leren kennen.
interest-yes-list = Mooi! Wij maken eerst een korte lijst voor de werkgever. Je hoort het als hij je wil leren kennen.
employer-unnamed = een werkgever in de regio
interest-yes-wait = Mooi! Wij controleren eerst de werkgever. Daarna ziet hij wat je kunt, zonder je naam.
interest-no = Goed dat je het zegt. Ik zoek verder.

meeting-answer = Iemand wil bij u werken als { $title }. U ziet nog geen naam.
    { $card }

    Wilt u kennismaken?
    .label = Kennismaken
    .hint = Zegt u ja? Dan vragen wij of de kandidaat ook wil. Daarna krijgt u de naam en het nummer.
    .invite = Ja, kennismaken
    .invite-also = ja, graag, uitnodigen, kennismaken
    .reject = Nee, deze keer niet
    .reject-also = nee, niet, liever niet, afwijzen
meeting-reason = Wat is de reden?
    .label = Reden
    .hint = Zo kunnen wij u beter helpen. De kandidaat krijgt alleen een vriendelijk bericht.
    .skills = Mist iets wat nodig is
    .hours = Uren of tijden passen niet
    .filled = De plek is al weg
    .language = Te weinig Nederlands
    .language-also = te weinig taal, spreekt weinig nederlands
    .other_candidate = Iemand anders past beter
    .other = Iets anders
meeting-invited = Dank u. Wij vragen of de kandidaat ook wil. U hoort het hier.
meeting-rejected = Dank u voor uw antwoord. Wij zoeken verder.
meeting-names = De kandidaat voor { $title } wil u graag ontmoeten. Naam: { $who }. Telefoon: { $number }. Belt u voor een afspraak?
meeting-withdrawn = De kandidaat voor { $title } wil toch niet verder. Wij zoeken verder voor u.

confirm-answer = Goed nieuws! { $employer } wil je leren kennen voor { $title }. Wil je dat ook? Dan krijgt de werkgever je naam en nummer. En jij krijgt die van de werkgever.
    .label = Kennismaken
    .hint = Zeg je nee? Dan krijgt de werkgever je naam niet.
    .yes = Ja, dat wil ik
    .yes-also = ja, graag, jazeker, jep, ok
    .no = Nee, toch niet
    .no-also = nee, liever niet, niet
confirm-full_name = Welke naam mag ik aan de werkgever geven?
    .label = Je naam
    .hint = Je voornaam en achternaam zijn genoeg.
confirm-phone = Op welk nummer mag de werkgever je bellen?
    .label = Telefoon
    .hint = Alleen deze werkgever en je coach krijgen dit nummer.
confirm-yes = Mooi! Voor { $title } praat je met { $who }. Telefoon: { $number }. De werkgever belt je, of bel zelf. Succes!
confirm-no = Goed. De werkgever krijgt je naam niet. Ik zoek verder met je mee.

refused =
    .decided = Hier is al over beslist. U hoeft niets te doen.
    .step = Dat kan nu niet bij deze match.
    .rights = U kunt hier niet over beslissen.
    .reason = Kies eerst een reden.
    .why = Schrijf eerst op waarom niet. De werkzoekende leest dat.
    .hold = De vacature staat even stil. Wij vragen nu niemand.
    .time = Deze dag, tijd of dit aantal kan niet. Kijk het na.
    .changed = Iemand anders veranderde dit net. Bekijk eerst hoe het nu is.
match-agreed = Kennismaking afgesproken voor { $title }: { $who }, { $number }.
contact-in-console = nummer staat in de console
contact-no-number = nog geen nummer

card-done = Heeft gewerkt als: { $names }
card-wanted = Wil werken als: { $names }
card-skills = Kan goed: { $names }
card-hours = Kan { $hours } per week werken
card-dutch = Spreekt Nederlands: { $level }
card-start = Kan beginnen op { $day }
card-near = Woont binnen { $km } kilometer van het werk (geschat)
card-far = Woont verder dan { $km } kilometer van het werk (geschat)
card-helps = Werkt goed met: { $helps }
card-helps-yes = { $help }: ja, de werkgever biedt dit
card-helps-no = { $help }: de werkgever noemde dit niet. Vraag ernaar.
card-helps-unknown = { $help }: nog niet bekend
card-helps-nothing = niets opgegeven

vacancy-line-place = Plaats: { $place }
vacancy-line-hours = { $hours } per week
vacancy-line-times = Tijden: { $times }
vacancy-line-wage = Loon: { $wage }
vacancy-line-start = Begin: { $day }
vacancy-line-own = Ook gevraagd: { $names }

staff-new-profile = Nieuw profiel: { $name }, voor { $percent } % compleet. Nog open: { $open }.
staff-new-vacancy = Nieuwe vacature: { $title } bij { $employer }. De werkgever hoort uiterlijk { $due } wat er kan.
staff-new-person = U bent nu de coach van { $name }. Kijk in de console bij Werkzoekenden.
staff-transfer-asked = Een collega wil { $name } overdragen aan { $team }. U beslist in de console.
staff-transfer-yes = { $name } gaat naar { $team }.
staff-transfer-no = { $name } gaat niet naar { $team }.
staff-transfer-arrived = { $name } komt van { $team } naar uw team. Kies een coach in de console.
staff-unreachable = { $name } is hier niet meer te bereiken. Kunt u bellen?
staff-parked = Er kon iets niet worden verwerkt. Kijk in de console bij Beheer.
staff-applied = { $name } wil zelf graag { $title }. Wat vindt u?
    .open = Bekijk
