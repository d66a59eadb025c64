"""Make, change and choose variants: a first one filled in whole, the next by moving something between posts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.choices.data import choices_view, school_now
from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Button, Form, Outcome, Values, change
from pages.parts.frame import Frame
from pages.ratios.data import ratio_view
from pages.server.session import open_database
from planning.choices.model import DEVICES, MOST_VARIANTS, PAID, POSTS, TEACHING, Variant, post_name
from planning.choices.rules import LONGEST_EXPLANATION, LONGEST_NAME, Rates, moved
from planning.choices.sentences import target_note
from planning.choices.service import choose, restore_variants, save_variant, vision_statements
from planning.choices.texts import read_amount, read_fte, write_fte
from planning.core.board_rules import read_target
from planning.core.notation import number, target_one_in
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.ratios.service import RatioView

NEW, EDIT, CHOOSE = "choice_new", "choice_edit", "choice_choose"


def tasks(variants: Sequence[Variant]) -> dict[str, str]:
    """What can be done now, by code."""
    found = {}
    if len(variants) < MOST_VARIANTS:
        found["new"] = _("New variant")
    if variants:
        found["edit"] = _("Change a variant")
        found["choose"] = _("Choose and explain")
    return found


def workbench(frame: Frame, school_id: str, school_year: int) -> None:
    """One task at a time."""
    view = choices_view(frame)
    variants, rates = view.variants_of(school_id, school_year), view.rates(school_year)
    if rates is None:
        st.markdown(_("Not all figures of this school year are known. Choose a later year, or add them at Figures."))
        return
    known = tasks(variants)
    if st.session_state.get("choices_task") not in known:
        st.session_state["choices_task"] = next(iter(known))
    chosen = st.segmented_control(
        _("What do you want to do?"),
        list(known),
        format_func=known.__getitem__,
        key="choices_task",
        required=True,
        label_visibility="collapsed",
    )
    if chosen == "new" and variants:
        _moving_form(frame, variants, rates).show()
    elif chosen == "new":
        first = Variant(school_id, school_year, 0, _("As it is now"))
        _whole_form(frame, first, variants, NEW, _("Keep the variant")).show()
    elif chosen == "edit":
        _edit(frame, variants)
    else:
        _choose(frame, variants)


def _pick(variants: Sequence[Variant], key: str) -> Variant:
    by_number = {one.number: one for one in variants}
    number_of = st.selectbox(_("Variant"), list(by_number), format_func=lambda n: f"{n}. {by_number[n].name}", key=key)
    return by_number[number_of]


def _edit(frame: Frame, variants: Sequence[Variant]) -> None:
    one = _pick(variants, "choice_edit_which")
    _whole_form(frame, one, variants, EDIT, _("Keep the variant")).show()


def _moving_form(frame: Frame, variants: Sequence[Variant], rates: Rates) -> Form:
    names = {one.number: one for one in variants}
    first = variants[0]
    return Form(
        NEW,
        (
            fields.beside(
                fields.choice(
                    "base", _("Begin with"), list(names), variants[-1].number, lambda n: f"{n}. {names[n].name}"
                ),
                fields.text("name", _("Name"), "", LONGEST_NAME, placeholder=_("such as: more training")),
            ),
            fields.beside(
                fields.choice("source", _("Take from"), POSTS, TEACHING, post_name),
                fields.text(
                    "amount",
                    _("How much a year"),
                    "0,1 fte",
                    help=_("Teacher hours in fte (0.1 fte), every other post in euros (€ 2,500)."),
                ),
                fields.choice("to", _("And put it into"), POSTS, DEVICES, post_name),
            ),
            *_fleet_fields(frame, first),
        ),
        partial(_make, ratio_view(frame), frame, variants, rates),
        _("Make the variant"),
        about=f"{first.school_id}_{first.school_year}_{len(variants)}",
    )


def _make(
    ratios: RatioView, frame: Frame, variants: Sequence[Variant], rates: Rates, person: Person, said: Values
) -> Outcome:
    base = next(one for one in variants if one.number == said["base"])
    amount = read_fte(said["amount"], "amount") if said["source"] == TEACHING else read_amount(said["amount"], "amount")
    if said["source"] == said["to"]:
        raise Refused(Reason("same_post", "to"))
    new = replace(
        moved(base, said["source"], said["to"], amount, rates),
        number=0,
        name=said["name"],
        explanation="",
        chosen_at=None,
        chosen_by="",
        **_fleet_said(said),
    )
    if new.fte == base.fte and new.yearly == base.yearly:
        raise Refused(Reason("nothing_to_move", "amount"))
    return _keep(ratios, frame, variants, new, person)


def _keep(ratios: RatioView, frame: Frame, variants: Sequence[Variant], new: Variant, person: Person) -> Outcome:
    kept = change(save_variant, ratios, frame.as_of, new)(person)
    sentence = _("Variant {n}, ‘{name}’, is kept.").format(n=number(kept.number), name=kept.name)
    return sentence, change(restore_variants, new.school_id, new.school_year, tuple(variants))


def _whole_form(frame: Frame, one: Variant, variants: Sequence[Variant], place: str, label: str) -> Form:
    others = tuple(other for other in variants if other.number != one.number)
    remove = Button(_("Take away"), partial(_remove, one, others, tuple(variants)), icon=":material/delete:")
    return Form(
        place,
        (
            fields.beside(
                fields.text("name", _("Name"), one.name, LONGEST_NAME),
                fields.text("fte", _("Teacher hours, in fte"), write_fte(one.fte), parse=read_fte, missing=""),
            ),
            *(_post_fields(one, post) for post in PAID),
            *_fleet_fields(frame, one),
        ),
        partial(_change, ratio_view(frame), frame, variants, one),
        label,
        about=f"{one.school_id}_{one.school_year}_{one.number}",
        others=(remove,) if one.number else (),
    )


def _post_fields(one: Variant, post: str) -> FieldRow:
    yearly, once = _("{post}: euros a year"), _("{post}: euros once")
    name = post_name(post).capitalize()
    return fields.beside(
        fields.number(
            f"yearly_{post}", yearly.format(post=name), one.yearly.get(post, 0) // 100, step=500, missing="post_empty"
        ),
        fields.number(
            f"once_{post}", once.format(post=name), one.once.get(post, 0) // 100, step=500, missing="post_empty"
        ),
    )


def _fleet_fields(frame: Frame, one: Variant) -> tuple[Field | FieldRow, ...]:
    ratio = school_now(frame, one.school_id)
    kinds = {
        code: kind.name(2)
        for code, kind in ratio_view(frame).kinds.items()
        if kind.counts_for_pupils and kind.price_cents
    }
    return (
        fields.beside(
            fields.text(
                "target",
                _("Own target: pupils for every device"),
                "" if one.target is None else number(one.target, 0 if one.target.is_integer() else 1),
                placeholder=_("as it is: {target}").format(target=target_one_in(ratio.target)),
                help=target_note(choices_view(frame).figures(one.school_year)) or None,
                parse=lambda text: read_target(text, "target") if text else None,
            ),
            fields.several(
                "kinds", _("May buy"), kinds, one.kinds or (), kinds.__getitem__, placeholder=_("the kinds it has")
            ),
        ),
    )


def _fleet_said(said: Values) -> Values:
    return {"target": said["target"], "kinds": said["kinds"] or None}


def _change(
    ratios: RatioView, frame: Frame, variants: Sequence[Variant], before: Variant, person: Person, said: Values
) -> Outcome:
    new = replace(
        before,
        name=said["name"],
        fte=said["fte"],
        yearly={post: _cents(before.yearly.get(post, 0), said[f"yearly_{post}"]) for post in PAID},
        once={post: cents for post in PAID if (cents := _cents(before.once.get(post, 0), said[f"once_{post}"]))},
        **_fleet_said(said),
    )
    return _keep(ratios, frame, variants, new, person)


def _cents(before: int, euros: int) -> int:
    """What a field in whole euros says: an amount with cents that nobody changed stays what it was."""
    return before if before // 100 == euros else euros * 100


def _remove(one: Variant, others: tuple[Variant, ...], before: tuple[Variant, ...], person: Person) -> Outcome:
    change(restore_variants, one.school_id, one.school_year, others)(person)
    sentence = _("Variant ‘{name}’ is taken away.").format(name=one.name)
    return sentence, change(restore_variants, one.school_id, one.school_year, before)


def _choose(frame: Frame, variants: Sequence[Variant]) -> None:
    one = _pick(variants, "choice_choose_which")
    visions = vision_statements(frame.person, open_database())
    asked: list[Field] = []
    if visions:
        asked.append(
            fields.choice(
                "vision",
                _("Which statement of the vision does it serve?"),
                list(visions),
                one.vision_key,
                lambda key: (
                    _("{words} (with partners)").format(words=visions[key]) if isinstance(key, str) else visions[key]
                ),
                placeholder=_("choose a statement"),
            )
        )
    asked.append(
        fields.lines(
            "explanation",
            _("Why does the school choose this? In your own words, without names."),
            one.explanation,
            LONGEST_EXPLANATION,
            height=120,
        )
    )
    Form(
        CHOOSE,
        tuple(asked),
        partial(_keep_choice, tuple(variants), one),
        _("This is our choice"),
        about=f"{one.school_id}_{one.school_year}_{one.number}",
    ).show()


def _keep_choice(before: tuple[Variant, ...], one: Variant, person: Person, said: Values) -> Outcome:
    vision = said.get("vision")
    change(choose, one.school_id, one.school_year, one.number, said["explanation"], vision)(person)
    sentence = _("‘{name}’ is the choice of the school. The board sees it, with why.").format(name=one.name)
    return sentence, change(restore_variants, one.school_id, one.school_year, before)
