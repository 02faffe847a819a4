# Getting to know each other, language, and talking with a person.

welcome-intro = Hello! I am Werklijn, a computer program of { $region }. I bring people and work together. It is free.
welcome-language = Which language do you want?
    .label = Language
    .hint = I talk with you in the language you choose. You can change this later.
    .nl = Nederlands
    .nl-also = dutch, hollands, ned
    .en = English
    .en-also = engels
welcome-who = What are you looking for?
    .label = What you look for
    .hint = Are you looking for a job? Then choose “I look for work”. Do you have a company? Then choose “I look for staff”.
    .work = I look for work
    .work-also = work, job, a job, i am looking for work, i want to work, i look for a job, i need a job, i need work, jobseeker
    .staff = I look for staff
    .staff-also = staff, employer, employee, personnel, people, workers, i am looking for staff, i look for someone
language-language = Which language do you want?
    .label = Language
    .hint = I talk with you in the language you choose.
    .nl = Nederlands
    .nl-also = dutch, hollands, ned
    .en = English
    .en-also = engels
language-thanks = Good. From now on in English.

ask-words = What do you want to ask? Type it here. A person reads it and answers in this chat.
    .label = Your question
    .hint = You can ask anything. For example: may I work while I get a benefit?
ask-thanks = Your question was sent to { $names }. The answer comes here.
ask-nobody = There is nobody here right now. Call { $phone }.
relay-words = What do you want to answer { $name }? { $rather }
    .label = Your answer
    .hint = Your words come in the chat of { $name }, with your name and role.
relay-thanks = Sent.
relay-from-client = Message from { $name }: { $words }
relay-answer = Answer
relay-from-staff = { $name } ({ $role }) writes: { $words }
of-staff =
    .clean = Yes, like this
    .with = Yes, with the number or address
    .without = Without number or address
relay-reply = Answer

role-coach = coach
role-account_manager = account manager
role-jobcoach = job coach
role-regional_manager = regional manager
role-administrator = administrator
role-partner = partner
role-reader = reader

verify-checked = New employer: { $company }, KvK { $kvk }, { $place }. Contact: { $contact }, { $phone }. First call and check the number. Is this a real employer?
    .label = Checked
    .hint = Until you say yes, this employer sees no people. Look up the KvK number and call the company.
    .yes = Yes, checked
    .yes-also = yes, right, agreed
    .later = Later
    .later-also = no, not yet
verify-yes = Thank you. The employer hears it right away.
verify-later = Good. You also find this employer in the console.

erase-sure = Do you want to erase everything? Your profile, your chat and your matches go away. You cannot undo this.
    .label = Erase
    .hint = After this we know nothing about you any more. You can start again later.
    .yes = Yes, erase everything
    .yes-also = yes, erase it, delete it
    .no = No, keep it
    .no-also = no, keep, keep everything
erase-no = Good. Nothing was erased.
erase-yes = Everything is erased. You can always start again. Good luck!

gone-somebody = somebody
gone-number = no number any more
gone-words = (erased)
