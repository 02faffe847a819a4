# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

plan-review-holds = Het plan van { $name } is aan de beurt sinds { $day }. Doel: { $goal }.
    Stappen:
    { $steps }
    Wat kan helpen: { $helps }.
    Klopt dit nog?
    .label = Klopt het nog
    .hint = Klopt het? Dan komt het over een paar maanden weer langs.
    .yes = Ja, dit klopt nog
    .change = Nee, het moet anders
plan-step-jobseeker = Werkzoekende: { $step }
plan-step-jobseeker-until = Werkzoekende, voor { $day }: { $step }
plan-step-coach = Coach: { $step }
plan-step-coach-until = Coach, voor { $day }: { $step }
plan-changed = Vastgelegd.
