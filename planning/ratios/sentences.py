"""Where schools stand, in one sentence; its bold part alone is true and enough."""

from collections.abc import Callable
from typing import Final

from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.ratios.rules import GroupRatio, SchoolRatio

Named = Callable[[str], str]
"""How a name is written where it is shown: as it is, or so that it works no markdown."""
_AS_IT_IS: Final[Named] = str


def group_answer(ratio: GroupRatio, *, own: bool = False, named: Named = _AS_IT_IS) -> str:
    """How many schools reach their target, where they stand together and what they are short of.

    `own`: of a person who sees their own schools only, whose page speaks of those and of no group.
    """
    if not ratio.known:
        return _("**There is no inventory of any school yet** on this reference date.")
    if own and len(ratio.schools) == 1:
        return school_answer(ratio.schools[0])
    if not ratio.is_group_known:
        return few_known(ratio, named)
    parts = [_reached(ratio), _own_stand(ratio) if own else _stands(ratio)]
    unknown = len(ratio.schools) - len(ratio.known)
    if unknown:
        parts.append(
            ngettext(
                "For {n} school there is no inventory or pupil count yet.",
                "For {n} schools there is no inventory or pupil count yet.",
                unknown,
            ).format(n=number(unknown))
        )
    return " ".join(parts)


def few_known(ratio: GroupRatio, named: Named = _AS_IT_IS) -> str:
    """Too few schools are known: how many, what they say of themselves, and from when on there is a group figure."""
    n, total = len(ratio.known), len(ratio.schools)
    text = ngettext(
        "**Of {n} of the {total} schools there is an inventory and a pupil count.**",
        "**Of {n} of the {total} schools there is an inventory and a pupil count.**",
        n,
    ).format(n=number(n), total=number(total))
    if n == 1:
        [only] = ratio.known
        stands = _("{school} stands at **{ratio}**.").format(
            school=named(only.name), ratio=one_in(only.pupils_per_device)
        )
    else:
        stands = ngettext(
            "**{n}** of them reaches its target.", "**{n}** of them reach their target.", ratio.on_target
        ).format(n=number(ratio.on_target))
    when = _("A figure for the group is given from {n} schools on.").format(n=number(ratio.schools_needed))
    return f"{text} {stands} {when}"


def _reached(ratio: GroupRatio) -> str:
    n, total = ratio.on_target, len(ratio.known)
    if n == total:
        return ngettext(
            "**The school reaches its target.**", "**All {total} schools reach their target.**", total
        ).format(total=number(total))
    if n == 0:
        return _("**No school reaches its target yet.**")
    return ngettext(
        "**{n} of the {total} schools reaches its target.**", "**{n} of the {total} schools reach their target.**", n
    ).format(n=number(n), total=number(total))


def _stands(ratio: GroupRatio) -> str:
    stands = one_in(ratio.pupils_per_device)
    if not ratio.shortage:
        return _("The group stands at **{ratio}**.").format(ratio=stands)
    return ngettext(
        "The group stands at **{ratio}** and is **{n} device** short.",
        "The group stands at **{ratio}** and is **{n} devices** short.",
        ratio.shortage,
    ).format(ratio=stands, n=number(ratio.shortage))


def _own_stand(ratio: GroupRatio) -> str:
    stands = one_in(ratio.pupils_per_device)
    if not ratio.shortage:
        return _("Your schools together stand at **{ratio}**.").format(ratio=stands)
    return ngettext(
        "Your schools together stand at **{ratio}** and are **{n} device** short.",
        "Your schools together stand at **{ratio}** and are **{n} devices** short.",
        ratio.shortage,
    ).format(ratio=stands, n=number(ratio.shortage))


def school_answer(school: SchoolRatio) -> str:
    """Where one school stands."""
    if school.countable is None:
        return _("**There is no inventory of {school} yet** on this reference date.").format(school=school.name)
    if school.pupils is None:
        return _("**There is no pupil count of {school} yet**, so there is no ratio.").format(school=school.name)
    stands, target = one_in(school.pupils_per_device), one_in(school.target, 0 if school.target % 1 == 0 else 1)
    if not school.shortage:
        return _("**{school} reaches {target}, with {ratio}.**").format(school=school.name, target=target, ratio=stands)
    return ngettext(
        "**{school} stands at {ratio} and is {n} device short** of its target, {target}.",
        "**{school} stands at {ratio} and is {n} devices short** of its target, {target}.",
        school.shortage,
    ).format(school=school.name, ratio=stands, n=number(school.shortage), target=target)
