"""What a board made in a learning network, for paper: only what the reader sees, each with who else does; pure.

The sketch and the reaction stay apart, here too: they are chapters of their own, and papers of their own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planning.circles.model import SHARING_NAMES, Contribution
from planning.core.clock import local_day
from planning.core.document import PaperDocument, PaperHeading, PaperTable, Paragraph, Part, Points, ScaleMarks
from planning.core.notation import day, listed, number
from planning.core.text import name_key
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network import meeting_contents as meeting
from planning.network.cycle_contents import LearningQuestion, SelfEvaluation, ThemeSketch
from planning.network.cycle_words import CHECKS
from planning.network.decisions import DECIDERS, decision_of, decisions_of, matters
from planning.network.figures import figure_words
from planning.network.meeting_contents import CycleClosing, LearningStep, MeetingText, SectorYield, StepResult
from planning.network.meetings import Meeting
from planning.network.themes import ABOUT_NAMES, HIGHEST, LOWEST, THEME_NAMES, NetworkTheme, items_of


class Paper(StrEnum):
    """Which paper."""

    CYCLE = "cycle"
    SKETCH = "sketch"
    REACTION = "reaction"
    QUESTION = "question"


PAPER_NAMES: Final = {
    Paper.CYCLE: N_("The whole cycle"),
    Paper.SKETCH: N_("Situation sketch"),
    Paper.REACTION: N_("Personal reaction"),
    Paper.QUESTION: N_("Learning question"),
}


@dataclass(frozen=True)
class PaperSources:
    """What a paper is made of: what its reader may see, every version of it."""

    board_id: str  # whose paper
    name: Callable[[str], str]  # of an owner
    network: str
    network_id: str
    contributions: Sequence[Contribution]
    meetings: Mapping[int, Meeting]
    is_example: bool
    today: date

    def of(self, kind: str, key: str = "") -> Contribution | None:
        """What the board brought in of a kind under a key, as it is in force."""
        return max(self.versions(kind, key), key=lambda one: one.version, default=None)

    def versions(self, kind: str, key: str = "") -> list[Contribution]:
        """All versions of that, oldest first."""
        mine = (one for one in self.contributions if (one.owner, one.kind, one.key) == (self.board_id, kind, key))
        return sorted(mine, key=lambda one: one.version)

    def kept(self, kind: str) -> list[Contribution]:
        """Each thing of a kind as it is in force."""
        keys = {one.key for one in self.contributions if one.owner == self.board_id and one.kind == kind}
        return [found for key in sorted(keys) if (found := self.of(kind, key))]


def network_paper(paper: Paper, known: PaperSources) -> PaperDocument:
    """A paper of a board; what there is nothing of has no heading."""
    made: dict[Paper, Callable[[PaperSources], Iterable[Part]]] = {
        Paper.CYCLE: _cycle,
        Paper.SKETCH: _sketch,
        Paper.REACTION: _reaction,
        Paper.QUESTION: _question,
    }
    board = known.name(known.board_id)
    facts = [
        _("Learning network: {name}").format(name=known.network),
        _("Printed on {day}").format(day=day(known.today)),
    ]
    if known.is_example:
        facts.append(_("Example: what is written here is invented."))
    parts = tuple(made[paper](known)) or (Paragraph(_("Nothing of this was written or shared yet.")),)
    title = _("Learning network: the cycle") if paper is Paper.CYCLE else _(PAPER_NAMES[paper])
    foot = " · ".join([board, title, *([_("example")] if known.is_example else [])])
    return PaperDocument(title, board, tuple(facts), parts, foot)


def _cycle(known: PaperSources) -> Iterable[Part]:
    for chapter in (_sketch, _decisions, _reaction, _question, _meetings, _closing):
        yield from chapter(known)


def _sketch(known: PaperSources) -> list[Part]:
    sketches = {theme: known.of(cycle.SKETCH, theme) for theme in NetworkTheme}
    answers = {theme: known.of(cycle.ANSWERS, theme) for theme in NetworkTheme}
    if not any((*sketches.values(), *answers.values())):
        return []
    said = {theme: one.content for theme, one in answers.items() if one and isinstance(one.content, SelfEvaluation)}
    parts: list[Part] = [PaperHeading(_("How do we stand?"))]
    if any(one.mean is not None for one in said.values()):
        parts.append(_scale(said))
    for theme in NetworkTheme:
        parts += _theme(theme, sketches[theme], answers[theme])
    return parts


def _scale(said: Mapping[NetworkTheme, SelfEvaluation]) -> ScaleMarks:
    marks = []
    for theme in NetworkTheme:
        mean = said[theme].mean if theme in said else None
        marks.append((_(THEME_NAMES[theme]), mean, "–" if mean is None else number(mean, 1)))
    unknown = _("not known")
    told = "; ".join(f"{name}: {unknown if value is None else written}" for name, value, written in marks)
    alt = _("Self-evaluation by theme, from 1 to 5. {marks}.").format(marks=told)
    below = _("1 = not begun yet · 5 = goes by itself")
    return ScaleMarks(tuple(marks), LOWEST, HIGHEST, below, alt)


def _theme(theme: NetworkTheme, sketch: Contribution | None, answers: Contribution | None) -> list[Part]:
    parts: list[Part] = []
    if sketch and isinstance(sketch.content, ThemeSketch):
        if sketch.content.figures and sketch.content.as_of:
            text = _("From our own figures of {day}:").format(day=day(sketch.content.as_of))
            parts += [Paragraph(text), Points(tuple(figure_words(one) for one in sketch.content.figures))]
        if sketch.content.told:
            parts.append(Paragraph(sketch.content.told))
        if parts:
            parts.append(_seen(sketch))
    if answers and isinstance(answers.content, SelfEvaluation) and answers.content.answers:
        rows = []
        for item in items_of(theme):
            if (answer := answers.content.answer(item.code)) is not None:
                score = _("do not know") if answer.score is None else number(answer.score)
                rows.append((item.text, score, answer.why))
        if rows:
            parts += [_answered(rows), _seen(answers)]
    return [PaperHeading(_(THEME_NAMES[theme]), 2), *parts] if parts else []


def _answered(rows: Sequence[tuple[str, str, str]]) -> PaperTable:
    """The answers, with a column of explanations where there is one."""
    heads = (_("Self-evaluation"), _("Score"), _("Explanation"))
    if any(why for _text, _score, why in rows):
        return PaperTable(heads, tuple(rows), (6, 2, 5))
    return PaperTable(heads[:2], tuple((text, score) for text, score, _why in rows), (11, 2))


def _decisions(known: PaperSources) -> list[Part]:
    found = decisions_of((one for code in matters() if (one := known.of("decision", code))), known.board_id)
    rows = []
    for code, one in found.items():
        said = decision_of(one)
        now = _(DECIDERS[said.now]) if said.now else "–"
        if said.since:
            now = _("{who} since {year}").format(who=now, year=said.since)
        wanted = _(DECIDERS[said.wanted]) if said.wanted else "–"
        rows.append((matters()[code].name, now, wanted, " ".join(text for text in (said.why, said.changed) if text)))
    if not rows:
        return []
    heads = (_("Decision"), _("Who decides now"), _("Who should"), _("Why, and what changed"))
    return [
        PaperHeading(_("Who decides what about ICT")),
        PaperTable(heads, tuple(rows), (3, 3, 3, 5)),
        *_levels(found.values()),
    ]


def _reaction(known: PaperSources) -> list[Part]:
    parts: list[Part] = []
    for key in (cycle.WHOLE, *NetworkTheme):
        one = known.of(cycle.REACTION, key)
        if one and isinstance(one.content, cycle.Reaction):
            name = _(THEME_NAMES[NetworkTheme(key)]) if key else _("As a whole")
            parts += [PaperHeading(name, 2), Paragraph(one.content.text), _seen(one)]
    return [PaperHeading(_("What do I think of it?")), *parts] if parts else []


def _question(known: PaperSources) -> list[Part]:
    versions = [one for one in known.versions(cycle.QUESTION) if isinstance(one.content, LearningQuestion)]
    if not versions:
        return []
    chosen = known.of(cycle.ADOPTED)
    adopted = chosen.content if chosen and isinstance(chosen.content, cycle.AdoptedQuestion) else None
    now = next((one for one in versions if adopted and one.version == adopted.version), versions[-1])
    parts: list[Part] = [PaperHeading(_("My learning question"))]
    if adopted:
        parts.append(Paragraph(_("Adopted on {day}, version {n}.").format(day=day(adopted.on), n=number(now.version))))
    parts += [*_worded(now), _seen(now), *_comments(known, now.version)]
    earlier = [one for one in versions if one is not now]
    if earlier:
        parts.append(PaperHeading(_("Other versions"), 2))
    for one in earlier:
        text = _("Version {n}, {day}").format(n=number(one.version), day=day(local_day(one.at)))
        parts += [PaperHeading(text, 3), *_worded(one, short=True), *_comments(known, one.version)]
    return parts


def _worded(one: Contribution, *, short: bool = False) -> list[Part]:
    said = one.content
    assert isinstance(said, LearningQuestion)
    parts: list[Part] = [Paragraph(said.text, is_strong=True)]
    if said.explanation:
        parts.append(Paragraph(said.explanation))
    if short:
        return parts
    if about := [_(ABOUT_NAMES[key]) for key in said.about if key in ABOUT_NAMES]:
        parts.append(Paragraph(_("It is about: {themes}.").format(themes=listed(about))))
    thought = [(_(CHECKS[code]), text) for code, text in said.considered.items() if code in CHECKS and text]
    if thought:
        parts += [
            PaperHeading(_("What I thought of beside it"), 2),
            PaperTable((_("Asked"), _("Thought")), tuple(thought), (1, 1)),
        ]
    return parts


def _comments(known: PaperSources, version: int) -> list[Part]:
    """What the facilitator wrote beside a version."""
    said = {
        (one.owner, one.key): one.content.text
        for one in sorted(known.contributions, key=lambda one: one.version)
        if one.kind == cycle.COMMENT
        and one.addressee == known.board_id
        and isinstance(one.content, cycle.Comment)
        and one.content.version == version
    }
    return [Paragraph(_("The facilitator: {text}").format(text=text)) for text in said.values()]


def _meetings(known: PaperSources) -> list[Part]:
    parts: list[Part] = []
    for n in range(1, 6):
        told = _meeting(known, n)
        if told:
            parts += [PaperHeading(_meeting_name(known, n), 2), *told]
    return [PaperHeading(_("The meetings")), *parts] if parts else []


def _meeting_name(known: PaperSources, n: int) -> str:
    held = known.meetings.get(n)
    name = _("Meeting {n}").format(n=number(n))
    if held is None:
        return name
    named = f"{name}: {held.theme}" if held.theme else name
    return ", ".join(text for text in (named, day(held.day), held.place) if text)


def _meeting(known: PaperSources, n: int) -> list[Part]:
    parts: list[Part] = []
    for kind, title in (
        (meeting.PREPARATION, _("Preparation")),
        (meeting.BROUGHT, _("What I brought in")),
    ):
        one = known.of(kind, str(n))
        if one and isinstance(one.content, MeetingText):
            parts += [PaperHeading(title, 3), Paragraph(one.content.text), _seen(one)]
    step = known.of(meeting.STEP, str(n))
    if step and isinstance(step.content, LearningStep):
        said = step.content
        with_whom = _("With {who}, before {day}.") if said.with_whom else _("Before {day}.")
        parts += [
            PaperHeading(_("My step"), 3),
            Paragraph(said.what, is_strong=True),
            Paragraph(with_whom.format(who=said.with_whom, day=day(said.before))),
            _seen(step),
        ]
    parts += _mirrored(known, n)
    result = known.of(meeting.STEP_RESULT, str(n))
    if result and isinstance(result.content, StepResult):
        state = _(meeting.STEP_STATES[result.content.state])
        told = f"{state[:1].upper()}{state[1:]}. {result.content.text}".strip()
        parts += [PaperHeading(_("What became of it"), 3), Paragraph(told)]
        parts.append(_seen(result))
    return parts


def _mirrored(known: PaperSources, n: int) -> list[Part]:
    """What other boards wrote on the step, as far as the reader sees it."""
    key = meeting.step_key(known.board_id, n)
    said = {
        one.owner: one.content.text
        for one in sorted(known.contributions, key=lambda one: one.version)
        if one.kind == meeting.STEP_REACTION and one.key == key and isinstance(one.content, MeetingText)
    }
    found = [(known.name(owner), text) for owner, text in said.items()]
    if not found:
        return []
    rows = tuple(sorted(found, key=lambda pair: name_key(pair[0])))
    return [PaperHeading(_("Mirrored by the others"), 3), PaperTable((_("Board"), _("Reaction")), rows, (1, 3))]


def _closing(known: PaperSources) -> list[Part]:
    parts: list[Part] = []
    one = next(iter(known.kept(meeting.CLOSING)), None)
    if one and isinstance(one.content, CycleClosing):
        parts += [PaperHeading(_("My answer"), 2), Paragraph(one.content.answer)]
        if one.content.changed:
            parts += [PaperHeading(_("What changed"), 2), Paragraph(one.content.changed)]
        parts.append(_seen(one))
    given = [one for one in known.kept(meeting.SECTOR_YIELD) if isinstance(one.content, SectorYield)]
    for one in given:
        assert isinstance(one.content, SectorYield)
        parts += [PaperHeading(one.content.title, 2), Paragraph(one.content.text), _seen(one)]
    return [PaperHeading(_("Closing")), *parts] if parts else []


def _seen(one: Contribution) -> Paragraph:
    """Who sees it: on paper it goes further than its writer may think."""
    return Paragraph(_("Seen by: {who}.").format(who=_(SHARING_NAMES[one.level])), is_note=True)


def _levels(found: Iterable[Contribution]) -> list[Part]:
    levels = list(dict.fromkeys(one.level for one in found))
    if len(levels) == 1:
        return [Paragraph(_("Seen by: {who}.").format(who=_(SHARING_NAMES[levels[0]])), is_note=True)]
    return [Paragraph(_("Who sees a line differs from line to line."), is_note=True)]
