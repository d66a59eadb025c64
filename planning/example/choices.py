"""Invented choices of the example group for 2018/2019: means, variants and what seven schools chose.

Only the accents are from the group's own words ("extra ICT-scholing of automatisering of minder uren leerkracht en
meer ICT-investering"); every amount and explanation is invented. None is taken over into the rounds: that is the
board's to decide.
"""

from datetime import date, datetime
from typing import Final

from planning.choices.figures import OwnValue
from planning.choices.model import AUTOMATION, DEVICES, FTE, SUPPORT, TEACHING, TRAINING, SchoolMeans, Variant
from planning.choices.rules import moved
from planning.choices.service import choices_view, choose, save_means, save_variant, set_value
from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.rights import Person
from planning.core.translation import language, use_language
from planning.example.people import somebody
from planning.ratios.service import ratio_view

YEAR: Final = 2018
AS_OF: Final = date(2018, 4, 20)
PER_PUPIL: Final = OwnValue("means_per_pupil", date(2018, 8, 1), 60_00, "Voorbeeld: vrije ruimte in de begroting")
NOTE: Final = "Voorbeeld: de vrije ruimte van het schoolplan"
# School: fixed amount in euros, teachers in tenths of an fte, and the variants beside ‘Zoals nu’: name, from, to, and
# tenths of an fte or euros; which of them it chose (1 is ‘Zoals nu’), the statement it serves and why.
Move = tuple[str, str, str, int]
SHARED: Final = "P0001/P0001/2"
"""The statement of the partners that every school chooses its own fleet."""
CHOICES: Final[tuple[tuple[str, int, int, tuple[Move, ...], int, int | str, str], ...]] = (
    ("03UZ00", 4_000, 82, (
        ("Meer devices", TEACHING, DEVICES, 1), ("Meer scholing", DEVICES, TRAINING, 1_500),
    ), 2, 1, "Wij komen devices tekort en werken al goed samen in de onderbouw. Een dagdeel minder "
     "ondersteuning in groep 3 levert een device voor elk groepje op."),
    ("03VB00", 6_000, 165, (
        ("Extra ICT-scholing", TEACHING, TRAINING, 1), ("Automatisering", TEACHING, AUTOMATION, 1),
    ), 2, 2, "Devices hebben we genoeg. Nu moet iedereen er ook goed mee kunnen lesgeven, en dat leren we van elkaar."),
    ("03QI00", 4_000, 78, (
        ("Automatisering", SUPPORT, AUTOMATION, 1_000),
    ), 2, 2, "Toetsen en verzuim gaan voortaan vanzelf naar één plek. Dat scheelt elke leraar tijd in de week."),
    ("06MM00", 8_000, 210, (
        ("Minder uren, meer ICT", TEACHING, DEVICES, 2), ("Meer scholing", TEACHING, TRAINING, 1),
    ), 2, SHARED, "Wij kiezen voor een device bij ieder tweetal in de bovenbouw, ook als dat lesuren scheelt."),
    ("09MO00", 5_000, 120, (
        ("Meer scholing", DEVICES, TRAINING, 2_000),
    ), 1, 1, "We houden het zoals het is: de nieuwe leerlijn vraagt dit jaar alle handen in de klas."),
    ("11QL00", 5_000, 131, (
        ("Meer scholing", SUPPORT, TRAINING, 1_500), ("Meer ondersteuning", DEVICES, SUPPORT, 1_500),
    ), 2, 2, "Onze leraren vragen om hulp bij het werken in de cloud. Storingen lossen ze dan zelf op."),
    ("12KN00", 4_000, 96, (
        ("Minder uren, meer ICT", TEACHING, DEVICES, 1),
    ), 2, SHARED, "De tablets van groep 1 en 2 zijn op. Met dit geld zijn ze in twee jaar vervangen."),
)  # fmt: skip
OWN_TARGETS: Final = {
    ("03UZ00", "Meer devices"): 3.0,
    ("06MM00", "Minder uren, meer ICT"): 3.0,
    ("12KN00", "Minder uren, meer ICT"): 3.5,
}
COMPARING: Final = ("03QE00", 4_000, 64, ("Extra ICT-scholing", DEVICES, TRAINING, 500))
"""A school that still compares."""


def load(database: Database) -> None:
    """Fill the choices of Dynamiek, through the same services as people use."""
    spoken = language()
    use_language("nl")
    set_value(somebody(database, "voorzitter"), database, _at(date(2018, 4, 16)), PER_PUPIL)
    for school, fixed, teachers, moves, chosen, vision, why in CHOICES:
        head = somebody(database, f"ict-{school[:4].lower()}")
        _variants(head, database, school, fixed, teachers, moves)
        choose(head, database, _at(date(2018, 4, 24)), school, YEAR, chosen, why, vision)
    school, fixed, teachers, move = COMPARING
    _variants(somebody(database, f"ict-{school[:4].lower()}"), database, school, fixed, teachers, (move,))
    use_language(spoken)


def _variants(
    head: Person, database: Database, school: str, fixed: int, teachers: int, moves: tuple[Move, ...]
) -> None:
    means = SchoolMeans(school, YEAR, None, fixed * 100, teachers * FTE // 10, NOTE)
    save_means(head, database, _at(AS_OF), means)
    ratios = ratio_view(head, database)
    view = choices_view(head, database, ratios)
    rates = view.rates(YEAR)
    there = view.yearly_means(school, YEAR, view.pupils(AS_OF)[school])
    if rates is None or there is None:
        raise LookupError(school)
    # half to teacher hours in whole tenths, the rest over the other posts; what does not come out even is left
    tenths = there // 2 * 10 // rates.teacher_cents
    left = (there - tenths * rates.teacher_cents // 10) // 100_00
    parts = {TRAINING: left * 25, AUTOMATION: left * 15, DEVICES: left * 40, SUPPORT: left * 20}
    now = Variant(school, YEAR, 0, "Zoals nu", tenths * FTE // 10, {post: euros * 100 for post, euros in parts.items()})
    save_variant(head, database, _at(AS_OF), ratios, AS_OF, now)
    for name, source, to, amount in moves:
        much = amount * FTE // 10 if source == TEACHING else amount * 100
        other = moved(now, source, to, much, rates)
        new = Variant(school, YEAR, 0, name, other.fte, other.yearly, target=OWN_TARGETS.get((school, name)))
        save_variant(head, database, _at(AS_OF), ratios, AS_OF, new)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 16, 0, tzinfo=AMSTERDAM)
