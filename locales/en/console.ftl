# The console of coaches and account managers.

desk-skip = To the content
desk-menu = Main menu
desk-today = Today
desk-people = Jobseekers
desk-vacancies = Vacancies
desk-log-out = Log out
desk-changed-now = Something has just changed here.
desk-renew = Refresh the page
desk-today-count = { $n ->
    [0] Nothing waits for you now.
    [one] One thing waits for you.
   *[other] { $n } things wait for you. The most urgent is on top.
}
desk-hours = { $n ->
    [0] less than an hour
    [one] 1 hour
   *[other] { $n } hours
}
desk-days = { $n } days
desk-left = { $n } of the 72 hours left
desk-over = { $n } hours late
desk-no-coach = { $name } has no coach yet
    .why = new in your team
    .action = Open file
desk-employer = Check a new employer: { $company }
    .why = until then this employer sees nobody
    .action = Check
desk-answer = { $company } waits for an answer about “{ $title }”
    .why = the employer hears within 72 hours what is possible
    .action = Open vacancy
desk-look = Look first at “{ $title }” of { $company }
    .why = it holds something the law does not simply allow
    .action = Open vacancy
desk-look-first = Look first
desk-look-what = Nobody sees this vacancy before you decide. The employer hears what you choose.
desk-look-reason = The employer says: “{ $words }”
desk-look-other = In other words: “{ $title }”.
desk-look-words = What do you want to say to the employer? (may be empty)
desk-look-better = Show it in other words
desk-look-allow = Show it as it stands
desk-look-refuse = Do not show it
desk-call = Call { $company } about “{ $title }”
    .why = this employer wants to be called
    .action = Open vacancy
desk-unreachable = { $name } cannot be reached any more
    .why = the chat was blocked or closed
    .action = Open file
desk-match-title = Match
desk-fits = fits for { $score } of 100
desk-you-decide = You decide. The score is an advice of the program.
desk-not-verified = not checked yet
desk-verified = checked
desk-why = Why { $score }
desk-fits-sign = Fits
desk-of = { $points } of { $of }
desk-sign-yes = fits
desk-sign-no = does not fit
desk-sign-maybe = unknown
desk-sign-block = not possible
desk-history = What happened
desk-program = the program
desk-decision = Decision
desk-to-met = They have met
desk-to-not_placed = Not placed
desk-typed = Please look at your words again
desk-typed-not = This we do not keep:
desk-typed-so = This is how it becomes:
desk-typed-keep = Keep it like this
desk-typed-contacts = Here is a number or address of somebody. Is it really needed?
desk-typed-contacts-yes = Yes, keep the number or address
desk-typed-change = Change it
desk-typed-words = Your words
desk-typed-again = Save again
desk-refused = This is no longer possible
desk-search = Search by name
desk-town = Municipality
desk-towns = all municipalities
desk-find = Search
desk-filter = Show
desk-only-mine = My people
desk-only-no-coach = Without a coach
desk-only-incomplete = Not complete
desk-only-paused = Paused
desk-only-all = Everybody
desk-count = { $n ->
    [one] One person
   *[other] { $n } people
}
desk-nobody = nobody yet
desk-status-paused = paused
desk-status-placed = placed
desk-profile = profile { $percent } % complete
desk-unreachable-badge = cannot be reached
desk-facts = Profile
desk-confirmed = confirmed on { $day }
desk-assign = Make coach
desk-visible-self =
    .yes = The jobseeker wants to be visible to employers.
    .no = The jobseeker has not switched this on.
desk-visible =
    .on = Make visible
    .off = Make invisible
desk-matches = Matches
desk-none = nothing
desk-documents = Files
desk-document-cv = CV
desk-document-sent = File
desk-talk = Conversation
desk-reply = Write to { $name }
desk-dossier = For the coach only
desk-dossier-benefit = Benefit
desk-dossier-since = Without work since
desk-dossier-permit = May work
desk-dossier-register_from = In the register since
desk-dossier-register_until = In the register until (empty: no end)
desk-dossier-register_source = How do you know (register)
desk-dossier-sheltered = UWV advises sheltered work (beschut werk)
desk-dossier-sheltered_from = Advice on sheltered work since
desk-dossier-sheltered_source = How do you know (sheltered work)
dossier-source =
    .letter = letter of UWV
    .portal = target group register for professionals
    .told = told, not seen yet
ladder-step =
    .n1 = hardly any contact with others
    .n2 = contacts outside the home
    .n3 = joins activities, such as a course
    .n4 = unpaid work
    .n5 = paid work with help
    .n6 = paid work without help
desk-ladder = Step on the ladder
desk-ladder-history = Steps on the ladder
desk-obstacles = What stands in the way?
desk-obstacles-what = Only what has to be arranged now. Never write down an illness or a condition.
obstacle =
    .childcare = childcare
    .debts = debts
    .transport = transport
    .language = language
desk-dossier-register = Target group register
desk-dossier-ladder = Participation ladder (1 to 6)
desk-dossier-birth_year = Year of birth
desk-save = Save
desk-consents = Consent
desk-consents-none = Nothing was asked yet.
desk-consent =
    .yes = yes
    .no = no
consent-list = To be in the list for employers, without a name
consent-card = A card without a name for { $employer } ({ $title })
consent-name = Name and number given to { $employer } ({ $title })
consent-plan = Agreed with the plan, version { $n }
desk-viewers = Who looked at this file
desk-answered = answered
desk-demands = What is asked
desk-agreement = Agreements
desk-somebody = somebody
desk-fill = Filled
desk-close = Close
desk-contact = Contact
desk-state-proposed = waits for the coach
desk-state-approved = with the jobseeker
desk-state-declined = not suitable
desk-state-interested = jobseeker wants it
desk-state-not_interested = jobseeker does not want it
desk-state-introduced = with the employer
desk-state-invited = invited
desk-state-rejected = employer does not want it
desk-state-met = met
desk-state-placed = placed
desk-state-not_placed = not placed
desk-state-withdrawn = withdrawn
desk-event-match-proposed = proposed
desk-event-match-reconsidered = back on the list
desk-event-match-reopened = goes on after reopening
desk-event-vacancy-changed = changed
desk-event-vacancy-hold = put on hold
desk-event-vacancy-looked-allow = looked at: may stay
desk-event-vacancy-looked-better = looked at: other words
desk-event-vacancy-looked-refuse = looked at: not shown
desk-event-vacancy-unhold = goes on
desk-event-vacancy-split = split
desk-event-match-demands-changed = demands changed
desk-event-vacancy-reopened = reopened
desk-event-match-applied = asked for this
desk-event-vacancy-answered = employer answered
desk-event-vacancy-looked-again = people who were asked looked at again
desk-event-vacancy-renewed = renewed
desk-event-profile-confirmed = confirmed
desk-event-check-in-missing = no aftercare answer
desk-event-match-approved = put before the jobseeker
desk-event-match-declined = not suitable
desk-event-match-interested = jobseeker wants it
desk-event-match-not_interested = jobseeker does not want it
desk-event-match-introduced = shown to the employer, without a name
desk-event-match-invited = invited by the employer
desk-event-match-rejected = employer does not want it
desk-event-match-agreed = names and numbers given
desk-event-match-met = met
desk-event-match-placed = placed
desk-event-match-not_placed = not placed
desk-event-match-withdrawn = withdrawn
desk-event-profile-saved = profile saved
desk-event-dossier-saved = file saved
desk-event-document-received = file received
desk-event-coach-assigned = coach chosen
desk-event-visibility = visibility changed
desk-event-paused = paused
desk-event-resumed = takes part again
desk-event-asked-for-person = asked for a person
desk-event-answered = answered
desk-event-unreachable = cannot be reached
desk-event-vacancy-reported = vacancy reported
desk-event-vacancy-filled = filled
desk-event-vacancy-closed = closed
desk-event-vacancy-expired = expired
desk-event-employer-saved = details saved
desk-event-employer-verified = checked
desk-event-other = changed
desk-why-match-declined =
    .skills = cannot do the work (yet)
    .travel = too far
    .hours = hours or times do not fit
    .not_suited_now = does not fit now
    .plan = does not fit the plan
    .other_match = another match comes first
    .other = something else
desk-why-match-not_interested =
    .work = the work
    .travel = too far
    .hours = the hours
    .wage = the wage
    .employer = the employer
    .not_now = not now
    .other = something else
desk-why-match-rejected =
    .skills = lacks something that is needed
    .hours = hours or times do not fit
    .filled = the place is taken
    .language = too little Dutch
    .other_candidate = somebody else fits better
    .other = something else
desk-why-match-not_placed =
    .no_show = did not come
    .no_fit = did not fit
    .other_work = found other work
    .employer_stopped = the employer did not go on
    .other = something else
desk-why-match-withdrawn =
    .silent = the employer did not answer
    .profile = the jobseeker stopped
    .vacancy = the vacancy was closed
    .filled = the vacancy was filled
    .erased = the data were erased
    .changed = no longer fits
    .agreement = as agreed
desk-waits = waiting { $since }
desk-show-all = Show all { $n }
desk-still-open = ; still to ask: { $fields }
desk-office = Administration
desk-pages = Pages
desk-compare = Jobseeker and vacancy side by side
desk-pair = { $name } and { $title } at { $employer }
desk-candidate = Candidate
desk-not-asked = not asked
desk-not-asked-all = { $n ->
    [one] The vacancy does not ask one thing
   *[other] The vacancy does not ask { $n } things
}
desk-to-ask = Still to ask the jobseeker:
desk-record = Record
desk-sign-free = not asked
desk-sign-learn = can be learned
desk-wants-did = Wants: { $wanted }. Did: { $done }.
desk-must-nice = Must: { $must }. Nice to have: { $nice }.
desk-only-nice = Nice to have: { $nice }
desk-travel-limit = { $travel }, up to { $limit }
desk-offered-yes = the employer offers this
desk-offered-no = the employer does not offer this
desk-offered-unknown = not known yet
desk-search-vacancy = Search by title or company
desk-count-vacancies = { $n ->
    [one] One vacancy
   *[other] { $n } vacancies
}
desk-no-coach-yet = no coach yet
desk-running = { $n ->
    [0] no open matches
    [one] one open match
   *[other] { $n } open matches
}
desk-changed = { $ago } ago
desk-chances = Chance of candidates
desk-now = { $n ->
    [0] With these demands nobody fits now.
    [one] With these demands one person fits now.
   *[other] With these demands { $n } people fit now.
}
desk-without = Without “{ $demand }”
desk-licence = driving licence { $code }
desk-source = in the text: “{ $words }”
desk-questions = Questions for a person
desk-no-questions = No questions were asked.
desk-settled = Settled already, for example by phone
desk-old = confirmed long ago: { $day }
desk-parked-title = Not handled
desk-parked = { $n ->
    [one] One message could not be handled
   *[other] { $n } messages could not be handled
}
    .why = the people got a kind message
    .action = Look
desk-retry = Try again
desk-invited = The invitation of { $name } is still waiting
    .why = an invitation works for 14 days
    .action = Look
desk-invite = Invite a colleague
desk-role = Role
desk-team = Team
desk-lead = team lead
desk-make-invitation = Make invitation
desk-invited-link = Give this link to your colleague. It works once, for 14 days. You see it only now.
desk-invitations = Invitations not used yet
desk-until = valid until { $at }
desk-colleagues = Colleagues
desk-left-office = no access any more
desk-you = that is you
desk-reset = Second step again
desk-stop = Stop access
desk-event-second-factor-reset = second step again
desk-field-occupation = Work
desk-field-home = Home
desk-field-wanted = Work wanted
desk-field-done = Earlier work
desk-field-skills = Skills
desk-field-hours = Hours a week
desk-field-times = Times
desk-field-travel = Travel
desk-field-limit = Longest journey
desk-field-licence = Driving licence
desk-field-dutch = Speaking Dutch
desk-field-languages = Other languages
desk-field-start = Start
desk-field-level = Level
desk-field-contract = Contract
desk-field-schooling = School
desk-field-helps = What helps
desk-field-reading = Reading and writing
desk-complete = { $percent }% complete

# What was just done.
desk-undo = Undo
desk-done-approved = Put forward. The jobseeker gets a message now.
desk-done-declined = Declined. The jobseeker does not hear of it.
desk-done-later = This match comes back tomorrow.
desk-done-back = The match waits for you again.
desk-done-filled = The vacancy is filled. Open matches have ended.
desk-done-closed = The vacancy is closed. Open matches have ended.
desk-done-hold = The vacancy is on hold. Nobody is asked.
desk-done-looked = Your decision is stored. The employer hears it.
desk-done-called = The call was noted.
desk-done-listed = The list is with the employer now.
desk-call-now = Call this employer
desk-call-what = The employer wants to be called. What to tell is in your chat and on this page. Note an answer about a candidate at the match.
desk-called = I called
desk-list-waits = { $n ->
    [one] One candidate said yes and waits for the list.
   *[other] { $n } candidates said yes and wait for the list.
}
desk-list-now = Put the list forward now
desk-to-invited = Employer wants to meet
desk-to-rejected = Employer does not want to
desk-event-call-due = has to be called
desk-event-call-done = called
desk-done-open = The vacancy is open again.
desk-done-assigned = The coach was chosen.
desk-done-sent = Your message is on its way.
desk-done-noted = The note was kept.
desk-stop-sure = This cannot be undone. Somebody can be invited again later.
desk-stop-yes = Yes, stop access for { $name }

# Together at the desk or on the phone.
desk-new-person = Somebody new at the desk
desk-somebody-new = somebody new
desk-together = Fill in together
desk-talk-with = Together with { $name }
desk-together-what = Read the question aloud and fill in the answer. What you fill in here is not sent to the phone. The profile says that you filled it in. Consent, interest, getting or erasing data: people do that themselves, on their own phone.
desk-together-before = You fill in what { $name } says, at the desk or on the phone. { $name } is told, with your name. You see only what you fill in together, not their own chat.
desk-together-own = Consent, interest, getting or erasing data: people do that themselves, on their own phone.
desk-together-begin = Begin to fill in together
desk-together-done = Done with filling in together
desk-all-answers = All answers
desk-more-questions = More questions
desk-to-file = To the file
desk-way-back = Give access again
desk-way-back-what = Did { $name } lose the chat, and is there no code left? Then you make a code here to come back. First check that this really is the person: the code opens the whole conversation.
desk-way-back-check = This is what you check
    .seen = Does the person sit in front of you? You know the person, or you look at a card with a photo. You write down nothing of it.
    .called = Is the person calling? Hang up and call { $phone } yourself, the number in the file. Ask two things only this person knows, such as the last work and what you agreed last time.
    .no-phone = Is the person calling? There is no number in the file. Then ask the person to come by.
    .bsn = Never ask for the BSN. Make no copy and no photo of a card.
    .doubt = In doubt? Then make no code.
desk-way-back-missing = First tick the box, and choose how you checked.
desk-way-back-sure = I have checked that this is { $name }.
desk-way-back-seen = The person sits in front of me: make a code
desk-way-back-called = I called the number in the file: make a code
desk-way-back-made = Give this code to { $name } only. It works once, for fifteen minutes, at { $where }. With this code earlier codes end, and browsers that still had the conversation open. We tell this person on other phones as well.
desk-elsewhere = Go on with their own phone
desk-elsewhere-what = Let { $name } scan or type this code themselves. It works once, for fifteen minutes. An earlier code no longer works. We mention this in the chat as well.
desk-contact-link-what = Give this link or code to { $name } only. It works once, for two weeks. An earlier code no longer works.
desk-elsewhere-picture = QR code to the conversation
desk-back-to-talk = Back to the conversation
desk-event-code-made = made a code for their own phone
desk-event-way-back = made a code to come back
desk-event-code-used = chat opened with a code
desk-event-together-began = began to fill in together
desk-event-together-ended = done with filling in together
desk-event-desk-began = began at the desk

# Lists, notes and ready-made texts.
desk-order = Order
desk-order-usual = Usual order
desk-order-changed = Last changed
desk-order-name = Name
desk-order-complete = Least complete
desk-order-matches = Fewest matches
desk-order-silent = Longest silent
desk-only-old = Out of date
desk-only-no-match = Without a match
desk-only-silent = Silent for 30 days
desk-only-unreachable = Cannot be reached
desk-views = My lists
desk-view-save = Save this list
desk-view-name = Name of the list
desk-view-remove = Throw away list { $name }
desk-notes = Notes
desk-note = New note
desk-note-what = For you and your colleagues. The jobseeker may read notes. Do not write down an illness, origin or BSN.
desk-event-note = note
desk-delivery-sent = sent
desk-delivery-waiting = being sent
desk-delivery-dead = did not arrive
desk-delivery-desk = at the desk
desk-canned = Ready-made texts:
desk-canned-call = Call
desk-canned-appointment = Appointment
desk-canned-papers = Papers
desk-canned-hello = Getting to know
desk-canned-missed = Missed
desk-note-save = Keep note
desk-view-keep = Keep list

# The board of vacancies.
desk-board-state = State of the vacancy
desk-board-all = Everything
desk-board-mine = Mine
desk-board-unverified = Employer not checked
desk-board-no-match = Without candidates
desk-board-expiring = Ends within 7 days
desk-board-order-usual = Waiting for an answer first
desk-board-order-newest = Newest first
desk-board-order-expiring = Ends soonest
desk-board-order-matches = Fewest matches
desk-open-until = open until { $day }

# A vacancy: what demands cost, the answer within 72 hours, and renewing.
desk-what-if = If this changes
desk-more = More
desk-total = Together
desk-costs-nobody = These demands cost nobody now: { $demands }
desk-softer-hours = From { $asked } hours a week
desk-softer-times = Without { $asked }
desk-softer-start = Starting on { $asked }
desk-softer-level = Level: { $asked }
desk-softer-dutch = Dutch: { $asked }
desk-unusual = Unusual for this work: { $demand }. Of { $people } people whom the work fits, { $meet } meet it.
desk-carving = Perhaps a colleague can do this: { $tasks }. What stays: { $left }. Then { $then } people fit.
desk-72 = Answer within 72 hours
desk-72-changed = The number of candidates has just changed. Read the answer again. Your words are still there.
desk-72-what = This is what the employer reads. If you send nothing, this answer goes out by itself, before { $at }.
desk-72-count = Candidates now
desk-72-band = The employer reads:
desk-72-term = Name a term yourself, in days (empty: what stands above)
desk-72-words = Words of your own
desk-72-send = Send answer
desk-72-sent = Sent { $at }
desk-72-exact = The exact number was { $n }. The employer does not see it.
desk-weeks = { $n } weeks
desk-renew-weeks = Keep open longer
desk-renew-close = Renew or close
desk-renew-do = Renew
desk-done-replied = The answer is on its way to the employer.
desk-done-renewed = The vacancy stays open longer.

# Candidates side by side.
desk-candidates = Candidates
desk-compare-candidates = Compare candidates
desk-candidates-for = Candidates for { $title } at { $employer }
desk-candidates-table = Candidates side by side
desk-candidate-n = Candidate { $n }
desk-not-proposed = not proposed yet
desk-choose = Choose
desk-choose-do = Put the vacancy before those you chose
desk-choose-first = First choose one or more candidates.
desk-chosen = { $n ->
    [one] Done. One jobseeker gets a message now.
   *[other] Done. { $n } jobseekers get a message now.
}
desk-not-chosen = It did not work for { $name }.
desk-hidden = { $n ->
    [one] You do not see one candidate here. Another coach decides about them.
   *[other] You do not see { $n } candidates here. Another coach decides about them.
}
desk-reasons-for = Reasons for
desk-reasons-against = Take note
desk-no-points = does not count in the score

# Chances: looking from one jobseeker.
desk-as-employers = Who is on the list for employers
desk-chances-short = Chances
desk-chances-for = Chances for { $name }
desk-chances-find = Find chances
desk-chances-unknown = We do not know yet which work this person wants or did. Ask that first.
desk-near = Vacancies that come near
desk-near-what = This work is like what this person wants or did. It does not fit yet. You see what stands between.
desk-near-unknown = Too little is known yet to see it well.
desk-near-match = Make a match: { $title }
desk-near-none = No vacancy comes near now.
desk-hired = Employers who hired such people
desk-hired-what = In the last { $years } years, for work like this. Feel free to call, also without a vacancy.
desk-hired-people = { $n ->
    [one] one person
   *[other] { $n } people
}
desk-hired-nothing = no vacancy for this now
desk-hired-none = We know no employer yet who hired such people.

# Equal chances: what our work does per group.
desk-impact = Equal chances
desk-impact-what = Does everybody get a chance as often? You see people, not matches. The program never reads these facts when it matches.
desk-impact-by = Compare by
desk-impact-by-age = Age
desk-impact-by-benefit = Benefit
desk-impact-by-ladder = Step on the ladder
desk-impact-by-register = Target group register
desk-impact-by-dutch = Speaking Dutch
desk-impact-by-level = Level
desk-impact-by-language = Language of the talk
desk-impact-by-support = How much help is needed
desk-impact-by-organisation = Organisation
desk-impact-period = Period
desk-impact-days = { $n ->
    [365] the last year
   *[other] the last { $n } days
}
desk-impact-show = Show
desk-impact-people = People
desk-impact-invited = Asked
desk-impact-introduced = Introduced
desk-impact-placed = Placed
desk-impact-share = { $percent }%
desk-impact-small = fewer than { $n } people: we do not show this
desk-impact-few = too few
desk-impact-care = Numbers below { $n } are not shown, so that nobody can be recognised. A difference is not yet a cause: talk about it with the coaches. We do not record gender or origin. So we cannot compare by them.
impact-age-to-26 = up to 26 years
impact-age-27-49 = 27 to 49 years
impact-age-from-50 = 50 years and older
impact-register-yes = yes
impact-register-no = no
impact-language-nl = Dutch
impact-language-en = English
impact-support-self = can look by themselves
impact-support-some = some help
impact-support-much = much help

# An employer.
desk-to-employer = To the employer
desk-check = Check
desk-done-verified = The employer is checked and gets a message.
desk-done-ambassador = Saved.
desk-contacts = Contacts
desk-contact-owner = registered the company
desk-contact-colleague = colleague
desk-contact-add = Add a contact
desk-contact-make = Make contact
desk-contact-wrong = This number or e-mail address is not right. Please check it.
desk-contact-link = Link for the first time
desk-done-contact = The contact is added. Now give the link.
desk-contact-change = Change
desk-contact-leaves = Leaves this company
desk-contact-leaves-what = { $name } will see nothing of this company any more. A colleague gets all vacancies and the open questions. You cannot undo this.
desk-contact-by = Who takes over
desk-contact-leave = Hand over
desk-contact-alone = First make another contact. They can take over everything.
desk-done-contactchanged = The details of the contact are saved.
desk-done-contactleft = A colleague took over and gets a message.
desk-asks = has a question
desk-no-agreement = nothing agreed yet
desk-introduced = Candidates this employer saw
desk-placements = Started work
desk-own-work = found by themselves
desk-works-running = works here since { $day }
desk-works-ended = stopped on { $day }
desk-ambassador = Ambassador
desk-ambassador-is =
    .yes = Other employers may ask this company how it goes.
    .no = Other employers may not ask, or it was not discussed yet.
desk-ambassador-set =
    .yes = Is an ambassador
    .no = Is no ambassador any more
desk-note-employer = For whoever helps this employer. Write nothing about illness, origin or a BSN.
desk-event-contact-changed = details of a contact changed
desk-event-contact-left = a contact left, a colleague takes over
desk-event-contact-added = contact added
desk-event-ambassador-yes = is an ambassador
desk-event-ambassador-no = is no ambassador any more

# Handing over to another team.
desk-transfer = Handing over
desk-transfer-open = Hand over to another team
desk-transfer-asked = { $by } asks to hand over to { $team }.
desk-transfer-choose = Choose a team
desk-transfer-why = Why
desk-transfer-then = The jobseeker gets a message. Your team no longer sees this file after that.
desk-transfer-lead = The team lead decides about this.
desk-transfer-do = Hand over
desk-transfer-ask = Ask to hand over
desk-transfer-yes = Yes, hand over
desk-transfer-no = Do not hand over
desk-transfer-back = Take the question back
desk-done-asked = The question is with the team lead.
desk-done-handed = Handed over. The other team chooses a coach.
desk-done-kept = The jobseeker stays with this team.
desk-event-transfer-asked = asked to hand over
desk-event-transferred = handed over to another team
desk-event-transfer-stopped = not handed over
desk-arrived = { $name } comes from another team
    .why = no coach yet
    .action = Open file
desk-to-decide = Decide about handing over: { $name }
    .why = a colleague asks for another team
    .action = Decide
desk-together-own-employer = Once the vacancy is in, this person gets a message: what you filled in, with your name. Choosing or turning down somebody is up to the employer.
desk-together-what-employer = Read the question aloud and fill in the answer. You can also paste an advert. What each demand costs stands below the summary. The employer then reads what you filled in, with your name, and can change it.
desk-on-the-phone = Together with the employer
desk-on-the-phone-what = You fill in what the employer says. The employer hears what you filled in.
desk-enter-vacancy = Fill in a vacancy
desk-close-why = Why?
desk-why-vacancy-filled =
    .with-us = with somebody of ours
    .elsewhere = found somebody themselves
desk-why-vacancy-closed =
    .not-needed = nobody needed any more
    .no-budget = no money for it
    .nobody-found = nobody found
    .other = something else
