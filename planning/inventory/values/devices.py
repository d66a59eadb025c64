"""What a device is: its kind, brand and model, from whatever the list writes of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from planning.core.text import Tokens, folded, tokens, word_set, words
from planning.inventory.reading import KINDS, PUPIL_KINDS
from planning.inventory.values.issue import DROPPED, Issue, Option
from planning.inventory.values.own_labels import without_own_label
from planning.inventory.values.people import without_people
from planning.inventory.values.spelling import spelled
from planning.inventory.values.word_forms import kind_word
from planning.inventory.words.cell_words import DeviceModel, apple_identifiers, cell_words, models
from planning.workbooks.model import Choice

SYNONYMS: Final = {
    "cb": "chromebook", "generatie": "gen", "generation": "gen", "nb": "notebook", "ipads": "ipad", "sat": "satellite",
}  # fmt: skip
_JOINED: Final = word_set(
    "ipad ipads imac macbook macbooks thinkpad ideapad probook elitebook travelmate optiplex thinkcentre digibord "
    "digiborden smartbord chromebook chromebooks"
)
"""Names that are written as two words as well: "i-pad", "Mac Book", "digi-bord"."""
_IDENTIFIER: Final = re.compile(r"\bipad\d{1,2},\d{1,2}\b", re.IGNORECASE)
_COUNTED: Final = re.compile(r"[,:;(]\s*\d{1,2}\s+(?!inch|gen|core|pro\b|air\b|mini\b)(?=[a-z]{4,})", re.IGNORECASE)
"""A number that counts what stands behind it, and is no model's: "iPads (2 kapot)"."""
_ALONE: Final = re.compile(r"(?<![\w-])20[0-3]\d(?![\w-])")
_SCREENS: Final = word_set(
    "scherm schermen schermpje schermpjes beeldscherm beeldschermen screen screens display monitor tv"
)
_TOUCHED: Final = word_set("touch interactief interactieve interactive interaktief digitaal digitale aanraak")
_FULL_OF: Final = frozenset({"met", "vol", "bevat", "with"})
_WITH: Final = frozenset({"charging_cart"})
"""Kinds that are named after what they go with: "iPad kar"."""
_CLAUSE: Final = re.compile(r"[;,.()]|\s-\s")
_OF_SOMETHING_ELSE: Final = word_set(
    "lader oplader adapter hoes tas kabel muis toetsenbord accu pen snoer dongle monitor scherm ipv i p v plaats was "
    "vervangt vervangen vervanging besteld bestellen bij leverancier garantie reparatie reparateur account id "
    "licentie software app apps programma instead replaced charger case cable mouse supplier order ordered repair"
)
"""Words beside a make that is not that of the device."""
_MAKE_SOFTWARE: Final = frozenset({"Google", "Microsoft"})
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_LOOKS: Final = word_set("oude oud ouwe nieuwe nieuw losse los kleine grote gewone old new small big")
_FILLERS: Final = word_set("de het een met en van v d vd voor the with and for inch")
_NO_MODEL: Final = ("kind", "weak_kind", "brand", "status", "audience")
"""What the words of a device may say beside its model: of "laptops voor leerlingen" nothing is left."""
_WHOSE: Final = ("audience", "place", "pupil_place")
_SHORTENED: Final = 3  # letters
_OF_A_GROUP: Final = 2  # digits


_CART_BEFORE: Final = re.compile(
    r"\s*\w*(?:kar|karren|kast|wagen|trolley|koffer)\s+\w{1,2}(?:\s*(?:t/m|tm|-|en|&|,)\s*\w{1,2})*\s*:\s*",
    re.IGNORECASE,
)
_MACHINE_TYPE: Final = re.compile(r"\b(?P<series>20|10|11|30|ZA)[A-Z0-9][A-Z0-9](?:[A-Z0-9]{6})?\b(?<!\b\d{4})")
_SERIES: Final = {"20": "laptop", "10": "desktop", "11": "desktop", "30": "desktop", "ZA": "tablet"}


@dataclass(frozen=True, slots=True)
class Description:
    """The cells of a row that say what the device is, as text; "" where there is none."""

    kind: str = ""
    brand: str = ""
    model: str = ""
    both: str = ""  # brand and model in one cell
    sheet_kind: str | None = None  # what the sheet's name says all its devices are


_OF_TWO: Final = Issue(
    "row-holds-several", "must", options=(Option(Choice("value_stands")), Option(Choice("leave_out"), {DROPPED: True}))
)
"""Two columns name devices of different kinds: which of them the row counts, a person says."""


@dataclass(frozen=True, slots=True)
class Device:
    """What was understood."""

    kind: str
    brand: str | None
    model: str | None
    model_as_written: str | None
    issue: Issue | None = None


def identify(row: Description, aliases: Mapping[str, DeviceModel] | None = None) -> Device:
    """Kind, brand and model of a row. Without a kind it is "other", which never counts, and a person is asked.

    Where a word is misspelt and its right spelling tells more, that is read, and said. `aliases`: devices that a
    person explained, by what the row says in words (core.text.words); they go before all else.
    """
    if aliases and (known := _explained(row, aliases)):
        said = " ".join(part for part in (row.model, row.both) if part)
        return Device(known.kind, known.brand or _brand(row.brand), known.name, without_people(said) or None)
    found = _identify(row)
    meant = [spelled(text) for text in (row.kind, row.brand, row.model, row.both)]
    changes = [change for text in meant for change in text.changes]
    if not changes:
        return found
    kind, brand, model, both = (text.text for text in meant)
    better = _identify(Description(kind, brand, model, both, row.sheet_kind))
    if (better.kind, better.brand, better.model) == (found.kind, found.brand, found.model):
        return found
    written, read = (" ".join(words) for words in zip(*changes, strict=True))
    issue = better.issue or Issue("read-as", "info", {"read": read}, as_written=written)
    return replace(better, model_as_written=found.model_as_written, issue=issue)


def _identify(row: Description) -> Device:
    both = _without_cart(row.both) or ("" if row.model else _more_than_a_brand(row.brand))
    written = " ".join(part for part in (row.model, both) if part) or row.kind
    brand = _brand(row.brand) or _brand_in(both or row.model or row.kind)
    text = known_words(f"{'' if both else row.brand} {written}")
    stated, weak = _stated_kind(row.kind)
    told = _kind_word(text)
    model = _model(text, brand, stated or told) or _model(known_words(row.kind), brand, stated)
    of_pupils = model is not None and model.kind in PUPIL_KINDS
    if told == "charging_cart" and of_pupils and not stated and _FULL_OF.isdisjoint(text):
        model = None  # a cart for iPads is no iPad, and one with fifteen is a cart and those
    # A column of kinds may name several, as of a set; then it is no other voice than the name.
    apart = bool(row.model or both) and len(kinds_named(row.kind)) == 1
    weak = weak or _weak_kind(text) or (_machine_type(written) if brand == "Lenovo" else None)
    kind, issue = _settle(row, stated, weak, model, told, apart=apart)
    if model and model.kind in PUPIL_KINDS and kind not in PUPIL_KINDS:
        model = None  # a cart for iPads is no iPad
    brand = brand or (model.brand if model else None)
    if row.model and row.both and len({_kind_told(row.model), _kind_told(row.both)} - {None}) > 1:
        issue = _OF_TWO  # "Apparaat" over a board, and "Beamer" over what hangs beside it
    return Device(kind, brand, _model_name(model, written, brand, row), _as_written(row, both), issue)


def _without_cart(text: str) -> str:
    """What is in a cart without its number: of "laptopkar 1 t/m 4: elk 8 HP ProBook" what comes after."""
    found = _CART_BEFORE.match(text) if ":" in text else None
    rest = text[found.end() :] if found else ""
    return rest if rest and (models()[0].find(known_words(rest)) or kinds_named(rest)) else text


def _machine_type(written: str) -> str | None:
    """The kind of a Lenovo by its machine type, which Windows gives as its model: "20J4S03Q00" is a ThinkPad.

    Series by their first two signs: Lenovo, Product Specifications Reference (psref.lenovo.com).
    """
    found = _MACHINE_TYPE.search(written)
    return _SERIES[found["series"]] if found else None


def _kind_told(text: str) -> str | None:
    """The kind of the model that a text names, else that of its words."""
    model = _model(known_words(text), None)
    return model.kind if model else kind_named(text)


def _explained(row: Description, aliases: Mapping[str, DeviceModel]) -> DeviceModel | None:
    """What a person said of all that a row writes of a device, or of what names its model."""
    every = " ".join(filter(None, (row.kind, row.brand, row.model, row.both)))
    branded = " ".join(filter(None, (row.brand, row.model, row.both)))
    texts = (every, branded, " ".join(filter(None, (row.model, row.both))))
    return next((aliases[key] for text in texts if (key := words(without_people(text))) in aliases), None)


def kind_named(text: str) -> str | None:
    """The kind a text is about ("Chromebooks", "iPads 2018"), or None; "Borden" with nothing beside it are ours."""
    stated, weak = _stated_kind(text)
    return stated or (weak if weak and is_kind_word(_bare(text)) else None)


def _bare(text: str) -> str:
    """A text without what stands in brackets and how old a device looks: "oude computer (kast zonder scherm)"."""
    return " ".join(word for word in _IN_BRACKETS.sub(" ", folded(text)).split() if word not in _LOOKS)


def kinds_named(text: str) -> frozenset[str]:
    """Every kind a text speaks of."""
    said = known_words(text)
    return frozenset(hit.value for hit in cell_words("kind").find(said))


def brand_named(text: str) -> tuple[str, str]:
    """The make a text opens with and what is behind it, both as written; ("", "") where it opens with none."""
    words_of = text.split()
    for length in range(min(3, len(words_of)), 0, -1):
        own = " ".join(words_of[:length])
        if cell_words("brand").exact(tokens(own)):
            return own, " ".join(words_of[length:])
    return "", ""


def brand_in_remark(text: str) -> str | None:
    """The one make a remark names of the device: "merk Toshiba, traag"; None where it is of what comes with it."""
    found = set()
    for clause in _CLAUSE.split(text):
        said = tokens(clause)
        hits = cell_words("brand").find(said)
        named = "merk" in said or "brand" in said
        own = named or (_OF_SOMETHING_ELSE.isdisjoint(said) and not {hit.value for hit in hits} & _MAKE_SOFTWARE)
        found |= {hit.value for hit in hits} if own else set()
    return found.pop() if len(found) == 1 else None


def year_beside(text: str) -> int | None:
    """The year that a description holds and that is no part of its model's name: "Chromebook HP (2016)"."""
    said = known_words(text)
    named = {place for hit in models()[0].find(said) for place in range(hit.start, hit.end)}
    alone = set(_ALONE.findall(text))  # that of a "Ricoh C2003" is a number
    years = [int(word) for place, word in enumerate(said) if word in alone and place not in named]
    return years[0] if len(years) == 1 else None


@lru_cache(maxsize=8192)
def is_kind_word(text: str) -> bool:
    """The whole text names a kind and nothing else."""
    said = tokens(text)
    return cell_words("kind").exact(said) is not None or cell_words("weak_kind").exact(said) is not None


def knows_model(text: str) -> bool:
    """The text names a device: a kind, a brand or a model we know."""
    said = known_words(text)
    return bool(cell_words("kind").find(said) or cell_words("brand").find(said) or models()[0].find(said))


def names_model(text: str) -> bool:
    """The text names a model we know: a kind or a brand alone is none."""
    return bool(models()[0].find(known_words(text)))


def _settle(
    row: Description,
    stated: str | None,
    weak: str | None,
    model: DeviceModel | None,
    told: str | None,
    *,
    apart: bool,
) -> tuple[str, Issue | None]:
    """The kind all who say one come to: its own column, its model, the words of the name, what stands over it."""
    # Makers give the name of a line to both: there a word for a computer says which it is.
    by_line = model is not None and model.name is None and (told or weak) == "desktop"
    named = "desktop" if by_line else model.kind if model else told
    if stated and named and named != stated:
        if {stated, named} == {"laptop", "chromebook"}:
            # Many call a chromebook a laptop; its model or name settles it, and we say so.
            kind = model.kind if model else "chromebook"
            return kind, Issue("kind-from-model", "info", {"stated": stated, "kind": kind}) if kind != stated else None
        if _is_contradicted(stated, named, by_model=model is not None, apart=apart):
            options = tuple(Option(Choice(f"kind_{k}", {"kind": k}), {"kind": k}) for k in (named, stated))
            return named, Issue("kind-conflict", "must", {"stated": stated, "kind": named}, options)
    over = row.sheet_kind
    found = stated or named or weak or over
    if found is None:
        options = tuple(Option(Choice(f"kind_{k}", {"kind": k}), {"kind": k}) for k in ("other", *KINDS[:-1]))
        no_device = Option(Choice("no_device"), {DROPPED: True})
        return "other", Issue("kind-unknown", "must", options=(*options, no_device))
    if model and not stated and over and over != found and {over, found} <= set(PUPIL_KINDS):
        return found, Issue("kind-from-model", "info", {"stated": over, "kind": found})
    return found, None


def _is_contradicted(stated: str, named: str, *, by_model: bool, apart: bool) -> bool:
    """A column of kinds and the name of a device say what cannot both be. `apart`: they stand in two columns."""
    if {stated, named} == {"laptop", "desktop"} and by_model:
        return False  # makers give one name to both: there the list knows best
    if {stated, named} <= set(PUPIL_KINDS):
        return by_model or apart
    return by_model and apart and "other" not in (stated, named) and stated not in _WITH


def _stated_kind(text: str) -> tuple[str | None, str | None]:
    said = known_words(text)
    hits = cell_words("kind").find(said)
    if not hits:
        return None, _weak_kind(said)
    # "iPad kar" is a cart, "laptop + beamer" a laptop: a cart carries the others, else the first word wins, unless it
    # is of what comes with the word behind a stroke: "hoes/chromebook".
    cart = next((hit for hit in hits if hit.value == "charging_cart"), None)
    behind = next((hit for hit in hits if "/" in text and hit.value != "other"), hits[0])
    return _of_screen(said, (cart or behind).value), None


def _kind_word(said: Tokens) -> str | None:
    hits = cell_words("kind").find(said)
    return _of_screen(said, hits[0].value) if hits else None


def _of_screen(said: Tokens, kind: str) -> str:
    """A screen to touch is a board, whatever it is called."""
    touched = kind == "other" and not _SCREENS.isdisjoint(said) and not _TOUCHED.isdisjoint(said)
    return "interactive_board" if touched else kind


def _weak_kind(said: Tokens) -> str | None:
    hits = cell_words("weak_kind").find(said)
    return hits[0].value if hits else None


def _model(said: Tokens, brand: str | None, kind: str | None = None) -> DeviceModel | None:
    """The model a text names. Of two lines of one maker that of the `kind` it says, else the one that is no make."""
    phrases, known = models()
    hits = phrases.find(said)
    if not hits:
        return None
    makes = {(hit.start, hit.end) for hit in cell_words("brand").find(said)}
    fitting = [
        (model.name is not None, hit.length, model.kind == kind, (hit.start, hit.end) not in makes, model)
        for hit in hits
        if brand in (None, (model := known[int(hit.value)]).brand)
    ]
    found = max(fitting, key=lambda found: found[:4], default=None)
    if found and found[4].name:  # "Galaxy Tab A (T580)": of its sizes the number tells which
        found = next((one for one in fitting if (one[4].name or "").startswith(f"{found[4].name} ")), found)
    # What a maker makes most gives way to what a text says: "printer Epson".
    return None if found is None or (kind and not found[3] and found[4].kind != kind) else found[4]


def _brand(text: str) -> str | None:
    if not text:
        return None
    said = tokens(text)
    known = cell_words("brand").exact(said)
    if known:
        return known
    hits = cell_words("brand").find(said)
    if hits:
        return hits[0].value
    model = _model(known_words(text), None)
    if model:
        return model.brand
    return None if cell_words("unknown").exact(said) or not said else without_people(text) or None


def _brand_in(text: str) -> str | None:
    hits = cell_words("brand").find(tokens(text))
    return hits[0].value if hits else None


def _more_than_a_brand(text: str) -> str:
    """A brand column that holds "HP ProBook 450 G3" holds the model too."""
    said = tokens(text)
    if not said or cell_words("brand").exact(said):
        return ""
    return text if len(said) > 1 and knows_model(text) else ""


def known_words(text: str) -> Tokens:
    """The words of a text as the tables of kinds and models write them: "CB 11" -> chromebook, 11."""
    text = without_own_label(text)
    if "," in text:
        # "iPad7,5" is no seventh generation.
        text = _IDENTIFIER.sub(lambda found: apple_identifiers().get(found.group().lower(), "ipad"), text)
    if any(sign in text for sign in ",:;("):
        text = _COUNTED.sub(" ", text)
    said = tokens(text)
    if len(said) > 1 and any(first + second in _JOINED for first, second in pairwise(said)):
        said = _rejoined(said)
    return tuple(map(as_known, said))


def _rejoined(said: Tokens) -> Tokens:
    found: list[str] = []
    for token in said:
        if found and found[-1] + token in _JOINED:
            found[-1] += token
        else:
            found.append(token)
    return tuple(found)


def as_known(token: str) -> str:
    """A word as the tables have it: "schoollaptop" is a laptop."""
    return SYNONYMS.get(token) or kind_word(token)


def _model_name(model: DeviceModel | None, written: str, brand: str | None, row: Description) -> str | None:
    if model and model.name:
        return model.name
    if written == row.kind and not (row.model or row.both):
        return None
    said = without_people(written)
    first, _, rest = said.partition(" ")
    if brand and cell_words("brand").exact(tokens(first)) == brand:
        said = rest
    left = [t for t in tokens(said) if t not in _FILLERS]
    # Of "beamer Epson" nothing is left but its kind and brand.
    unknown = set(left) - _understood(written)
    nothing_new = not unknown or (_says_whose(written) and all(map(_is_no_name_of_a_model, unknown)))
    return None if nothing_new or cell_words("unknown").exact(tokens(said)) else said


def _says_whose(text: str) -> bool:
    """Besides what a device is, it says for whom or where: "laptop juf/mr", "laptop groep 4"."""
    said = known_words(text)
    return any(cell_words(subject).find(said) for subject in _WHOSE)


def _is_no_name_of_a_model(word: str) -> bool:
    """Behind such words a short one, or a number, is more of the same: the other half of "juf/mr", the 4 of a group."""
    if word.isdigit():
        return len(word) <= _OF_A_GROUP
    return word.isalpha() and len(word) <= _SHORTENED and word not in _words_of_models()


@cache
def _words_of_models() -> frozenset[str]:
    return frozenset(word for model in models()[1] if model.name for word in tokens(model.name))


def _understood(text: str) -> set[str]:
    said = known_words(text)
    covered: Iterable[tuple[int, int]] = [
        (hit.start, hit.end) for subject in _NO_MODEL for hit in cell_words(subject).find(said)
    ]
    return {said[place] for start, end in covered for place in range(start, end)}


def _as_written(row: Description, both: str) -> str | None:
    text = " ".join(part for part in (row.model, both) if part)
    return without_people(text) or None
