"""The kinds of contribution with the class of their content: what is kept as JSON is written and read by it."""

from typing import Any, Final

from pydantic import TypeAdapter

from planning.network.decisions import IctDecision

CONTENTS: Final[dict[str, TypeAdapter[Any]]] = {
    "decision": TypeAdapter(IctDecision),
}
"""Kind -> adapter of a frozen dataclass."""
