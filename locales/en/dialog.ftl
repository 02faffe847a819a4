# What is the same in every conversation: buttons, explanation, summary.

dialog-commands =
    .back = Back
    .back-also = go back, previous, previous question, one back, step back
    .skip = I don’t know
    .skip-also = skip, skip this, no idea, dont know, i do not know, not sure, i do not want to say, i don’t want to say, i would rather not say, i prefer not to say
    .hint = What do you mean?
    .hint-also = explain, please explain, what is that, what does that mean, i do not understand, i don’t understand, i do not get it, i don’t get it, why do you ask
    .held = I am logged in, go on
    .held-also = yes, done, logged in, i am logged in, i did that, do it, go on
    .ok = Yes, this is right
    .ok-also = yes, right, ok, okay, good, correct, fine, yep, sure, yes that is right, that is right, all right, everything is right, agreed, 👍

dialog-press-below = I do not understand your answer here. Here is the question again.
dialog-offer-help = Is it not working? A person can help you.
dialog-first-this = Finish this first. Then the other can begin.
dialog-first-question = This is the first question.
dialog-over = That question is done. You do not have to do anything.
dialog-unknown = not known yet
dialog-line = { $label }: { $value }
dialog-line-from = { $label }: { $value } (in the text: “{ $source }”)
dialog-noted = I write down: { $value }.
dialog-read = This is what I read:
dialog-read-nothing = I could not get much out of it. I will ask you step by step.
dialog-review-ask = Is this right? Press the button of what you want to change.

kind-any =
    .retry = I do not understand that. Choose a button or type your answer.
    .needed = I need to know this to help you.
kind-words =
    .retry = Type it in a few words.
    .long = That is too long. Use fewer than { $most } letters.
kind-text =
    .retry = Paste or type the text.
    .long = That is too long. Use fewer than { $most } letters.
kind-choice =
    .retry = I do not understand that. Choose one of the buttons.
kind-many =
    .done = Done
    .done-also = ready, next, that is all, that’s all, that is it, enough, finished, ok
    .retry = I do not understand that. Press what fits and then press Done.
kind-number =
    .retry = Type a number. For example: 20
    .range = Type a number from { $low } to { $high }.
kind-hours =
    .retry = How many hours a week? For example, type: 24 or 16 to 24.
kind-date =
    .now = Right away
    .now-also = now, immediately, as soon as possible, asap, today, directly
    .weeks = In 2 weeks
    .month = In one month
    .later = In 3 months
    .half-year = Half a year
    .year = 1 year
    .years = 3 years or longer
    .two-months = 2 months
    .three-months = 3 months
    .retry = Which day? For example, type: 1 September or in 2 weeks.
    .range = That day is not possible. Choose today or a day in the next two years.
kind-typed =
    .phone = That is not a phone number. For example, type: 06 12345678
    .email = That is not an e-mail address. For example, type: name@example.com
    .kvk = A KvK number has 8 digits. For example, type: 12345678
    .wage = What is the wage? For example, type: 15 euros per hour.
kind-place =
    .retry = I do not know that place. Type a town or 4 digits of the postcode.
    .which = Which one do you mean?
kind-file =
    .retry = Send a photo or a file. Or press Back.
    .received = received
kind-concepts =
    .none = Something else
    .none-also = none of these, no, other, none, not right
    .done = Done
    .done-also = ready, that is all, that’s all, next, that is it, enough, finished, yes, ok, right
    .keep = Keep it like this: { $words }
    .which = You wrote “{ $words }”. Do you mean one of these?
    .unread = I do not know “{ $words }” yet. Say it in another way, or keep your own words.
    .more = I have now: { $names }. Anything else? Type it. If not: press Done.
    .retry = Type it in plain words. For example: cleaning.

unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
unit-hours-range = { $low } to { $high } hours
unit-minutes = { $n } minutes
unit-range = { $low } to { $high }
unit-level = level { $n }
wage-per-hour = { $amount } per hour
wage-per-week = { $amount } per week
wage-per-month = { $amount } per month
wage-per-year = { $amount } per year
wage-cao = as in the collective agreement (cao)
wage-minimum = minimum wage
wage-scale = as in a pay scale
place-unknown = place not known yet
# Where a line of a stored message cannot be made any more.
text-fault = We cannot show this line right now.
said = { $words }
reasons-none = nothing special

heard-start = Start
heard-spot = My location
heard-card = My phone number
heard-file = A photo or a file
heard-other = A message

odd-voice = I cannot listen to a voice message yet. Type it or press a button.
odd-photo = Thank you. I cannot read a photo here.
odd-sticker = Nice! But I cannot read a sticker.
odd-edited = You changed a message. I cannot see that well. Press Back to change an answer.
odd-empty = I got an empty message.
odd-other = I cannot read this. Type it or press a button.
odd-none = I go on where we were.

guard-bsn = That looks like a BSN. You never have to give me that. I do not keep it.
guard-iban = That looks like a bank account. You do not have to give me that. I do not keep it.
guard-phone = I saw a phone number. I do not keep it here.
guard-email = I saw an e-mail address. I do not keep it here.
guard-address = I saw an address. I do not keep it here.
guard-health = Health is private. You do not have to tell it here. I do not keep it. What helps somebody at work is fine.
guard-helps = This I may keep: { $helps }. Choose it at “What helps you to work well?”. Then your coach knows.
guard-record = What happened before, you do not have to tell here. I do not keep it.
guard-origin = Where somebody comes from, you do not have to tell here. I do not keep it. Languages are fine.
guard-belief = What somebody believes or is a member of is private. I do not keep it.
guard-love = Who you are and whom you love is yours. I do not keep it.
guard-near = That is about somebody you know. It is private. I do not keep it.
guard-asked = Everybody may apply. I do not keep a wish about origin or religion.

parked = Something went wrong on our side. Your answers are saved. Please try again in a moment.

dialog-step = Question { $n } of { $of }
share-place = Share my location
share-contact = Share my phone number
group-goodbye = I talk with one person at a time. Send me a message of your own. I leave this group now.
odd-too-much = That was a lot for one day. Send this again tomorrow. Your answers of today are kept.
odd-bad-file = I cannot use this file. Send a photo (jpg or png) or a PDF of 8 MB at most.
