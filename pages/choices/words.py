"""Short words that the screens of choices share."""

from pages.parts.frame import plain
from planning.choices.figures import PlanningFigure
from planning.choices.model import Variant
from planning.choices.rules import DevicePrice
from planning.choices.texts import figure_text
from planning.core.notation import day, money, number
from planning.core.translation import gettext as _
from planning.organisation.kinds import DeviceKind


def chosen_badge() -> str:
    """Marks what a school chose."""
    return ":green-badge[:material/check_circle: " + _("chosen by the school") + "]"


def in_own_words(chosen: Variant) -> str:
    """Why a school chose it, and which statement of the vision it serves."""
    lines = [f"“{plain(chosen.explanation)}”"] if chosen.explanation else []
    if chosen.vision:
        serves = _("Serves: ‘{vision}’").format(vision=plain(chosen.vision))
        lines.append(f":small[:gray[{serves}]]")
    return "  \n".join(lines)


def status_text(figure: PlanningFigure) -> str:
    """How sure a value is."""
    return {
        "definitive": _("definitive"),
        "stated": _("as the source states it"),
        "calculated": _("calculated"),
        "check": _("still to be checked"),
        "own": _("the board's own"),
    }[figure.status]


def source_text(figure: PlanningFigure) -> str:
    """A figure with its value, day, how sure it is, and where it is from with a link."""
    source = plain(figure.source) or _("source still to be looked up")
    if figure.link:
        source = f"[{source}]({figure.link})"
    since = _("from {day}").format(day=day(figure.since)) if figure.since else _("day of the source not looked up")
    name = figure.name[:1].upper() + figure.name[1:]
    told = f"**{name}**: {figure_text(figure)} · {since} · {status_text(figure)} · {source}"
    return f"{told} · {plain(figure.remark)}" if figure.remark else told


def price_text(kind: DeviceKind, price: DevicePrice) -> str:
    """What a device costs and over how many years it is written off, and where that is from."""
    text = _("{kind}: {price}, written off over {term} years")
    name = kind.name()
    told = text.format(kind=f"**{name[:1].upper()}{name[1:]}**", price=money(price.cents), term=number(price.term))
    source = f"[{plain(kind.source.split('/')[2])}]({kind.source})" if kind.source else _("set on the screen Settings")
    return " · ".join([told, source, plain(kind.remark)])
