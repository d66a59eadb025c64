"""One make or model under several names: found by likeness, given one name when a person says so."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd
from rapidfuzz import fuzz

from planning.core.text import tokens
from planning.inventory.values.support import support_of
from planning.inventory.words.cell_words import cell_words

MERGED_FIELDS: Final = ("brand", "model")
_ALIKE: Final = 80.0  # of 100: one letter wrong in five
_LONG: Final = 4  # letters: of shorter words another letter makes another word


@dataclass(frozen=True)
class Duplicate:
    """Names of one thing: what they become, and the others with the devices that bear them."""

    field: str  # brand or model
    into: str
    others: tuple[str, ...]
    devices: int  # that get another name


def duplicates(lots: pd.DataFrame) -> tuple[Duplicate, ...]:
    """What seem to be one make, or one model of a make, under several names; each becomes the one most devices bear."""
    found = [_duplicate("brand", names, lots) for names in _groups(_named(lots, "brand"), _one_make)]
    for _brand, mine in lots.groupby(lots["brand"].map(str).str.lower(), sort=True):
        found += [_duplicate("model", names, mine) for names in _groups(_named(mine, "model"), _one_model)]
    return tuple(found)


def are_names(lots: pd.DataFrame, one: Duplicate) -> bool:
    """All of them are names that makes or models have in the inventory, whoever thinks that they are one."""
    return one.field in MERGED_FIELDS and bool(one.others) and {one.into, *one.others} <= set(lots[one.field])


def merged(lots: pd.DataFrame, chosen: Iterable[Duplicate], day: date) -> pd.DataFrame:
    """The lots under one name each; where that changes the model, the end of its updates is looked up anew."""
    new = lots.copy()
    for one in chosen:
        new[one.field] = new[one.field].where(~new[one.field].isin(one.others), one.into)
    for place in new.index[(new["model"] != lots["model"]) & (new["support_source"] != "list")]:
        lot = new.loc[place]
        found = support_of(lot["kind"], lot["brand"], lot["model"], lot["model"], "", day)
        new.at[place, "support_until"], new.at[place, "support_source"] = found.until, found.source
    return new


def _named(lots: pd.DataFrame, field: str) -> list[str]:
    """The names, those of most devices first."""
    sums = lots[lots[field].notna()].groupby(field)["count"].sum()
    return [str(name) for name in sorted(sums.index, key=lambda name: (-sums[name], name))]


def _groups(names: Sequence[str], same: Callable[[str, str], bool]) -> list[list[str]]:
    """Names that are the same as the first of their group; a name alone is no group."""
    groups: list[list[str]] = []
    for name in names:
        mine = next((group for group in groups if same(group[0], name)), None)
        if mine is None:
            groups.append([name])
        else:
            mine.append(name)
    return [group for group in groups if len(group) > 1]


def _duplicate(field: str, names: Sequence[str], lots: pd.DataFrame) -> Duplicate:
    others = tuple(names[1:])
    return Duplicate(field, names[0], others, int(lots.loc[lots[field].isin(others), "count"].sum()))


def _one_make(a: str, b: str) -> bool:
    one, other = tokens(a), tokens(b)
    known = [cell_words("brand").exact(said) for said in (one, other)]
    if all(known):
        return known[0] == known[1]
    initials = {"".join(word[0] for word in said) for said in (one, other) if len(said) > 1}
    return _one_model(a, b) or "".join(one) in initials or "".join(other) in initials


def _one_model(a: str, b: str) -> bool:
    """Alike but for spaces, marks and a letter here and there: a number or a word more is another model."""
    one, other = tokens(a), tokens(b)
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(x == y or _misspelt(x, y) for x, y in zip(one, other, strict=True))


def _misspelt(x: str, y: str) -> bool:
    return min(len(x), len(y)) >= _LONG and x.isalpha() and y.isalpha() and fuzz.ratio(x, y) >= _ALIKE
