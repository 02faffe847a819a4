# Achteraf: wie kwam binnen, wie werd gezien, en een datalek.

desk-audit = Logboek
desk-audit-about = Wie kwam binnen en wie zag wie? Alleen nummers, geen namen.
desk-audit-none = Er is niets gevonden.
desk-audit-people = { $n ->
    [one] 1 persoon
   *[other] { $n } mensen
}
desk-audit-account = Nummer van het account
desk-audit-person = Nummer van wie bekeken is
desk-audit-kind = Soort
desk-audit-all = Alles
desk-audit-days = Periode
desk-audit-last = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
}
desk-audit-most = U ziet de nieuwste { $n } regels. Kies een soort of een account om verder te zoeken.
desk-audit-of =
    .login = inloggen
    .login-failed = inloggen mislukt
    .factor = tweede stap
    .factor-failed = tweede stap mislukt
    .logout = uitloggen
    .code-made = code gemaakt
    .way-back = weer toegang gegeven
    .ways-cut = alle toegang gesloten
    .code-used = code gebruikt
    .invited = collega uitgenodigd
    .exported = gegevens meegenomen
    .staff-joined = collega begonnen
    .staff-left = collega gestopt
    .second-factor-reset = tweede stap opnieuw
    .locked = account dicht
    .viewed = gegevens bekeken
desk-breach = Datalek
desk-breach-duty = Is er een datalek? Meld het binnen 72 uur bij de Autoriteit Persoonsgegevens (AVG artikel 33). Is het risico voor mensen hoog? Dan hoort ieder van hen het ook (artikel 34). Hun coach of team vertelt het.
desk-breach-code = Code of link
desk-breach-address = Internetadres
desk-breach-found = { $n ->
    [one] 1 persoon is bereikt
   *[other] { $n } mensen zijn bereikt
}
desk-breach-person = Nummer { $id }
desk-breach-times = { $n } keer gezien
desk-breach-between = van { $first } tot { $last }
desk-breach-tells = vertelt het: { $name }
desk-breach-team = vertelt het: het team
desk-breach-list = Neem de lijst mee
desk-breach-lock = Doe dit account dicht
desk-breach-locked = Het account is dicht. Bezoeken en codes werken niet meer.
