# Data that nobody uses any more: keep or erase.

nudge-keep = I have not heard from you for long. Do you want us to keep your data?
nudge-open-keep = Answer
keep-keep = Do you want us to keep your data?
    .label = Keep
    .hint = If nobody says anything, we erase them later.
    .yes = Yes, keep them
    .yes-also = yes, keep, please
    .no = No, erase them
    .no-also = no, rather not
keep-thanks = Good. We keep your data. You do not need to do anything else.

desk-unused = { $n ->
    [one] We have not heard from 1 person for long
   *[other] We have not heard from { $n } people for long
}
    .why = you decide whether the data stay
    .action = See the list
desk-only-unused = Keep or erase?
desk-keep = Keep or erase?
    .why = We have not heard anything for very long. We do not know whether the question about keeping the data was read. Call first if you can.
    .yes = Keep the data
    .no = Erase the data
desk-done-keepyes = The data stay.
desk-done-keepno = The data are erased within a day.
desk-event-keep-seen = question about keeping seen
desk-event-keep-yes = data stay
desk-event-keep-no = data may go
