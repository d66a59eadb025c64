"""The audit lines of rounds in words."""

from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Side, alone
from planning.core.notation import day, listed, money, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _


def _price(side: Side) -> str:
    kind = side.facts["kind"]
    return f"{side.names.kinds.get(kind, kind)} · {money(side.facts['price_cents'])}"


def _choice(side: Side) -> str:
    facts, kinds = side.facts, side.names.kinds
    parts = [listed([kinds.get(code, code) for code in facts.get("kinds") or ()])]
    if facts.get("keep_mix") is not None:
        parts.append(_("keeps its mix") if facts["keep_mix"] else _("whatever kind serves"))
    if facts.get("own_money"):
        parts.append(_("own money {money}").format(money=money(sum(facts["own_money"].values()))))
    return " · ".join(part for part in parts if part) or _("follows the board")


def _scenario(side: Side) -> str:
    schools, kinds, wishes = side.names.schools, side.names.kinds, side.facts["wishes"]
    parts = [money(cents) for cents in side.facts["budgets"].values()]
    parts += [_("{school} first").format(school=schools.get(s, s)) for s in wishes["first"]]
    parts += [_("no {kinds}").format(kinds=kinds.get(code, code)) for code in wishes["without"]]
    if wishes["fixed"]:
        n = len(wishes["fixed"])
        parts.append(ngettext("{n} purchase fixed", "{n} purchases fixed", n).format(n=number(n)))
    return " · ".join(parts) or _("the board's own rounds")


def _delivery(side: Side) -> str:
    facts = side.facts
    what = f"{number(facts['count'])} {side.names.kinds.get(facts['kind'], facts['kind'])}"
    return f"{what} · {day(date.fromisoformat(facts['delivered_on']))} · {money(facts['price_cents'])}"


def _swap(side: Side) -> str:
    facts = side.facts
    kind = side.names.kinds.get(facts["kind"], facts["kind"])
    return f"{kind} · {' ← '.join(serial for serial in (facts['serial_in'], facts['serial_out']) if serial)}"


def _given_up(side: Side) -> str:
    facts = side.facts
    what = f"{number(facts['count'])} {side.names.kinds.get(facts['kind'], facts['kind'])}"
    return f"{what} · {facts['because']}"


def _ordered(facts: Facts) -> str:
    return f"{_devices(facts['devices'])} · {money(facts['cents'])}"


def _devices(n: int) -> str:
    return ngettext("{n} device", "{n} devices", n).format(n=number(n))


def _round(facts: Facts) -> str:
    parts = [facts["name"], day(date.fromisoformat(facts["on"])), money(facts["budget_cents"])]
    return " · ".join(part for part in parts if part)


def _rules(facts: Facts) -> str:
    """How many rules a board chose otherwise; what they are, the page Rounds says."""
    n = len(facts)
    if not n:
        return _("as shipped")
    return ngettext("{n} rule chosen by the board", "{n} rules chosen by the board", n).format(n=number(n))


def _approved(facts: Facts) -> str:
    version = _("version {n}").format(n=number(facts["version"]))
    parts = [version, _devices(facts["devices"]), money(facts["cents"]), facts.get("reason", "")]
    return " · ".join(part for part in parts if part)


def _withdrawn(facts: Facts) -> str:
    version = _("version {n}").format(n=number(facts["version"]))
    if "withdrawn_by" in facts:
        return _("{version}: withdrawn").format(version=version)
    return _("{version}, approved by {name}").format(version=version, name=facts["approved_by"])


TOPIC: Final = AuditTopic(
    N_("rounds and plans"),
    {
        "round": N_("Round"),
        "round_price": N_("Price in a round"),
        "planning_rules": N_("How the board plans"),
        "school_choice": N_("A school's own fleet"),
        "scenario": N_("Scenario"),
        "plan_approved": N_("Plan approved"),
        "plan_withdrawn": N_("Plan withdrawn"),
        "ordered": N_("Ordered"),
        "delivery": N_("Delivery"),
        "swap": N_("Device handed over"),
        "order_closed": N_("Rest of an order does not come"),
    },
    {
        "round": alone(_round),
        "round_price": _price,
        "planning_rules": alone(_rules),
        "school_choice": _choice,
        "scenario": _scenario,
        "plan_approved": alone(_approved),
        "plan_withdrawn": alone(_withdrawn),
        "ordered": alone(_ordered),
        "delivery": _delivery,
        "swap": _swap,
        "order_closed": _given_up,
    },
)
