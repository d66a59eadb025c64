"""A board half-way its cycle, made up for papers."""

from collections.abc import Mapping
from datetime import date, time

from planning.circles.model import Contribution, Sharing
from planning.network import cycle_contents as cycle
from planning.network import meeting_contents as meeting
from planning.network.decisions import Decider, IctDecision
from planning.network.meetings import Meeting
from planning.network.paper import PaperSources
from planning.network.themes import NetworkTheme, items_of
from tests.conftest import NOW

BOARD, OTHER, NETWORK = "47920", "22222", "N0001"
NAMES: Mapping[str, str] = {BOARD: "Dynamiek Scholengroep", OTHER: "Bestuur De Beek", NETWORK: "Lerend netwerk ICT"}
TODAY = date(2018, 5, 1)


def brought(
    kind: str,
    key: str,
    content: object,
    *,
    owner: str = BOARD,
    version: int = 1,
    level: Sharing = Sharing.GUIDE,
    addressee: str | None = None,
) -> Contribution:
    """Something brought in."""
    return Contribution(owner, kind, key, version, content, level, addressee, "Voorzitter", NOW)


def half_way() -> tuple[Contribution, ...]:
    """What a board brought in until the second meeting, and what others said to it."""
    answers = [
        brought(
            "answers",
            theme,
            cycle.SelfEvaluation(
                tuple(
                    cycle.ItemAnswer(
                        item.code, 1 + (place + shift) % 5 if place < 3 else None, "Nog niet op elke school."
                    )
                    for place, item in enumerate(items_of(theme))
                )
            ),
            level=Sharing.CIRCLE,
        )
        for shift, theme in enumerate(NetworkTheme)
    ]
    figures = (cycle.SketchFigure("ratio", 4.5), cycle.SketchFigure("lists", 18, 20))
    first = cycle.LearningQuestion("Hoe krijg ik leraren mee?")
    question = cycle.LearningQuestion(
        "Hoe bepaal ik met mijn directeuren wat leraren moeten kunnen, zonder dat het een lijst van bovenaf wordt?",
        "De basis is op orde. Wat leraren moeten kunnen hebben we nooit samen bepaald.",
        ("expertise", "central"),
        {"open": "Ja: hoe.", "involved": "Directeuren, i-Coaches en twee leraren."},
    )
    return (
        brought(
            "sketch",
            "infrastructure",
            cycle.ThemeSketch(TODAY, figures, "Twee scholen verbouwen."),
            level=Sharing.CIRCLE,
        ),
        *answers,
        brought("reaction", "", cycle.Reaction("De devices komen er.\nMaar de ene school is verder dan de andere.")),
        brought("question", "", first),
        brought("question", "", question, version=2, level=Sharing.CIRCLE),
        brought("comment", "1", cycle.Comment(1, "Wat is uw eigen aandeel hierin?"), owner=NETWORK, addressee=BOARD),
        brought("adopted", "", cycle.AdoptedQuestion(2, TODAY)),
        brought(
            "decision",
            "buying",
            IctDecision(Decider.SCHOOL, Decider.TOGETHER, "Elke school heeft een eigen vloot.", 2014),
        ),
        brought("decision", "wifi", IctDecision(Decider.BOARD, Decider.BOARD, since=2016)),
        brought(
            "preparation", "1", meeting.MeetingText("Ik neem het voorbeeld van De Twister mee."), level=Sharing.CIRCLE
        ),
        brought(
            "step",
            "1",
            meeting.LearningStep("Ik vraag drie directeuren.", "Anke", date(2018, 6, 10)),
            level=Sharing.CIRCLE,
        ),
        brought("step_reaction", "47920/1", meeting.MeetingText("Vraag ook een leraar."), owner=OTHER, addressee=BOARD),
        brought("step_result", "1", meeting.StepResult(meeting.StepState.PARTLY, "Twee van de drie gesproken.")),
        brought("closing", "", meeting.CycleClosing("Door te beginnen bij de les.", "Wij bespreken het elk kwartaal.")),
    )


def sources(*contributions: Contribution, is_example: bool = True) -> PaperSources:
    """What a paper of the board is made of."""
    held = Meeting(1, "Start en situatieschets", date(2018, 5, 24), time(10), "Utrecht")
    return PaperSources(
        BOARD, NAMES.__getitem__, "Lerend netwerk ICT", NETWORK, contributions, {1: held}, is_example, TODAY
    )
