# Niet bereikt: berichten die op het web klaarstaan en die niemand ophaalde.

desk-unreached = Niet bereikt sinds { $day }: { $name }
    .why = { $n ->
        [one] één bericht in de webchat is niet opgehaald
       *[other] { $n } berichten in de webchat zijn niet opgehaald
    }
    .action = Kijk wat u kunt doen
desk-unreached-employer = Niet bereikt sinds { $day }: { $name } van { $company }
    .why = { $n ->
        [one] één bericht in de webchat is niet opgehaald
       *[other] { $n } berichten in de webchat zijn niet opgehaald
    }
    .action = Kijk wat u kunt doen
desk-reach = Niet bereikt sinds { $day }
desk-reach-what = { $n ->
    [one] Er staat één bericht klaar in de webchat. { $name } haalde het niet op.
   *[other] Er staan { $n } berichten klaar in de webchat. { $name } haalde ze niet op.
}
desk-reach-not-silent = { $name } gaf dus geen nee, en was niet te laat. Wat op antwoord wacht, telt pas als het aankomt.
desk-reach-call = Bel: { $phone }
desk-reach-no-phone = Wij hebben geen nummer om te bellen.
desk-reach-letter = Stuur een brief of loop langs. Schrijf alleen dat er bericht is en hoe u te bereiken bent: { $phone }, { $address }. Zet er niet in waar het over gaat.
desk-reach-door = Is het gesprek kwijt, of is een andere telefoon handiger? Maak een nieuwe toegang, bijvoorbeeld voor Telegram.
desk-reach-contact = Wil deze werkgever liever gebeld worden? Dan kiest hij bij zijn vacature: contact via telefoon. Wij schrijven dan niet meer, en u belt.
desk-reach-done = Hoe heeft u { $name } bereikt?
    .spoken = Gesproken
    .letter = Brief gestuurd
    .door = Nieuwe toegang gegeven
desk-done-reached = Genoteerd. Komt een volgend bericht ook niet aan? Dan staat het weer bij Vandaag.
desk-event-reached = langs een andere weg bereikt
desk-delivery-fetched = aangekomen
desk-delivery-ready = staat klaar, nog niet opgehaald
nudge-unreached-coach = { $n ->
    [one] • Niet bereikt sinds { $day }: { $name } haalde berichten in de webchat niet op. Kunt u bellen?
   *[other] • Niet bereikt: { $n } mensen haalden berichten in de webchat niet op, zoals { $name } sinds { $day }. Kunt u bellen?
}
nudge-unreached-employer-account_manager = { $n ->
    [one] • Niet bereikt sinds { $day }: { $employer } haalde berichten in de webchat niet op. Kunt u bellen?
   *[other] • Niet bereikt: { $n } werkgevers haalden berichten in de webchat niet op, zoals { $employer } sinds { $day }. Kunt u bellen?
}
