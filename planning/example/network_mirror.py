"""What the boards of the example's network have to lay side by side: who decides what, and figures of the made-up ones.

Invented, but for what Dynamiek told of itself.

Published: its schools have an ICT policy of their own and put together their own fleet; there is a shared budget in
rounds, and a quality team with iCoaches; IBP policy is set up in 2018.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from planning.circles import contribution_service as store
from planning.circles.model import Sharing
from planning.core.clock import local_day
from planning.core.database import Database
from planning.core.rights import Person
from planning.network.cycle_contents import SKETCH, SketchFigure, ThemeSketch
from planning.network.decision_service import DecisionLine, save_decisions
from planning.network.decisions import Decider, IctDecision, matters
from planning.network.meeting_contents import SECTOR_YIELD, SectorYield

IN_AUTUMN: Final = datetime(2017, 9, 4, 14, 0, tzinfo=UTC)
AS_OF: Final = datetime(2018, 4, 23, 14, 0, tzinfo=UTC)
_WHO: Final = {"b": Decider.BOARD, "s": Decider.SCHOOL, "t": Decider.TOGETHER, "p": Decider.PARTNERS, "-": None}
# board | now, in the order of the table | who should; - is not filled in
NOW: Final = """
47920|ts-bbbs-ss-btbs-|tttpbbb-ts-btbt-
44397|bbbbbbbbssbbsbbs|bbbpbbbbpsbbttbs
47959|tttbbbsbssbbttb-|tttpbbbbpsbbttb-
90001|ssssbbssssb-s-ss|tttbbbbbtsb-t-bt
90002|bbbbbbbbbtbbtbbt|bbbbbbbbtsbbttbs
90003|tstbbbbsssbbs-st|ttsbbbbbtsbbt-bt
"""
# board | code | since | why | what changed
TOLD: Final = """
47920|buying|2018|Scholen kozen zelf wanneer zij kochten.|Met de rondes bepalen wij het samen, binnen een budget.
47920|kinds||Elke school stelt haar eigen vloot samen.|
47920|wifi|2016|Alle scholen hebben dezelfde verbinding; dat werkt.|
47920|icoach_hours|2017|Het kwaliteitsteam plant de uren, scholen vragen aan.|
44397|base_systems||Scholen hebben hun eigen keuze van vroeger.|
47959|supplier|2017|Een leverancier voor alle scholen scheelt geld.|
90001|buying||Elke school heeft een eigen begroting voor ICT.|
90002|phones|2018||Met ouders en leerlingen opnieuw afgesproken.
"""
# board | theme | figures: code, number, total where it is part of one
FIGURES: Final = """
90001|infrastructure|ratio 5.4;lists 6 9;on_target 2 9;past_life 212 741
90001|ibp|agreements 11 24
90001|expertise|competences 6;scanned 4 9
90002|infrastructure|ratio 3.9;lists 14 14;on_target 10 14;past_life 95 1102
90002|ibp|agreements 31 36
90002|expertise|competences 8;scanned 9 14
90003|infrastructure|ratio 4.8;lists 9 12;on_target 4 12;past_life 151 860
90003|ibp|agreements 20 31
90003|expertise|competences 5;scanned 12 12
"""
EARLIER: Final = IctDecision(Decider.SCHOOL, Decider.TOGETHER, "Scholen kozen zelf wanneer zij kochten.", 2012)
"""What Dynamiek said in autumn of buying devices."""
GIVEN: Final = SectorYield(
    "Gesprekskaart: wat moet een leraar kunnen?",
    "Vier vragen waarmee een bestuurder en een directeur in een half uur bepalen wat leraren op die school met ICT "
    "moeten kunnen, en wie dat merkt.",
)
"""What one of the made-up boards gave to all others."""
KEPT_TO_THE_FACILITATOR: Final = ("47920", ("accounts", "mdm"))


def load_mirror(database: Database, network_id: str, chairs: Mapping[str, Person]) -> None:
    """Fill in the table of every board, the sketches of those without schools here, and one thing for all to read."""
    _decisions(database, network_id, chairs)
    store.contribute(chairs["90003"], database, AS_OF, network_id, SECTOR_YIELD, "1", GIVEN, level=Sharing.PUBLIC)
    for board, theme, figures in _rows(FIGURES):
        known = ThemeSketch(local_day(AS_OF), tuple(_figure(one.split()) for one in figures.split(";")))
        store.contribute(
            chairs[board], database, AS_OF, network_id, SKETCH, theme, known, level=Sharing.CIRCLE, new_version=True
        )


def _decisions(database: Database, network_id: str, chairs: Mapping[str, Person]) -> None:
    """All lines but two are shared with the network."""
    dynamiek = KEPT_TO_THE_FACILITATOR[0]
    save_decisions(chairs[dynamiek], database, IN_AUTUMN, network_id, {"buying": DecisionLine(EARLIER)})
    told = {(board, code): rest for board, code, *rest in _rows(TOLD)}
    for board, now, wanted in _rows(NOW):
        lines = {}
        for code, decides, should in zip(matters(), now, wanted, strict=True):
            since, why, changed = told.get((board, code), ("", "", ""))
            said = IctDecision(_WHO[decides], _WHO[should], why, int(since) if since else None, changed)
            only_guide = board == dynamiek and code in KEPT_TO_THE_FACILITATOR[1]
            if not said.is_empty:
                lines[code] = DecisionLine(said, Sharing.GUIDE if only_guide else Sharing.CIRCLE)
        save_decisions(chairs[board], database, AS_OF, network_id, lines)


def _figure(said: Sequence[str]) -> SketchFigure:
    code, value, *total = said
    return SketchFigure(code, float(value), float(total[0]) if total else None)


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]
