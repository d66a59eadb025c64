"""The sentences of the learning network: where a board is, what its figures say, and what is to be done before when."""

from collections.abc import Sequence
from datetime import date

from pages.circles.data import AtCircle
from pages.parts.frame import plain
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network.cycle import CyclePart, CycleState, Phase
from planning.network.cycle_contents import SketchFigure, ThemeSketch
from planning.network.figures import figure_words
from planning.network.others import largest_difference, theme_scores
from planning.network.themes import THEME_NAMES, NetworkTheme

HALF = (0.45, 0.55)
"""Shares of the items between which a sketch is half done."""


def theme_name(theme: NetworkTheme) -> str:
    """What a theme is called."""
    return _(THEME_NAMES[theme])


def in_sentence(name: str) -> str:
    """A name within a sentence: an abbreviation stays as it is."""
    return name if name.isupper() else name[:1].lower() + name[1:]


def standing_answer(at: AtCircle, state: CycleState) -> str:
    """How far the board is, and where it differs most from the others."""
    differs = largest_difference(theme_scores(at.contributions, at.seat.viewer))
    more = _("The largest difference with the other boards is in **{theme}**.") if differs else ""
    theme = in_sentence(theme_name(differs.theme)) if differs else ""
    return f"{_how_far(state)} {more.format(theme=theme)}".strip()


def sketch_answer(state: CycleState) -> str:
    """How much of the sketch is there."""
    n = {"n": number(state.answered), "total": number(state.items)}
    if not state.answered and not state.has_figures:
        text = _("**Begin with your situation sketch:** your own figures are taken over, and {total} questions follow.")
        return text.format(**n)
    if state.is_sketched:
        return _("**Your situation sketch is ready.** All {total} questions are answered.").format(**n)
    if state.answered == state.items:
        return _("**All {total} questions are answered; your own figures are not in the sketch yet.**").format(**n)
    if HALF[0] <= state.answered / state.items <= HALF[1]:
        return _("**Your situation sketch is half ready: {n} of the {total} questions.**").format(**n)
    return _("**Your situation sketch is not ready yet: {n} of the {total} questions.**").format(**n)


def figures_line(sketch: ThemeSketch | None, longest: int = 64) -> str:
    """The first figures of a theme as they were, two where they fit: "ratio 1 op 4,5 · 18 van 20 lijsten actueel"."""
    found: Sequence[SketchFigure] = sketch.figures if sketch else ()
    texts = [figure_words(figure) for figure in found[:2]]
    both = " · ".join(texts)
    return both if len(both) <= longest else texts[0]


def to_do(part: CyclePart, state: CycleState) -> str:
    """What is to be done for a phase that is not done."""
    if part.phase is Phase.SKETCH:
        left = state.items - state.answered
        if not left:
            return _("take your own figures over in the sketch")
        text = ngettext(
            "finish the situation sketch (**{n} of {total}** question open)",
            "finish the situation sketch (**{n} of {total}** questions open)",
            left,
        )
        return text.format(n=number(left), total=number(state.items))
    return {
        Phase.REACTION: _("write down what you think of it"),
        Phase.CONCEPT: _("word a first learning question"),
        Phase.INTAKE: _("talk with the facilitator about your question"),
        Phase.ADOPTED: _("adopt your learning question"),
        Phase.PREPARATION: _("prepare what you bring in"),
        Phase.STEP: _("write down your step after meeting {n}").format(n=number(part.meeting or 0)),
        Phase.EVALUATION: _("answer your question in your own words"),
    }.get(part.phase, "")


def before(parts: Sequence[CyclePart], on: date) -> list[CyclePart]:
    """The phases that are to be done before a day, in their order."""
    return [
        part
        for part in parts
        if not part.is_done and part.due is not None and part.due <= on and part.phase is not Phase.MEETING
    ]


def question_badges(at: AtCircle, state: CycleState) -> list[str]:
    """How far the question is."""
    if not state.version:
        return []
    if state.adopted_version == state.version:
        return [":green-badge[:material/task_alt: " + _("adopted") + "]"]
    badges = []
    if state.is_adopted:
        badges.append(":yellow-badge[:material/edit: " + _("worded anew since it was adopted") + "]")
    if state.intake_held or at.of(cycle.COMMENT):
        badges.append(":green-badge[:material/check_circle: " + _("talked over with the facilitator") + "]")
    return badges or [":gray-badge[:material/edit: " + _("first wording") + "]"]


def board_name(at: AtCircle) -> str:
    """The own board, as it is called in the network."""
    return plain(at.seat.on_behalf_of)


def _how_far(state: CycleState) -> str:
    if not state.is_sketched:
        return sketch_answer(state)
    if not state.version:
        return _("**Your situation sketch is ready; now comes your learning question.**")
    if not state.is_adopted:
        return _("**Your learning question is worded; adopting it comes next.**")
    return _("**Your situation sketch is ready and your learning question is adopted.**")
