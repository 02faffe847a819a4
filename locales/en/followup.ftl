# Reminders to employers and staff.

nudge-match-employer = A candidate is waiting for your answer for { $title }. One press is enough.
nudge-meeting-contact-1 = You have an appointment coming for { $title }: { $at }.
nudge-meeting-contact-2 = How did the talk for { $title } go?
nudge-check-in-employer = How is { $name } doing at work with you?
nudge-expiring = Your vacancy { $title } is open until { $day }. Are you still looking?
nudge-progress = This is how your vacancy { $title } stands. We are looking at { $looking } possible candidates. { $waiting } cards wait for your answer. You are meeting { $meeting } people.
nudge-look-2 = We promised you an answer about { $title }. A colleague still has to look at it. That takes too long and we are sorry. Do you want to talk about it now? Then type: call me.
nudge-open-meeting = See the card
nudge-open-renew = Choose what you want
nudge-open-review = See the match
silent-closed-contact = We heard nothing from you about a candidate for { $title }. We have ended that introduction. Are you still looking? Let us know.
vacancy-expired = Your vacancy { $title } has expired and is not open any more.
    .renew = Open it again
renew-choice = Your vacancy { $title } is open until { $day }. What would you like?
    .label = Vacancy
    .hint = If you renew, we go on looking. Otherwise we stop.
    .weeks2 = 2 weeks longer
    .weeks2-also = two weeks
    .weeks4 = 4 weeks longer
    .weeks4-also = four weeks, a month
    .weeks8 = 8 weeks longer
    .weeks8-also = eight weeks, two months
    .filled = Filled
    .filled-also = found, i have somebody
    .close = Stop looking
    .close-also = close, no longer needed
renew-done = All right. Your vacancy is open until { $day }.
renew-filled = Congratulations! The vacancy is filled.
renew-close = All right. The vacancy is closed.
answer-72 = This is what we can do for your vacancy { $title }. Possible candidates: { $count }. Your contact is { $contact }, phone { $phone }.
answer-72-nobody = Nobody in the region fits your vacancy { $title } now. So we name no term. Your contact is { $contact }, phone { $phone }.
answer-72-strike = There is a strike or lockout in your company. So we may not mediate for { $title } now (Wet SUWI, article 31a). Is it over? Then change your vacancy. Your contact is { $contact }, phone { $phone }.
answer-72-counted = Last year { $n } vacancies in this region came to a meeting. For half of them it took at most { $half } days, for 8 out of 10 at most { $days } days. It does not always work out.
answer-72-estimate = We estimate a first meeting at { $half } to { $days } days. This is an estimate: there are too few meetings yet to count.
answer-72-person = Your contact expects a first meeting within { $days } days.
answer-72-nothing-needed = You need no scheme to hire somebody. If it turns out later that somebody needs help, we look at what is possible.
answer-72-instruments = This may help. The region decides on it:
    { $list }
answer-72-words = From your contact: { $words }
answer-72-program = This message was made automatically, because we promise you an answer within 72 hours.
instrument-trial-placement = Trial placement: first some time on trial
instrument-wage-subsidy = Wage subsidy
instrument-job-coach = Job coach: guidance at the workplace
instrument-no-risk = No-risk policy: wages during illness paid back
instrument-tax-credit = Wage cost benefit
instrument-tax-credit-declared = Wage cost benefit with a statement
instrument-workplace-adaptation = Adapting the workplace
instrument-schooling = Schooling
instrument-job-carving = Advice on dividing tasks in another way
digest = Good morning. { $n ->
    [one] One thing has waited longer than agreed:
   *[other] { $n } things have waited longer than agreed:
}
nudge-intake-coach = • Began the questions and stopped: { $n }, such as { $name }
nudge-match-coach-coach = • Matches to review: { $n }, such as { $title }
nudge-match-coach-lead = { $n ->
    [one] A match has waited for days for a decision: { $title } at { $employer }.
   *[other] { $n } matches have waited for days for a decision, such as { $title } at { $employer }.
}
nudge-match-jobseeker-coach = • The jobseeker did not answer: { $n }, such as { $title }
call-contact = Call { $who } ({ $number }) about { $title }. This employer wants to be called.
call-meeting = Somebody wants this work. Tell what is on the card, without the name. Note the answer at the match.
nudge-match-list-account_manager = • Said yes and waits for the list of an employer: { $n }, such as { $title }
nudge-match-verify-account_manager = • Employers to check: { $n }, such as { $employer }
nudge-match-employer-account_manager = { $n ->
    [one] { $employer } does not answer about a candidate for { $title }. Can you call?
   *[other] { $n } candidates wait for the answer of an employer, such as { $employer } for { $title }. Can you call?
}
nudge-match-confirm-coach = • Invitation not confirmed yet: { $n }, such as { $title }
nudge-answer-account_manager = { $n ->
    [one] { $employer } has waited two days for an answer about { $title }. After three days an answer goes out by itself.
   *[other] { $n } vacancies have waited two days for an answer, such as { $title } of { $employer }. After three days an answer goes out by itself.
}
nudge-look-account_manager = { $n ->
    [one] The vacancy { $title } of { $employer } waits until you look at what stands in it. Nobody sees it until then.
   *[other] { $n } vacancies wait until you look at what stands in them, such as { $title } of { $employer }.
}
nudge-late-look-employers_lead = { $n ->
    [one] Nobody looked at { $title } of { $employer } yet. Otherwise the employer hears that it takes too long. Will you look?
   *[other] Nobody looked at { $n } vacancies yet, such as { $title } of { $employer }. Otherwise the employers hear that it takes too long. Will you look?
}
nudge-check-in-coach-coach = • Aftercare: { $n }, such as { $moment } at { $employer }
nudge-check-in-coach-lead = • Aftercare left undone: { $n }, such as { $moment } at { $employer }
nudge-no-plan-coach = • No plan yet: { $n }, such as { $name }
nudge-no-plan-lead = • No plan for long: { $n }, such as { $name }
nudge-plan-coach = • Plans to look at: { $n }, such as of { $name }
check-in-missing = { $name } did not answer about work at { $employer }. Can you call?
moment-day-1 = the first day
moment-week-2 = week 2
moment-week-5 = week 5
moment-month-3 = month 3
moment-month-6 = month 6
moment-month-12 = month 12
moment-end = the end of the placement
moment-wage-value = the loonwaardemeting
moment-other = aftercare
