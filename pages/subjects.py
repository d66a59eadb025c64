"""The register of subjects: menu, addresses, overview, school, attention and log are made of it."""

from typing import Final

from pages.choices import subject as choices
from pages.competences import subject as competences
from pages.goals import subject as goals
from pages.guide import subject as guide
from pages.inventory import subject as inventory
from pages.network import subject as network
from pages.overview import subject as overview
from pages.partners import subject as partners
from pages.parts.places import START, Place
from pages.privacy import subject as privacy
from pages.quality_teams import subject as quality_teams
from pages.ratios import subject as ratios
from pages.report import subject as report
from pages.rounds import subject as rounds
from pages.school import subject as school
from pages.settings import subject as settings
from pages.systems import subject as systems
from planning.core.boards import Kind
from planning.core.rights import Person

SUBJECTS: Final = (
    overview.SUBJECT,
    goals.SUBJECT,
    rounds.SUBJECT,
    report.SUBJECT,
    school.SUBJECT,
    inventory.SUBJECT,
    ratios.SUBJECT,
    choices.SUBJECT,
    competences.SUBJECT,
    quality_teams.SUBJECT,
    privacy.SUBJECT,
    systems.SUBJECT,
    partners.SUBJECT,
    network.SUBJECT,
    guide.SUBJECT,
    settings.SUBJECT,
)
"""In the order of the menu."""
ADDRESSES: Final = frozenset({"", *(one.place.address for one in SUBJECTS)})
"""The paths that are served; the one without a name leads everybody to where their work is."""


def home_of(person: Person, kind: Kind) -> Place:
    """Where a person of a board, or of a circle of this kind, begins."""
    places = [one.place for one in SUBJECTS]
    if kind is not Kind.BOARD:
        return next(place for place in places if place.of_circle is kind)
    return next((place for place in places if person.role in place.home_of), START)
