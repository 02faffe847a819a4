# Dezelfde teksten voor wie met “u” wordt aangesproken: werkgevers en medewerkers.

menu = Wat wilt u doen?
idle = Ik stel nu geen vraag. Wilt u iets aan een mens vragen? Druk dan op “Hulp van een mens”.
help = Ik ben Werklijn, een computerprogramma van { $region }. U kunt altijd typen of op een knop drukken. Stoppen mag. Ik bewaar uw antwoorden. Wilt u een mens spreken? Druk op “Hulp van een mens” of bel { $phone }.
stopped = Goed, we stoppen nu. Uw antwoorden zijn bewaard.
export = Hier is een kopie van alles wat wij over u bewaren.
mydata = Dit weten wij van u.
mydata-none = Wij bewaren wat u ons vertelde en dit gesprek. Meer niet.
viewers = Deze mensen keken in uw gegevens:
    { $lines }
viewers-none = Nog niemand keek in uw gegevens.
lost = Had u al een gesprek? Dan is het niet weg. Kreeg u een code van acht letters en cijfers? Typ die hier. Hebt u geen code? Vraag het uw accountmanager, of bel { $phone }.
joined-elsewhere = Uw gesprek staat nu ook { $where }. Was u dit niet? Bel dan meteen { $phone }.
together-told = { $name } vulde samen met u in. Weet u hier niets van? Bel dan { $phone }.
desk-own-only = Dit doet u zelf, op uw eigen telefoon. Vraag hier om een code. Dan opent u het gesprek op uw telefoon.
desk-share-own = Mag een werkgever dit weten? Dat kiest u zelf, op uw eigen telefoon.
way-back-told = { $name } maakte een code voor u. Iemand zei: ik ben mijn gesprek kwijt. Was u dat niet? Bel meteen { $phone }.
code-made = { $name } maakte net een code voor u. Daarmee opent u dit gesprek op uw eigen telefoon. De code werkt een kwartier. Weet u hier niets van? Vraag het ons.
link-same = U bent hier al.
link-two-people = Hier is al een ander profiel. Vraag een medewerker om hulp.
link-joined = Gelukt. U gaat hier verder met hetzelfde gesprek.
