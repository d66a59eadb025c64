"""The audit lines of rounds in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from planning.core.notation import day, listed, money, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _

WHAT_OF_ROUNDS: Final = {
    "round": N_("Round"),
    "round_price": N_("Price in a round"),
    "planning_rules": N_("How the board plans"),
    "school_choice": N_("A school's own fleet"),
    "scenario": N_("Scenario"),
    "plan_approved": N_("Plan approved"),
    "ordered": N_("Ordered"),
    "delivery": N_("Delivery"),
}


def texts_of_rounds(schools: Mapping[str, str], kinds: Mapping[str, str]) -> dict[str, Callable[[Any], str]]:
    """Kind of change -> how its facts read; schools and kinds by their names."""

    def price(facts: Mapping[str, Any]) -> str:
        return f"{kinds.get(facts['kind'], facts['kind'])} · {money(facts['price_cents'])}"

    def choice(facts: Mapping[str, Any]) -> str:
        parts = [listed([kinds.get(code, code) for code in facts.get("kinds") or ()])]
        if facts.get("keep_mix") is not None:
            parts.append(_("keeps its mix") if facts["keep_mix"] else _("whatever kind serves"))
        if facts.get("own_money"):
            parts.append(_("own money {money}").format(money=money(sum(facts["own_money"].values()))))
        return " · ".join(part for part in parts if part) or _("follows the board")

    def scenario(facts: Mapping[str, Any]) -> str:
        wishes = facts["wishes"]
        parts = [money(cents) for cents in facts["budgets"].values()]
        parts += [_("{school} first").format(school=schools.get(s, s)) for s in wishes["first"]]
        parts += [_("no {kinds}").format(kinds=kinds.get(code, code)) for code in wishes["without"]]
        if wishes["fixed"]:
            n = len(wishes["fixed"])
            parts.append(ngettext("{n} purchase fixed", "{n} purchases fixed", n).format(n=number(n)))
        return " · ".join(parts) or _("the board's own rounds")

    def delivery(facts: Mapping[str, Any]) -> str:
        what = f"{number(facts['count'])} {kinds.get(facts['kind'], facts['kind'])}"
        return f"{what} · {day(date.fromisoformat(facts['delivered_on']))} · {money(facts['price_cents'])}"

    return {
        "round": _round,
        "round_price": price,
        "planning_rules": _rules,
        "school_choice": choice,
        "scenario": scenario,
        "plan_approved": _approved,
        "ordered": lambda facts: f"{_devices(facts['devices'])} · {money(facts['cents'])}",
        "delivery": delivery,
    }


def _devices(n: int) -> str:
    return ngettext("{n} device", "{n} devices", n).format(n=number(n))


def _round(facts: Mapping[str, Any]) -> str:
    parts = [facts["name"], day(date.fromisoformat(facts["on"])), money(facts["budget_cents"])]
    return " · ".join(part for part in parts if part)


def _rules(facts: Mapping[str, Any]) -> str:
    """How many rules a board chose otherwise; what they are, the page Rounds says."""
    n = len(facts)
    if not n:
        return _("as shipped")
    return ngettext("{n} rule chosen by the board", "{n} rules chosen by the board", n).format(n=number(n))


def _approved(facts: Mapping[str, Any]) -> str:
    version = _("version {n}").format(n=number(facts["version"]))
    return f"{version} · {_devices(facts['devices'])} · {money(facts['cents'])}"
