"""What schools chose, in sentences: the accent of one, and what all add up to."""

from planning.choices.model import POSTS, TEACHING, Variant, post_name, year_name
from planning.choices.rules import differences
from planning.choices.sentences import accent
from planning.choices.texts import write_fte
from planning.choices.view import ChoicesView
from planning.core.notation import listed, money, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def accent_of(view: ChoicesView, chosen: Variant) -> str:
    """What a school's choice puts more into than its first variant."""
    first, rates = view.variants_of(chosen.school_id, chosen.school_year)[0], view.rates(chosen.school_year)
    return accent(chosen, first, {} if rates is None else differences(chosen, first, rates))


def board_answer(view: ChoicesView, school_year: int) -> str:
    """How many schools chose, and what that adds up to, in one sentence each."""
    chosen, n = view.choices(school_year), len(view.ratios.schools)
    if not chosen:
        return _("**No school made its own choice for {year} yet.**").format(year=year_name(school_year))
    text = ngettext(
        "**{there} of {n} school made its own choice for {year}.**",
        "**{there} of {n} schools made their own choice for {year}.**",
        n,
    ).format(there=number(len(chosen)), n=number(n), year=year_name(school_year))
    return f"{text} {together(view, school_year)}"


def together(view: ChoicesView, school_year: int) -> str:
    """What all choices add up to."""
    totals = view.board_totals(school_year)
    if not totals:
        return ""
    fte = sum(one.fte for one in view.choices(school_year).values())
    parts = [
        _("{money} for {post}").format(money=money(totals[post]), post=post_name(post))
        for post in POSTS
        if post != TEACHING and totals[post]
    ]
    if fte:
        parts.insert(0, _("{fte} fte of teacher hours").format(fte=write_fte(fte)))
    return _("Together: {parts} a year.").format(parts=listed(parts)) if parts else ""
