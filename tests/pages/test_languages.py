"""One screen speaks one language: a person's own, else that of the browser; and nothing on it speaks the other."""

import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from pages.subjects import SUBJECTS
from planning.core.database import Database, metadata
from planning.core.paths import REFERENCE
from planning.core.translation import language_of_browser
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words

ENGLISH = re.compile(
    # "of" is a word in both
    r"\b(the|and|your|you|with|from|which|what|not|are|have|this|that|school's|schools|pupils|choose|show|by)\b",
    re.I,
)
DUTCH = re.compile(
    r"\b(de|het|een|van|voor|niet|wordt|zijn|naar|scholen|leerlingen|bestuur|geen|deze|hoe|wat|nog|bij|uit|zonder)\b",
    re.IGNORECASE,
)
FOREIGN = {"nl": ENGLISH, "en": DUTCH}
FILES = [subject.place.file for subject in SUBJECTS]
ASKING = ("button", "download_button", "page_link", "selectbox", "text_input", "number_input", "date_input", "radio")


def said(app: AppTest) -> Iterator[str]:
    """Every text of a page: what it says, and what is written on what can be pressed, chosen and filled in."""
    yield from words(app).splitlines()
    for kind in ASKING:
        for element in app.get(kind):
            yield from (str(getattr(element, name, "") or "") for name in ("label", "help", "placeholder"))


def strings(value: object) -> Iterator[str]:
    """The texts in what a row holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from (*strings(name), *strings(one))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from strings(one)


@cache
def _written(url: str) -> tuple[str, ...]:
    cells = [
        cell
        for path in sorted(REFERENCE.rglob("*.csv"))
        for row in csv.reader(path.open(encoding="utf-8"))
        for cell in row
    ]
    with sa.create_engine(url).connect() as connection:
        for table in metadata.sorted_tables:
            cells += [text for row in connection.execute(table.select()) for text in strings(list(row))]
    found = {cell.strip() for cell in cells if DUTCH.search(cell) or ENGLISH.search(cell)}
    return tuple(sorted(found, key=len, reverse=True))


def foreign(app: AppTest, database: Database, code: str) -> list[str]:
    """What a page says in the other language, without what people and reference tables say in their own."""
    found = []
    for text in said(app):
        left = text
        for own in _written(str(database.url)) if FOREIGN[code].search(text) else ():
            left = left.replace(own, "…")
        if FOREIGN[code].search(re.sub(r"\(/?[^)\s]*\)|https?://\S+|/\S+", "", left)):
            found.append(text)
    return found


def test_who_chose_none_reads_the_language_of_the_browser() -> None:
    accepted = {"nl-NL,nl;q=0.9": "nl", "en-GB,en;q=0.9,nl;q=0.8": "en", "de-DE": "nl", None: "nl", "": "nl"}
    assert {text: language_of_browser(text) for text in accepted} == accepted


@pytest.mark.parametrize("file", FILES)
def test_a_page_speaks_one_language_but_for_what_people_wrote(
    database: Database, signed_in: SignedIn, file: str
) -> None:
    for code in FOREIGN:
        app = signed_in("bovenschools", file, lang=code, school="03UZ00")
        assert foreign(app, database, code) == []


def test_a_person_chooses_their_language_and_keeps_it(database: Database, signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "manual/page.py")
    press(app, "English")
    assert somebody(database, "voorzitter").language == "en"
    assert signed_in("voorzitter", "manual/page.py").title[0].value == "Manual"
