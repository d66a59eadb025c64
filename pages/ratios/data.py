"""The ratios as their service answers, kept between reruns (see pages/parts/data.py)."""

from datetime import date
from typing import Final

import pandas as pd

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.ratios import service as ratios
from planning.ratios.alike import Alike
from planning.ratios.rules import GroupRatio
from planning.ratios.service import Publication, RatioView

_views: Final = AnswerCache[RatioView](50)
_ratios: Final = AnswerCache[GroupRatio](200)
_trends: Final = AnswerCache[tuple[pd.DataFrame, pd.DataFrame]](100)
_alike: Final = AnswerCache[Alike | None](200)
_publications: Final = AnswerCache[Publication | None](50)


def ratio_view(frame: Frame) -> RatioView:
    """What the ratios are made of, of the schools within reach, as far as it is known (frame.key.known_on)."""
    require(frame.person, Right.READ)
    return _views.answer(frame.key, lambda: ratios.ratio_view(frame.person, open_database(), frame.key.known_on))


def ratio_on(frame: Frame, day: date) -> GroupRatio:
    """The ratios on a date."""
    view = ratio_view(frame)
    return _ratios.answer((frame.key, day), lambda: view.on(day))


def school_in_time(frame: Frame, school_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The same of one school, on the date of each of its inventories; never change them."""
    view, as_of = ratio_view(frame), frame.as_of
    key = frame.key, as_of, school_id
    return _trends.answer(key, lambda: (view.school_trend(as_of, school_id), view.outlook(as_of, school_id)))


def group_in_time(frame: Frame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(How the group went until the reference date, where it goes when nothing is bought); never change them."""
    view, as_of = ratio_view(frame), frame.as_of
    return _trends.answer((frame.key, as_of), lambda: (view.trend(as_of), view.outlook(as_of)))


def like_sized(frame: Frame, school_id: str) -> Alike | None:
    """A school beside those of about its size; None where they are too few."""
    require(frame.person, Right.READ, school_id)
    known_on, as_of = frame.key.known_on, frame.as_of
    return _alike.answer(
        (frame.key, as_of, school_id),
        lambda: ratios.like_sized(frame.person, open_database(), as_of, school_id, known_on),
    )


def last_publication(frame: Frame) -> Publication | None:
    """The figures published last."""
    require(frame.person, Right.READ_PUBLISHED)
    return _publications.answer(frame.key, lambda: ratios.published(frame.person, open_database()))
