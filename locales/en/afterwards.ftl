# Afterwards: who came in, who was seen, and a data breach.

desk-audit = Log
desk-audit-about = Who came in and who saw whom? Numbers only, no names.
desk-audit-none = Nothing was found.
desk-audit-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
desk-audit-account = Number of the account
desk-audit-person = Number of who was looked at
desk-audit-kind = Kind
desk-audit-all = Everything
desk-audit-days = Period
desk-audit-last = { $n ->
    [one] 1 day
   *[other] { $n } days
}
desk-audit-most = You see the newest { $n } lines. Choose a kind or an account to search further.
desk-audit-of =
    .login = login
    .login-failed = login failed
    .factor = second step
    .factor-failed = second step failed
    .logout = logout
    .code-made = code made
    .way-back = access given again
    .ways-cut = all access shut
    .code-used = code used
    .invited = colleague invited
    .exported = data taken along
    .staff-joined = colleague began
    .staff-left = colleague left
    .second-factor-reset = second step anew
    .locked = account locked
    .viewed = data seen
desk-breach = Data breach
desk-breach-duty = Is there a data breach? Report it within 72 hours to the Autoriteit Persoonsgegevens (AVG article 33). Is the risk for people high? Then each of them is told as well (article 34). Their coach or team tells them.
desk-breach-code = Code or link
desk-breach-address = Internet address
desk-breach-found = { $n ->
    [one] 1 person was reached
   *[other] { $n } people were reached
}
desk-breach-person = Number { $id }
desk-breach-times = seen { $n } times
desk-breach-between = from { $first } to { $last }
desk-breach-tells = tells them: { $name }
desk-breach-team = tells them: the team
desk-breach-list = Take the list along
desk-breach-lock = Lock this account
desk-breach-locked = The account is locked. Visits and codes no longer work.
