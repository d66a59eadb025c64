"""Partners, part "inkoop": a year's joint purchase, what every board takes along, and what it does to the price."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import level_field, level_note
from pages.partners.data import at_partners, view_of
from pages.parts import fields
from pages.parts.forms import Back, Form, Outcome, Values, change, overwrite_button, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.rounds.state import kept_approved, kept_view
from planning.circles.model import Sharing
from planning.core.notation import day, money, number, percent
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.kinds import kinds_by_code
from planning.partners import service
from planning.partners.model import JointPurchase, OfferedDevice, Volume
from planning.partners.offer_text import (
    read_amount,
    read_tiers,
    read_upgrades,
    write_amount,
    write_tiers,
    write_upgrades,
)
from planning.partners.rules import (
    LONGEST_TEXT,
    MOST_DEVICES,
    TypeTotal,
    common_tiers,
    of_partners,
    totals,
    volume_reasons,
    with_vat,
)
from planning.partners.service import PartnersView
from planning.rounds.model import Discount
from planning.rounds.service import save_rules, set_price

VOLUME, PURCHASE, TYPE, TAKE = "partners_volume", "partners_purchase", "partners_type", "partners_take"
VAT = 0.21


def show(frame: Frame) -> None:
    """The purchase of the latest year, or of the one chosen."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    purchases = {one.year: one for one in view.purchases}
    if not purchases:
        answer(_("**There is no joint purchase yet.** Whoever leads the partnership opens one."))
    else:
        year = next(iter(purchases))
        if len(purchases) > 1:
            year = st.segmented_control(_("Year"), list(purchases), default=year, required=True, key="partners_year")
        _show_purchase(frame, at, view, purchases[year])
    if at.seat.is_guide:
        _lead(frame, at, view, next(iter(purchases.values()), None))


def _show_purchase(frame: Frame, at: AtCircle, view: PartnersView, purchase: JointPurchase) -> None:
    volumes = view.volumes(purchase.year)
    found = totals(purchase, volumes)
    answer(purchase_answer(view, purchase, volumes, found))
    with st.container(border=True):
        st.subheader(_("Joint purchase {year}").format(year=purchase.year), anchor=False)
        rows = [_row(purchase, one) for one in found]
        if frame.theme.compact:
            lines = ["- " + "  \n  ".join(f"{name}: {text}" for name, text in row.items()) for row in rows]
            st.markdown("\n".join(lines))
        else:
            show_table(
                rows,
                _("Joint purchase {year}").format(year=purchase.year),
                figures=[_("Together"), _("Guide price excl. VAT"), _("incl. VAT"), _("With the discount, incl. VAT")],
            )
        upgrades = [
            f"{plain(one.type.name)}: "
            + " · ".join(
                f"{plain(up.name)} {money(with_vat(up.guide_cents, purchase.vat_share))}" for up in one.type.upgrades
            )
            for one in found
            if one.type.upgrades
        ]
        if upgrades:
            st.caption(_("Upgrades, incl. VAT. {upgrades}.").format(upgrades="; ".join(upgrades)))
        st.caption(_taking_part(view, volumes))
    if at.seat.is_member and at.seat.may_contribute:
        with st.container(border=True):
            st.subheader(_("What our board takes along"), anchor=False)
            _volume_form(frame, at, view, purchase).show()
        if frame.person.may(Right.PLAN):
            _take_over(frame, view, purchase, found)


def purchase_answer(
    view: PartnersView, purchase: JointPurchase, volumes: Mapping[str, Volume], found: tuple[TypeTotal, ...]
) -> str:
    """How many devices come together, and until when numbers are handed in."""
    together = sum(one.total for one in found)
    handed = sum(board in volumes for board in view.boards)
    text = ngettext(
        "**Together {n} device so far, of {boards} of the {all} boards.**",
        "**Together {n} devices so far, of {boards} of the {all} boards.**",
        together,
    ).format(n=number(together), boards=number(handed), all=number(len(view.boards)))
    if purchase.awarded_to:
        return text + " " + _("{supplier} delivers.").format(supplier=plain(purchase.awarded_to))
    return text + " " + _("Numbers can be handed in until {day}.").format(day=day(purchase.closes))


def _row(purchase: JointPurchase, one: TypeTotal) -> dict[str, str]:
    tier = "–" if one.tier is None else f"{percent(one.tier.share)}"
    if one.to_next is not None and one.next_tier is not None:
        left = _("{n} more for {share}").format(n=number(one.to_next), share=percent(one.next_tier.share))
        tier = f"{tier}  \n:small[:gray[{left}]]" if one.tier else left
    return {
        _("Device"): plain(one.type.name),
        _("Together"): number(one.total),
        _("Discount"): tier,
        _("Guide price excl. VAT"): money(one.type.guide_cents),
        _("incl. VAT"): money(with_vat(one.type.guide_cents, purchase.vat_share)),
        _("With the discount, incl. VAT"): money(with_vat(one.price_cents, purchase.vat_share)),
    }


def _taking_part(view: PartnersView, volumes: Mapping[str, Volume]) -> str:
    def said(board: str) -> str:
        volume = volumes.get(board)
        if volume is None:
            return _("{board} shares no number yet").format(board=plain(view.name(board)))
        if volume.declines:
            return _("{board} does not take part").format(board=plain(view.name(board)))
        n = sum(volume.counts.values())
        return f"{plain(view.name(board))} {number(n)}"

    return " · ".join(said(board) for board in view.boards)


def planned(frame: Frame, year: int) -> tuple[dict[str, int], int | None]:
    """What the approved plan buys in a year, by kind, and the version of that plan."""
    plan = kept_approved(frame) if frame.person.may(Right.READ) else None
    version = kept_view(frame).approved if plan else None
    if plan is None or version is None:
        return {}, None
    of_year = {one.round_id for one in plan.rounds if one.on.year == year}
    counts: dict[str, int] = {}
    for one in plan.purchases:
        if one.round_id in of_year:
            counts[one.kind] = counts.get(one.kind, 0) + one.count
    return counts, version.version


def _volume_form(frame: Frame, at: AtCircle, view: PartnersView, purchase: JointPurchase) -> Form:
    kept = view.find("volume", at.seat.viewer, str(purchase.year))
    mine = kept.content if kept is not None and isinstance(kept.content, Volume) else None
    counts, version = planned(frame, purchase.year)
    if version is not None:
        plan = _("From plan {version}, approved for {year}; change it where you want more or fewer.")
        st.caption(plan.format(version=number(version), year=purchase.year))
    known = mine.counts if mine else counts
    if frame.today > purchase.closes and not purchase.awarded_to:
        st.caption(
            _("Numbers stand since {day}. Until it is awarded your board can decline, where no bid fits.").format(
                day=day(purchase.closes)
            )
        )
    return Form(
        VOLUME,
        (
            *(fields.number(one.kind, one.name, known.get(one.kind, 0), (0, MOST_DEVICES)) for one in purchase.types),
            fields.tick("declines", _("Our board does not take part this year"), bool(mine and mine.declines)),
            fields.text("why", _("Why not"), mine.why if mine else "", LONGEST_TEXT),
            level_field(at, kept, Sharing.CIRCLE),
        ),
        partial(_hand_in, at, view, purchase, frame.today, (counts, version)),
        _("Hand in"),
        about=purchase.year,
    )


def _hand_in(
    at: AtCircle,
    view: PartnersView,
    purchase: JointPurchase,
    today: date,
    plan: tuple[dict[str, int], int | None],
    person: Person,
    said: Values,
) -> Outcome:
    before = view.find("volume", at.seat.viewer, str(purchase.year))
    counts = {one.kind: said[one.kind] or 0 for one in purchase.types}
    of_plan = plan[1] if all(plan[0].get(kind, 0) == n for kind, n in counts.items()) else None
    volume = Volume(counts, of_plan, said["declines"], said["why"])
    refuse(volume_reasons(volume, purchase))

    def keep(said: Volume, seen_by: Sharing) -> Back:
        return change(service.hand_in_volume, at.seat.board_id, purchase.year, said, seen_by, today)

    keep(volume, said["level"])(person)
    done = (
        _("Your board does not take part in {year}.").format(year=purchase.year)
        if volume.declines
        else ngettext("{n} device is handed in.", "{n} devices are handed in.", sum(counts.values())).format(
            n=number(sum(counts.values()))
        )
    )
    done = f"{done} {level_note(said['level'])}"
    if before is None or not isinstance(before.content, Volume) or today > purchase.closes:
        return done, None
    return done, keep(before.content, before.level)


def _take_over(frame: Frame, view: PartnersView, purchase: JointPurchase, found: tuple[TypeTotal, ...]) -> None:
    """Let the own planner reckon with the guide prices, the tiers and what the partners take along."""
    with st.container(border=True):
        st.subheader(_("In our own rounds"), anchor=False)
        tiers = common_tiers(one.type for one in found)
        st.markdown(
            _(
                "The planner can reckon with the guide prices incl. VAT in the rounds of {year}, with what the "
                "partners take along, and with the discounts that hold for every device on the list: {tiers}."
            ).format(year=purchase.year, tiers=write_tiers(tiers) or _("none"))
        )
        overwrite_button(
            TAKE,
            _("Take over into our rounds"),
            partial(_taken_over, frame, view, purchase),
            icon=":material/sync_alt:",
        )
        show_outcome(TAKE)


def _taken_over(frame: Frame, view: PartnersView, purchase: JointPurchase, person: Person) -> Outcome:
    rounds = kept_view(frame)
    of_year = [one for one in rounds.rounds if one.on.year == purchase.year]
    if not of_year:
        raise Refused(Reason("no_rounds_that_year", None, {"year": str(purchase.year)}))
    others = of_partners(view.volumes(purchase.year), view.seat.viewer)
    if not others and not purchase.types:
        raise Refused(Reason("nothing_to_take_over"))
    tiers = tuple(Discount(tier.quantity, tier.share) for tier in common_tiers(purchase.types))
    rules = rounds.rules
    with_partners = replace(rules, partners={**rules.partners, **others}, discounts=tiers or rules.discounts)
    change(save_rules, with_partners)(person)
    prices = {
        (one.round_id, kind.kind): with_vat(kind.guide_cents, purchase.vat_share)
        for one in of_year
        for kind in purchase.types
    }
    _set_prices(prices, person)

    def back(somebody: Person) -> None:
        change(save_rules, rules)(somebody)
        _set_prices({key: rounds.prices.get(key) for key in prices}, somebody)

    text = ngettext(
        "{n} round of {year} reckons with the joint purchase.",
        "{n} rounds of {year} reckon with the joint purchase.",
        len(of_year),
    )
    return text.format(n=number(len(of_year)), year=purchase.year), back


def _set_prices(prices: Mapping[tuple[int, str], int | None], person: Person) -> None:
    for (round_id, kind), cents in prices.items():
        change(set_price, round_id, kind, cents)(person)


def _lead(frame: Frame, at: AtCircle, view: PartnersView, latest: JointPurchase | None) -> None:
    """For whoever leads: open a purchase, change it, and keep its list of devices."""
    with st.container(border=True):
        st.subheader(_("The purchase"), anchor=False)
        _purchase_form(frame, at, latest).show()
    if latest is None:
        return
    with st.container(border=True):
        st.subheader(_("The list of devices"), anchor=False)
        names = {one.kind: one for one in latest.types}
        chosen = st.selectbox(
            _("Device"),
            ["", *names],
            format_func=lambda kind: names[kind].name if kind else _("another device"),
            key="partners_type_chosen",
        )
        _type_form(at, latest, names.get(chosen)).show()


def _purchase_form(frame: Frame, at: AtCircle, latest: JointPurchase | None) -> Form:
    known = latest or JointPurchase(frame.today.year, frame.today, frame.today, VAT)
    return Form(
        PURCHASE,
        (
            fields.beside(
                fields.number("year", _("Year"), known.year, (2015, 2100)),
                fields.day("opens", _("Numbers from"), known.opens, missing="partners_text_missing"),
                fields.day("closes", _("Numbers until"), known.closes, missing="partners_text_missing"),
            ),
            fields.text("awarded_to", _("Supplier, once there is one"), known.awarded_to, 120),
        ),
        partial(_keep_purchase, at, known),
        _("Keep"),
        about=latest and latest.year,
    )


def _keep_purchase(at: AtCircle, known: JointPurchase, person: Person, said: Values) -> Outcome:
    change(service.save_purchase, at.seat.board_id, replace(known, **said))(person)
    return _("The purchase of {year} is kept.").format(year=said["year"]), None


def _type_form(at: AtCircle, purchase: JointPurchase, known: OfferedDevice | None) -> Form:
    kinds = {code: kind for code, kind in kinds_by_code().items() if kind.counts_for_pupils}
    return Form(
        TYPE,
        (
            fields.beside(
                fields.choice(
                    "kind", _("Kind"), list(kinds), known.kind if known else None, lambda code: kinds[code].name()
                ),
                fields.text("name", _("Name"), known.name if known else "", 120, missing="partners_text_missing"),
            ),
            fields.beside(
                fields.text(
                    "guide_cents",
                    _("Guide price of one, excl. VAT"),
                    write_amount(known.guide_cents) if known else "",
                    20,
                    parse=partial(read_amount, field="guide_cents"),
                ),
                fields.text(
                    "tiers",
                    _("Tiers, such as 100: 10%; 500: 20%"),
                    write_tiers(known.tiers) if known else "",
                    200,
                    parse=read_tiers,
                ),
            ),
            fields.lines(
                "upgrades",
                _("Upgrades, one per line, such as more memory: 45.50"),
                write_upgrades(known.upgrades) if known else "",
                LONGEST_TEXT,
                height=80,
            ),
        ),
        partial(_keep_type, at, purchase, known),
        _("Keep"),
        about=known and known.kind,
    )


def _keep_type(
    at: AtCircle, purchase: JointPurchase, known: OfferedDevice | None, person: Person, said: Values
) -> Outcome:
    new = OfferedDevice(said["kind"], said["name"], said["guide_cents"], read_upgrades(said["upgrades"]), said["tiers"])
    others = tuple(one for one in purchase.types if one is not known)
    change(service.save_purchase, at.seat.board_id, replace(purchase, types=(*others, new)))(person)
    back = change(service.save_purchase, at.seat.board_id, purchase)
    return _("{name} is on the list.").format(name=new.name), back
