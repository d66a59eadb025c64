"""The manual: it tells each role of its pages by their own names, with pictures of both languages, and leads back."""

import re

import pytest
from PIL import Image

from pages.manual.topics import ROLES, TOPICS
from pages.subjects import SUBJECTS
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.translation import LANGUAGES, read_catalog, translated
from tests.pages.conftest import SignedIn
from tests.pages.driving import parts, tables, words

PICTURES = ROOT / "pages" / "static" / "manual"
LABEL = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
MOST = 1_500_000  # bytes of all pictures together


def test_every_page_of_a_role_is_told_of_and_has_a_small_picture_in_both_languages() -> None:
    addresses = {subject.place.address for subject in SUBJECTS} - {"handleiding"}
    assert set(TOPICS) == addresses == {address for role in ROLES.values() for address in role.topics}
    files = {path.name: path for path in PICTURES.iterdir()}
    assert set(files) == {f"{address}-{code}.webp" for address in TOPICS for code in LANGUAGES}
    assert sum(path.stat().st_size for path in files.values()) < MOST
    assert min(Image.open(path).width for path in files.values()) > 800


def test_what_the_manual_calls_by_name_is_called_so_on_the_screen() -> None:
    known = {message.id for message in read_catalog("nl") if isinstance(message.id, str)}
    for topic in TOPICS.values():
        for step in topic.steps:
            labels = LABEL.findall(step)
            assert set(labels) <= known
            assert LABEL.findall(translated(step, "nl")) == [translated(label, "nl") for label in labels]


@pytest.mark.parametrize(
    ("person", "own"),
    [("voorzitter", "Bestuursvoorzitter"), ("ict-03uz", "ICT-coördinator"), ("gmr", "Lezer (RvT, GMR)")],
)
def test_who_opens_it_reads_the_own_part_first_and_the_rules_with_it(
    database: Database, signed_in: SignedIn, person: str, own: str
) -> None:
    app = signed_in(person, "manual/page.py")
    assert not app.exception
    assert (parts(app)[0], parts(app)[-1]) == (own, "Rekenregels")
    rules = signed_in(person, "manual/page.py", deel="rekenregels")
    assert not rules.exception
    assert "Zo is dit geteld." in words(rules)
    assert "niet voor leerlingen" in tables(rules) or "personeel" in tables(rules)


def test_the_page_from_which_somebody_comes_stands_first(database: Database, signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "manual/page.py", bij="ibp")
    assert [heading.value for heading in app.subheader][:2] == ["IBP", "Overzicht"]
