"""What a workbook without a list of devices holds instead, where that can be told: so that a person is told."""

from collections.abc import Iterable, Sequence
from typing import Final

from planning.core.text import clean, word_set, words
from planning.workbooks.grid import Grid, is_blank

_OF_PUPILS: Final = word_set(
    "bsn burgerservicenummer leerlingnummer leerlingnr leerling leerlingen onderwijsnummer pgn roepnaam voornaam"
    " voornamen achternaam tussenvoegsel geboortedatum geslacht groep klas verzorger verzorgers ouder ouders"
    " pupil student surname birthdate"
)
_ENOUGH: Final = 3  # of these headings; a list of devices may have a group and a name
_SEARCHED: Final = 20  # rows in which headings stand


def why_no_list(grids: Sequence[Grid]) -> str:
    """The code of the refusal: empty_workbook, pupil_list or no_list_found."""
    if all(is_blank(row) for grid in grids for row in grid.rows):
        return "empty_workbook"
    return "pupil_list" if any(map(_names_pupils, grids)) else "no_list_found"


def _names_pupils(grid: Grid) -> bool:
    return any(len(_OF_PUPILS & _headings(clean(cell) for cell in row)) >= _ENOUGH for row in grid.rows[:_SEARCHED])


def _headings(texts: Iterable[str]) -> set[str]:
    """The words of a row that hold a cell alone, or open one: "Geboortedatum (dd-mm-jjjj)"."""
    return {said[0] for text in texts if (said := words(text).split())}
