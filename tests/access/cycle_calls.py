"""One call of every function of the cycle of a network, in a circle where `prepare` made what they need."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from planning.circles import service as circles
from planning.core.database import Database
from planning.core.rights import Person
from planning.network import cycle_service
from planning.network.cycle_contents import WHOLE, CycleDates, IntakeTalk, ItemAnswer, LearningQuestion
from planning.network.themes import NetworkTheme

NOW: Final = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
TODAY: Final = date(2018, 5, 1)
QUESTION: Final = LearningQuestion("Hoe krijg ik leraren mee?")
DATES: Final = CycleDates(*(date(2018, 6, day) for day in (1, 2, 3, 4, 5)))


def prepare(member: Person, database: Database, circle_id: str) -> None:
    """A question that the member can adopt."""
    cycle_service.save_question(member, database, NOW, circle_id, QUESTION)


def _in(function: Callable[..., Any], *more: Any) -> Callable[[Person, Database, Any], object]:
    return lambda who, database, c: function(who, database, NOW, c.circle_id, *more)


CALLS: Final[Mapping[str, Callable[[Person, Database, Any], object]]] = {
    "circles.service.circle_marks": lambda who, database, c: circles.circle_marks(who, database),
    "circles.service.circle_room": lambda who, database, c: circles.circle_room(who, database, c.circle_id),
    "network.cycle_service.own_figures": lambda who, database, c: cycle_service.own_figures(who, database, TODAY),
    "network.cycle_service.fill_sketch": _in(cycle_service.fill_sketch, TODAY),
    "network.cycle_service.tell": _in(cycle_service.tell, NetworkTheme.VISION, "Zo doen wij het"),
    "network.cycle_service.answer_items": _in(cycle_service.answer_items, NetworkTheme.VISION, (ItemAnswer("V1", 3),)),
    "network.cycle_service.react": _in(cycle_service.react, WHOLE, "Het wringt"),
    "network.cycle_service.save_question": _in(cycle_service.save_question, QUESTION),
    "network.cycle_service.adopt_question": _in(cycle_service.adopt_question),
    "network.cycle_service.comment": _in(cycle_service.comment, "11111", 1, "En u zelf?"),
    "network.cycle_service.set_intake": _in(cycle_service.set_intake, "11111", IntakeTalk(TODAY, is_held=True)),
    "network.cycle_service.set_dates": _in(cycle_service.set_dates, DATES),
}
