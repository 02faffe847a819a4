# Dezelfde herinneringen voor wie met “u” wordt aangesproken.

nudge-intake = U was begonnen met vragen beantwoorden. Zullen we verder gaan? Het duurt niet lang.
nudge-open-checkin = Geef antwoord
reminders-later = Goed. Wij laten u { $n } dagen met rust.
reminders-off = Goed. Wij sturen u geen herinneringen meer. Antwoorden en afspraken krijgt u nog wel.
reminders-on = Goed. Wij helpen u weer herinneren.
nudge-survey = Eén vraag: wat vindt u van onze hulp? Meedoen mag, het hoeft niet.
