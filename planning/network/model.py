"""What boards bring into a learning network: each thing by itself, with an owner and a level."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from planning.circles.model import Sharing

DEFAULT_SHARING: Final = Sharing.GUIDE
"""What is new is between a board and the facilitator, until the board says otherwise."""


@dataclass(frozen=True)
class Contribution:
    """One thing somebody brought in: an answer, a reaction, a version of a question, a step, a comment."""

    owner: str  # the board whose it is; the network itself for its facilitator
    kind: str  # which content: the key of CONTENTS in planning/network/contents.py
    key: str  # which one of its kind: a theme, a meeting, a board that is answered
    version: int  # 1, 2, …: the highest is in force
    content: object  # a frozen dataclass of its kind
    level: Sharing
    addressee: str | None  # a board that sees it too, whatever the level, unless that is OWN
    by: str  # who wrote it
    at: datetime
