# Het plan: lezen, afspreken, stappen afvinken, en of het nog klopt.

plan-none = nog niets
plan-none-yet = Je hebt nog geen plan. Een plan maak je samen met je coach. Wat wil jij graag?
plan-shown = Je plan. Je doel: { $goal }.
    Stappen:
    { $steps }
    Wat kan helpen: { $helps }.
    We kijken er weer naar op { $day }. Is een stap klaar? Druk erop.
plan-step-jobseeker = Jij: { $step }
plan-step-jobseeker-until = Jij, voor { $day }: { $step }
plan-step-coach = Je coach: { $step }
plan-step-coach-until = Je coach, voor { $day }: { $step }
plan-step-done = ✓ Klaar: { $step }
plan-step-done-until = ✓ Klaar: { $step } (voor { $day })
plan-wish = Ik wil iets toevoegen

plan-rights = Er is een plan voor je, { $name }. Eerst dit. Je hebt recht op hulp en uitleg. Je mag nee zeggen en meedenken. Jij doet de stappen die je afspreekt. Lukt iets niet, zeg het dan. Heb je dit gelezen?
    .label = Rechten en plichten
    .hint = Gelezen is nog geen ja. Je zegt zo pas wat je van het plan vindt.
    .read = Gelezen
    .read-also = ja, gelezen, ok
    .unclear = Ik wil er eerst over praten
    .unclear-also = nee, eerst praten, niet duidelijk
plan-answer = Dit is het plan. Je doel: { $goal }.
    Stappen:
    { $steps }
    Wat misschien kan helpen: { $helps }.
    We kijken er weer naar op { $day }. Wat vind je?
    .label = Je plan
    .hint = Wil je iets anders? Dan maakt je coach het plan anders. Ook je oude plan blijft bewaard.
    .yes = Ja, dit is mijn plan
    .yes-also = ja, goed, akkoord, prima
    .change = Ik wil iets anders
    .change-also = anders, veranderen, nee
    .unclear = Ik wil er eerst over praten
    .unclear-also = eerst praten, niet duidelijk
plan-words = Wat wil je anders?
    .label = Wat anders moet
    .hint = Schrijf in je eigen woorden wat je wilt. Een ander doel of een andere stap mag ook.
plan-thanks = Mooi! Dit is nu je plan. Je vindt het bij “Mijn plan”.
plan-changed = Dank je. Je coach leest het en praat er met je over.
plan-now-agreed = Je plan is nu van jullie samen. Je vindt het bij “Mijn plan”.
plan-review-holds = Op { $day } kijken we naar het plan van { $name }. Doel: { $goal }.
    Stappen:
    { $steps }
    Wat kan helpen: { $helps }.
    Klopt dit nog?
    .label = Klopt het nog
    .hint = Klopt het? Dan kijken we na een paar maanden weer.
    .yes = Ja, dit klopt nog
    .yes-also = ja, klopt, klopt nog
    .change = Nee, het moet anders
    .change-also = nee, anders, veranderen
plan-review-words = Wat moet er anders?
    .label = Wat anders moet
    .hint = Een korte zin is genoeg.
plan-review-thanks = Goed. Op { $day } kijken we weer.
plan-tick-done = Is deze stap klaar? { $step }
    .label = Klaar
    .hint = Je coach ziet dat de stap klaar is.
    .yes = Ja, klaar
    .yes-also = ja, gedaan, af
    .later = Nog niet
    .later-also = nee, nee nog niet
plan-tick-thanks = Knap gedaan! De stap is klaar.
plan-tick-later = Goed. De stap blijft in je plan.
plan-wish-words = Wat wil je in je plan?
    .label = Je wens
    .hint = Bijvoorbeeld: ik wil leren fietsen, of ik wil met mensen werken.

staff-plan-proposed = { $name } stelt een plan voor. Bekijk het in de console.
staff-plan-agreed = { $name } zegt ja tegen het plan.
staff-plan-objected = { $name } wil iets anders in het plan: { $words }
staff-plan-step = { $name } heeft een stap klaar: { $words }
staff-plan-wish = { $name } wil dit in het plan: { $words }
desk-event-plan-proposed = plan voorgesteld
desk-event-plan-agreed = ja tegen het plan
desk-event-plan-objected = wil iets anders in het plan
desk-event-plan-step-done = stap van het plan klaar
desk-event-plan-step-open = stap van het plan weer open
desk-event-plan-reviewed = plan bekeken, klopt nog
desk-event-plan-wish = wens voor het plan
