# Herinneringen aan werkzoekenden, en de korte vragen erachter.

nudge-intake = Je was begonnen met vragen beantwoorden. Zullen we verder gaan? Het duurt niet lang.
nudge-match-jobseeker = Er wacht werk op je antwoord: { $title } bij { $employer }.
nudge-match-confirm = { $employer } wil je leren kennen voor { $title }. Wil jij dat ook?
nudge-meeting-jobseeker-1 = Je afspraak komt eraan: { $at }, bij { $employer } voor { $title }. Succes!
nudge-meeting-jobseeker-2 = Hoe ging je gesprek bij { $employer }?
nudge-check-in-jobseeker = Hoe gaat het op je werk bij { $employer }?
nudge-fresh = Klopt dit nog? { $field }
nudge-silent = Ik hoorde een tijd niets van je. Gaat het goed? Kijk of je gegevens nog kloppen.
nudge-plan = Het is tijd om samen naar je plan te kijken.
nudge-survey = Eén vraag: wat vind je van onze hulp? Meedoen mag, het hoeft niet.
nudge-open-interest = Bekijk de vacature
nudge-open-confirm = Geef antwoord
nudge-open-after-meeting = Vertel hoe het ging
nudge-open-checkin = Geef antwoord
nudge-open-fresh = Kijk
nudge-open-plan-review = Bekijk mijn plan
nudge-open-survey = Geef mijn mening
fresh-still = Klopt dit nog? { $field }: { $value }.
    .label = Klopt dit nog?
    .hint = Zo weet je coach dat je gegevens nog goed zijn.
    .yes = Ja, klopt
    .yes-also = ja, klopt nog, nog steeds
    .no = Nee, anders
    .no-also = nee, klopt niet, veranderd
fresh-yes = Fijn, dank je wel.
fresh-no = Goed dat je het zegt. Druk op de knop en kies wat anders is.
reminders-later = Goed. Ik laat je { $n } dagen met rust.
reminders-off = Goed. Ik stuur je geen herinneringen meer. Antwoorden en afspraken krijg je nog wel.
reminders-on = Goed. Ik help je weer herinneren.

# Hoe het afliep: wie ja zei, hoort het altijd.
ended-rejected = Jammer. Voor { $title } kiest de werkgever iemand anders. Ik zoek verder met je mee.
ended-withdrawn = { $title } gaat voor jou niet door. Dat ligt niet aan jou. Ik zoek verder met je mee.
    .filled = Voor { $title } is iemand gevonden. Jammer, maar het ligt niet aan jou. Ik zoek verder met je mee.
    .vacancy = De vacature { $title } is gestopt. Dat ligt niet aan jou. Ik zoek verder met je mee.
    .changed = De werkgever vraagt nu iets anders voor { $title }. Het past niet meer bij jou. Ik zoek verder met je mee.
    .agreement = De werkgever en wij hebben { $title } gestopt. Dat ligt niet aan jou. Ik zoek verder met je mee.
    .silent = De werkgever van { $title } gaf geen antwoord. Dat ligt niet aan jou. Ik zoek verder met je mee.
ended-not_placed = Het gesprek over { $title } werd geen baan. Dat gebeurt vaak. Goed dat je het deed. Wil je erover praten? Druk op de knop.
    .no_show = Je gesprek over { $title } ging niet door. Was er iets? Vertel het je coach. Samen kijken we verder.
    .employer_stopped = De werkgever stopt met { $title }. Dat ligt niet aan jou. Goed dat je er was. Ik zoek verder met je mee.

# Wat een werkzoekende hoort als de vacature verandert.
vacancy-on-hold = De werkgever zet { $title } even stil. Je hoeft niets te doen. Je hoort het als het verder gaat.
vacancy-goes-on = { $title } gaat weer verder.
changed-no-longer = De werkgever vraagt nu iets anders voor { $title }. Daarom past het niet meer. Dit ligt niet aan jou. Ik zoek verder.
changed-look = De werkgever heeft { $title } veranderd. Kijk nog eens of je dit wilt.
changed-told = De werkgever heeft { $title } veranderd. Zo is het nu:
    { $facts }
