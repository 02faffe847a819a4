# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

language-language = Welke taal wilt u?
    .label = Taal
    .hint = Ik praat met u in de taal die u kiest.
    .nl = Nederlands
    .en = English
ask-words = Wat wilt u vragen? Typ het hier. Een mens leest het en antwoordt in dit gesprek.
    .label = Uw vraag
    .hint = U kunt alles vragen. Bijvoorbeeld: welke hulp is er als ik iemand opleid?
ask-thanks = Uw vraag is verstuurd naar { $names }. Het antwoord komt hier.
erase-sure = Wilt u alles wissen? Uw gegevens, uw gesprek en uw matches gaan weg. Dat kan niet terug.
    .label = Wissen
    .hint = Na het wissen weten wij niets meer van u. U kunt later opnieuw beginnen.
    .yes = Ja, wis alles
    .no = Nee, bewaar het
erase-yes = Alles is gewist. U kunt altijd opnieuw beginnen. Veel succes!
