"""Settings, part three: how long each kind of device serves and what one costs."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import NBSP, listed, money, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.kinds import DeviceKind, kinds_by_code
from planning.organisation.service import kinds, set_kind

PLACE = "kind"
OWN = " :material/edit:"


def show(frame: Frame) -> None:
    """All kinds with what a plan assumes of them, and a form for one of them."""
    known = kinds(frame.person, open_database())
    answer(kinds_in_words(known))
    left, right = st.columns([1.9, 1])
    with left, st.container(border=True):
        st.subheader(_("The kinds"), anchor=False)
        show_table(kinds_table(known), _("The kinds"), figures=[_("Life span"), _("Price incl. VAT")])
        st.markdown(remarks(known))
        if any(kind != kinds_by_code()[code] for code, kind in known.items()):
            st.caption(_(":material/edit: chosen by your board."))
    with right:
        _form(known)


def kinds_in_words(known: Mapping[str, DeviceKind]) -> str:
    """How many kinds count, and which."""
    counting = [kind.name(2) for kind in known.values() if kind.counts_for_pupils]
    text = ngettext(
        "**{n} of the {total} kinds counts for pupils:** {names}.",
        "**{n} of the {total} kinds count for pupils:** {names}.",
        len(counting),
    )
    return text.format(n=number(len(counting)), total=number(len(known)), names=listed(counting))


def years(n: int) -> str:
    """ "5 jaar"."""
    return ngettext("{n} year", "{n} years", n).format(n=number(n)).replace(" ", NBSP)


def kinds_table(known: Mapping[str, DeviceKind]) -> pd.DataFrame:
    """Life span, price and whether it counts; a value that the board chose carries its mark."""
    shipped = kinds_by_code()
    return pd.DataFrame(
        [
            {
                _("Kind"): kind.name().capitalize(),
                _("Life span"): years(kind.life_years) + OWN * (kind.life_years != shipped[code].life_years),
                _("Price incl. VAT"): (money(kind.price_cents) if kind.price_cents else "–")
                + OWN * (kind.price_cents != shipped[code].price_cents),
                _("Counts"): _("yes") if kind.counts_for_pupils else _("no"),
            }
            for code, kind in known.items()
        ]
    )


def remarks(known: Mapping[str, DeviceKind]) -> str:
    """What the values of each kind rest on, with the source where there is one."""
    source = _("Source")
    return "\n".join(
        f"- :small[**{kind.name().capitalize()}**: {plain(kind.remark)}"
        + (f" [{source}]({kind.source})]" if kind.source else "]")
        for kind in known.values()
    )


def _form(known: Mapping[str, DeviceKind]) -> None:
    with st.container(border=True):
        st.subheader(_("Change a kind"), anchor=False)
        code = st.selectbox(
            _("Kind"), list(known), format_func=lambda code: known[code].name().capitalize(), key="kind_chosen"
        )
        kind, shipped = known[code], kinds_by_code()[code]
        _kind_form(kind, shipped).show()
        st.caption(_("Plans and the figure ‘past life span’ use these values from now on."))


def _kind_form(kind: DeviceKind, shipped: DeviceKind) -> Form:
    as_shipped = Button(
        _("As shipped"),
        partial(_set, kind, shipped.life_years, shipped.price_cents),
        icon=":material/undo:",
        help=_("{years} and {price}").format(years=years(shipped.life_years), price=money(shipped.price_cents)),
    )
    price = _("Price of one in whole euros, VAT included")
    return Form(
        PLACE,
        (
            fields.number("life_years", _("Life span in years"), kind.life_years, missing="kind_incomplete"),
            fields.number("price_cents", price, round(kind.price_cents / 100), step=10, missing="kind_incomplete"),
        ),
        partial(_keep, kind),
        _("Keep"),
        about=kind.code,
        others=(as_shipped,) if kind != shipped else (),
    )


def _keep(kind: DeviceKind, person: Person, said: Values) -> Outcome:
    euros = said["price_cents"]
    unchanged = euros == round(kind.price_cents / 100)
    return _set(kind, said["life_years"], kind.price_cents if unchanged else euros * 100, person)


def _set(kind: DeviceKind, life_years: int, price_cents: int, person: Person) -> Outcome:
    change(set_kind, kind.code, life_years, price_cents)(person)
    text = _("{kind}: life span {years}, price {price}.")
    sentence = text.format(kind=kind.name().capitalize(), years=years(life_years), price=money(price_cents))
    return sentence, change(set_kind, kind.code, kind.life_years, kind.price_cents)
