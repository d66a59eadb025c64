"""Every text a person reads is there in Dutch, with the same gaps to fill in."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po

from planning.core.paths import LOCALES, ROOT
from planning.core.translation import gettext, ngettext, read_catalog, use_language
from planning.inventory.words.problem_texts import _MESSAGES, _OF_ONE
from tests.tongues import strayed

KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}
GAP = re.compile(r"\{(\w*)\}")
OF_MANY = re.compile(
    r"(?<![Tt]han )(?<!all )(?<!All )(?<!to )(?<!from )(?<!of )\{(n|gone|part)\}\**"
    r"(( of (the )?\{\w+\}( [a-z]+){0,2}( on \{\w+\})?)? (are|do|have|count|wait|stand|were|get|come|reach|answered)"
    r"| (boards|dates|devices|levels|lines|milestones|people|pupils|questions|rows|schools|teachers))\b"
)
"""A number with a verb or a noun of many beside it; not a limit, nor all of several."""
ALWAYS_MANY = {
    ":gray-badge[milestone] **{n} milestones** were planned.",
    "**{n} of the {total} boards are late with something.**",
    "{n} levels",
    "{n} teachers or more",
    "‘{written}’ ({n} rows): a spreadsheet rounded this serial number. We did not keep it.",
    "‘{written}’ ({n} rows): the list calls this {stated}, by its model it is a {kind}.",
    "‘{written}’ ({n} rows): we do not know what kind of device this is.",
    "‘{written}’ ({n} rows) does not have the shape of any serial number we know. We did not keep it.",
}
"""What is said of more than one only."""


@cache
def texts_in_code() -> tuple[tuple[str, int, str | tuple[str, ...]], ...]:
    found = [
        (f"{folder}/{file}", line, text)
        for folder in ("planning", "pages")
        for file, line, text, *_ in extract_from_dir(ROOT / folder, [("**.py", "python")], {}, KEYWORDS)
    ]
    of_app = extract_from_file("python", ROOT / "app.py", KEYWORDS)
    return (*found, *(("app.py", line, text) for line, text, *_ in of_app))


def dutch(catalog: dict[str, Message], text: str | tuple[str, ...]) -> list[str]:
    message = catalog.get(text if isinstance(text, str) else text[0])
    if message is None or message.fuzzy:
        return []
    strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return [string for string in strings if string]


def test_every_text_in_the_code_is_there_in_dutch() -> None:
    catalog = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in read_catalog("nl") if m.id}
    missing = [
        f"{file}:{line} {text!r}"
        for file, line, text in texts_in_code()
        if len(dutch(catalog, text)) < (1 if isinstance(text, str) else 2)
    ]
    assert missing == []


def test_a_translation_fills_the_same_gaps_as_its_text() -> None:
    catalog = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in read_catalog("nl") if m.id}
    differing = [
        (text, string)
        for _file, _line, text in texts_in_code()
        for string in dutch(catalog, text)
        if not set(GAP.findall(string)) <= set(GAP.findall(text if isinstance(text, str) else " ".join(text)))
    ]
    assert differing == []


def test_no_translation_is_kept_for_a_text_that_is_gone() -> None:
    used = {text if isinstance(text, str) else text[0] for _file, _line, text in texts_in_code()}
    kept = {m.id if isinstance(m.id, str) else m.id[0] for m in read_catalog("nl") if m.id}
    assert kept - used == set()


def test_a_text_is_said_in_one_way_whichever_file_holds_it() -> None:
    said: dict[object, object] = {}
    for path in sorted((LOCALES / "nl").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                assert said.setdefault(message.id, message.string) == message.string, (path.name, message.id)


def test_no_text_of_a_language_speaks_the_other() -> None:
    texts: dict[str, list[str]] = {"en": [], "nl": []}
    for message in read_catalog("nl"):
        for code, said in (("en", message.id), ("nl", message.string)):
            texts[code] += [said] if isinstance(said, str) else said
    names = ["Anna de Wit"]
    assert {code: strayed(said, code, names) for code, said in texts.items()} == {"en": [], "nl": []}


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", "geen devices"), ("en", "no devices"), ("xx", "geen devices")]
)
def test_a_run_speaks_its_own_language_and_dutch_where_it_is_unknown(language: str, expected: str) -> None:
    use_language(language)
    assert gettext("no devices") == expected


def test_what_stands_beside_a_number_agrees_with_one() -> None:
    alone = {message.id for message in read_catalog("nl") if isinstance(message.id, str)}
    of_one_beside = {text for code, text in _MESSAGES.items() if code in _OF_ONE}
    assert {text for text in alone if OF_MANY.search(text)} - of_one_beside == ALWAYS_MANY


def test_one_and_many_differ() -> None:
    one, many = "{n} device is unchanged.", "{n} devices are unchanged."
    assert ngettext(one, many, 1) != ngettext(one, many, 2)


def test_no_text_hides_inside_an_f_string_where_extraction_cannot_see_it() -> None:
    hidden = re.compile(r"\bf[\"'].*\{\s*(_|ngettext)\(\s*[\"']")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("planning", "pages")
        for path in (ROOT / folder).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if hidden.search(line)
    ]
    assert found == []
