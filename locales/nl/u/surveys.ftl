# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

survey-score = { $question }
    .label = Wat vindt u
    .hint = Meedoen mag, het hoeft niet. Wij tellen alles samen. Niemand ziet wie wat zei.
    .bad = 😟 Slecht
    .poor = 🙁 Niet zo goed
    .fair = 😐 Gaat wel
    .good = 🙂 Goed
    .great = 😀 Heel goed
survey-words = { $more }
    .label = In uw eigen woorden
    .hint = Dit mag kort. Noem geen namen. Schrijf niets over ziekte.
    .skip = Sla over
survey-call = Wilt u er met iemand over praten? Dan bellen wij u.
    .label = Praten
    .hint = Zegt u ja? Dan weet uw contactpersoon dat u dit was.
    .yes = Ja, bel mij
    .no = Nee, dank u
survey-thanks = Dank u wel. Hier leren wij van.
survey-call-thanks = Dank u wel. Wij nemen contact met u op.
