# What always works: the buttons of the menu, what people type, and the names in Telegram.

command =
    .start = Start
    .start-slash = start
    .menu = Menu
    .menu-also = home, main menu, show menu
    .menu-slash = menu
    .help = Help
    .help-also = help me, how does this work, how does it work, what can i do here
    .help-slash = help
    .coach = Help from a person
    .coach-also = person, human, talk to a person, talk to someone, i want to talk to a person, i want to talk to someone, coach, my coach, talk to my coach, contact person
    .coach-slash = person
    .language = Language
    .language-also = other language, another language, taal, change language, nederlands, dutch
    .language-slash = language
    .mydata = My data
    .mydata-also = data, my profile, profile, my information, what do you know about me, change my data
    .mydata-slash = data
    .grow = Tell more
    .grow-also = i want to tell more, tell you more, complete my profile, add to my profile
    .grow-slash = more
    .go-on = Go on
    .go-on-also = continue, carry on, go further
    .go-on-slash = continue
    .begin = Begin
    .begin-also = sign up, register, sign me up
    .begin-slash = begin
    .stop = Stop
    .stop-also = stop now, not now, i go on later
    .stop-slash = stop
    .pause = Pause
    .pause-also = take a break, pause for now, no more messages, stop messages
    .pause-slash = pause
    .resume = Join again
    .resume-also = stop pause, resume, start again, i want to join again
    .resume-slash = join
    .export = Copy of my data
    .export-also = download, copy, download my data
    .export-slash = copy
    .erase = Erase everything
    .erase-also = delete me, delete my data, delete everything, delete, erase, erase me, remove me
    .erase-slash = erase
    .viewers = Who looked at my data?
    .viewers-also = who looked, who has looked
    .viewers-slash = viewers
    .lost = I had a chat before
    .lost-also = i lost my chat, my chat is gone, where is my chat, i already have a chat, i was here before, lost my chat, i want to go back to my chat
    .lost-slash = lost
    .elsewhere = Go on with another device
    .elsewhere-also = other phone, another phone, other device, another device
    .elsewhere-slash = device
    .jobs = See vacancies
    .jobs-also = jobs, find a job, look for jobs
    .jobs-slash = jobs
    .later = Remind me later
    .later-also = remind me another time
    .later-slash = later
    .no-more = Do not send these any more
    .no-more-also = no reminders, stop reminding
    .no-more-slash = quiet
    .remind = Remind me again
    .remind-also = reminders on
    .remind-slash = remind
    .plan = My plan
    .plan-also = plan, see plan
    .plan-slash = myplan
    .own-work = I found work myself
    .own-work-also = found work, i found work, i have a job
    .own-work-slash = foundwork
    .appointments = My appointments
    .appointments-also = appointments, appointment, calendar
    .appointments-slash = appointments
    .faq = Questions and answers
    .faq-also = faq, i have a question, explain the rules
    .faq-slash = faq
    .newvacancy = New vacancy
    .newvacancy-also = vacancy, report a vacancy, new job, post a job, i need staff
    .newvacancy-slash = vacancy
    .soon = Somebody today or tomorrow
    .soon-also = i need somebody today, i need somebody tomorrow, i need somebody today or tomorrow, urgent
    .soon-slash = urgent
    .vacancies = My vacancies
    .vacancies-also = vacancies, my jobs
    .vacancies-slash = vacancies
    .mypage = My page
    .mypage-also = page, my web page
    .mypage-slash = page
    .visible = Visible to employers
    .visible-also = visible, visibility, do employers see me
    .visible-slash = visible
    .waiting = What waits for me
    .waiting-also = waiting, what is waiting
    .waiting-slash = waiting
    .caseload = My people
    .caseload-also = caseload, my jobseekers
    .caseload-slash = people
    .console = To the console
    .console-also = console, log in, login
    .console-slash = console
    .keep = What helps me
    .keep-also = what helps me to work well
    .keep-slash = helps
    .call-me = Call me
    .call-me-also = can you call me, can somebody call me, i want to be called, call back
    .call-me-slash = callme
    .rather-call = Rather call than write
    .rather-call-also = rather call, i cannot read letters, i cannot read well
    .rather-call-slash = rather
    .open-cv = Photo of my CV
    .open-cv-also = cv, send cv, resume photo
    .open-cv-slash = cv
    .open-private = Only for my coach
    .open-private-also = benefit, benefits
    .open-private-slash = private

menu = What do you want to do?
idle = I am not asking a question now. Do you want to ask a person something? Then press “Help from a person”.
idle-hello = Hello!
help = I am Werklijn, a computer program of { $region }. You can always type or press a button. You may stop. I keep your answers. Do you want to talk to a person? Press “Help from a person” or call { $phone }.
help-unknown = I do not know that command.
stopped = OK, we stop now. Your answers are saved.
paused = You have a break now. You get no messages about work. Do you want to go on? Then press “Join again”.
resumed = Good to have you back. I start looking with you again.
export = Here is a copy of everything we keep about you.
mydata = This is what we know about you.
mydata-none = We keep your name and this chat. Nothing more.
grow-done = Your profile is complete. Thank you! You can also send a photo of your CV. And you can tell something that only your coach sees.
viewers = These people looked at your data:
    { $lines }
viewers-line = { $name }, { $at }: { $what }
looked-at =
    .file = the data
    .plan = the plan
    .talk = the chat
    .document = a file
    .urgent = an urgent message
    .match = a match
    .compare = comparing candidates
    .meeting = the appointment
    .work = the work
    .list = a list with names
    .browse = the list without names
    .card = the card
viewers-none = Nobody has looked at your data yet.
lost = Did you have a chat before? Then it is not gone. Did you get a code of eight letters and digits? Type it here. Do you have no code? Ask your coach. Your coach first checks that it is you. Then you get a code. Do you not know who your coach is? Call { $phone }.
elsewhere = Go on with this link:
    { $url }
    Or type this code on the other device: { $code }
    Do not give the link or the code to anyone else. They work once, for one day.
elsewhere-staff = There is no code for staff. Your work is in the console.
joined-elsewhere = Your chat is now also { $where }. Was this not you? Then call { $phone } at once.
channel-web = in a web browser
channel-telegram = in another Telegram
together-told = { $name } filled in together with you. Do you know nothing about this? Then call { $phone }.
desk-own-only = You do this yourself, on your own phone. Ask here for a code. Then you open the chat on your phone.
desk-share-own = May an employer know this? You choose that yourself, on your own phone.
way-back-told = { $name } has made a code for you. Somebody said: I lost my chat. Was that not you? Call { $phone } at once.
code-made = { $name } has just made a code for you. With it you open this chat on your own phone. The code works for fifteen minutes. Do you know nothing about this? Ask your coach.

waiting = { $n ->
    [one] One match waits for you.
   *[other] { $n } matches wait for you. Here is the first one.
}
waiting-none = No matches wait for you.
caseload = Your people, the last change first:
    { $lines }
caseload-line = { $name }: profile { $percent }% complete
decide-log-in = This is a decision. So please log in first at the console, with the code from your app. After that you can decide here too, for { $n } hours.
    { $url }
    This link works once, for 15 minutes. Your answer is kept. Are you logged in? Then press below.
    Never type your code here.
console-link = With this link you log in. It works once, for 15 minutes.
    { $url }
vacancies = Your vacancies:
    { $lines }
vacancies-name = { $title }, { $place }
vacancies-line = { $title }: { $status }
vacancies-none = You have not reported a vacancy yet.
vacancy-status-open = open
vacancy-status-hold = on hold
vacancy-status-look = is looked at first
vacancy-status-filled = filled
vacancy-status-closed = closed
vacancy-status-expired = expired

link-unknown = This link does not work any more. Ask for a new link.
link-wait = Those were many codes in a row. Try again in fifteen minutes.
link-same = You are already here.
link-two-people = There is another profile here. Ask your coach for help.
link-joined = Done. You go on with the same chat here.
staff-welcome = Welcome to Werklijn. You now take part as { $role }. Here you hear what waits for you.
staff-second-step = { $name } removed your second step. You make a new one the next time you log in. Did you not ask for this? Then call your administrator at once.
invite-own = You made this invitation yourself. It is for a colleague. Make a new one.

file-later = The file does not work right now. It will follow as soon as possible.
file-now = Here is the file that was still to come.
