# Waar iemand ja tegen zei, en het terugnemen.

consents = Hier zei je ja of nee tegen:
    { $lines }
consents-press = Wil je een ja terugnemen? Druk erop.
consents-none = Je hebt nog nergens ja tegen gezegd.
consents-line = { $answer }: { $what }
consent-helps = Een werkgever mag lezen wat je helpt, zonder je naam
takeback-sure = { $what }. Wil je dit terugnemen? { $then }
    .label = Terugnemen
    .hint = Terugnemen mag altijd. Je hoeft niet te zeggen waarom.
    .yes = Ja, neem terug
    .yes-also = ja, terugnemen, intrekken, ja neem maar terug, neem maar terug, trek in
    .no = Nee, laat het zo
    .no-also = nee, laat maar
takeback-then =
    .list = Werkgevers zien je dan niet meer in de lijst.
    .card = De werkgever ziet je kaart dan niet meer. Deze baan stopt voor jou.
    .name = Wij vragen de werkgever om je naam en nummer weg te doen. Een afspraak gaat niet door.
    .plan = Het plan geldt dan niet meer. Je coach praat met je.
    .helps = Het staat dan op geen kaart meer.
takeback-done =
    .list = Goed. Je staat niet meer in de lijst.
    .card = Goed. De werkgever ziet je kaart niet meer.
    .name = Goed. Wij vroegen de werkgever om je naam en nummer weg te doen. Wat hij al las, kunnen wij niet terughalen.
    .plan = Goed. Het plan geldt niet meer. Je coach leest dit.
    .helps = Goed. Het staat op geen kaart meer.
takeback-no = Goed. Het blijft zoals het was.
takeback-plan-words = Ik neem mijn ja tegen dit plan terug.
consent-forget = De kandidaat voor { $title } geeft u geen toestemming meer voor naam en telefoonnummer. Wilt u die weggooien? U mag ze niet meer gebruiken (AVG artikel 7).
desk-event-consent-back = toestemming teruggenomen
