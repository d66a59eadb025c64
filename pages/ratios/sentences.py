"""The one sentence that answers each page's question; its bold part alone is true and enough."""

from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.ratios.rules import GroupRatio, SchoolRatio


def group_answer(ratio: GroupRatio) -> str:
    """How many schools reach their target, where the group stands and what it is short of."""
    unknown = len(ratio.schools) - len(ratio.known)
    if not ratio.known:
        return _("**Of no school is there an inventory yet** on this reference date.")
    parts = [_reached(ratio), _stands(ratio)]
    if unknown:
        parts.append(
            ngettext(
                "Of {n} school there is no inventory or pupil count yet.",
                "Of {n} schools there is no inventory or pupil count yet.",
                unknown,
            ).format(n=number(unknown))
        )
    return " ".join(parts)


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
