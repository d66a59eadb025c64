"""The audit lines about choices in words."""

from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Names, alone
from planning.choices.figures import shipped
from planning.choices.model import year_name
from planning.choices.texts import write_amount, write_fte
from planning.core.notation import day, listed, money
from planning.core.translation import N_
from planning.core.translation import gettext as _


def _means(facts: Facts) -> str:
    parts = [year_name(facts["school_year"])]
    if facts["per_pupil_cents"] is not None:
        parts.append(_("{money} for each pupil").format(money=money(facts["per_pupil_cents"])))
    parts.append(_("{money} fixed").format(money=money(facts["fixed_cents"])))
    return " · ".join(parts)


def _variant(facts: Facts) -> str:
    if "names" in facts:
        return listed(facts["names"]) or _("none")
    parts = [facts["name"], year_name(facts["school_year"]), _("{fte} fte").format(fte=write_fte(facts["fte"]))]
    parts.append(_("{money} a year").format(money=money(facts["cents"])))
    if facts["once"]:
        parts.append(_("{money} once").format(money=money(facts["once"])))
    return " · ".join(parts)


def _chosen(facts: Facts) -> str:
    return f"{facts['name']} · {year_name(facts['school_year'])} · {facts['explanation']}"


def _taken_over(facts: Facts) -> str:
    return f"{facts['name']} · {year_name(facts['school_year'])}"


def _value(facts: Facts) -> str:
    since = day(date.fromisoformat(facts["since"]))
    value = write_amount(facts["hundredths"])
    return " · ".join([_("{value} from {day}").format(value=value, day=since), facts["reason"]])


def _about(code: str, subject: str, _names: Names) -> str:
    if code != "planning_figure":
        return subject
    return next((one.name for one in shipped() if one.code == subject), subject)


TOPIC: Final[AuditTopic] = AuditTopic(
    N_("choices of schools"),
    {
        "school_means": N_("Means of a school"),
        "variant": N_("Variant of a choice"),
        "choice_made": N_("Choice of a school"),
        "choice_taken_over": N_("Choice taken over into the rounds"),
        "planning_figure": N_("Figure of the board's own"),
    },
    {
        "school_means": alone(_means),
        "variant": alone(_variant),
        "choice_made": alone(_chosen),
        "choice_taken_over": alone(_taken_over),
        "planning_figure": alone(_value),
    },
    about=_about,
)
