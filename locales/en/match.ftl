# A match: coach, jobseeker, employer, and meeting each other.

review-decision = Match: { $name } and { $title } at { $employer } ({ $place }). Fits { $score } out of 100. You decide; the score is advice.

    For:
    { $for }

    Against:
    { $against }

    Not known yet:
    { $unknown }

    What helps:
    { $helps }
    .label = Decision
    .hint = With “Show to jobseeker” the jobseeker sees the vacancy. The employer sees nothing yet.
    .approve = Show to jobseeker
    .approve-also = show, yes, agreed, approve
    .decline = Does not fit
    .decline-also = no, decline, reject
    .later = Later
    .later-also = tomorrow, not today
review-reason = Why does it not fit?
    .label = Reason
    .hint = The reason is kept with the match. The jobseeker is not told, but can read it with their own data.
    .skills = Cannot do the work (yet)
    .travel = Too far
    .hours = Hours or times do not fit
    .not_suited_now = Does not fit now
    .plan = Does not fit the plan
    .other_match = Another match goes first
    .other = Something else
review-note = Do you want to add a note? Write what does not fit in the work.
    .label = Note
    .hint = A short sentence for yourself and your colleagues.
review-approve = The jobseeker will see the vacancy.
review-decline = Saved: does not fit.
review-later = Good. The match comes back tomorrow.

interest-answer = I have work that may fit you: { $title } at { $employer }.
    { $facts }

    Why this fits:
    { $why }

    Think about this:
    { $think }

    Do you want this work?
    .label = Do you want this?
    .hint = If you say yes, the employer sees what you can do and when you can work. He does not see your name yet.
    .yes = I want this
    .yes-also = yes, yes please, sure, yep, yeah, nice, ok
    .no = No, not this
    .no-also = no, no thanks, no thank you, rather not, nope
interest-reason = What does not fit?
    .label = Reason
    .hint = Then I search better next time.
    .work = The work
    .travel = Too far
    .hours = The hours
    .wage = The wage
    .employer = The employer
    .not_now = Now is not a good time
    .other = Something else
interest-yes = Great! The employer now sees what you can do, still without your name. You hear it when he wants to meet you.
interest-yes-list = Great! We first make a short list for the employer. You hear it when he wants to meet you.
employer-unnamed = an employer in the region
interest-yes-wait = Great! We check the employer first. Then he sees what you can do, without your name.
interest-no = Good that you say so. I keep looking.

meeting-answer = Somebody wants to work for you as { $title }. You do not see a name yet.
    { $card }

    Do you want to meet?
    .label = Meet
    .hint = If you say yes, we ask if the candidate also wants it. After that you get the name and the number.
    .invite = Yes, meet
    .invite-also = yes, yes please, invite, meet
    .reject = No, not this time
    .reject-also = no, no thanks, rather not, reject
meeting-reason = What is the reason?
    .label = Reason
    .hint = Then we can help you better. The candidate only gets a friendly message.
    .skills = Misses something that is needed
    .hours = Hours or times do not fit
    .filled = The place is already taken
    .language = Too little Dutch
    .language-also = speaks little dutch
    .other_candidate = Someone else fits better
    .other = Something else
meeting-invited = Thank you. We ask if the candidate also wants it. You hear it here.
meeting-rejected = Thank you for your answer. We keep looking.
meeting-names = The candidate for { $title } would like to meet you. Name: { $who }. Phone: { $number }. Will you call to make an appointment?
meeting-withdrawn = The candidate for { $title } does not want to go on after all. We keep looking for you.

confirm-answer = Good news! { $employer } wants to meet you for { $title }. Do you want that too? Then the employer gets your name and number. And you get theirs.
    .label = Meet
    .hint = If you say no, the employer does not get your name.
    .yes = Yes, I want that
    .yes-also = yes, yes please, sure, yep, yeah, ok
    .no = No, not after all
    .no-also = no, no thanks, rather not, nope
confirm-full_name = Which name may I give to the employer?
    .label = Your name
    .hint = Your first name and last name are enough.
confirm-phone = On which number may the employer call you?
    .label = Phone
    .hint = Only this employer and your coach get this number.
confirm-yes = Great! For { $title } you talk with { $who }. Phone: { $number }. The employer calls you, or you call. Good luck!
confirm-no = Good. The employer does not get your name. I keep looking with you.

refused =
    .decided = This has already been decided. You do not have to do anything.
    .step = That is not possible with this match now.
    .rights = You cannot decide about this.
    .reason = First choose a reason.
    .why = First write why not. The jobseeker reads it.
    .hold = The vacancy is on hold. We ask nobody now.
    .time = This day, time or number is not possible. Please check it.
    .changed = Somebody else has just changed this. First look at how it is now.
match-agreed = Meeting agreed for { $title }: { $who }, { $number }.
contact-in-console = number is in the console
contact-no-number = no number yet

card-done = Has worked as: { $names }
card-wanted = Wants to work as: { $names }
card-skills = Is good at: { $names }
card-hours = Can work { $hours } a week
card-dutch = Speaks Dutch: { $level }
card-start = Can start on { $day }
card-near = Lives within { $km } kilometres of the work (estimate)
card-far = Lives further than { $km } kilometres from the work (estimate)
card-helps = Works well with: { $helps }
card-helps-yes = { $help }: yes, the employer offers this
card-helps-no = { $help }: the employer did not name this. Ask about it.
card-helps-unknown = { $help }: not known yet
card-helps-nothing = nothing given

vacancy-line-place = Place: { $place }
vacancy-line-hours = { $hours } a week
vacancy-line-times = Times: { $times }
vacancy-line-wage = Wage: { $wage }
vacancy-line-start = Start: { $day }
vacancy-line-own = Also asked: { $names }

staff-new-profile = New profile: { $name }, { $percent }% complete. Still open: { $open }.
staff-new-vacancy = New vacancy: { $title } at { $employer }. The employer hears what is possible by { $due }.
staff-new-person = You are now the coach of { $name }. Look in the console under Jobseekers.
staff-transfer-asked = A colleague wants to hand { $name } over to { $team }. You decide in the console.
staff-transfer-yes = { $name } goes to { $team }.
staff-transfer-no = { $name } does not go to { $team }.
staff-transfer-arrived = { $name } comes from { $team } to your team. Choose a coach in the console.
staff-unreachable = { $name } can no longer be reached here. Can you call?
staff-parked = Something could not be handled. Look in the console, under Administration.
staff-applied = { $name } asks for { $title }. What do you think?
    .open = Look
