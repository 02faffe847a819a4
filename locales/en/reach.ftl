# Not reached: messages that stand on the web and that nobody fetched.

desk-unreached = Not reached since { $day }: { $name }
    .why = { $n ->
        [one] one message in the web chat was not fetched
       *[other] { $n } messages in the web chat were not fetched
    }
    .action = See what you can do
desk-unreached-employer = Not reached since { $day }: { $name } of { $company }
    .why = { $n ->
        [one] one message in the web chat was not fetched
       *[other] { $n } messages in the web chat were not fetched
    }
    .action = See what you can do
desk-reach = Not reached since { $day }
desk-reach-what = { $n ->
    [one] One message is waiting in the web chat. { $name } did not fetch it.
   *[other] { $n } messages are waiting in the web chat. { $name } did not fetch them.
}
desk-reach-not-silent = So { $name } did not say no, and was not late. What waits for an answer only counts once it arrives.
desk-reach-call = Call: { $phone }
desk-reach-no-phone = We have no number to call.
desk-reach-letter = Send a letter or go there. Only write that there is news and how to reach you: { $phone }, { $address }. Do not write what it is about.
desk-reach-door = Is the conversation lost, or is another phone easier? Make a new way in, for example for Telegram.
desk-reach-contact = Would this employer rather be called? Then they choose at their vacancy: contact by phone. Then we write no more, and you call.
desk-reach-done = How did you reach { $name }?
    .spoken = Spoke
    .letter = Sent a letter
    .door = Gave a new way in
desk-done-reached = Noted. If a next message does not arrive either, it is on Today again.
desk-event-reached = reached in another way
desk-delivery-fetched = arrived
desk-delivery-ready = ready, not fetched yet
nudge-unreached-coach = { $n ->
    [one] • Not reached since { $day }: { $name } did not fetch messages in the web chat. Can you call?
   *[other] • Not reached: { $n } people did not fetch messages in the web chat, such as { $name } since { $day }. Can you call?
}
nudge-unreached-employer-account_manager = { $n ->
    [one] • Not reached since { $day }: { $employer } did not fetch messages in the web chat. Can you call?
   *[other] • Not reached: { $n } employers did not fetch messages in the web chat, such as { $employer } since { $day }. Can you call?
}
