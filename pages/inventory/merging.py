"""Names that seem to be one make or model: every group with a tick, and one button that gives each one name."""

from collections.abc import Callable, Sequence

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import devices, more, plain
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.inventory.guidance import StandingChoice
from planning.inventory.memory.service import forget
from planning.inventory.service import Version
from planning.inventory.upkeep_service import Duplicate, take_back

Merge = Callable[[Person, Sequence[Duplicate]], tuple[Sequence[Version], Sequence[StandingChoice]]]
"""Merges what was chosen: the versions it made, and what is remembered for next lists."""


def asks_to_merge(place: str, found: Sequence[Duplicate]) -> bool:
    """Tell how many there are; whether a person wants to see them."""
    return bool(found) and more(
        f"merge_{place}",
        closed=_("Names that seem the same · {n}").format(n=number(len(found))),
        opened=_("Leave the names"),
        icon=":material/merge:",
    )


def merge_form(place: str, about: str, found: Sequence[Duplicate], merge: Merge) -> Form:
    """The groups of names, and the button."""
    names = {f"merge_{i}": one for i, one in enumerate(found)}

    def save(person: Person, said: Values) -> Outcome:
        chosen = [one for name, one in names.items() if said[name]]
        kept, remembered = merge(person, chosen)

        def back(person: Person) -> None:
            change(take_back, kept[0].school_id, kept[0].version)(person)  # and with it those of other schools
            for choice in remembered:
                change(forget, choice)(person)

        into = ", ".join(dict.fromkeys(one.into for one in chosen))
        return _("One name each: {names}. Next lists are read that way too.").format(names=into), back

    ticks = tuple(fields.tick(name, _merging(one), True) for name, one in names.items())
    return Form(place, ticks, save, _("Give them one name"), about=f"merge_{about}")


def _merging(one: Duplicate) -> str:
    text = _("**{into}** for {others}").format(into=plain(one.into), others=plain(", ".join(one.others)))
    return f"{text} · {devices(one.devices)}"
