# What somebody said yes to, and taking it back.

consents = You said yes or no to this:
    { $lines }
consents-press = Do you want to take a yes back? Press it.
consents-none = You have not said yes to anything yet.
consents-line = { $answer }: { $what }
consent-helps = An employer may read what helps you, without your name
takeback-sure = { $what }. Do you want to take this back? { $then }
    .label = Taking back
    .hint = You may always take it back. You do not have to say why.
    .yes = Yes, take it back
    .yes-also = yes, take back, withdraw
    .no = No, leave it
    .no-also = no, leave it
takeback-then =
    .list = Employers then see you in the list no more.
    .card = The employer then sees your card no more. This job stops for you.
    .name = We ask the employer to throw your name and number away. An appointment does not go on.
    .plan = The plan then holds no more. Your coach talks with you.
    .helps = It is then on no card any more.
takeback-done =
    .list = Good. You are in the list no more.
    .card = Good. The employer sees your card no more.
    .name = Good. We asked the employer to throw your name and number away. What was read already we cannot get back.
    .plan = Good. The plan holds no more. Your coach reads this.
    .helps = Good. It is on no card any more.
takeback-no = Good. It stays as it was.
takeback-plan-words = I take my yes to this plan back.
consent-forget = The candidate for { $title } no longer gives you consent for name and telephone number. Would you throw them away? You may not use them any more (GDPR article 7).
desk-event-consent-back = consent taken back
