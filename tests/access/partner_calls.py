"""One call of every function about partners, in a circle where `prepare` made what they need."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from planning.circles.model import Sharing
from planning.core.database import Database
from planning.core.rights import Person
from planning.partners import service as partners
from planning.partners.model import (
    Infrastructure,
    JointPurchase,
    Meets,
    OfferedDevice,
    PartnerFigures,
    RolloutStep,
    SchoolStanding,
    SharedFunction,
    SharedSystem,
    Stance,
    StanceState,
    Standard,
    Supply,
    VisionStatement,
    Volume,
)

NOW: Final = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
TODAY: Final = date(2018, 5, 1)
WORDS: Final = VisionStatement("Visie", "ICT dient het leren.")
PURCHASE: Final = JointPurchase(2018, TODAY, TODAY, 0.21, (OfferedDevice("chromebook", "Chromebook", 200_00),))
STANCE: Final = Stance(StanceState.DISCUSSED, 1, TODAY, "")
STEP: Final = RolloutStep("", "", "De Brink", "Bespreken", TODAY)
STANDING: Final = SchoolStanding("wifi", "03UZ00", "De Brink", Meets.YES)
SYSTEMS: Final = SharedFunction(TODAY, 2, (SharedSystem("Berk", 2),))
FIGURES: Final = PartnerFigures(TODAY, 400, 100, 0, 2, 2)


def prepare(guide: Person, database: Database, circle_id: str) -> None:
    """A statement and an open purchase, of who leads."""
    partners.save_statement(guide, database, NOW, circle_id, "1", WORDS)
    partners.save_purchase(guide, database, NOW, circle_id, PURCHASE)


def _in(function: Callable[..., Any], *more: Any) -> Callable[[Person, Database, Any], object]:
    return lambda who, database, c: function(who, database, NOW, c.circle_id, *more)


CALLS: Final[Mapping[str, Callable[[Person, Database, Any], object]]] = {
    "partners.service.partners_view": lambda who, database, c: partners.partners_view(who, database, c.circle_id),
    "partners.service.save_statement": _in(partners.save_statement, "2", WORDS),
    "partners.service.take_stance": lambda who, database, c: partners.take_stance(
        who, database, NOW, c.circle_id, f"{c.circle_id}/1", STANCE, Sharing.OWN
    ),
    "partners.service.save_step": _in(partners.save_step, "1", STEP),
    "partners.service.set_standard": _in(partners.set_standard, "wifi", Standard("Overal", TODAY)),
    "partners.service.set_infrastructure": _in(
        partners.set_infrastructure, "wifi", Infrastructure(Supply.OWN), Sharing.OWN
    ),
    "partners.service.set_standings": _in(partners.set_standings, {"03UZ00": STANDING}, "wifi", Sharing.OWN),
    "partners.service.save_purchase": _in(partners.save_purchase, PURCHASE),
    "partners.service.hand_in_volume": _in(
        partners.hand_in_volume, 2018, Volume({"chromebook": 1}), Sharing.OWN, TODAY
    ),
    "partners.service.adopted_statements": lambda who, database, _c: partners.adopted_statements(who, database),
    "partners.service.share_systems": _in(partners.share_systems, {"las": SYSTEMS}, Sharing.OWN),
    "partners.service.share_figures": _in(partners.share_figures, FIGURES, Sharing.OWN),
}
