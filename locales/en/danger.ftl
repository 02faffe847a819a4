# When somebody is in danger, or may be. First a warm sentence with the number that fits.

danger-now = This sounds dangerous. Call { $emergency } now. Can you not talk? Call { $emergency } anyway and stay on the line.
danger-suicide = I am so sorry you feel like this. It is good that you say it. Call { $suicide } now: day and night, free, and you need not say your name. Is it dangerous now? Call { $emergency }.
danger-near = I am so sorry, and it is good that you look for help. Does somebody think of suicide? Call { $suicide } together. Is somebody beaten or threatened? Call Veilig Thuis: { $violence }. Is it dangerous now? Call { $emergency }.
danger-violence = I am so sorry. Nobody may do this to you. Call Veilig Thuis: { $violence }, day and night and free. Is it dangerous now? Call { $emergency }.
danger-child = It is good that you say this. A child must be safe. Call Veilig Thuis: { $violence }, day and night and free. Are you younger than 18? Call the Kindertelefoon as well: { $child }. Is it dangerous now? Call { $emergency }.
danger-exploitation = I am so sorry. Nobody may force you, keep your wage or take your passport. Call the Labour Authority: { $exploitation }, free. Is it dangerous now? Call { $emergency }.
danger-threat = I hear that you are very angry. Are you afraid that you will hurt somebody? Call { $suicide } or your doctor and talk first. Is somebody in danger now? Call { $emergency }.
danger-read-now = { $who } gets a message now. Do you want to talk to somebody now? Call { $door }: { $phone }, open until { $closes }.
danger-read-later = { $who } reads this { $opens } at the earliest. Do you want to talk to somebody now? Call the number above.
danger-apart = What you wrote is kept apart. It is not in this conversation and not in your profile. I ask nothing now. Press “Go on” when you want to go on.
danger-who-coach = Your coach
danger-who-manager = Your account manager
danger-who-team = Somebody of { $team }
danger-who-lead = A manager of { $team }
danger-said = (This message is kept apart, not in this conversation.)
danger-sad = I am sorry to hear that. Do you want to talk to a person? Press “Help from a person”. Or press “Go on”.
danger-sad-said = (This message is not kept.)
danger-well = Good that you tell me. What you wrote is not kept. You can always ask me for a person.

danger-unclear = You are not alone. Do you think of dying, or do you want to talk? Call { $suicide }: day and night, free, and you need not say your name.
care-well = What you write worries me. Are you all right?
    .label = How it goes
    .hint = Are you not all right? Then I give you a number to call, and somebody here reads what you wrote. All right? Then we just go on.
    .yes = Yes, I am all right
    .yes-also = yes, fine, ok, i am fine, all right, good, ja
    .no = No, I am not
    .no-also = no, not well, not good, bad, i am not well, not really, nee

urgent-told = Urgent: somebody may be in danger. Read it in the console: { $url }
nudge-urgent-lead = { $n ->
    [one] • Urgent: one message about danger has been opened by nobody yet
   *[other] • Urgent: { $n } messages about danger have been opened by nobody yet
}

desk-urgents = Urgent
desk-urgents-why = People who wrote that they or somebody else are in danger. What they wrote stands only here. Every time you open it is logged.
desk-urgents-none = Nothing is urgent now.
desk-urgent = Urgent: somebody may be in danger
    .why = Read it and call. Without a name until you open it.
    .action = Read
desk-urgent-apart = This is no note and counts for nothing. Call yourself, or call { $emergency } when it is dangerous now.
desk-urgent-done = This has been dealt with.
desk-urgent-how-read = Read
desk-urgent-how-called = Called
desk-urgent-kind-now = Immediate danger
desk-urgent-kind-suicide = Suicide or self-harm
desk-urgent-kind-near = Somebody near is in danger
desk-urgent-kind-violence = Violence, abuse or threats
desk-urgent-kind-child = A child is in danger
desk-urgent-kind-exploitation = Exploitation
desk-urgent-kind-threat = A threat
desk-done-helped = Recorded. Thank you.
