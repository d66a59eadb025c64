"""What a board keeps of who decides what about ICT, and who sees that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from planning.circles.contribution_records import read_contributions, remove_contribution, set_level, write_contribution
from planning.circles.model import DEFAULT_SHARING, Contribution, Sharing
from planning.circles.service import contributing
from planning.core.boards import change_day
from planning.core.clock import local_day
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person
from planning.network.decisions import KIND, IctDecision, decision_of, decision_reasons, is_another


@dataclass(frozen=True)
class DecisionLine:
    """A line of the table: what the board says and who sees it; None takes the line away."""

    said: IctDecision | None
    level: Sharing = DEFAULT_SHARING


def save_decisions(
    person: Person, database: Database, at: datetime, network_id: str, lines: Mapping[str, DecisionLine]
) -> dict[str, DecisionLine]:
    """Keep lines of the table, all or none, by matter; returns how they were. Raises Refused.

    Who decides elsewhere than on an earlier day becomes a version; a text that is mended does not.
    """
    here = contributing(person, database, network_id)
    if not lines:
        raise Refused(Reason("no_decision_changed"))
    with database.change(here, at) as change:
        today = change_day(change)
        refuse(decision_reasons({code: one.said for code, one in lines.items() if one.said}, today.year))
        found = read_contributions(change.connection, here, KIND)
        kept = {one.key: one for one in found if one.owner == here.viewer}
        for code, line in lines.items():
            before = kept.get(code)
            if line.said is None:
                remove_contribution(change, here, KIND, code)
            else:
                version = _version(before, line.said, today)
                new = Contribution(here.viewer, KIND, code, version, line.said, line.level, None, here.name, at)
                write_contribution(change, here, new)
                set_level(change, here, KIND, code, line.level)  # of its earlier versions too
            now = None if line.said is None else {"level": line.level}
            change.log("contribution", f"{KIND}/{code}", before and {"level": before.level}, now)
    return {
        code: DecisionLine(decision_of(kept[code]), kept[code].level) if code in kept else DecisionLine(None)
        for code in lines
    }


def _version(before: Contribution | None, said: IctDecision, today: date) -> int:
    if before is None:
        return 1
    return before.version + (is_another(decision_of(before), said) and local_day(before.at) < today)
