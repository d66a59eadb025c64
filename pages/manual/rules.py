"""The rules by which the product counts, each with the drawn table that tests it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from planning.core.drawn import DrawnValue, drawn
from planning.core.notation import day, number
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.inventory.words.messages import audience_name, counting_reason_name, kind_name, status_name
from planning.organisation.levels import level_name


@dataclass(frozen=True)
class Rule:
    """A rule: what it is called, what it says, and what the columns of its table are called."""

    code: str  # of planning.core.drawn
    title: str
    says: str
    columns: Mapping[str, str]  # by column of the table, in its order


PUPILS, TARGET, DEVICES = N_("Pupils"), N_("Pupils for each device wanted"), N_("Devices that count")
RULES: Final = (
    Rule(
        "counts",
        N_("Which devices count"),
        N_(
            "A chromebook, laptop, tablet or desktop for pupils counts while it is in use and gets updates. The first "
            "reason that holds is told. What a list does not say is no reason."
        ),
        {
            "kind": N_("Kind"),
            "audience": N_("For whom"),
            "status": N_("Status"),
            "support_until": N_("Updates until"),
            "as_of": N_("Reference date"),
            "reason": N_("What it is counted as"),
        },
    ),
    Rule(
        "shortage",
        N_("How many devices a school is short"),
        N_(
            "Pupils divided by the target, rounded up, are the devices needed; what is missing "
            "of them is the shortage. It is never below zero."
        ),
        {"pupils": PUPILS, "target": TARGET, "countable": DEVICES, "needed": N_("Needed"), "short": N_("Short")},
    ),
    Rule(
        "status",
        N_("On target, nearly or short"),
        N_(
            "On target: nothing is missing. Nearly: at most the share of the devices needed that the board chose. Not "
            "known: without a list or a pupil count."
        ),
        {
            "pupils": PUPILS,
            "target": TARGET,
            "countable": DEVICES,
            "nearly": N_("Nearly up to"),
            "status": N_("Status"),
        },
    ),
    Rule(
        "group",
        N_("The schools of a board together"),
        N_(
            "The shortage of a board is the sum of what its schools are short: a device too many at one school helps "
            "no pupil at another. Pupils per device is all pupils over all devices. Here with a target of 1 in 4."
        ),
        {
            "first_pupils": N_("Pupils, first school"),
            "first_countable": N_("Devices, first school"),
            "second_pupils": N_("Pupils, second school"),
            "second_countable": N_("Devices, second school"),
            "short": N_("Short"),
            "on_target": N_("Schools on target"),
            "pupils_per_device": N_("Pupils per device"),
        },
    ),
    Rule(
        "due",
        N_("When a device is due for replacement"),
        N_(
            "At the end of its life span or of its updates, whichever comes first. Of a purchase known to the year, "
            "the last day counts: nothing is called old that may not be."
        ),
        {
            "purchased": N_("Bought"),
            "life": N_("Life span in years"),
            "support_until": N_("Updates until"),
            "due": N_("Due"),
        },
    ),
    Rule(
        "levels",
        N_("From age to level"),
        N_("DUO counts pupils by their age on 1 October; age makes the level."),
        {"age": N_("Age"), "level": N_("Level")},
    ),
    Rule(
        "level_devices",
        N_("Devices of a level"),
        N_(
            "A device in a room of one level is of that level. All others are shared out over the levels of their "
            "school by pupils."
        ),
        {
            "lower_pupils": N_("Pupils lower years"),
            "middle_pupils": N_("Pupils middle years"),
            "upper_pupils": N_("Pupils upper years"),
            "own_upper": N_("Own of upper years"),
            "shared": N_("Shared"),
            "lower": N_("Lower years"),
            "middle": N_("Middle years"),
            "upper": N_("Upper years"),
        },
    ),
    Rule(
        "reserve",
        N_("Devices wanted, with a reserve"),
        N_("A share of the devices needed, rounded up, comes on top as reserve; spare devices there are count for it."),
        {
            "needed": N_("Needed"),
            "share": N_("Reserve wanted"),
            "spares": N_("Spare devices"),
            "wanted": N_("Wanted"),
        },
    ),
    Rule(
        "target_step",
        N_("A target that changes in steps"),
        N_("From the day of a step on, its target holds; before the first one, that of now."),
        {
            "target": N_("Target now"),
            "first_day": N_("First step on"),
            "first_target": N_("becomes"),
            "second_day": N_("Second step on"),
            "second_target": N_("then becomes"),
            "day": N_("On day"),
            "holds": N_("Target that holds"),
        },
    ),
    Rule(
        "tier_price",
        N_("A quantity discount"),
        N_("Whoever orders as many as a tier asks pays its price for each of them, the first ones as well."),
        {
            "price": N_("Price of one"),
            "from": N_("Tier from"),
            "tier_price": N_("Price in the tier"),
            "ordered": N_("Ordered"),
            "each": N_("Each costs"),
        },
    ),
    Rule(
        "round_money",
        N_("What is left of a round"),
        N_(
            "The budget less what is ordered and not delivered yet, at the price ordered, and "
            "less what is delivered, at the price paid. Below zero: more was ordered than there "
            "is."
        ),
        {
            "budget": N_("Budget"),
            "ordered": N_("Devices ordered"),
            "delivered": N_("Devices delivered"),
            "price": N_("Price ordered"),
            "paid_price": N_("Price paid"),
            "left": N_("Left"),
        },
    ),
)
_SHARES: Final = ("nearly", "share")
_STATUS: Final = {
    "on_target": N_("on target"),
    "nearly": N_("nearly"),
    "short": N_("short"),
    "unknown": N_("not known"),
}
_NAMES: Final[Mapping[str, Callable[[str], str]]] = {"kind": kind_name, "audience": audience_name, "level": level_name}


def show(frame: Frame) -> None:
    """Every rule with its table."""
    answer(_("**How it is counted.** Each table below also tests the product: what stands here is what it does."))
    for rule in RULES:
        with st.container(border=True, key=f"rule_{rule.code}"):
            st.subheader(_(rule.title), anchor=rule.code)
            st.markdown(_(rule.says))
            cases = drawn(rule.code)
            rows = [{_(head): said(rule, name, case[name]) for name, head in rule.columns.items()} for case in cases]
            measured = [name for name in rule.columns if any(isinstance(case[name], (int, float)) for case in cases)]
            show_table(rows, _(rule.title), figures=[_(rule.columns[name]) for name in measured])


def said(rule: Rule, name: str, value: DrawnValue) -> str:
    """A value of a table as people read it."""
    if value is None:
        return "–"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (int, float)):
        if name in _SHARES:
            return f"{number(value * 100)}%"
        digits = 0 if float(value).is_integer() else 2 if name == "pupils_per_device" else 1
        return number(value, digits)
    if name == "status":
        return _(_STATUS[value]) if rule.code == "status" else status_name(value)
    if name == "reason":
        return _("counts") if value == "counts" else counting_reason_name(value)
    return plain(_NAMES[name](value))
