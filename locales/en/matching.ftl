# Why a person and a vacancy do or do not fit.
# Without an attribute: for the coach. `.jobseeker`: for the person, in plain words.
# `.employer`: an employer may see it; where it is missing, an employer does not see the line.

## Occupation

match-part-occupation-same = Same occupation: { $asked }.
    .jobseeker = This is work you are looking for: { $asked }.
    .employer = Is looking for this work: { $asked }.
match-part-occupation-alike = Similar occupation: looks for { $own }, this is { $asked }.
    .jobseeker = This work ({ $asked }) is like what you want: { $own }.
    .employer = Is looking for similar work: { $own }.
match-part-occupation-done-same = Has done this work before: { $asked }.
    .jobseeker = You have done this work before: { $asked }.
    .employer = Has experience in this work: { $asked }.
match-part-occupation-done-alike = Did similar work before: { $own }. This is { $asked }.
    .jobseeker = This work ({ $asked }) is like what you did: { $own }.
    .employer = Has experience in similar work: { $own }.
match-part-occupation-other = Other occupation: { $own }. The vacancy asks for { $asked }.
    .jobseeker = This is other work than you named: { $asked }.
    .employer = Comes from other work: { $own }.
match-part-occupation-unknown = Wanted and earlier work are not known. This does not count.
    .jobseeker = We do not know yet what work you want.
    .employer = Earlier work is not known yet.
match-part-occupation-asked-unknown = The occupation in the vacancy is not recognised yet. This does not count.
    .jobseeker = We do not know yet exactly what work this is.
    .employer = We do not know yet exactly what work this is.

## Skills

match-part-skills-free = The vacancy names no tasks, and none are known for this occupation.
    .jobseeker = The employer asks nothing special.
    .employer = You named no tasks that somebody must already know.
match-part-skills-all = Can do all tasks in this work: { $have }.
    .jobseeker = You can do everything that is needed: { $have }.
    .employer = Can do all tasks in this work: { $have }.
match-part-skills-some = Can do { $n } of the { $total } tasks in this work: { $have }.
    .jobseeker = You can already do { $n } of the { $total } things: { $have }.
    .employer = Can do { $n } of the { $total } tasks in this work: { $have }.
match-part-skills-none = Cannot do the tasks in this work yet.
    .jobseeker = You still have to learn this work.
    .employer = Still has to learn this work.
match-part-skills-probable = Can probably do, from earlier work: { $skills }.
    .jobseeker = You can probably do this from earlier work: { $skills }.
    .employer = Can probably do, from earlier work: { $skills }.
match-part-skills-job = Can be learned on the job: { $skills }.
    .jobseeker = You learn this on the job: { $skills }.
    .employer = Can be learned on the job: { $skills }.
match-part-skills-course = Can be learned in a short course: { $skills }.
    .jobseeker = You learn this in a short course: { $skills }.
    .employer = Can be learned in a short course: { $skills }.
match-part-skills-school = Is missing, and takes long to learn: { $skills }.
    .jobseeker = You do not have this yet: { $skills }.
    .employer = Does not have yet: { $skills }.
match-part-skills-unknown = Skills are not known. This does not count.
    .jobseeker = We do not know yet what you are good at.
    .employer = Skills are not known yet.

## Wish

match-part-wish-same = Wants this work: { $asked }.
    .jobseeker = You want to do this work.
match-part-wish-alike = Wants similar work: { $own }.
    .jobseeker = You want work that is like this: { $own }.
match-part-wish-other = Would rather do other work: { $own }.
    .jobseeker = You would rather do other work: { $own }.
match-part-wish-unknown = It is not known whether somebody wants this work. This does not count.
    .jobseeker = We do not know yet if you want this work.

## Level

match-part-level-free = The vacancy asks no level.
    .jobseeker = Your level does not matter here.
    .employer = You ask no level.
match-part-level-fits = Level is enough: { $own }. Asked: { $asked }.
    .jobseeker = Your level is good for this work.
    .employer = Level is enough: { $own }.
match-part-level-below = Level is lower than asked: { $own }. Asked: { $asked }.
    .jobseeker = The employer asks a higher level: { $asked }.
    .employer = Level is lower than asked: { $own }.
match-part-level-unknown = Level is not known. This does not count. Asked: { $asked }.
    .jobseeker = We do not know your level yet. The employer asks: { $asked }.
    .employer = Level is not known yet.

## Language

match-part-dutch-free = The vacancy asks no Dutch.
    .jobseeker = You need no Dutch for this work.
    .employer = You ask no Dutch.
match-part-dutch-fits = Speaks enough Dutch: { $own }. Asked: { $asked }.
    .jobseeker = You speak enough Dutch for this work.
    .employer = Speaks enough Dutch: { $own }.
match-part-dutch-below = Speaks too little Dutch: { $own }. Asked: { $asked }.
    .jobseeker = This work needs more Dutch: { $asked }.
    .employer = Speaks less Dutch than you ask: { $own }.
match-part-dutch-learns = Level of Dutch: { $own }. The vacancy is open to this. Asked: { $asked }.
    .jobseeker = You may start here and improve your Dutch.
    .employer = Level of Dutch: { $own }, and learning. You are open to this.
match-part-dutch-unknown = Dutch is not known. This does not count. Asked: { $asked }.
    .jobseeker = We do not know yet how well you speak Dutch.
    .employer = Spoken Dutch is not known yet.
match-part-languages-free = The vacancy asks no other languages.
    .jobseeker = You need no other languages.
    .employer = You ask no other languages.
match-part-languages-fits = Speaks what is asked: { $languages }.
    .jobseeker = You speak the languages that are needed: { $languages }.
    .employer = Speaks { $languages }.
match-part-languages-below = Speaks less than is asked: { $languages }.
    .jobseeker = The employer asks more of this language: { $languages }.
    .employer = Speaks less than you ask: { $languages }.
match-part-languages-unknown = Not known yet: { $languages }. This does not count.
    .jobseeker = We do not know yet if you speak this: { $languages }.
    .employer = Not known yet: { $languages }.

## Hours and times

match-part-hours-free = The vacancy names no number of hours.
    .jobseeker = The employer names no number of hours.
    .employer = You named no number of hours.
match-part-hours-fits = Hours fit: wants { $own } hours, asked { $asked } hours.
    .jobseeker = The number of hours fits: { $asked } hours a week.
    .employer = Hours fit: wants { $own } hours a week.
match-part-hours-few = Wants { $own } hours. Asked are { $asked } hours: { $by } too few.
    .jobseeker = This work is { $asked } hours. You want fewer: { $own }.
    .employer = Wants fewer hours than you ask: { $own } hours a week.
match-part-hours-many = Wants { $own } hours. The vacancy has { $asked } hours: { $by } too few.
    .jobseeker = This work is { $asked } hours. You want more: { $own }.
    .employer = Wants more hours than you offer: { $own } hours a week.
match-part-hours-unknown = Hours are not known. This does not count. Asked: { $asked } hours.
    .jobseeker = We do not know yet how many hours you want.
    .employer = Number of hours is not known yet.
match-part-times-free = The vacancy names no working times.
    .jobseeker = The employer names no working times.
    .employer = You named no working times.
match-part-times-fits = Can work at the times asked: { $times }.
    .jobseeker = The times fit: { $times }.
    .employer = Can work at the times asked: { $times }.
match-part-times-missing = Cannot work at all times asked. Not possible: { $times }.
    .jobseeker = This work is also at a time you cannot work: { $times }.
    .employer = Cannot work at these times: { $times }.
match-part-times-unknown = Working times are not known. This does not count. Asked: { $times }.
    .jobseeker = We do not know yet when you can work.
    .employer = Working times are not known yet.

## Travel

match-part-travel-fits = About { $minutes } minutes { $means }. Wants to travel { $limit } minutes at most.
    .jobseeker = It is about { $minutes } minutes { $means }. That fits.
    .employer = Can reach the work well.
match-part-travel-bit-far = About { $minutes } minutes { $means }. That is just over what is wanted ({ $limit }).
    .jobseeker = It is about { $minutes } minutes { $means }. That is a bit further.
    .employer = Can reach the work. The journey is a bit longer than wanted.
match-part-travel-far = About { $over } minutes further than wanted: { $minutes } minutes { $means }.
    .jobseeker = It is about { $over } minutes further than you want to travel.
    .employer = Lives further away than wanted.
match-part-travel-unknown = Travel time is not known. This does not count.
    .jobseeker = We do not know yet how long you must travel.
    .employer = Travel time is not known yet.
match-part-travel-place-unknown = The place of the work is not known. Travel time does not count.
    .jobseeker = We do not know yet where the work is.
    .employer = We do not know yet where the work is.

## Start

match-part-start-free = The vacancy names no start date.
    .jobseeker = The employer names no start date.
    .employer = You named no start date.
match-part-start-fits = Can start in time: from { $own }. Asked: { $asked }.
    .jobseeker = You can start in time: { $asked }.
    .employer = Can start in time: from { $own }.
match-part-start-bit-late = Can start a little later than asked: from { $own }. Asked: { $asked }.
    .jobseeker = The work starts a little earlier than you can: { $asked }.
    .employer = Can start a little later: from { $own }.
match-part-start-late = Can only start { $weeks } weeks after the date asked: { $own }. Asked: { $asked }.
    .jobseeker = The work starts too early for you: { $asked }.
    .employer = Can only start { $weeks } weeks later: { $own }.
match-part-start-unknown = Start date is not known. This does not count. Asked: { $asked }.
    .jobseeker = We do not know yet when you can start.
    .employer = Start date is not known yet.

## Driving licence

match-part-licence-free = The vacancy asks no driving licence.
    .jobseeker = You need no driving licence.
    .employer = You ask no driving licence.
match-part-licence-fits = Has driving licence { $licences }.
    .jobseeker = You have the driving licence that is needed: { $licences }.
    .employer = Has driving licence { $licences }.
match-part-licence-missing = Has no driving licence { $licences }. The vacancy does ask it.
    .jobseeker = For this work you need driving licence { $licences }.
    .employer = Has no driving licence { $licences }.
match-part-licence-unknown = Driving licence { $licences }: not known, does not count.
    .jobseeker = We do not know yet if you have driving licence { $licences }.
    .employer = Driving licence { $licences }: not known yet.

## Contract

match-part-contract-fits = Contract fits: { $offered }.
    .jobseeker = The contract fits what you want: { $offered }.
match-part-contract-other = Other contract: { $offered }. Would rather have: { $own }.
    .jobseeker = This is another contract than you want: { $offered }.
match-part-contract-unknown = It is not known which contract somebody wants. This does not count.
    .jobseeker = We do not know yet which contract you want.
match-part-contract-offer-unknown = The vacancy names no contract. This does not count.
    .jobseeker = We do not know yet which contract you get.

## The whole

match-capped = Too little is known yet for a higher score.
    .jobseeker = Tell us more about yourself. Then we see better what fits.

## What to ask

match-ask-home = place of living
    .jobseeker = Where do you live?
match-ask-wanted = work wanted
    .jobseeker = What work are you looking for?
match-ask-done = earlier work
    .jobseeker = What work have you done?
match-ask-skills = skills
    .jobseeker = What are you good at?
match-ask-hours = hours a week
    .jobseeker = How many hours a week do you want to work?
match-ask-times = working times
    .jobseeker = When can you work?
match-ask-travel = way of travelling
    .jobseeker = How do you travel?
match-ask-limit = longest travel time
    .jobseeker = How long do you want to travel?
match-ask-licences = driving licence
    .jobseeker = Do you have a driving licence?
match-ask-dutch = speaking Dutch
    .jobseeker = How well do you speak Dutch?
match-ask-start = start date
    .jobseeker = From when can you work?
match-ask-level = work and thinking level
    .jobseeker = Which school did you do?
match-ask-contract = kind of contract
    .jobseeker = Which contract do you want?
match-ask-languages = other languages
    .jobseeker = Which other languages do you speak?

## Counts in bands

band-none = no candidates
band-few = fewer than { $n } candidates
band-about = about { $n } candidates

## Names

match-range = { $low } to { $high }
match-time-morning = morning
match-time-afternoon = afternoon
match-time-evening = evening
match-time-night = night
match-time-weekend = weekend
match-time-other = another time
match-licence-other = { $code }
match-level-1 = no primary school
match-level-2 = primary school
match-level-3 = vmbo (lower secondary)
match-level-4 = mbo, havo or vwo (upper secondary)
match-level-5 = hbo (higher professional)
match-level-6 = university
match-level-other = another level
match-dutch-none = none
match-dutch-little = a little
match-dutch-reasonable = reasonable
match-dutch-good = good
match-dutch-other = not known
match-means-walk = on foot
match-means-bike = by bike
match-means-ebike = by e-bike
match-means-scooter = by scooter
match-means-public-transport = by bus or train
match-means-car = by car
match-means-other = of travelling
match-contract-permanent = permanent contract
match-contract-fixed = temporary contract
match-contract-agency = agency work
match-contract-on-call = on-call work
match-contract-learn = work and learn
match-contract-other = another contract
match-language-ara = Arabic
match-language-deu = German
match-language-eng = English
match-language-fas = Persian
match-language-fra = French
match-language-ita = Italian
match-language-nld = Dutch
match-language-pol = Polish
match-language-por = Portuguese
match-language-ron = Romanian
match-language-rus = Russian
match-language-som = Somali
match-language-spa = Spanish
match-language-tir = Tigrinya
match-language-tur = Turkish
match-language-ukr = Ukrainian
match-language-other = another language
