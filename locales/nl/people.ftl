# Kennismaken, taal, en praten met een mens.

welcome-intro = Hallo! Ik ben Werklijn, een computerprogramma van { $region }. Ik breng mensen en werk bij elkaar. Het is gratis.
welcome-language = Welke taal wil je?
    .label = Taal
    .hint = Ik praat met je in de taal die je kiest. Je kunt dit later veranderen.
    .nl = Nederlands
    .nl-also = dutch, hollands, ned
    .en = English
    .en-also = engels
welcome-who = Wat zoek je?
    .label = Wat je zoekt
    .hint = Zoek je zelf een baan? Kies dan “Ik zoek werk”. Heb je een bedrijf? Kies dan “Ik zoek personeel”.
    .work = Ik zoek werk
    .work-also = werk, baan, job, ik zoek een baan, werkzoekende
    .staff = Ik zoek personeel
    .staff-also = personeel, werkgever, medewerker, ik zoek iemand, mensen
language-language = Welke taal wil je?
    .label = Taal
    .hint = Ik praat met je in de taal die je kiest.
    .nl = Nederlands
    .nl-also = dutch, hollands, ned
    .en = English
    .en-also = engels
language-thanks = Goed. Vanaf nu in het Nederlands.

ask-words = Wat wil je vragen? Typ het hier. Een mens leest het en antwoordt in dit gesprek.
    .label = Je vraag
    .hint = Je kunt alles vragen. Bijvoorbeeld: mag ik werken met een uitkering?
ask-thanks = Je vraag is verstuurd naar { $names }. Het antwoord komt hier.
ask-nobody = Er is nu niemand te vinden. Bel { $phone }.
relay-words = Wat wilt u antwoorden aan { $name }? { $rather }
    .label = Uw antwoord
    .hint = Uw woorden komen in het gesprek van { $name }, met uw naam en rol erbij.
relay-thanks = Verstuurd.
relay-from-client = Bericht van { $name }: { $words }
relay-answer = Antwoord
relay-from-staff = { $name } ({ $role }) schrijft: { $words }
of-staff =
    .clean = Ja, zo
    .with = Ja, met nummer of adres
    .without = Zonder nummer of adres
relay-reply = Antwoord

role-coach = coach
role-account_manager = accountmanager
role-jobcoach = jobcoach
role-regional_manager = regiomanager
role-administrator = beheerder
role-partner = partner
role-reader = lezer

verify-checked = Nieuwe werkgever: { $company }, KvK { $kvk }, { $place }. Contact: { $contact }, { $phone }. Bel eerst en controleer het nummer. Is dit een echte werkgever?
    .label = Gecontroleerd
    .hint = Tot u ja zegt, ziet deze werkgever geen mensen. Zoek het KvK-nummer op en bel het bedrijf.
    .yes = Ja, gecontroleerd
    .yes-also = ja, klopt, akkoord
    .later = Later
    .later-also = nee, nog niet
verify-yes = Dank u. De werkgever hoort het meteen.
verify-later = Goed. U vindt deze werkgever ook in de console.

erase-sure = Wil je alles wissen? Je profiel, je gesprek en je matches gaan weg. Dat kan niet terug.
    .label = Wissen
    .hint = Na het wissen weten wij niets meer van je. Je kunt later opnieuw beginnen.
    .yes = Ja, wis alles
    .yes-also = ja, wissen, weg ermee
    .no = Nee, bewaar het
    .no-also = nee, bewaren, toch niet
erase-no = Goed. Er is niets gewist.
erase-yes = Alles is gewist. Je kunt altijd opnieuw beginnen. Veel succes!

gone-somebody = iemand
gone-number = geen nummer meer
gone-words = (gewist)
