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
desk-attention-coach =
    .bad = a colleague saw that it goes badly
    .none = no answer of a colleague yet
desk-task = { $name } at { $company }: { $moment }
    .why = { $earlier ->
        [0] { $how }
        [one] { $how }, and one moment before
       *[other] { $how }, and { $earlier } moments before
    }
    .action = Look
desk-task-measure = measure at the workplace, with: { $method }
desk-task-ask = this task after the placement is not done yet
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

# The list of employers.
desk-employers = Employers
desk-search-employer = Search by company or KvK number
desk-employers-count = { $n ->
    [one] One employer
   *[other] { $n } employers
}
desk-employers-all = All
desk-employers-mine = Mine
desk-employers-due = Something to do now
desk-employers-never = Never spoken
desk-employers-unverified = Not checked
desk-employers-nobodys = Without an account manager
desk-employers-double = Double
desk-employer-double = Same KvK number
desk-employer-owners = More than one account manager
desk-employer-open = { $n ->
    [one] one open vacancy
   *[other] { $n } open vacancies
}
desk-employer-visits = { $n ->
    [one] visited once
   *[other] visited { $n } times
}
desk-touch = Last contact
desk-touch-never = never spoken yet
desk-touch-said = wrote themselves, { $ago } ago
desk-touch-mine = you ({ $how }), { $ago } ago
desk-touch-by = already approached by { $name } ({ $how }), { $ago } ago
desk-how = What did you do?
    .note = note
    .call = called
    .visit = visited
desk-next = Next step
    .check = check, since
    .answer = answer about a vacancy, before
    .expires = vacancy ends on
    .contact = contact, on
desk-next-none = nothing planned
desk-next-now = now
desk-next-when = When in touch again? (may be empty)
desk-call-employer = Contact with { $company }
    .why = you planned this
    .action = Open employer

# Who did something.
desk-done-by = by { $name }
desk-settled-by = settled by { $name }, { $day }
desk-verified-by = by { $name }, { $day }
desk-plan-made = Made by

desk-old-demands = Demands changed: { $name } and { $title } at { $company }
    .why = changed: { $fields }. { $means }
    .action = See what changed
desk-demands-changed = The employer now asks something else
desk-demands-was = first { $was }, now
desk-demands-mean-no = No longer fits: what is really needed cannot be.
desk-demands-mean-less = Fits less well now: first { $was } of 100, now { $now }.
desk-demands-mean-still = Still fits: first { $was } of 100, now { $now }.
desk-demands-keep = Keep this match
desk-demands-end = End this match
desk-done-demandskeep = Saved. The match goes on.
desk-done-demandsend = Ended. The jobseeker hears it.
desk-event-match-demands-kept = looked at after new demands: goes on
desk-company-new = New employer
desk-company-known = This employer is here already
desk-company-known-what = Open the employer that is here. Is this really another one? Then make it anyway. With the same KvK number there stays one account manager.
desk-company-contact = Whom are you talking to?
desk-company-mine = Me
desk-company-make = Record this employer
desk-company-anyway = Make a new one anyway
desk-company-facts = Change details
desk-company-told = Who speaks for the employer gets a message with your name.
desk-done-entered = The employer has been recorded.
desk-done-factschanged = Changed. The employer gets a message.
desk-event-employer-changed = details changed
wrong-kvk = A KvK number has 8 digits.
wrong-place = We do not know this place. Type a place or 4 digits of the postcode.
wrong-phone = This telephone number cannot be right. Check the number.
wrong-email = This e-mail address cannot be right. Check the address.
