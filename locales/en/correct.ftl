# This is not right: asking to correct what somebody else wrote (GDPR 16).

correct-words = What is not right about you? Also type what it should say.
    .label = What is not right
    .hint = What you told us you can change yourself at “My data”. This is for what somebody else wrote.
    .drop = Never mind
    .drop-also = no never mind, no, nothing, not needed, cancel
correct-dropped = All right. I pass nothing on.
correct-thanks = Thank you. Your coach looks at it. You hear at the latest on { $day }.
correction-told =
    .changed = { $name } has changed it. Explanation: “{ $why }” Still not right? Press “This is not right” again, or call { $phone }.
    .changed-bare = { $name } has changed it. Still not right? Press “This is not right” again, or call { $phone }.
    .not = { $name } has not changed it. Why: “{ $why }” Do you not agree? Ask for the data protection officer (FG): { $phone }. Or complain to the Autoriteit Persoonsgegevens (AP): autoriteitpersoonsgegevens.nl. You may also go to court. Your request stays with your data.
staff-correction = { $name } says that something is not right: { $words } You answer at the latest on { $day }, in the console.
desk-correction = { $name } says: this is not right
    .why = answer at the latest on { $day }
    .action = Answer
desk-corrections = This is not right, says the jobseeker
desk-correction-until = You answer at the latest on { $day } (GDPR articles 12 and 16).
desk-correction-words = Your explanation. With a no it is needed. The jobseeker reads it.
desk-correction-changed = It was changed
desk-correction-not = Not changed
desk-done-corrected = Answered. The jobseeker is told.
desk-event-correction-asked = asked to correct something
desk-event-correction-answered = answer to the request to correct
