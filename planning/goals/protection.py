"""The goal on information security and privacy (IBP), measured. Pure."""

from collections.abc import Sequence
from datetime import date

from planning.goals.figures import Figure, counted
from planning.privacy.attitude_service import AttitudeView
from planning.privacy.facts import PrivacyProgress, PrivacyView, progress_of
from planning.privacy.registers import Processor


def policy(facts: PrivacyView, attitude: AttitudeView, as_of: date) -> tuple[Figure, ...]:
    """Two steps: the board adopts a version, the GMR consents to it."""
    now = _progress(facts, attitude, as_of)
    return (counted("policy_steps", as_of, now.policy_adopted + now.gmr_consent, 2),)


def practice(facts: PrivacyView, attitude: AttitudeView, year: int, as_of: date) -> tuple[Figure, ...]:
    """Norms on the level wanted, measures done, and schools within reach that did something about awareness."""
    now, base = _progress(facts, attitude, as_of), _progress(facts, attitude, date(year, 1, 1))
    figures = (
        counted("norms", as_of, now.norms_at_target, now.norms, base.norms_at_target),
        counted("measures", as_of, now.measures_done, now.measures),
        counted("aware_schools", as_of, now.schools_active, now.schools),
    )
    return tuple(figure for figure in figures if figure.goal)


def agreements(processors: Sequence[Processor], year: int, as_of: date) -> tuple[Figure, ...]:
    """Processors with whom a signed agreement holds; nothing while the register is empty."""
    now, base = (sum(one.is_in_force(day) for one in processors) for day in (as_of, date(year, 1, 1)))
    return (counted("agreements", as_of, now, len(processors), base),) if processors else ()


def _progress(facts: PrivacyView, attitude: AttitudeView, as_of: date) -> PrivacyProgress:
    return progress_of(facts, attitude.schools, attitude.activities, as_of)
