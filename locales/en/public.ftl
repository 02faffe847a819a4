# Vacancies for everybody, without logging in.

public-front = See vacancies
public-title = Vacancies
public-words = What work are you looking for?
public-place = Town or postcode
public-far = How far may it be?
public-km = { $km } km
public-find = Search
public-count = { $n ->
    [0] No vacancies found.
    [one] One vacancy.
   *[other] { $n } vacancies.
}
public-around = Up to { $km } km from { $place }, in a straight line.
public-place-unknown = I do not know the place “{ $place }”. Type a town or 4 digits.
public-a-week = a week
public-none = Try another word, or look a bit further away.
public-all = All vacancies
public-pages = Pages
public-chat-title = Nothing that fits?
public-chat = Tell what you are looking for. Werklijn will look with you.
public-want = I want this
public-want-then = First you tell something about yourself. Then a coach looks at it with you.
public-group =
    .work = The work
    .asked = What the employer asks
    .offered = What the employer offers
public-fact =
    .occupation = Kind of work
    .place = Place
    .hours = Hours
    .times = Times
    .start = Start
    .wage = Wage
    .contract = Contract
    .must = You need to be able to do
    .nice = Nice to have
    .licences = Driving licence
    .dutch = Dutch
    .level = Level
    .conditions = Help at work
    .open_to = Also welcome
public-way = How do you get there?
public-way-from = From { $place }:
public-way-guess = These times are an estimate.
public-way-place = Where do you start? Type a town or postcode
public-way-ask = Work it out

# In the chat: may an employer come across you in the list without names?

visible-shown = May employers see you in a list without names? { $now }
    .label = Visible to employers
    .hint = An employer sees what work you want, what you can do, your hours and your municipality. Not your name. Your coach has to say yes as well. You choose yourself for every vacancy.
    .yes = Yes, they may
    .yes-also = yes, ok, sure
    .no = No, rather not
    .no-also = no, not, hide me
visible-now =
    .on = It is on now.
    .off = It is off now.
visible-on = Thank you. Does your coach agree? Then you are in the list, without your name.
visible-off = Fine. You are not in the list. Your coach keeps looking with you.

# An employer's own page.

mypage = On your page you see your vacancies and who would like to meet you.
    { $url }
    Do not give this link to anybody else.
mine-title = My page
mine-menu = Menu
mine-chat = To the conversation
mine-questions = Questions and answers
mine-outside = This page is for employers
mine-outside-how = Open the link from your conversation with Werklijn. Or ask there for a new one with “My page”. Did you lose the conversation? Ask your account manager for a code.
mine-refused = This is no longer possible
mine-unverified = We check your company first. After that you see here who would like to work for you. Questions? Call { $who }: { $number }.
mine-waiting = These people wait for your answer
mine-nobody = Nobody waits for you now.
mine-card = Somebody for { $title }
mine-meet = Meet
mine-not = No, not this time
mine-not-send = Send this answer
mine-choose = Choose a reason
mine-meeting = Whom you meet
mine-asking = You want to meet. We ask whether the candidate wants to as well.
mine-vacancies = Your vacancies
mine-doing =
    .look = An account manager looks at this vacancy first.
    .hold = The vacancy is on hold.
    .filled = The place is filled.
    .closed = The vacancy was stopped.
    .expired = The vacancy has expired. Still looking for somebody? Then renew it.
    .strike = During a strike or lockout we may not mediate.
    .check = We check your company first.
    .you = We wait for your answer.
    .meeting = You are meeting somebody.
    .talking = A coach is talking with people about this vacancy.
    .looking = We keep looking.
mine-doing-answer = You hear from us by { $due } what is possible.
mine-cards = { $n ->
    [one] One candidate waits.
   *[other] { $n } candidates wait.
}
mine-until = Open until { $day }
mine-change = Renew or stop
mine-change-of = Renew or stop { $title }
mine-weeks = { $n } weeks longer
mine-filled = The place is filled
mine-close = Stop this vacancy
mine-contact = Your contact person
mine-ambassador = May another employer call you?
    .yes = Yes
    .no = No
mine-ambassador-what = A company that hesitates likes to hear from another how it goes. Do you say yes? Then we may name your company.
mine-ask = What would you like to know?
mine-find = Search
mine-no-answer = I have no answer to that. Call { $who }: { $number }.
mine-all-questions = All questions
mine-done =
    .invited = Thank you. We ask whether the candidate wants to as well.
    .rejected = Thank you for your answer. We keep looking.
    .hold = The vacancy is on hold now.
    .open = The vacancy is open again.
    .renewed = The vacancy stays open longer.
    .filled = Good! The vacancy is marked as filled.
    .closed = The vacancy was stopped.
    .ambassador = Thank you. Your answer is kept.
    .asked = Thank you. We put your question to the coach. Is it possible, and does the candidate want to? Then you will see a card here.

# The list without names.

browse-title = Candidates
browse-why = These people want you to see them, without their name. Do you see somebody who fits? A coach and the candidate decide whether you meet.
browse-first = This list is for companies that we have checked.
browse-look = See candidates
browse-staff = This is how checked employers see the list. With fewer than 5 people for the same work in a municipality, the region is shown.
browse-words = What work?
browse-hours = Hours a week
browse-any-hours = Does not matter
browse-at-least = { $n } hours or more
browse-town = Municipality
browse-any-town = Whole region
browse-count = { $n ->
    [0] No candidates found.
    [one] One candidate.
   *[other] { $n } candidates.
}
browse-about-so-many = Found: { $count }.
browse-skills = Good at
browse-place = Lives in
browse-region = the region { $name }
browse-want = I would like to meet
browse-asked = Asked the coach
browse-back = Back to the list
browse-which = For which vacancy?
browse-then = The coach first looks whether it fits. Then the candidate decides. You see no name yet.
browse-send = Ask the coach
browse-no-vacancy = Report a vacancy first. Then we know what you need somebody for.
asked-not-now = The candidate you wanted to meet for { $title } is not available now. We keep looking for you.
staff-asked = { $employer } would like to meet { $name } for { $title }. The employer does not know who it is. What do you think?
desk-event-match-asked = The employer asked to meet
