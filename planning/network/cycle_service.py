"""What a board does on its way to a learning question, and what the facilitator says to it there.

A board's own figures are read at the board and written to the network: two transactions, the second with all themes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from planning.circles.contribution_records import read_contributions
from planning.circles.contribution_service import keep, own_contribution
from planning.circles.model import Contribution, MemberState, Seat, Sharing
from planning.circles.service import contributing, guiding, members
from planning.competences.service import competences_view
from planning.core.clock import board_day, local_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.service import own_board
from planning.network import cycle_contents as cycle
from planning.network.cycle_contents import (
    WHOLE,
    AdoptedQuestion,
    Comment,
    CycleDates,
    IntakeTalk,
    ItemAnswer,
    LearningQuestion,
    Reaction,
    SelfEvaluation,
    ThemeSketch,
)
from planning.network.cycle_reasons import answer_reasons, dates_reasons, question_reasons, text_reasons
from planning.network.decisions import KIND as DECISION
from planning.network.decisions import decision_of, decisions_of
from planning.network.figures import SketchSources, decision_figures, sketch_figures
from planning.network.themes import NetworkTheme
from planning.privacy.register_service import entries
from planning.privacy.registers import Processor
from planning.privacy.service import privacy_view
from planning.quality_teams.service import teams_view
from planning.ratios.service import ratio_view
from planning.rounds.service import rounds_view
from planning.systems.service import systems_view

C = TypeVar("C")


def own_figures(person: Person, database: Database, as_of: date) -> dict[NetworkTheme, tuple[cycle.SketchFigure, ...]]:
    """The figures that a sketch of this date would hold, by theme; they are the board's own, and of all its schools."""
    require(person, Right.TOGETHER)
    with database.read(person.board_id):  # one moment for all of them
        ratios = ratio_view(person, database, as_of)
        known = SketchSources(
            ratios,
            rounds_view(person, database, ratios, as_of),
            teams_view(person, database),
            competences_view(person, database),
            privacy_view(person, database),
            entries(person, database, Processor),
            systems_view(person, database).on(as_of),
        )
    return sketch_figures(known, as_of)


def fill_sketch(person: Person, database: Database, at: datetime, network_id: str, as_of: date) -> date:
    """Freeze the board's own figures of a date in its sketch, in every theme; returns the date.

    What was told by hand stays; a sketch of another date stays as an earlier version. Raises Refused.
    """
    here = _of_board(person, database, network_id)
    today = board_day(own_board(person, database), at)
    refuse([Reason("sketch_to_come", "as_of", {"day": as_of})] if as_of > today else [])
    found = own_figures(person, database, as_of)
    with database.change(here, at) as change:
        said = read_contributions(change.connection, here, DECISION)
        decided = [decision_of(one).now for one in decisions_of(said, here.viewer).values()]
        found[NetworkTheme.LEADERSHIP] += decision_figures(decided)
        for theme, figures in found.items():
            before = _content(change, here, cycle.SKETCH, theme, ThemeSketch())
            again = before.as_of not in (None, as_of)
            new = replace(before, as_of=as_of, figures=figures)
            keep(change, here, cycle.SKETCH, theme, new, new_version=again)
    return as_of


def tell(
    person: Person, database: Database, at: datetime, network_id: str, theme: NetworkTheme, told: str
) -> Contribution:
    """Complete a theme of the sketch by hand; its figures stay as they are. Raises Refused."""
    here = _of_board(person, database, network_id)
    refuse(text_reasons("told", told))
    with database.change(here, at) as change:
        before = _content(change, here, cycle.SKETCH, theme, ThemeSketch())
        return keep(change, here, cycle.SKETCH, theme, replace(before, told=told.strip()))


def answer_items(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    theme: NetworkTheme,
    answers: Sequence[ItemAnswer],
) -> SelfEvaluation:
    """Answer items of a theme, or answer them anew; others stay. Returns what was there before. Raises Refused."""
    here = _of_board(person, database, network_id)
    refuse(answer_reasons(theme, answers))
    with database.change(here, at) as change:
        before = _content(change, here, cycle.ANSWERS, theme, SelfEvaluation())
        new = {one.item: one for one in (*before.answers, *answers)}
        keep(change, here, cycle.ANSWERS, theme, SelfEvaluation(tuple(new[item] for item in sorted(new))))
    return before


def react(person: Person, database: Database, at: datetime, network_id: str, about: str, text: str) -> Contribution:
    """Say what one thinks of a theme, or of the WHOLE; never part of the sketch. Raises Refused."""
    here = _of_board(person, database, network_id)
    if about not in {WHOLE, *NetworkTheme}:
        raise LookupError(about)
    refuse(text_reasons("text", text, may_be_empty=False))
    with database.change(here, at) as change:
        return keep(change, here, cycle.REACTION, about, Reaction(text.strip()))


def save_question(
    person: Person, database: Database, at: datetime, network_id: str, new: LearningQuestion
) -> Contribution:
    """Word the learning question. Another wording is another version, the earlier ones stay. Raises Refused.

    What was worded on the same day, and neither commented on nor adopted, is only worded better.
    """
    here = _of_board(person, database, network_id)
    new = replace(new, text=new.text.strip(), explanation=new.explanation.strip())
    refuse(question_reasons(new))
    with database.change(here, at) as change:
        known = own_contribution(change, here, cycle.QUESTION, WHOLE)
        is_new = known is not None and _is_settled(change, here, known, at) and _is_worded_anew(known.content, new)
        return keep(change, here, cycle.QUESTION, WHOLE, new, new_version=is_new)


def adopt_question(person: Person, database: Database, at: datetime, network_id: str) -> AdoptedQuestion:
    """Work on the question as it is worded now; the chair decides. Raises Refused where there is none."""
    require(person, Right.DECIDE)
    here = _of_board(person, database, network_id)
    today = board_day(own_board(person, database), at)
    with database.change(here, at) as change:
        question = own_contribution(change, here, cycle.QUESTION, WHOLE)
        if question is None:
            raise Refused(Reason("no_learning_question", None))
        new = AdoptedQuestion(question.version, today)
        keep(change, here, cycle.ADOPTED, WHOLE, new, level=question.level)
    return new


def comment(
    person: Person, database: Database, at: datetime, network_id: str, board_id: str, version: int, text: str
) -> Contribution:
    """Say something beside a version of a board's question, as the facilitator; that board alone reads it.

    Raises Refused, and LookupError for a board that is not in the network.
    """
    here = _about_board(person, database, network_id, board_id)
    refuse(text_reasons("text", text, may_be_empty=False))
    with database.change(here, at) as change:
        key, new = f"{board_id}/{version}", Comment(version, text.strip())
        return keep(change, here, cycle.COMMENT, key, new, level=Sharing.GUIDE, addressee=board_id)


def set_intake(
    person: Person, database: Database, at: datetime, network_id: str, board_id: str, talk: IntakeTalk
) -> Contribution:
    """Say when the facilitator talks with a board about its question, or that they did. LookupError as of comment."""
    here = _about_board(person, database, network_id, board_id)
    with database.change(here, at) as change:
        return keep(change, here, cycle.INTAKE, board_id, talk, level=Sharing.GUIDE, addressee=board_id)


def set_dates(person: Person, database: Database, at: datetime, network_id: str, dates: CycleDates) -> None:
    """Set before when everything before the first meeting is to be there, for all boards. Raises Refused."""
    here = guiding(person, database, network_id)
    refuse(dates_reasons(dates))
    with database.change(here, at) as change:
        keep(change, here, cycle.DATES, WHOLE, dates, level=Sharing.CIRCLE)


def _of_board(person: Person, database: Database, network_id: str) -> Seat:
    """The seat of who speaks for a board that takes part. Raises NotAllowed to others, the facilitator too."""
    here = contributing(person, database, network_id)
    if here.is_guide:
        raise NotAllowed(person, Right.TOGETHER)
    return here


def _about_board(person: Person, database: Database, network_id: str, board_id: str) -> Seat:
    here = guiding(person, database, network_id)
    known = members(person, database, network_id)
    if not any(one.board_id == board_id and one.standing is MemberState.MEMBER for one in known):
        raise LookupError(board_id)
    return here


def _content(change: Change, here: Seat, kind: str, key: str, empty: C) -> C:
    """What the board brought in of a kind under a key, or what is there before it did."""
    found = own_contribution(change, here, kind, key)
    return found.content if found and isinstance(found.content, type(empty)) else empty


def _is_settled(change: Change, here: Seat, question: Contribution, at: datetime) -> bool:
    """Whether a wording stays as it is, because others worked with it or it is of another day."""
    comments = read_contributions(change.connection, here, cycle.COMMENT)
    adopted = own_contribution(change, here, cycle.ADOPTED, WHOLE)
    about = [one.content.version for one in (*comments, *filter(None, [adopted])) if hasattr(one.content, "version")]
    return question.version in about or local_day(question.at) != local_day(at)


def _is_worded_anew(before: object, new: LearningQuestion) -> bool:
    return isinstance(before, LearningQuestion) and (before.text, before.explanation) != (new.text, new.explanation)
