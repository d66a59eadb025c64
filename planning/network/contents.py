"""The kinds of contribution with the class of their content: what is kept as JSON is written and read by it."""

from typing import Any, Final

from pydantic import TypeAdapter

from planning.network import cycle_contents as cycle

CONTENTS: Final[dict[str, TypeAdapter[Any]]] = {
    cycle.SKETCH: TypeAdapter(cycle.ThemeSketch),
    cycle.ANSWERS: TypeAdapter(cycle.SelfEvaluation),
    cycle.REACTION: TypeAdapter(cycle.Reaction),
    cycle.QUESTION: TypeAdapter(cycle.LearningQuestion),
    cycle.ADOPTED: TypeAdapter(cycle.AdoptedQuestion),
    cycle.COMMENT: TypeAdapter(cycle.Comment),
    cycle.INTAKE: TypeAdapter(cycle.IntakeTalk),
    cycle.DATES: TypeAdapter(cycle.CycleDates),
}
"""Kind -> adapter of a frozen dataclass."""
