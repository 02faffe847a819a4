# Herinneringen aan werkgevers en medewerkers.

nudge-match-employer = Er wacht een kandidaat op uw antwoord voor { $title }. Eén druk op de knop is genoeg.
nudge-meeting-contact-1 = U heeft een afspraak voor { $title }: { $at }.
nudge-meeting-contact-2 = Hoe ging het gesprek voor { $title }?
nudge-check-in-employer = Hoe gaat het met { $name } bij u op het werk?
nudge-expiring = Uw vacature { $title } staat open tot { $day }. Zoekt u nog?
nudge-progress = Zo staat uw vacature { $title } ervoor. Wij kijken naar { $looking } mogelijke kandidaten. { $waiting } kaarten wachten op uw antwoord. Met { $meeting } mensen maakt u kennis.
nudge-look-2 = Wij beloofden u een antwoord over { $title }. Een collega moet er nog naar kijken. Dat duurt te lang en het spijt ons. Wilt u er nu over praten? Typ dan: bel mij.
nudge-open-meeting = Bekijk de kaart
nudge-open-renew = Kies wat u wilt
nudge-open-review = Bekijk de match
silent-closed-contact = Wij hoorden niets van u over een kandidaat voor { $title }. Wij hebben die voorstelling gestopt. Zoekt u nog iemand? Laat het ons weten.
vacancy-expired = Uw vacature { $title } is verlopen en staat niet meer open.
    .renew = Zet weer open
renew-choice = Uw vacature { $title } staat open tot { $day }. Wat wilt u?
    .label = Vacature
    .hint = Verlengt u? Dan zoeken wij verder. Anders stoppen wij met zoeken.
    .weeks2 = 2 weken langer
    .weeks2-also = twee weken
    .weeks4 = 4 weken langer
    .weeks4-also = vier weken, een maand
    .weeks8 = 8 weken langer
    .weeks8-also = acht weken, twee maanden
    .filled = Vervuld
    .filled-also = gevonden, ik heb iemand
    .close = Stoppen met zoeken
    .close-also = sluiten, niet meer nodig
renew-done = Goed. Uw vacature staat open tot { $day }.
renew-filled = Gefeliciteerd! De vacature is vervuld.
renew-close = Goed. De vacature is gesloten.
answer-72 = Dit kunnen wij voor uw vacature { $title } doen. Mogelijke kandidaten: { $count }. Uw contactpersoon is { $contact }, telefoon { $phone }.
answer-72-nobody = Voor uw vacature { $title } is er nu niemand in de regio die past. Daarom noemen wij geen termijn. Uw contactpersoon is { $contact }, telefoon { $phone }.
answer-72-strike = Er is een staking of uitsluiting in uw bedrijf. Daarom mogen wij nu niet bemiddelen voor { $title } (Wet SUWI, artikel 31a). Is het voorbij? Wijzig dan uw vacature. Uw contactpersoon is { $contact }, telefoon { $phone }.
answer-72-counted = Het afgelopen jaar kwam het bij { $n } vacatures in deze regio tot een kennismaking. Bij de helft was dat binnen { $half } dagen, bij 8 van de 10 binnen { $days } dagen. Het lukt niet altijd.
answer-72-estimate = Een eerste kennismaking schatten wij op { $half } tot { $days } dagen. Dit is een schatting: er zijn nog te weinig kennismakingen om te tellen.
answer-72-person = Uw contactpersoon verwacht een eerste kennismaking binnen { $days } dagen.
answer-72-nothing-needed = U heeft geen regeling nodig om iemand aan te nemen. Blijkt later dat iemand hulp nodig heeft? Dan kijken wij wat er kan.
answer-72-instruments = Misschien kan dit helpen. De regio beslist erover:
    { $list }
answer-72-words = Van uw contactpersoon: { $words }
answer-72-program = Dit bericht is automatisch gemaakt, omdat wij u binnen 72 uur antwoord beloven.
instrument-trial-placement = Proefplaatsing: eerst een tijd op proef
instrument-wage-subsidy = Loonkostensubsidie
instrument-job-coach = Jobcoach: begeleiding op de werkplek
instrument-no-risk = No-riskpolis: loon bij ziekte vergoed
instrument-tax-credit = Loonkostenvoordeel
instrument-tax-credit-declared = Loonkostenvoordeel met verklaring
instrument-workplace-adaptation = Aanpassing van de werkplek
instrument-schooling = Scholing
instrument-job-carving = Advies over taken anders verdelen
digest = Goedemorgen. { $n ->
    [one] Er wacht één ding langer dan afgesproken:
   *[other] Er wachten { $n } dingen langer dan afgesproken:
}
nudge-intake-coach = • Begon en stopte met de vragen: { $n }, zoals { $name }
nudge-match-coach-coach = • Matches om te beoordelen: { $n }, zoals { $title }
nudge-match-coach-lead = { $n ->
    [one] Een match wacht al dagen op een besluit: { $title } bij { $employer }.
   *[other] { $n } matches wachten al dagen op een besluit, zoals { $title } bij { $employer }.
}
nudge-match-jobseeker-coach = • Werkzoekende gaf geen antwoord: { $n }, zoals { $title }
call-contact = Bel { $who } ({ $number }) over { $title }. Deze werkgever wil gebeld worden.
call-meeting = Iemand wil dit werk. Vertel wat op de kaart staat, zonder naam. Noteer het antwoord bij de match.
nudge-match-list-account_manager = • Zei ja en wacht op de lijst van een werkgever: { $n }, zoals { $title }
nudge-match-verify-account_manager = • Werkgever nog controleren: { $n }, zoals { $employer }
nudge-match-employer-account_manager = { $n ->
    [one] { $employer } geeft geen antwoord over een kandidaat voor { $title }. Kunt u bellen?
   *[other] { $n } kandidaten wachten op antwoord van een werkgever, zoals bij { $employer } voor { $title }. Kunt u bellen?
}
nudge-match-confirm-coach = • Uitnodiging nog niet bevestigd: { $n }, zoals { $title }
nudge-answer-account_manager = { $n ->
    [one] { $employer } wacht twee dagen op antwoord over { $title }. Na drie dagen gaat er vanzelf een antwoord uit.
   *[other] { $n } vacatures wachten twee dagen op antwoord, zoals { $title } van { $employer }. Na drie dagen gaat er vanzelf een antwoord uit.
}
nudge-look-account_manager = { $n ->
    [one] De vacature { $title } van { $employer } wacht tot u kijkt wat erin staat. Niemand ziet hem tot dan.
   *[other] { $n } vacatures wachten tot u kijkt wat erin staat, zoals { $title } van { $employer }.
}
nudge-late-look-employers_lead = { $n ->
    [one] Niemand keek nog naar { $title } van { $employer }. De werkgever hoort anders dat het te lang duurt. Kijkt u?
   *[other] Naar { $n } vacatures keek nog niemand, zoals { $title } van { $employer }. De werkgevers horen anders dat het te lang duurt. Kijkt u?
}
nudge-check-in-coach-coach = • Nazorg: { $n }, zoals { $moment } bij { $employer }
nudge-check-in-coach-lead = • Nazorg die blijft liggen: { $n }, zoals { $moment } bij { $employer }
nudge-no-plan-coach = • Nog geen plan: { $n }, zoals { $name }
nudge-no-plan-lead = • Al lang geen plan: { $n }, zoals { $name }
nudge-plan-coach = • Plan bekijken: { $n }, zoals van { $name }
check-in-missing = { $name } gaf geen antwoord over het werk bij { $employer }. Kunt u bellen?
moment-day-1 = de eerste dag
moment-week-2 = week 2
moment-week-5 = week 5
moment-month-3 = maand 3
moment-month-6 = maand 6
moment-month-12 = maand 12
moment-end = het einde van de plaatsing
moment-wage-value = de loonwaardemeting
moment-other = nazorg
