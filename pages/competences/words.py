"""How levels, gaps and small groups are said on every screen about competences."""

from collections.abc import Sequence

from pages.parts.frame import plain
from planning.competences.disclosure import SMALLEST
from planning.competences.frameworks import Level
from planning.competences.picture import Cell, CoreCompetence, Gap, Picture, largest_gap
from planning.core.notation import day, number, signed
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def teachers(at_least: int) -> str:
    """How many teachers answered, as it may be told: "10 of meer leraren"."""
    if not at_least:
        return _("too small to show")
    return _("{n} teachers or more").format(n=number(at_least))


def mark(gap: float) -> str:
    """The glyph of a gap: at the wanted level, at most half a level below it, or further."""
    return "●" if gap <= 0 else "◇" if gap <= 0.5 else "▶"


def cell_text(cell: Cell, *, brief: bool = False) -> str:
    """What a school's cell says: "▶ 1,5", "te klein" (on a telephone "<5") or a dash."""
    if cell.level is None or cell.gap is None:
        small = f"<{SMALLEST}" if brief else _("too small")
        return small if cell.state == "too_small" else "–"
    return f"{mark(cell.gap)}\u00a0{number(cell.level, 1)}"  # which never stands on two lines


def change_text(change: float | None) -> str:
    """A change in levels: "+0,5"; a dash where there is nothing to compare with."""
    if change is None:
        return "–"
    return signed(change, 1) if round(change, 1) else _("equal")


def gap_text(gap: float) -> str:
    """A gap in levels, or that there is none."""
    return _("reached") if gap <= 0 else number(gap, 1)


def levels_text(levels: Sequence[Level]) -> str:
    """A scale in one line: "1 ik begin hiermee, 2 ik kan dit met hulp"."""
    return plain(", ".join(one.label().replace(" · ", " ") for one in levels))


def too_small() -> str:
    """Why a figure is not shown."""
    return _("Too small to show without recognising people: fewer than {n} teachers answered.").format(
        n=number(SMALLEST)
    )


def largest(gaps: tuple[Gap, ...], *, one_school: bool) -> str | None:
    """The answer of the page where levels can be shown: the largest gap."""
    if not any(gap.shown for gap in gaps):
        return None
    worst = largest_gap(gaps)
    if worst is None or worst.level is None:
        return _("**On every core competence the wanted level is reached.**")
    sentence = _("**In ‘{competence}’ the gap is largest: wanted {wanted}, now {level}.**").format(
        competence=plain(worst.member.name), wanted=number(worst.member.wanted), level=number(worst.level, 1)
    )
    if one_school:
        return sentence
    return sentence + " " + schools_shown(worst)


def schools_shown(gap: Gap) -> str:
    """Over how many schools a level is the mean."""
    return ngettext("That is the level of {n} school.", "That is the mean of {n} schools.", gap.shown).format(
        n=number(gap.shown)
    )


def not_scanned(found: Picture) -> list[str]:
    """The names of the schools without a self-scan."""
    return [plain(school.name) for school in found.schools if school.school_id not in found.last]


def since(found: Picture, school_id: str) -> str:
    """Of which day the last scan of a school is."""
    scan = found.last.get(school_id)
    return day(scan.scanned_on) if scan else "–"


def numbered(members: tuple[CoreCompetence, ...]) -> str:
    """The competences by the number they have in a narrow chart."""
    return " · ".join(f"**{number}** {plain(member.name)}" for number, member in enumerate(members, start=1))
