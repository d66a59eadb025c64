"""What people of a board are and may do, in words."""

from collections.abc import Mapping

import pandas as pd

from planning.core.notation import listed
from planning.core.rights import BOARD_ROLES, RIGHTS, ROLE_NAMES, Person, Right, Role
from planning.core.text import name_key
from planning.core.translation import gettext as _


def school_words(person: Person, names: Mapping[str, str]) -> str:
    """The schools somebody reaches; for a reader of published figures that is none of their own."""
    if person.reach is None:
        return _("all") if person.may(Right.READ) else "–"
    return listed(sorted((names.get(school_id, school_id) for school_id in person.reach), key=name_key))


def right_words(right: Right, role: Role) -> str:
    """What a right lets somebody do."""
    if right is Right.READ and role is Role.SCHOOL_ICT:
        return _("see their own schools")
    return {
        Right.READ: _("see all schools"),
        Right.READ_PUBLISHED: _("see published figures"),
        Right.UPLOAD: _("hand in inventories"),
        Right.CONTRIBUTE: _("hand in self-scans, requests and incidents"),
        Right.VISIT: _("book visits to schools"),
        Right.PLAN: _("make plans"),
        Right.DECIDE: _("approve plans, set targets and publish"),
        Right.PRIVACY: _("keep the registers of IBP"),
        Right.INCIDENTS: _("see all incidents"),
        Right.MANAGE: _("manage schools, kinds and targets"),
        Right.MANAGE_PEOPLE: _("manage people"),
        Right.TOGETHER: _("speak for the board among other boards"),
        Right.GUIDE: _("lead a network of boards"),
        Right.LOOK_IN: _("see what a network shares"),
    }[right]


def roles_list() -> str:
    """Each role with its rights in words, for a telephone; who sees all schools sees what is published as well."""
    return "\n".join(
        f"- **{_(ROLE_NAMES[role])}**  \n  "
        + listed(
            [
                right_words(right, role)
                for right in Right
                if right in RIGHTS[role] and not (right is Right.READ_PUBLISHED and Right.READ in RIGHTS[role])
            ]
        )
        for role in BOARD_ROLES
    )


def roles_table() -> pd.DataFrame:
    """Each role with a mark under what it may."""
    columns = {
        _("Hands in"): (Right.UPLOAD, Right.CONTRIBUTE),
        _("Makes visits"): (Right.VISIT,),
        _("Plans"): (Right.PLAN,),
        _("Decides"): (Right.DECIDE,),
        _("Incidents"): (Right.INCIDENTS,),
        _("Keeps IBP"): (Right.PRIVACY,),
        _("Manages schools"): (Right.MANAGE,),
        _("Manages people"): (Right.MANAGE_PEOPLE,),
    }
    return pd.DataFrame(
        [
            {_("Role"): _(ROLE_NAMES[role]), _("Sees"): _seen(role)}
            | {name: "✓" if RIGHTS[role].intersection(rights) else "–" for name, rights in columns.items()}
            for role in BOARD_ROLES
        ]
    )


def _seen(role: Role) -> str:
    if role is Role.SCHOOL_ICT:
        return _("own schools")
    return _("all schools") if Right.READ in RIGHTS[role] else _("published figures")
