# Where a conversation is open, and shutting all access: a lost phone or computer.

desk-ways-open = The conversation is open here now
    .web = In a browser, last on { $at }
    .telegram = In Telegram, last on { $at }
desk-ways-none = Nowhere. This person cannot get in now.
desk-way-back-contact =
    .seen = Does the person sit in front of you? You know the person, or you look at a card with a photo. You write down nothing of it.
    .called = Is the person calling? Hang up and call { $phone } yourself, or the general number of the company. Ask two things only this person knows, such as which vacancy is open and what you agreed last time.
desk-cut = Phone or computer lost or stolen?
desk-cut-what = Then first shut all access. Telegram, browsers and codes stop opening the conversation at once. What stands on the phone already stays there. Then make a code to come back. Whoever comes back reads that you shut everything. Does the person call with another number? Ask the two questions. You may then shut everything, but not make a code.
desk-cut-seen = The person sits in front of me: shut everything
desk-cut-answered = The person called and knew the answers: shut everything
desk-done-cut = All access is shut. Now make a code to come back.
desk-event-ways-cut = all access shut
ways-cut-told = { $name } shut your chat everywhere, on { $at }. Somebody said: I lost my phone or computer. Was that not you? Call { $phone } at once.
ways-cut-us = The work centre
ways-cut-breach = { $name } shut your chat everywhere, on { $at }. Somebody else may have been able to get in. Any questions? Call { $phone }.
