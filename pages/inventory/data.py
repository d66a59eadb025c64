"""The lots of an inventory as the service answers, kept between reruns (see pages/parts/data.py)."""

from typing import Final

import pandas as pd

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.inventory.service import Version, history, lots
from planning.inventory.upkeep_service import Duplicate, board_duplicates, duplicates

_lots: Final = AnswerCache[pd.DataFrame](20)
_duplicates: Final = AnswerCache[tuple[Duplicate, ...]](50)
_histories: Final = AnswerCache[tuple[Version, ...]](100)


def history_of(frame: Frame, school_id: str) -> tuple[Version, ...]:
    """Every inventory of a school, the newest first."""
    require(frame.person, Right.READ, school_id)
    return _histories.answer((frame.key, school_id), lambda: history(frame.person, open_database(), school_id))


def lots_of(frame: Frame, version: Version) -> pd.DataFrame:
    """The lots of an inventory; not to be changed."""
    require(frame.person, Right.READ, version.school_id)
    key = (frame.key, version.school_id, version.version)
    return _lots.answer(key, lambda: lots(frame.person, open_database(), version.school_id, version.version))


def duplicates_of(frame: Frame, version: Version) -> tuple[Duplicate, ...]:
    """Makes and models of an inventory that stand under several names."""
    require(frame.person, Right.READ, version.school_id)
    key = (frame.key, version.school_id, version.version)
    return _duplicates.answer(key, lambda: duplicates(lots_of(frame, version)))


def duplicates_of_board(frame: Frame) -> tuple[Duplicate, ...]:
    """Makes and models that stand under several names in the inventories of all schools."""
    require(frame.person, Right.MANAGE)
    return _duplicates.answer((frame.key, "", 0), lambda: board_duplicates(frame.person, open_database()))
