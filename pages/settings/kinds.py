"""Settings, part three: how long each kind of device serves and what one costs."""

from collections.abc import Mapping
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, answer, now, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import NBSP, listed, money, number
from planning.core.refusal import Refused
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
        show_table(kinds_table(known), figures=[_("Life span"), _("Price incl. VAT")])
        st.markdown(remarks(known))
        if any(kind != kinds_by_code()[code] for code, kind in known.items()):
            st.caption(_(":material/edit: chosen by your board."))
    with right:
        _form(known)


def kinds_in_words(known: Mapping[str, DeviceKind]) -> str:
    """How many kinds count, and which."""
    counting = [kind.name(2) for kind in known.values() if kind.counts_for_pupils]
    text = _("**{n} of the {total} kinds count for pupils:** {names}.")
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
        with st.form(PLACE, border=False, enter_to_submit=False):
            st.number_input(_("Life span in years"), value=kind.life_years, step=1, key=key(PLACE, f"life_{code}"))
            st.number_input(
                _("Price of one in whole euros, VAT included"),
                value=round(kind.price_cents / 100),
                step=10,
                key=key(PLACE, f"price_{code}"),
            )
            with st.container(horizontal=True):
                st.form_submit_button(_("Keep"), type="primary", on_click=carry_out, args=(PLACE, partial(_keep, kind)))
                if kind != shipped:
                    st.form_submit_button(
                        _("As shipped"),
                        type="tertiary",
                        icon=":material/undo:",
                        help=_("{years} and {price}").format(
                            years=years(shipped.life_years), price=money(shipped.price_cents)
                        ),
                        on_click=carry_out,
                        args=(PLACE, partial(_set, kind, shipped.life_years, shipped.price_cents)),
                    )
        show_outcome(PLACE)
        st.caption(_("Plans and the figure ‘past life span’ use these values from now on."))


def _keep(kind: DeviceKind, person: Person) -> tuple[str, Back | None]:
    life = cast("int | None", value(PLACE, f"life_{kind.code}"))
    euros = cast("int | None", value(PLACE, f"price_{kind.code}"))
    if life is None or euros is None:
        raise Refused(_("Fill in both the life span and the price; a kind that is never bought costs 0."))
    unchanged = euros == round(kind.price_cents / 100)
    return _set(kind, life, kind.price_cents if unchanged else euros * 100, person)


def _set(kind: DeviceKind, life_years: int, price_cents: int, person: Person) -> tuple[str, Back | None]:
    def put(life: int, price: int, someone: Person) -> None:
        set_kind(someone, open_database(), now(), kind.code, life, price)

    put(life_years, price_cents, person)
    text = _("{kind}: life span {years}, price {price}.")
    sentence = text.format(kind=kind.name().capitalize(), years=years(life_years), price=money(price_cents))
    return sentence, partial(put, kind.life_years, kind.price_cents)
