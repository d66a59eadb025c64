"""The choices as their service answers and the rounds planner reckons them, kept between reruns."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.ratios.data import ratio_on, ratio_view
from pages.server.session import open_database
from planning.choices import service as choices
from planning.choices.devices import VariantDevices, device_price, devices_of
from planning.choices.model import Variant
from planning.choices.rules import DevicePrice
from planning.choices.sentences import ReckonedVariant
from planning.choices.view import ChoicesView
from planning.core.refusal import Refused
from planning.core.rights import Right, require
from planning.ratios.rules import SchoolRatio
from planning.rounds.service import school_rounds
from planning.rounds.solver.planner import NoPlan
from planning.rounds.view import RoundsView

_views: Final = AnswerCache[ChoicesView](50)
_rounds: Final = AnswerCache[RoundsView](200)
_reckoned: Final = AnswerCache[ReckonedVariant | None](400)


def choices_view(frame: Frame) -> ChoicesView:
    """Means, variants and figures within reach, as far as schools had chosen by the reference date."""
    require(frame.person, Right.READ)
    ratios, as_of = ratio_view(frame), frame.as_of
    person = frame.person
    return _views.answer((frame.key, as_of), lambda: choices.choices_view(person, open_database(), ratios).on(as_of))


def means_of_school(frame: Frame, school_id: str, school_year: int) -> int | None:
    """Cents a school may share out in a year; None where nobody said."""
    return choices_view(frame).yearly_means(school_id, school_year, school_now(frame, school_id).pupils)


def school_now(frame: Frame, school_id: str) -> SchoolRatio:
    """Pupils and target of a school on the reference date."""
    return next(one for one in ratio_on(frame, frame.as_of).schools if one.school_id == school_id)


def rounds_of_school(frame: Frame, school_id: str) -> RoundsView:
    """What a plan of one school by itself is made of."""
    require(frame.person, Right.READ, school_id)
    ratios = ratio_view(frame)
    return _rounds.answer(
        (frame.key, frame.as_of, school_id),
        lambda: school_rounds(frame.person, open_database(), ratios, frame.as_of, school_id),
    )


def price_of(frame: Frame, variant: Variant) -> DevicePrice:
    """What a device of a variant is reckoned to cost."""
    return device_price(rounds_of_school(frame, variant.school_id), variant.school_id, variant)


def reckoned(frame: Frame, variant: Variant) -> ReckonedVariant | None:
    """A variant with its sums and devices; None where means or figures are not known."""
    return _reckoned.answer((frame.key, frame.as_of, variant.key), lambda: _reckon(frame, variant))


def _reckon(frame: Frame, variant: Variant) -> ReckonedVariant | None:
    rounds = rounds_of_school(frame, variant.school_id)
    try:
        sums = choices_view(frame).sums(rounds, variant)
    except Refused:
        return None
    devices: VariantDevices | None
    try:
        devices = devices_of(rounds, variant.school_id, variant)
    except NoPlan:
        devices = None
    return ReckonedVariant(variant, sums, devices)
