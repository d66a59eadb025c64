"""A list of systems from a workbook. A column is known by its heading, in any order; what cannot be read is told by
row, and the rest of the row comes in."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from difflib import get_close_matches
from functools import partial
from itertools import islice
from typing import Any, Final

from planning.core.text import Cell, clean, folded, tokens
from planning.core.translation import LANGUAGES, translated
from planning.organisation.records import School
from planning.privacy.register_file import read_model
from planning.systems.model import HIGHEST_SATISFACTION, LOWEST_SATISFACTION, SystemFunction, SystemLine
from planning.systems.reasons import LONGEST_ROLE, LONGEST_SYSTEM, LONGEST_TEXT, line_key, names_a_person
from planning.systems.words import CODE_NAMES, COSTS, TITLES, YES_OR_NO
from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.readers import names_in, read_day, text_of_at_most
from planning.workbooks.table import CellRefused, Table, TableField, TableLine, find_tables

MOST_ROWS: Final = 6000
_EMPTY: Final = ("", "-", "–", "?", "n.v.t.", "nvt", "onbekend", "unknown")
_YES: Final = ("ja", "j", "x", "yes", "y", "waar", "true", "1")
_NO: Final = ("nee", "n", "geen", "no", "none", "onwaar", "false", "0")
_AMOUNT: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SYNONYMS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "life": {
        "plan": ("plan", "idee", "voorgenomen"),
        "introducing": ("invoeren", "implementatie", "in invoering", "pilot", "proef"),
        "in_use": ("gebruik", "actief", "in productie"),
        "phasing_out": ("uitfasering", "uitfaseren", "loopt af"),
        "out": ("gestopt", "beeindigd", "niet meer"),
    },
    "decided": {"central": ("centraal", "bestuur", "bovenschools"), "school": ("school", "decentraal", "zelf")},
    "judgement": {
        "keep": ("houden", "behoud"),
        "improve": ("verbeter",),
        "replace": ("vervang",),
        "stop": ("stop", "weg"),
    },
    "data_location": {
        "eu": ("eu", "eer", "nederland", "nl", "binnen europa", "europa"),
        "outside": ("buiten europa", "vs", "usa"),
    },
    "dpia": {
        "not_needed": ("nee", "niet nodig", "n.v.t."),
        "to_do": ("nog doen", "open"),
        "done": ("ja", "gedaan", "klaar"),
    },
    "renewal": {
        "automatic": ("automatisch", "stilzwijgend", "verlengt automatisch", "doorlopend"),
        "ends": ("stopt", "eindigt", "geen"),
        "agreed": ("opnieuw", "nieuwe afspraak", "in overleg"),
    },
    "marks": {"covenant": ("convenant", "privacyconvenant"), "edu_v": ("edu-v", "eduv", "edu v")},
}
_HEADINGS: Final = {
    "brin": "brin, brinnummer, brin6, schoolnummer",
    "school_id": "schoolnaam, vestiging, naam school",
    "function": "functie, categorie, soort systeem, component",
    "system": "systeem, pakket, applicatie, product, programma, naam systeem",
    "supplier": "leverancier, aanbieder",
    "variant": "variant, versie, module, editie",
    "owner": "eigenaar",
    "manager": "functioneel beheerder, beheerder",
    "data_location": "gegevens staan, opslag, datalocatie, waar staan de gegevens",
    "agreement_model": "verwerkersovereenkomst, model, modelovereenkomst",
    "agreement_on": "getekend op, getekend, datum verwerkersovereenkomst",
    "through_service": "dienst verwerkersovereenkomsten, via kennisnet",
    "marks": "keurmerk, convenant",
    "has_personal_data": "persoonsgegevens",
    "personal_data": "soorten persoonsgegevens, welke persoonsgegevens",
    "standards": "standaarden, koppelt met, koppelingen",
    "single_sign_on": "sso, single sign on",
    "two_factor_staff": "mfa medewerkers, 2fa medewerkers",
    "two_factor_pupils": "mfa leerlingen, 2fa leerlingen",
    "starts_on": "contract vanaf, contract begint, ingangsdatum, startdatum",
    "ends_on": "contract tot, contract eindigt, einddatum, contract einddatum, loopt tot",
    "notice_on": "opzegdatum, opzeggen voor, opzeggen uiterlijk",
    "renewal": "verlenging, daarna",
    "per_pupil_cents": "kosten per leerling, prijs per leerling",
    "per_school_cents": "kosten per jaar, kosten per school, prijs per jaar, kosten",
    "life": "stadium, status, levensfase",
    "in_use_on": "in gebruik vanaf, in gebruik per, gebruikt sinds",
    "out_on": "in gebruik tot, uit gebruik per, gebruikt tot",
    "judgement": "oordeel",
    "judgement_reason": "reden, toelichting",
    "judged_on": "beoordeeld op, datum oordeel",
    "satisfaction": "tevredenheid",
    "decided": "besloten, wie beslist, centraal of school",
    "dpia": "",
}


@dataclass(frozen=True)
class SystemsFileRow:
    """The fields a row fills; an empty cell fills none."""

    row: int  # Excel's
    school_id: str
    function: str
    values: Mapping[str, Any]  # without school and function


@dataclass(frozen=True)
class SystemsFile:
    """What a workbook holds of systems, and what of it was left out: a cell, or the row where that is its name."""

    rows: tuple[SystemsFileRow, ...]
    empty: int  # rows with a school and a function, and nothing filled in yet
    problems: tuple[Problem, ...]


def read_lines(
    content: bytes, name: str, schools: Sequence[School], functions: Sequence[SystemFunction]
) -> SystemsFile:
    """The rows of every sheet that has the headings. Raises FileRefused with "no_systems" too.

    `schools` are those that may be filled in. Where there is one, a list without a column for schools is about it.
    """
    tables = list(find_tables(open_book(content, name).grids, _fields(), begins=True))
    if not tables:
        raise FileRefused("no_systems")
    by_name = _school_words(schools)
    by_function = _function_words(functions)
    found: list[SystemsFileRow] = []
    problems: list[Problem] = []
    seen: set[tuple[str, ...]] = set()
    empty = 0
    for table in tables:
        lines = table.lines()
        for line in islice(lines, MOST_ROWS - len(found)):
            if "system" not in line.values and not _says_more(line):
                empty += 1
                continue
            problems += line.problems
            row = _row(table, line, by_name, by_function, schools)
            if isinstance(row, Problem):
                problems.append(row)
                continue
            key = line_key(SystemLine(row.school_id, row.function, row.values["system"],
                                      variant=row.values.get("variant", "")))  # fmt: skip
            if key in seen:
                problems.append(table.problem(line.row, "system", "double", row.values["system"]))
                continue
            seen.add(key)
            found.append(row)
        if (more := next(lines, None)) is not None:
            problems.append(table.problem(more.row, None, "too_many", str(MOST_ROWS)))
            break
    return SystemsFile(tuple(found), empty, tuple(problems))


def _says_more(line: TableLine) -> bool:
    return bool(set(line.values) - {"brin", "school_id", "function"}) or bool(line.problems)


def _row(
    table: Table,
    line: TableLine,
    by_name: Mapping[str, str],
    by_function: Mapping[str, str],
    schools: Sequence[School],
) -> SystemsFileRow | Problem:
    values = dict(line.values)
    brin, school = values.pop("brin", ""), values.pop("school_id", "")
    asked = values.pop("function", "")
    if "system" not in values:
        return table.problem(line.row, "system", "no_system", asked)
    if not (brin or school):
        if len(schools) != 1:
            return table.problem(line.row, "school_id", "no_school")
        school_id: str | None = schools[0].school_id
    else:
        school_id = by_name.get(folded(brin or school)) or by_name.get(" ".join(tokens(school)))
    if school_id is None:
        return table.problem(line.row, "brin" if brin else "school_id", "school_unknown", brin or school)
    if not asked:
        return table.problem(line.row, "function", "no_function", values["system"])
    function = by_function.get(" ".join(tokens(asked)))
    if function is None:
        near = get_close_matches(" ".join(tokens(asked)), by_function, 1, 0.75)
        if near:
            return table.problem(line.row, "function", "function_near", asked, {"near": near[0]})
        return table.problem(line.row, "function", "function_unknown", asked)
    return SystemsFileRow(table.grid.row_number(line.row), school_id, function, values)


def _school_words(schools: Sequence[School]) -> dict[str, str]:
    """BRIN with and without the number of the location, and names; what stands for two schools stands for none."""
    words: dict[str, set[str]] = {}
    for school in schools:
        for word in (folded(school.school_id), folded(school.school_id[:4]), " ".join(tokens(school.name))):
            words.setdefault(word, set()).add(school.school_id)
    return {word: next(iter(ids)) for word, ids in words.items() if len(ids) == 1}


def _function_words(functions: Sequence[SystemFunction]) -> dict[str, str]:
    """Names in both languages, with and without what stands between brackets, and what stands there alone."""
    words: dict[str, str] = {}
    for function in functions:
        for name in (function.name_nl, function.name_en, function.code):
            short = re.sub(r"\(.*?\)", "", name)
            within = re.findall(r"\((.*?)\)", name)
            for word in (name, short, *within):
                words.setdefault(" ".join(tokens(word)), function.code)
    words.pop("", None)
    return words


def _fields() -> tuple[TableField, ...]:
    readers: dict[str, Callable[[Cell], Any]] = {
        "brin": text_of_at_most(20, LONGEST_TEXT),
        "school_id": text_of_at_most(LONGEST_SYSTEM, LONGEST_TEXT),
        "function": text_of_at_most(LONGEST_SYSTEM, LONGEST_TEXT),
        **{name: text_of_at_most(LONGEST_SYSTEM, LONGEST_TEXT) for name in ("system", "supplier", "variant")},
        **dict.fromkeys(("owner", "manager"), _role),
        **{name: text_of_at_most(LONGEST_TEXT, LONGEST_TEXT) for name in ("personal_data", "judgement_reason")},
        **{name: read_day for name in TITLES if name.endswith("_on")},
        **dict.fromkeys(YES_OR_NO, _yes_no),
        **dict.fromkeys(COSTS, read_amount),
        **{name: _choice(name) for name in CODE_NAMES if name != "marks"},
        "marks": _marks,
        "agreement_model": read_model,
        "standards": partial(names_in, most=LONGEST_ROLE, nothing=_EMPTY),
        "satisfaction": _satisfaction,
    }
    return tuple(
        TableField(name, headings_of(name), is_required=name in ("function", "system"), read=readers[name])
        for name in ("brin", *TITLES)
    )


def headings_of(name: str) -> tuple[str, ...]:
    """What a column may be called: as we name it in either language, and as people do."""
    own = () if name == "brin" else tuple(translated(TITLES[name], code) for code in LANGUAGES)
    return (*own, *(heading for heading in _HEADINGS[name].split(", ") if heading))


def _role(cell: Cell) -> str:
    text = text_of_at_most(LONGEST_ROLE, LONGEST_TEXT)(cell)
    if names_a_person(text):
        raise CellRefused("role_is_name")
    return text


def _yes_no(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    said = folded(clean(cell))
    if said in _EMPTY:
        return None
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise CellRefused("yes_or_no")


def read_amount(cell: Cell) -> int | None:
    """Cents of an amount in euros, as a number or as € 1.250,50; half up."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        euros = Decimal(str(cell))
    else:
        said = clean(cell).replace("€", "").replace(" ", "").removeprefix("EUR").removesuffix(",-").removesuffix(",--")
        if folded(said) in _EMPTY:
            return None
        if not _AMOUNT.fullmatch(said):
            raise CellRefused("amount_unreadable")
        euros = _decimal(said)
    if not euros.is_finite() or not 0 <= euros <= 10**9:
        raise CellRefused("amount_unreadable")
    return int((euros * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _decimal(said: str) -> Decimal:
    """1.250,50 and 1,250.50; a single sign before one or two digits is a decimal, before three it parts thousands."""
    whole, sign, last = said.rpartition("," if said.rfind(",") > said.rfind(".") else ".")
    if not sign:
        return Decimal(said)
    digits = whole.replace(".", "").replace(",", "")
    try:
        is_decimal = len(last) <= 2 or ("," in whole) or ("." in whole and sign == ",")
        return Decimal(f"{digits}.{last}") if is_decimal else Decimal(digits + last)
    except InvalidOperation:
        raise CellRefused("amount_unreadable") from None


def _satisfaction(cell: Cell) -> int | None:
    said = clean(cell)
    if folded(said) in _EMPTY:
        return None
    if said.isdecimal() and LOWEST_SATISFACTION <= int(said) <= HIGHEST_SATISFACTION:
        return int(said)
    raise CellRefused("satisfaction_unreadable")


def _choice(field: str) -> Callable[[Cell], str | None]:
    known = _choice_words(field)

    def read(cell: Cell) -> str | None:
        said = " ".join(tokens(clean(cell)))
        if said in known:
            return known[said]
        if folded(clean(cell)) in _EMPTY:
            return None
        raise CellRefused(f"unknown_{field}")

    return read


def _marks(cell: Cell) -> tuple[str, ...] | None:
    parts = names_in(cell, LONGEST_ROLE, _EMPTY)
    if parts is None:
        return None
    known = _choice_words("marks")
    found = [known.get(" ".join(tokens(part))) for part in parts]
    if None in found:
        raise CellRefused("unknown_marks")
    return tuple(dict.fromkeys(mark for mark in found if mark))


def _choice_words(field: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for code, name in CODE_NAMES[field].items():
        for word in (code, *(translated(name, language) for language in LANGUAGES), *_SYNONYMS[field][code]):
            words.setdefault(" ".join(tokens(word)), code)
    return words
