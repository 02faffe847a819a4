from __future__ import annotations

import pytest

from services import vocabulary
from services.vocabulary import normalise, split

pytestmark = pytest.mark.slow

# What people type, and the one occupation that must come first.
FIRST = """
schoonmaaken = cleaner
SCHOONMAAKSTER (m/v) = cleaner
Schoonmaker 24 uur Haarlem = cleaner
schoonmaakmedewerkr = cleaner
schoon maker = cleaner
interieurverzorgster = cleaner
medewerker schoonmaak kantoren 15-20 uur p/w = cleaner
huishoudelijke hulp = domestic-cleaner
hulp in de huishouding = domestic-cleaner
glazewasser = window-cleaner
ramen lappen = window-cleaner
kamermeisje = housekeeping-room
housekeeping hotel Zandvoort = housekeeping-room
vuilnisman = refuse-collector
konsierge = school-caretaker
afwaser = dishwasher
hulp keuken 3 dagen = kitchen-help
keukenhulp (v/m/x) = kitchen-help
Zelfstandig werkend kok = cook
chefkok = chef
patat bakken = snackbar-worker
ober = waiter
serveerster = waiter
Allround medewerker bediening = waiter
barvrouw = bar-worker
medewerker bedrijfsrestaurant 24 uur = canteen-worker
pizza bakker = pizza-maker
magazijnmedewerker logistiek nachtdienst = warehouse-worker
magezijn medewerker = warehouse-worker
medewerker magazijn = warehouse-worker
warehouse worker = warehouse-worker
order piker = order-picker
orderpikster = order-picker
Orderpicker (m/v) fulltime per direct = order-picker
inpakster = packer
heftruk chauffeur = forklift-driver
Heftruckchaufeur gezocht (m/v) = forklift-driver
forklift driver = forklift-driver
reachtruck chauffeur = reach-truck-driver
pakketjes bezorgen = parcel-deliverer
pakket bezorger = parcel-deliverer
postbode = mail-carrier
vragtwagen chauffeur = truck-driver
Chauffeur CE internationaal = truck-driver
vrachtwagenchauffeuse = truck-driver
truck driver = truck-driver
taxi chauffeur = taxi-driver
chauffeur leerlingenvervoer 15 uur = care-transport-driver
buschaufeur = bus-driver
treinconducteur = train-conductor
verhuizer = mover
vakkevuller = shelf-stacker
vakkenvulster = shelf-stacker
caissiere = cashier
kassamedewerkster = cashier
verkoopsters = salesperson
winkel medewerker = shop-assistant
verkoopmedewerker kleding = clothes-seller
bloemiste = florist
kringloop = second-hand-shop-worker
marktkoopman = market-vendor
Filiaalmanager supermarkt = shop-manager
verzorgende IG niveau 3 = carer
helpende niveau 2 = care-helper
Verzorgster = carer
zuster = nurse
verpleegkundige MBO 4 = nurse
thuiszorg medewerker = home-carer
persoonlijk begeleider gehandicaptenzorg 28 uur = support-worker
gastvrouw verpleeghuis = care-host
doktersassistente = doctors-assistant
tandarts assistente = dental-assistant
pedagogisch medewerkster BSO = after-school-worker
pedagogisch medewerker kinderdagverblijf = childcare-worker
oppassen = babysitter
onderwijs assistent = teaching-assistant
juf basisschool = primary-teacher
teacher = teacher
nanny = nanny
hovenierster = gardener
tuinman = gardener
gardener = gardener
medewerker groenvoorziening gemeente = greenery-worker
bollen pellen = bulb-worker
fruit plukken = fruit-picker
koeien melken = livestock-worker
hondentrimster = dog-groomer
timerman = carpenter
timmervrouw = carpenter
metselaars = bricklayer
stucadoor = plasterer
huisschilder = painter
loodgeiter = plumber
elektrisien = electrician
Leerling elektromonteur BBL = electrician
zonnepanelen monteur = solar-installer
cv monteur = heating-mechanic
dakdeker = roofer
stratemaker = paver
steiger bouwer = scaffolder
bouwvakkers = building-worker
plumber = plumber
lasser mig/mag 40 uur Velsen-Noord = mig-mag-welder
cnc draaier/frezer = cnc-operator
productiemedewerker = production-worker
produktie medewerker = production-worker
medewerker productie 2-ploegen = production-worker
onderhoudsmonteur industrie = mechanic-maintenance
auto monteur = car-mechanic
fietsemaker = bicycle-mechanic
naaister = sewing-worker
kleermaker = tailor
meubelmaakster = furniture-maker
hoogoven operator = steel-operator
proces operator = process-operator
havenarbeider = stevedore
kraanmachiniste = crane-operator
visfileerder IJmuiden = fish-filleter
brood bakker = baker
banketbaker = pastry-maker
slagerin = butcher
baker = baker
administratief medewerkster 24 uur = admin-assistant
data entry = data-entry
receptioniste = receptionist
secretaresse = secretary
boekhoudster = bookkeeper
call center medewerker = call-centre-agent
klantenservice medewerker thuiswerk = customer-service-agent
ict helpdesk = it-support
Web developer = web-developer-junior
beveliger = security-guard
security guard = security-guard
verkeersregelaars = traffic-controller
boa = boa
kapster = hairdresser
hairdresser = hairdresser
nagelstyliste = manicurist
telefoon reparateur = phone-repairer
strijkster = ironer
wasserij = laundry-worker
jobcoach = job-coach
tolk = interpreter
rijinstructrice = driving-instructor
uitvaart medewerker = funeral-worker
schoonmaaker in school = cleaner
lasmedewerker = welder
Chauffeur rolstoelbus (parttime) = care-transport-driver
Vulploegmedewerker avond = shelf-stacker
hulp bakker nachtdienst = baker
ik heb 10 jaar als loodgieter gewerkt in Syrie = plumber
metselar = bricklayer
straatmaken = paver
staalfabriek operator 5 ploegen = steel-operator
visafslag ijmuiden = fish-auction-worker
Medewerker ontbijt hotel = hotel-worker
beveiliging op evenementen = event-security
conducktrice = train-conductor
zzp stukadoor = plasterer
Teamleider Logistiek (v/m) = warehouse-team-leader
I was a nurse in Eritrea = nurse
"""

# What people type without naming an occupation, and something that must be offered.
OFFERED = """
keuken = kitchen-help cook dishwasher
in de zorg = care-helper carer
iets met planten = greenery-worker gardener nursery-worker
werken met kinderen = childcare-worker after-school-worker
iets met dieren = animal-carer
ik wil graag buiten werken = greenery-worker gardener
bij de hoogovens = steel-operator
met mijn handen = handyman assembler
met computers = it-support
winkel = shop-assistant shelf-stacker cashier
autorijden = delivery-driver taxi-driver
kantoor = admin-assistant receptionist
licht werk = packer assembly-worker-sheltered
oude mensen helpen = care-helper carer
schoonmaaken en soms in de keuken = cleaner kitchen-help
kok of schoonmaker = cook cleaner
schilder, timmerman en metselaar = painter carpenter bricklayer
orderpicker / heftruckchauffeur = order-picker forklift-driver
I worked as a cook and a driver = cook driver
"""


def cases(table: str) -> list[tuple[str, list[str]]]:
    lines = (line.rsplit(" = ", 1) for line in table.split("\n") if line)
    return [(typed, codes.split()) for typed, codes in lines]


def offered(text: str, top: int = 5) -> list[str]:
    return [candidate.concept.code for candidate in normalise("occupation", text, top=top)]


@pytest.mark.parametrize(("typed", "codes"), cases(FIRST))
def test_what_people_type_leads_to_the_occupation(typed: str, codes: list[str]) -> None:
    assert offered(typed)[:1] == codes


@pytest.mark.parametrize(("typed", "codes"), cases(OFFERED))
def test_vague_or_double_words_offer_a_choice_and_are_never_sure(
    typed: str, codes: list[str]
) -> None:
    candidates = normalise("occupation", typed)
    assert {candidate.concept.code for candidate in candidates} >= set(codes)
    assert not any(candidate.sure for candidate in candidates)


@pytest.mark.parametrize(
    "typed",
    ["schoonmaker", "schoonmaakster", "afwaser", "Schoonmaker 24 uur Haarlem", "kitchen help",
     "glazewasser", "BUSCHAUFFEUR", "verpleegkundige"],
)  # fmt: skip
def test_a_plain_name_is_sure(typed: str) -> None:
    first, *others = normalise("occupation", typed)
    assert first.sure
    assert not any(other.sure for other in others)


@pytest.mark.parametrize(
    "typed",
    ["geen schoonmaker", "alles behalve kok", "niet meer in de zorg", "not a cook", "medewerker x",
     "leraar scheikunde", "bakker of slager"],
)  # fmt: skip
def test_denied_or_half_known_words_are_never_sure(typed: str) -> None:
    assert not any(candidate.sure for candidate in normalise("occupation", typed))


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "weet ik niet", "maakt niet uit", "geen idee",
     "🙂🙂", "!!! ???", "...", "medewerker", "m/v", "24 uur", "Haarlem", "ik wil werken",
     "a", "qqqqqqqq", "12345", "\n\n"],
)  # fmt: skip
def test_nothing_is_guessed_from_nothing(typed: str) -> None:
    assert normalise("occupation", typed) == []
    assert normalise("skill", typed) == []


def test_short_words_count_only_when_they_are_the_word() -> None:
    assert offered("kok")[0] == "cook"
    assert offered("boa")[0] == "boa"
    assert "cook" not in offered("kop")
    assert "boa" not in offered("bo")


@pytest.mark.parametrize("text", ["a" * 4096, "kok " * 1024, "ab " * 1365, "🙂" * 4096, "é" * 4096])
def test_the_longest_message_is_read(text: str) -> None:
    candidates = normalise("occupation", text)
    assert len(candidates) <= 5
    assert not any(candidate.sure for candidate in candidates)


def test_of_a_long_text_the_named_occupations_are_offered() -> None:
    text = "Ik heb eerst jaren als bakker gewerkt en daarna was ik heftruckchauffeur. " * 3
    assert set(offered(text)) == {"baker", "forklift-driver"}


def test_candidates_are_ranked_and_bounded() -> None:
    for typed, _ in cases(FIRST + OFFERED):
        scores = [candidate.score for candidate in normalise("occupation", typed, top=9)]
        assert scores == sorted(scores, reverse=True)
        assert all(0.3 <= score <= 1 for score in scores)


@pytest.mark.parametrize("kind", ["occupation", "skill"])
def test_every_everyday_name_leads_back_to_its_concept(kind: vocabulary.Kind) -> None:
    lost = [
        (concept.code, name)
        for concept in vocabulary.all_concepts(kind)
        for language, name in concept.names.items()
        if normalise(kind, name, language)[0].concept != concept
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("samenwerken", "work-together"),
        ("goed kunnen samen werken", "work-together"),
        ("teamplayer", "work-together"),
        ("zelfstandig werken", "work-alone"),
        ("altijd op tijd", "be-on-time"),
    ],
)
def test_skills_are_read_the_same_way(typed: str, code: str) -> None:
    assert normalise("skill", typed)[0].concept.code == code


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("schoonmaaken en soms in de keuken", ["schoonmaaken", "keuken"]),
        ("kok, ober of afwasser", ["kok", "ober", "afwasser"]),
        ("verkoper groente en fruit", ["verkoper groente en fruit"]),
        ("lasser mig/mag", ["lasser mig/mag"]),
        ("Schoonmaker (m/v)", ["Schoonmaker"]),
        ("ik heb in de bouw gewerkt en als chauffeur", ["bouw", "chauffeur"]),
        ("loon- en salarisadministratie", ["loon- en salarisadministratie"]),
        ("kok\nbakker", ["kok", "bakker"]),
        ("🙂", []),
        ("", []),
    ],
)
def test_a_line_is_cut_where_another_thing_is_named(text: str, pieces: list[str]) -> None:
    assert split(text) == pieces
