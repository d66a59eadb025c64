"""Which field a heading means, and where the headings of a sheet are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from rapidfuzz import fuzz, process

from planning.core.text import Cell, clean, folded, tokens, word_set, words
from planning.inventory.reading import FIELDS
from planning.inventory.recognise.columns import FieldVerdict, fields_given
from planning.inventory.recognise.contents import is_value
from planning.inventory.recognise.heading_parts import composed
from planning.inventory.recognise.leanings import leanings, step_of_purchase
from planning.inventory.values.devices import is_kind_word
from planning.inventory.values.leaving import state_headed
from planning.inventory.values.money import read_vat
from planning.inventory.values.people import is_name
from planning.inventory.values.totals import is_total
from planning.inventory.words.cell_words import cell_words, header_words

LEFT_OUT: Final = ("names_people", "not_a_device_field")
_DEVICE_FIELDS: Final = frozenset(FIELDS)
_NEVER_VALUES: Final = frozenset({"serial", "purchased", "price", "count"})
"""Fields whose headings are words that no row of devices has in it."""
_NUMBER_OF: Final = re.compile(
    r"(?P<a>[a-z]+?)s?[ -]?(?:nrs?|nummers?|no|id|serial|sn|serienummers?|serienrs?|label|sticker)\.?"
    r"|(?:nr|nummer|no|id|label|sticker|serienummer|serienr|serial|sn)\.? (?:van )?(?:de |het )?(?P<b>[a-z]+)"
)
"""Headings over what devices of one kind are called by."""
_NAMES_A_DEVICE: Final = frozenset({"kind", "brand", "model", "brand_and_model", "serial"})
_SEARCHED_ROWS: Final = 100
_SEARCHED_CONTENTS: Final = 20  # rows in which headings are looked for that nobody knows
_WIDEST: Final = 60  # columns: a list of devices has fewer, and looking at what they hold takes time
_FEW: Final = 5
_ALL_OF_THEM: Final = frozenset({"totaal", "totale", "total"})
_BELOW: Final = 2  # rows at least that show what headings nobody knows stand for
_SHOWN: Final = 60  # rows that show what a column holds
_SEARCHED_FOR_MORE: Final = 1000
_LONGEST_HEADING: Final = 60
_PAID_FOR_A_TIME: Final = re.compile(
    r"^(?!.*(?:koop|aanschaf|purch)).*(?:\bper (?:maand|jaar|kwartaal|week|month|year)\b"
    r"|\bp\W?m\b|/ ?(?:mnd|maand|jaar|jr)\b"
    r"|p\W?mnd\b|\bmaand|\bmnd\b|\bhuur|\blease|\brent(?:al)?\b)"
)
"""A price that comes again every month or year is not what a device cost."""
_LONG_NUMBER: Final = 5  # digits: more than a year, which may head a column
_SURE: Final = 1.0
_WEAK: Final = 0.8  # words that are headings of other things as well
_WEAK_WORDS: Final = word_set(
    "datum jaar year type waarde wat waar overig extra materiaal serie date value model nummer bouw unit kar class "
    "where item reden omschrijving kind gebruik voor stand onderdeel brin"
)
_MOMENTS: Final = word_set("datum wanneer dd jaar maand op moment date when year") | {"d d"}
_WORTH_A_ROW: Final = 0.7  # a second row of headings adds a field at least
_SPELLING: Final = 86.0  # of 100; "aantl" for "aantal" has 91
_ASIDE: Final = re.compile(
    r"\([^)]*\)|\bin\s*€|€|\b(?:excl?|exclusief|incl?|inclusief)\b\.?(?:\s*(?:de\s+)?(?:btw|b\.t\.w\.?|vat))?"
    r"|\b(?:ex|in|per|de|het)\b\.?\s*(?:btw|b\.t\.w\.?|vat|euro)"
)
_HOW_MANY: Final = re.compile(r"hoeveel (?:hebben|heeft|zijn|staan|liggen|er|stuks?|apparaten|devices)\b")
_IN_BRACKETS: Final = re.compile(r"\(([^)]*)\)")
_DEVICES: Final = word_set("laptop laptops device devices apparaat computer pc ipad tablet chromebook hardware toestel")
_REMARKS: Final = word_set("opmerking opmerkingen notitie notities bijzonderheden bijzonderheid remark remarks comment")
_OF_EITHER: Final = frozenset({"location", "note", "purchased", "serial"})
"""Fields of a heading of two words of which we know one: "stamgroep / plek"."""
_PEOPLE: Final = word_set(
    "leerling leerlingnaam gebruiker gebruikersnaam leerkracht naam voornaam achternaam uitgeleend eigenaar persoon "
    "medewerker user username student pupil teacher owner email mail telefoon wachtwoord password"
)
"""Words that make any heading one of people, whatever stands around them."""
_SEVERAL_PEOPLE: Final = (
    "lln|lkr|leerlingen|kinderen|kids|leerkrachten|docenten|medewerkers|collega'?s|personen|gebruikers|pupils|students"
    "|children|teachers|users|people|persons"
)
_NAMING: Final = word_set("naam namen voornaam achternaam name names email mail wie who")
_ONE_OF_THEM: Final = "leerling|kind|leerkracht|docent|medewerker|collega|persoon|gebruiker|pupil|student|child|teacher"
_RATIO: Final = re.compile(
    rf"\b(?:{_SEVERAL_PEOPLE})\b\W*\b(?:per\b|p\.)|\b(?:per|p\.)\W*(?:{_SEVERAL_PEOPLE}|{_ONE_OF_THEM})\b"
)
"""So many of one for each of the other, "lln per device" and "apparaten per leerling": no column of names."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading means: a field of reading.FIELDS, one of LEFT_OUT, or nothing known."""

    text: str
    field: str | None
    score: float  # 0..1
    vat: str = "unknown"
    whole_lot: bool = False  # a price of all devices of the row together
    held: float = 0.0  # what the cells below add to that, or take from it
    unsure: bool = False  # only the cells say so, and they may hold something else

    @property
    def is_device_field(self) -> bool:
        """Something is read from its column."""
        return self.field in _DEVICE_FIELDS


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The headings of a sheet: its rows (counted from 0) and one heading for each column."""

    rows: tuple[int, ...]
    headings: tuple[Heading, ...]

    @property
    def score(self) -> float:
        """How much of a list's headings these are: one for each field, less for weak words."""
        best: dict[str, float] = {}
        for heading in self.headings:
            if heading.field and heading.is_device_field:
                best[heading.field] = max(heading.score, best.get(heading.field, 0))
        people = any(heading.field == "names_people" for heading in self.headings)
        return sum(best.values()) + (0.5 if people else 0)

    @property
    def is_of_devices_one_by_one(self) -> bool:
        """Plainly a list with a row for every device: a serial number among four fields at least."""
        fields = {heading.field for heading in self.headings if heading.is_device_field}
        return "serial" in fields and len(fields) >= 4

    @property
    def is_list(self) -> bool:
        """Two fields at least, and one of them says what a device is; "Chromebook nr" is as good as one."""
        fields = {heading.field for heading in self.headings if heading.is_device_field}
        several = len(fields) >= 2 or any(kind_numbered(heading.text) for heading in self.headings)
        return several and bool(fields & _NAMES_A_DEVICE)


@lru_cache(maxsize=8192)
def kind_numbered(heading: str) -> str:
    """The kind of device whose numbers or labels a heading asks for: "Chromebook nr"; "" where it does not."""
    found = _NUMBER_OF.fullmatch(folded(heading))
    kind = (found["a"] or found["b"]) if found else ""
    return kind if kind and is_kind_word(kind) else ""


@lru_cache(maxsize=8192)
def read_heading(text: str) -> Heading:
    """What one heading means; spelling, spaces and stops make no difference."""
    if not text or len(text) > _LONGEST_HEADING:
        return Heading(text, None, 0)
    field, score = _field(text)
    if field in ("price", "price_total") and _PAID_FOR_A_TIME.search(folded(text)):
        return Heading(text, "not_a_device_field", score)
    whole_lot = field == "price_total"
    vat = read_vat(text) if whole_lot or field == "price" else "unknown"
    return Heading(text, "price" if whole_lot else field, score, vat, whole_lot)


def find_header(rows: Sequence[Sequence[Cell]]) -> HeaderRow | None:
    """The headings of a sheet, in one row or in two; None where it has no list of devices."""
    places = [place for place in range(min(len(rows), _SEARCHED_ROWS)) if _may_be_header(rows[place])]
    candidates = [_header((place,), [rows[place]]) for place in places]
    lists = [candidate for candidate in candidates if candidate.is_list]
    if not lists:
        two, one = _two_rows(rows, range(min(len(rows) - 1, _SEARCHED_ROWS))), _by_contents(rows)
        two = with_contents(two, rows) if two else None
        worth = _held_below(two, rows).score if two else 0.0
        return two if two and (one is None or worth >= one.score + _WORTH_A_ROW) else one
    best = max(lists, key=lambda header: (header.score, -header.rows[0]))
    # The first rows of headings may be in other words than those that come again further down.
    above = [place for place in range(best.rows[0]) if _looks_like_headings(rows[place])]
    named = sum(bool(heading.text) for heading in best.headings)
    alike = (header for place in above if (header := _header((place,), [rows[place]])))
    plain = [header for header in alike if sum(bool(one.text) for one in header.headings) >= named - 1][:_FEW]
    completed = [header for one in plain if (header := with_contents(one, rows)).is_list]
    best = max((best, *completed), key=lambda header: (header.score >= best.score - 1, -header.rows[0]))
    place = best.rows[0]
    two = _two_rows(rows, [p for p in (place - 1, place) if 0 <= p < len(rows) - 1])
    apart = two and (_is_told_apart(rows, best, two) or _tells_apart(rows, best, two))
    if two and (apart or _held_below(two, rows).score >= best.score + _WORTH_A_ROW):
        best = two
    return with_contents(best, rows)


def header_of_serials(rows: Sequence[Sequence[Cell]], *, titled: bool = True) -> HeaderRow | None:
    """The headings of a list that has serial numbers and who holds them, where a line above says what they all are.

    `titled`: without such a line there is none.
    """
    for place, row in enumerate(rows[:_SEARCHED_CONTENTS]):
        header = _header((place,), [row])
        fields = {heading.field for heading in header.headings}
        if (place or not titled) and "serial" in fields and not fields.isdisjoint(LEFT_OUT):
            return with_contents(header, rows)
    return None


def _held_below(header: HeaderRow, rows: Sequence[Sequence[Cell]]) -> HeaderRow:
    """Only the headings with something below them: one over an empty column explains a colour, or nothing."""
    below = rows[header.rows[-1] + 1 :][:_SEARCHED_FOR_MORE]
    if not below:
        return header
    filled = [any(row[place] != "" for row in below) for place in range(len(header.headings))]
    kept = (heading for heading, held in zip(header.headings, filled, strict=True) if held)
    return HeaderRow(header.rows, tuple(kept))


def _by_contents(rows: Sequence[Sequence[Cell]]) -> HeaderRow | None:
    """Headings nobody knows, recognised by what stands below them; they are no values themselves."""
    if len(rows[0]) > _WIDEST:
        return None
    more = [
        _header((place,), [rows[place]])
        for place in range(min(len(rows) - _BELOW, _SEARCHED_CONTENTS))
        if _looks_like_headings(rows[place])
    ]
    tried = [with_contents(header, rows) for header in more]
    lists = [header for header in tried if header.is_list]
    return max(lists, key=lambda header: (header.score, -header.rows[0]), default=None)


def _looks_like_headings(row: Sequence[Cell]) -> bool:
    """Texts that are no values of a list, and nobody's name: a row of devices is never its headings."""
    cells = [cell for cell in row if cell != ""]
    texts = [clean(cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    unknown = [text for text in texts if not is_known(text) and not _asks(text)]
    if sum(map(is_known, texts)) >= _BELOW or any(
        is_known(t) and read_heading(t).field in _NEVER_VALUES for t in texts
    ):
        # "Chromebook" heads their models, "Retour" the day they went.
        unknown = [text for text in unknown if not is_kind_word(text) and not state_headed(text)]
    return 2 <= len(cells) == len(texts) and not any(is_name(text) or is_value(text) for text in unknown)


def _asks(text: str) -> bool:
    """A question, words that headings are made of, or what asks when: no value is written so."""
    if text.endswith("?") or (" " in text and composed(words(text)) is not None):
        return True
    return "purchased" in leanings(text) and not any(map(str.isdigit, text))  # "Geplaatst" is a state as well


def is_filled(row: Sequence[Cell]) -> bool:
    """Neither a heading between the rows, which has one cell, nor a total."""
    return len(row) - row.count("") > 1 and not any(isinstance(cell, str) and is_total(cell) for cell in row)


def with_contents(header: HeaderRow, rows: Sequence[Sequence[Cell]]) -> HeaderRow:
    """The headings with the fields that their words and what stands below them come to together."""
    below = [row for row in rows[header.rows[-1] + 1 :][:_SHOWN] if is_filled(row)]
    columns = [
        [row[place] for row in below if place < len(row) and row[place] != "" and clean(row[place])]
        for place in range(len(header.headings))
    ]
    above = [text for row in rows[: header.rows[0]] for cell in row if isinstance(cell, str) and (text := clean(cell))]
    given = fields_given(header.headings, columns, above)
    return HeaderRow(header.rows, tuple(map(_with_field, header.headings, given)))


def _with_field(heading: Heading, given: FieldVerdict) -> Heading:
    if given.field == heading.field:
        return replace(heading, held=given.held, unsure=given.unsure)
    price = given.field == "price"
    return replace(
        heading,
        field=given.field,
        score=given.score,
        held=given.held,
        unsure=given.unsure,
        vat=read_vat(heading.text) if price else "unknown",
        whole_lot=price and not _ALL_OF_THEM.isdisjoint(tokens(heading.text)),
    )


def names_legend(heading: str) -> bool:
    """A heading over what explains colours."""
    return bool({"legenda", "legend", "kleur", "kleuren", "kleurcode", "colours"} & set(tokens(heading)))


def header_places(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Every row of headings of a list of devices, for sheets that hold several below each other."""
    places = [place for place, row in enumerate(rows[:_SEARCHED_FOR_MORE]) if _is_text(row)]
    # Each text is asked about once, not in every row that holds it.
    known = {cell for cell in set(chain.from_iterable(rows[place] for place in places)) if cell and is_known(cell)}
    return [place for place in places if not known.isdisjoint(rows[place]) and _is_header_of_next(rows, place)]


def _is_header_of_next(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    header = _header((place,), [rows[place]])
    few = sum(heading.is_device_field for heading in header.headings) < _BELOW
    if header.is_list or few or not _looks_like_headings(rows[place]):  # "in gebruik" and "kar" stand in rows as well
        return header.is_list
    end = next((p for p in range(place + _BELOW, len(rows)) if len(rows[p]) == rows[p].count("")), len(rows))
    return with_contents(header, rows[:end]).is_list


def _is_told_apart(rows: Sequence[Sequence[Cell]], best: HeaderRow, two: HeaderRow) -> bool:
    """The row above groups the headings, and says of one that it is no device's: "Afvoer" over "datum"."""
    groups = sum(isinstance(cell, str) and cell.strip() != "" for cell in rows[two.rows[0]])
    pairs = zip(best.headings, two.headings, strict=True)
    other = any(one.is_device_field and both.field in LEFT_OUT for one, both in pairs)
    return two.rows[1] == best.rows[0] and groups > 1 and other


def _tells_apart(rows: Sequence[Sequence[Cell]], best: HeaderRow, two: HeaderRow) -> bool:
    """The row above says which of two dates is of the purchase: "Aanschaf" over "datum", "Gebruik" over "sinds"."""
    groups = [cell for cell in rows[two.rows[0]] if isinstance(cell, str) and cell.strip()]
    if two.rows[1] != best.rows[0] or len(groups) < _BELOW:
        return False
    dates = [place for place, heading in enumerate(best.headings) if heading.field == "purchased"]
    steps = [step_of_purchase(two.headings[place].text) for place in dates]
    lost = {heading.field for heading in best.headings} - {heading.field for heading in two.headings}
    return len(dates) > 1 and len(set(steps)) > 1 and steps.count(min(steps)) == 1 and not lost


def header_in(rows: Sequence[Sequence[Cell]], row: int) -> HeaderRow | None:
    """The headings a person points out, in Excel's row `row`; None where nothing stands there."""
    header = with_contents(_header((row - 1,), [rows[row - 1]]), rows) if 0 < row <= len(rows) else None
    return header if header and any(heading.text for heading in header.headings) else None


def _may_be_header(row: Sequence[Cell]) -> bool:
    """One heading at least is spelled as we know it; asked first, because likeness takes time."""
    return any(isinstance(cell, str) and cell and is_known(cell) for cell in row)


@lru_cache(maxsize=8192)
def is_known(text: str) -> bool:
    """The heading is spelled as we know it; costs little, unlike `read_heading` of a text never seen before."""
    return len(text) <= _LONGEST_HEADING and words(_ASIDE.sub(" ", folded(text))) in header_words()


def _two_rows(rows: Sequence[Sequence[Cell]], places: Sequence[int]) -> HeaderRow | None:
    pairs = [
        _header((place, place + 1), rows[place : place + 2])
        for place in places
        if _is_text(rows[place + 1]) and not _is_of_a_form(rows[place])
    ]
    lists = [pair for pair in pairs if pair.is_list]
    return max(lists, key=lambda header: (header.score, -header.rows[0]), default=None)


def _is_of_a_form(row: Sequence[Cell]) -> bool:
    """ "Leverdatum: | 14-09-2016" over headings is a label with its value, and no second row of them."""
    texts = [cell for cell in row if cell != ""]
    return len(texts) > 1 and any(isinstance(cell, str) and cell.rstrip().endswith(":") for cell in texts)


_ONLY_TEXT: Final = frozenset({str})


def _is_text(row: Sequence[Cell]) -> bool:
    """Nothing but texts, and none of them a long number, which in a csv is text as well: no heading is one."""
    return _ONLY_TEXT.issuperset(map(type, row)) and not any(map(_is_long_number, row))


def _is_long_number(cell: Cell) -> bool:
    return len(cell) >= _LONG_NUMBER and cell.isdecimal() if isinstance(cell, str) else False


def _header(places: tuple[int, ...], rows: Sequence[Sequence[Cell]]) -> HeaderRow:
    texts = [[clean(cell) if isinstance(cell, str) else "" for cell in row] for row in rows]
    if len(texts) == 1:
        return HeaderRow(places, tuple(map(read_heading, texts[0])))
    upper, lower = texts
    return HeaderRow(places, tuple(map(_of_two, _spread(upper, lower), lower)))


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """A heading over several columns stands in the first of them, merged or not."""
    found, current = [], ""
    for over, under in zip(upper, lower, strict=True):
        current = over or (current if under else "")
        found.append(current)
    return found


def _of_two(upper: str, lower: str) -> Heading:
    """What two headings above each other mean: "Aanschaf" over "datum", "Device" over "merk"."""
    both = read_heading(" ".join(part for part in (upper, lower) if part))
    if not upper or not lower:
        return both
    over, under = read_heading(upper), read_heading(lower)
    if words(lower) in _MOMENTS:
        if over.field == "purchased":
            return Heading(both.text, "purchased", _SURE)
        return both if both.field else Heading(both.text, under.field, under.score)  # "Afvoer" over "datum"
    weak = under.field != "model" and (under.score < _SURE or under.field in LEFT_OUT)
    if under.field is None or (both.score == _SURE and weak):
        return both  # "serie" over "nummer"
    if under.field == "price":
        return Heading(both.text, "price", under.score, read_vat(both.text), under.whole_lot or both.whole_lot)
    return Heading(both.text, under.field, under.score)


def _field(text: str) -> tuple[str | None, float]:
    known = header_words()
    if text.strip() == "€":
        return "price", _SURE
    whole = words(_numbered(text))
    bare = words(_ASIDE.sub(" ", folded(_numbered(text)))) or whole
    inner = _IN_BRACKETS.search(text)
    if inner and known.get(bare) == "kind" and known.get(words(inner.group(1))) == "brand_and_model":
        return "brand_and_model", _SURE  # "Apparaat (merk en type)"
    for form in (whole, bare):
        if form in known and not ("€" in text and known[form] == "purchased"):
            return known[form], _WEAK if form in _WEAK_WORDS else _SURE
    if "€" in text:
        return ("price_total" if "totaal" in whole else "price"), 0.9
    if bare.startswith("aantal ") and cell_words("kind").exact(tuple(bare.split()[1:])):
        return "count", 0.9
    if _HOW_MANY.match(bare):
        return "count", 0.9
    without_device = " ".join(token for token in bare.split() if token not in _DEVICES)
    if without_device != bare and known.get(without_device, "count") != "count":
        return known[without_device], 0.9
    parts = _parts(text)
    if parts:
        return parts, 0.95
    joined = _joined().get(bare.replace(" ", ""))
    if joined:
        return joined, 0.95
    first = whole.partition(" ")[0]
    if first in _REMARKS and known.get(first) == "note":
        return "note", 0.9  # "Opmerking beheerder"
    if _RATIO.search(folded(text)) and not _NAMING.intersection(whole.split()):
        return "not_a_device_field", _SURE
    if _PEOPLE.intersection(whole.split()):
        return "names_people", 0.9
    # "Soort: laptop" is a label with its value.
    said = (composed(whole) or composed(bare)) if ":" not in text.rstrip(" :") else None
    if said:
        return said, 0.9
    if len(bare) < 5:
        return None, 0
    found = process.extractOne(bare, known.keys(), scorer=fuzz.ratio, score_cutoff=_SPELLING)
    # Two letters wrong in a short word make another word, and so do some before it: "ingeleverd" is not "geleverd".
    if (
        found
        and not (bare != found[0] and bare.endswith(found[0]))
        and (len(found[0]) >= 8 or abs(len(found[0]) - len(bare)) <= 1)
    ):
        return known[found[0]], found[1] / 100
    return None, 0


def _numbered(text: str) -> str:
    """ "#" and "# stuks" ask for a number of devices, "serie #" for a number that names one."""
    if text.startswith("#"):
        asked = words(f"aantal {text[1:]}")
        return asked if asked in header_words() else text[1:]
    return text.replace("#", " nr ")


def _parts(text: str) -> str | None:
    """ "Merk/soort": both parts are headings of their own."""
    pieces = [piece for piece in re.split(r"\s*(?:[/+&,|]|\ben\b|\band\b)\s*", folded(text)) if piece]
    known = header_words()
    fields = {known.get(words(piece)) for piece in pieces}
    if len(pieces) < 2 or fields == {None}:
        return None
    if "names_people" in fields:
        return "serial" if fields == {"names_people", "serial"} and "imei" in pieces else "names_people"
    known_of = fields - {None}
    if len(known_of) == 1 and (None not in fields or known_of <= _OF_EITHER):
        return known_of.pop()
    if None in fields:
        return None
    return "brand_and_model" if fields <= {"kind", "brand", "model", "brand_and_model"} else None


@lru_cache(maxsize=1)
def _joined() -> dict[str, str]:
    return {word.replace(" ", ""): field for word, field in header_words().items() if len(word) > 3}
