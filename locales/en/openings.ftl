# Looking for vacancies and applying.

openings = This work fits you. Press a vacancy and read why.
openings-near = There is no work now that fits exactly. This comes near. Press a vacancy to read what is different.
openings-all = These are the newest vacancies. Press a vacancy to read more.
openings-none = There are no open vacancies now. Look again later.
openings-found = This is what I found for you.
openings-not-found = I did not find that. Try another word.
openings-search = Search yourself
seek-words = What work are you looking for? Type a word, such as “kitchen” or “driver”.
    .label = Search
    .hint = Type a kind of work. I search all open vacancies.
opening-choice = { $title } at { $employer }
    { $facts }

    Why this fits:
    { $why }

    Think of:
    { $think }
    .label = Vacancy
    .hint = Do you want this work? Then your coach has a look with you. After that the employer sees what you can do.
    .apply = I want this
    .apply-also = yes, please, yes please, apply
    .help = How do I do that?
    .help-also = how do i get there, what do i say
    .no = Not this one
    .no-also = no, another
opening-applied = Well done! Your coach is looking at { $title } now. You will hear it here.
opening-help = How to get there. The times are an estimate:
    { $journey }

    What you can say about yourself:
    { $pitch }

    What you can ask:
    • What does a working day look like?
    • Who will I work with?
    • Can I come and see for a day first?
    .back = Back to the vacancy
journey-line = { $means }: about { $minutes } minutes
journey-unknown = I do not know how far this is.
pitch-done = I am { $name } and I have worked as { $work }.
pitch-wanted = I am { $name } and I would like to work as { $work }.
pitch-skills = I am good at { $skills }.
pitch-hours = I can work { $hours } a week.
pitch-nothing = Tell something about yourself first. Then I can help you with these sentences.
apply-approved = Good news! Your coach thinks { $title } is a good idea too. I am showing your card now, without your name.
apply-declined = Your coach thinks { $title } does not fit now. Do you want to know why? Ask your coach.
