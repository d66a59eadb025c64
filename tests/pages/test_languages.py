"""One screen speaks one language: a person's own, else that of the browser; and nothing on it speaks the other."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from pages.parts import sections
from pages.subjects import SUBJECTS
from planning.core.database import Database
from planning.core.people import everyone
from planning.core.rights import Person, Role
from planning.core.service import add_people, begin_board
from planning.core.sign_in import write_identity
from planning.core.translation import LANGUAGES, language_of_browser, use_language
from tests.conftest import NOW
from tests.making import workbook
from tests.pages.conftest import SignedIn, run_as
from tests.pages.driving import press, somebody, upload
from tests.pages.walking import seen, walk
from tests.tongues import strayed, written_by_people

OWN, PARTNERSHIP, NETWORK = "47920", "P0001", "N0001"  # of the example
CIRCLES = {("partners", "begeleider"): PARTNERSHIP, ("guide", "begeleider"): NETWORK}
WHO = {
    "overview": ("voorzitter", "ict-03uz", "gmr"),
    "goals": ("voorzitter",),
    "rounds": ("voorzitter", "ict-03uz"),
    "report": ("voorzitter", "gmr"),
    "school": ("bovenschools", "ict-03uz"),
    "inventory": ("bovenschools", "ict-03uz"),
    "ratios": ("voorzitter",),
    "choices": ("bovenschools", "ict-03uz"),
    "competences": ("bovenschools",),
    "quality_teams": ("bovenschools",),
    "privacy": ("ibp",),
    "systems": ("bovenschools",),
    "partners": ("voorzitter", "begeleider"),
    "network": ("voorzitter",),
    "guide": ("begeleider",),
    "settings": ("beheer",),
    "manual": ("voorzitter",),
}
"""By page, those who together see all of it."""
DOUBTS = (
    ("Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschafdatum", "Prijs", "Gebruiker", "Status", "Kleur"),
    ("Chromebook", "HP", "Chromebook 11 G5", "5CD0000001", 1, "2017", 280, "Fenna de Vries", "in gebruik", "rood"),
    ("Chromebook", "HP", "Chromebook 11 G5", "5CD0000001", 1, "3-4-2017", 280, "Fenna", "in gebruik", ""),
    ("Chromebook", "HP", "Chromebook 11 G5", "5CD0000002", 1, "04/05/2016", 28000, "", "misschien stuk", ""),
    ("Flabber", "HP", "X99", "", "een paar", "ooit", "gratis", "", "", ""),
    ("Laptop", "Lenovo", "Chromebook N22", "", 12, "31-02-2017", "ca. 300", "", "2 defect", ""),
    ("Tablet", "Apple", "iPad Air", "", 5, "september 2016", "", "docenten", "reserve?", ""),
    ("Totaal", "", "", "", 25, "", "", "", "", ""),
    ("Let op: de tablets staan in de kast", "", "", "", "", "", "", "", "", ""),
)
"""A list that leaves much to ask."""


@pytest.fixture(scope="module")
def written(example_file: Path) -> list[str]:
    """What people wrote in the example."""
    with sa.create_engine(f"sqlite:///{example_file}").connect() as connection:
        return written_by_people(connection)


def test_who_chose_none_reads_the_language_of_the_browser() -> None:
    accepted = {"nl-NL,nl;q=0.9": "nl", "en-GB,en;q=0.9,nl;q=0.8": "en", "de-DE": "nl", None: "nl", "": "nl"}
    assert {text: language_of_browser(text) for text in accepted} == accepted


@pytest.mark.parametrize("page", [subject.place.folder for subject in SUBJECTS])
def test_a_page_speaks_one_language_in_every_part_but_for_what_people_wrote(
    signed_in: SignedIn, written: list[str], page: str
) -> None:
    for code in LANGUAGES:
        use_language(code)
        there, been = set(), set()
        with patch.object(sections, "asked_section", wraps=sections.asked_section) as asked:
            for person in WHO[page]:
                board = CIRCLES.get((page, person), OWN)
                app = signed_in(person, f"{page}/page.py", board, lang=code, school="03UZ00")
                been |= set(walked(app, code, written))
        for call in asked.call_args_list:
            there |= {section.label for section in call.args[0].values()}
        assert there <= been


def walked(app: AppTest, code: str, written: list[str]) -> Iterator[str]:
    """The parts of a page, after each was read."""
    for part in walk(app):
        assert not app.exception
        assert strayed(seen(app), code, written) == []
        yield part


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_is_read_and_asked_about_in_one_language(signed_in: SignedIn, written: list[str], code: str) -> None:
    use_language(code)
    app = upload(signed_in("ict-03uz", "inventory/page.py", lang=code, school="03UZ00"), workbook(DOUBTS))
    in_the_list = [str(cell) for row in DOUBTS for cell in row]
    assert len(list(walked(app, code, in_the_list + written))) == 3  # what to choose, to know, and was passed over


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_board_without_anything_yet_is_spoken_to_in_one_language(
    empty: Database, written: list[str], code: str
) -> None:
    use_language(code)
    chair, administrator = Person("", "12345", "Anna", Role.CHAIR), begin_board(empty, NOW, "12345", "Elzen", "Bas")
    add_people(administrator, empty, NOW, [chair])
    for person in everyone(empty):
        for subject in SUBJECTS:
            app = run_as(write_identity("12345", person.person_id), subject.place.address, lang=code)
            assert list(walked(app, code, ["Elzen", *written]))


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_signs_in_or_may_not_come_in_is_told_so_in_one_language(
    signed_in: SignedIn, written: list[str], code: str
) -> None:
    use_language(code)
    for person, page in ((None, "overview"), ("gmr", "settings"), ("icoach", "network")):
        assert list(walked(signed_in(person, f"{page}/page.py", lang=code), code, written))


def test_a_person_chooses_their_language_and_keeps_it(database: Database, signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "manual/page.py")
    press(app, "English")
    assert somebody(database, "voorzitter").language == "en"
    assert signed_in("voorzitter", "manual/page.py").title[0].value == "Manual"
