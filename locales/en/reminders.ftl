# Reminders to jobseekers, and the short questions behind them.

nudge-intake = You had begun to answer questions. Shall we go on? It does not take long.
nudge-match-jobseeker = Work is waiting for your answer: { $title } at { $employer }.
nudge-match-confirm = { $employer } wants to meet you for { $title }. Do you want that too?
nudge-meeting-jobseeker-1 = Your appointment is coming: { $at }, at { $employer } for { $title }. Good luck!
nudge-meeting-jobseeker-2 = How did your talk at { $employer } go?
nudge-check-in-jobseeker = How is work at { $employer }?
nudge-fresh = Is this still right? { $field }
nudge-silent = I have not heard from you for a while. Are you well? See if your data are still right.
nudge-plan = It is time to look at your plan together.
nudge-survey = One question: what do you think of our help? You may, you do not have to.
nudge-open-interest = See the vacancy
nudge-open-confirm = Answer
nudge-open-after-meeting = Tell how it went
nudge-open-checkin = Answer
nudge-open-fresh = Look
nudge-open-plan-review = See my plan
nudge-open-survey = Give my opinion
fresh-still = Is this still right? { $field }: { $value }.
    .label = Still right?
    .hint = So your coach knows that your data are still good.
    .yes = Yes, it is
    .yes-also = yes, still right
    .no = No, it changed
    .no-also = no, not right, changed
fresh-yes = Good, thank you.
fresh-no = Good that you say so. Press the button and choose what changed.
reminders-later = All right. I leave you alone for { $n } days.
reminders-off = All right. I will not send reminders any more. You still get answers and appointments.
reminders-on = All right. I will remind you again.

# How it ended: whoever said yes always hears it.
ended-rejected = A pity. For { $title } the employer chooses someone else. I keep looking with you.
ended-withdrawn = { $title } does not go on for you. That is not because of you. I keep looking with you.
    .filled = Somebody was found for { $title }. A pity, but it is not because of you. I keep looking with you.
    .vacancy = The job { $title } has stopped. That is not because of you. I keep looking with you.
    .changed = The employer now asks something else for { $title }. It does not fit you any more. I keep looking with you.
    .agreement = The employer and we have stopped { $title }. That is not because of you. I keep looking with you.
    .silent = The employer of { $title } did not answer. That is not because of you. I keep looking with you.
ended-not_placed = The talk about { $title } did not become a job. That happens often. Good that you did it. Do you want to talk about it? Press the button.
    .no_show = Your talk about { $title } did not take place. Was something wrong? Tell your coach. We look further together.
    .employer_stopped = The employer stops with { $title }. That is not because of you. Good that you were there. I keep looking with you.

# What a jobseeker hears when the vacancy changes.
vacancy-on-hold = The employer has put { $title } on hold. You need not do anything. You will hear when it goes on.
vacancy-goes-on = { $title } goes on again.
changed-no-longer = The employer now asks something else for { $title }. So it does not fit any more. This is not because of you. I keep looking.
changed-look = The employer has changed { $title }. Please look again whether you want it.
changed-told = The employer has changed { $title }. This is how it is now:
    { $facts }
