# Waar een gesprek open staat, en alle toegang sluiten: telefoon of computer kwijt.

desk-ways-open = Hier is het gesprek nu open
    .web = In een browser, het laatst op { $at }
    .telegram = In Telegram, het laatst op { $at }
desk-ways-none = Nergens. Deze persoon kan er nu niet in.
desk-way-back-contact =
    .seen = Zit de persoon voor u? U kent de persoon, of u kijkt even naar een pas met foto. U schrijft er niets van op.
    .called = Belt de persoon? Hang op en bel zelf { $phone }, of het algemene nummer van het bedrijf. Vraag twee dingen die alleen deze persoon weet, zoals welke vacature open staat en wat u de vorige keer afsprak.
desk-cut = Telefoon of computer kwijt of gestolen?
desk-cut-what = Sluit dan eerst alle toegang. Telegram, browsers en codes openen het gesprek meteen niet meer. Wat al op de telefoon staat, blijft daar staan. Maak daarna een code om terug te komen. Wie terugkomt, leest dat u alles sloot. Belt de persoon met een ander nummer? Stel de twee vragen. Alles sluiten mag dan, een code maken niet.
desk-cut-seen = De persoon zit voor mij: sluit alles
desk-cut-answered = De persoon belde en wist de antwoorden: sluit alles
desk-done-cut = Alle toegang is gesloten. Maak nu een code om terug te komen.
desk-event-ways-cut = alle toegang gesloten
ways-cut-told = { $name } deed je gesprek overal dicht, op { $at }. Iemand zei: ik ben mijn telefoon of computer kwijt. Was jij dat niet? Bel meteen { $phone }.
ways-cut-us = Het werkcentrum
ways-cut-breach = { $name } deed je gesprek overal dicht, op { $at }. Misschien kon iemand anders erin. Heb je vragen? Bel { $phone }.
