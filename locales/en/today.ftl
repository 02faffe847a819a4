# Today: what waits at a desk.

desk-question = { $name } has a question
    .why = no answer yet
    .action = Read and answer
desk-name-of = { $name } of { $company }
desk-appointment = { $at }: { $name } at { $company }
    .why = { $kind }
    .action = See appointment
desk-met = How did it go? { $name } at { $company }
    .why = the appointment was { $at }
    .action = Record it
desk-attention = { $name } at { $company }: how work is going ({ $moment })
    .why = { $said }
    .action = Look
desk-attention-employer =
    .bad = the employer gave a bad answer
    .none = the employer gave no answer
desk-attention-jobseeker =
    .bad = the jobseeker gave a bad answer
    .none = no answer came yet
desk-task = { $name } at { $company }: { $moment }
    .why = { $how }
    .action = Look
desk-task-measure = measure at the workplace, with: { $method }
desk-task-ask = this is your task after the placement
desk-going-on = Go on filling in with { $name }
    .why = the talk is not finished
    .action = Go on
desk-match = Judge a match: { $name } and { $title } at { $company }
    .why = fits for { $score } of 100{ $ask }
    .action = See match
desk-matches-of = { $n ->
    [one] Judge one match for { $name }
   *[other] Judge { $n } matches for { $name }
}
    .why = the best: { $title } at { $company }, fits for { $score } of 100{ $ask }
    .action = See matches
desk-no-plan = { $n ->
    [one] One person has no plan yet
   *[other] { $n } people have no plan yet
}
    .why = { $more ->
        [0] { $names }
       *[other] { $names } and { $more } more
    }
    .action = Show who
desk-silent = { $n ->
    [one] You heard nothing of one person for 30 days
   *[other] You heard nothing of { $n } people for 30 days
}
    .why = { $more ->
        [0] { $names }
       *[other] { $names } and { $more } more
    }
    .action = Show who
desk-with-colleague = { $others ->
    [0] with { $colleague }
   *[other] with { $colleague } and { $others } more like this
}
desk-only-no-plan = Without a plan
