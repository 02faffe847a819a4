# What somebody asks of a person: call me.

callback-phone = On which number can we call you?
    .label = Number
    .hint = Type your phone number. For example: 06 12345678. We give it to nobody.
callback-when = When shall we call you?
    .label = When
    .hint = Choose a time when you can answer your phone.
    .today-am = Today, morning
    .today-am-also = this morning
    .today-pm = Today, afternoon
    .today-pm-also = this afternoon
    .tomorrow-am = Tomorrow, morning
    .tomorrow-am-also = tomorrow morning
    .tomorrow-pm = Tomorrow, afternoon
    .tomorrow-pm-also = tomorrow afternoon
callback-day-am = { $day }, morning
callback-day-pm = { $day }, afternoon
callback-who = Good. { $name } calls you. When: { $when }. Number: { $phone }.
callback-team = Good. Somebody of { $team } calls you. When: { $when }. Number: { $phone }. Do you want to talk to somebody sooner? Call { $door }.
call-missed = { $name } called you, but you did not answer. We try again: { $when }. Do you want another time? Press “Call me”. Or call us: { $phone }.
call-given-up = We called you three times, but you did not answer. Call us when you have time: { $phone }. Or press “Call me” and choose a new time.
rather-calls = Would you always rather be called than get a message?
    .label = Rather call
    .hint = Then your coach calls you first. You do not have to say why.
    .yes = Yes, rather call me
    .yes-also = yes, please, call rather
    .no = No, messages are fine
    .no-also = no, a message is fine, writing is fine
rather-on = Good. Your coach sees that you would rather be called.
rather-off = Good. We send you messages. A call is always possible too.

staff-call = Call { $name }: { $when }. The number is in the console.
    .open = I called
called-how = Did you speak to { $name }? Agreed was: { $when }.
    .label = How it went
    .hint = Not reached? Then it is on your list again, for the next part of the day. The other hears that you called.
    .reached = Called
    .reached-also = yes, spoke, reached
    .missed = Not reached
    .missed-also = no, no answer
called-reached = Thank you. It is off the list.
called-missed = Noted. Try again in the next part of the day.
nudge-call-coach = { $n ->
    [one] • Somebody was to be called and was not called yet
   *[other] • { $n } people were to be called and were not called yet
}
nudge-call-lead = { $n ->
    [one] • Somebody has waited a day for a call that was promised
   *[other] • { $n } people have waited a day for a call that was promised
}
nudge-open-called = How did the call go?
relay-rather-called = Mind: rather call than write. So call first.

desk-callback = { $name } wants to be called
    .why = { $when }, on { $phone }
    .action = Call
desk-callback-page = Calling
desk-callback-tries = { $n ->
    [one] Not reached once
   *[other] Not reached { $n } times
}
desk-callback-file = To the file
desk-callback-done = This is settled.
desk-callback-again = Not reached? Then it is here again, for the next part of the day. The other hears that you called.
desk-done-spoken = Called. It is off the list.
desk-done-notreached = Noted. Try again in the next part of the day.
desk-rather-called = Rather call
    .why = { $name } would rather be called than written to. So call first.
    .on = Turn on: rather call than write
    .off = Turn off: rather call than write
desk-done-ratheron = Noted: rather call than write.
desk-done-ratheroff = Noted: writing is fine.
