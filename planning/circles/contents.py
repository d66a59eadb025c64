"""What boards bring into their circles: each subject adds its kinds as it is imported, and what else it keeps apart."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from pydantic import TypeAdapter

from planning.circles.model import Contribution, Seat
from planning.core.boards import Kind

CONTENTS: Final[dict[str, TypeAdapter[Any]]] = {}
"""Kind of contribution -> adapter of its frozen dataclass: what is kept as JSON is written and read by it."""

FURTHER_RULES: Final[dict[Kind, Callable[[Seat, Iterable[Contribution]], tuple[Contribution, ...]]]] = {}
"""Kind of circle -> what is left there of what a person may see, where a rule of its own goes beyond levels.

Added together with the kinds of that circle: whoever does not know the rule cannot read the contents either.
"""
