"""Why a step of an incident cannot be taken, in words, all reasons at once; pure."""

from datetime import datetime
from typing import Final

from planning.core.notation import moment as moment_words
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.privacy.incident_steps import (
    Assessed,
    Closed,
    Described,
    Notified,
    NotNotified,
    NotTold,
    Recorded,
    Reopened,
    Step,
    Told,
    Withdrawn,
)
from planning.privacy.incidents import DATA, Incident, Risk

LONGEST: Final = 4000
MOST_PEOPLE: Final = 1_000_000


def recording_reasons(step: Recorded, now: datetime) -> list[str]:
    """Why an incident cannot be recorded like this at that moment."""
    return [*_missing(step.description, _("There is no text yet. Write in a few words what happened.")),
            *_too_long(step.description),
            *_moment_reasons(step.discovered_at, step.happened_at, None, now)]  # fmt: skip


def step_reasons(incident: Incident, step: Step, now: datetime) -> list[str]:
    """Why this step cannot be the next one at that moment."""
    if isinstance(step, Reopened):
        if incident.closed_at is None:
            return [_("This incident is not closed.")]
        return _missing(step.why, _("Write why this incident is opened again."))
    if incident.closed_at is not None:
        return [_("This incident is closed. Open it again first.")]
    texts = [value for value in vars(step).values() if isinstance(value, str)]
    return [*_own_reasons(incident, step, now), *(reason for text in texts for reason in _too_long(text))]


def _own_reasons(incident: Incident, step: Step, now: datetime) -> list[str]:
    match step:
        case Described():
            return _description_reasons(incident, step, now)
        case Assessed():
            return _assessment_reasons(incident, step)
        case Notified() | NotNotified():
            return _decision_reasons(incident, step, now)
        case Withdrawn():
            if not incident.is_decided:
                return [_("There is no decision to take back.")]
            return _missing(step.why, _("Write why the decision is taken back."))
        case Told():
            return _between(step.told_at, incident.discovered_at, now, _("The people concerned were told"))
        case NotTold():
            return _missing(step.not_told_why, _("Write why the people concerned need not be told."))
        case Closed():
            return _closing_reasons(incident, step)
        case _:
            raise ValueError("an incident is recorded once")


def _description_reasons(incident: Incident, step: Described, now: datetime) -> list[str]:
    reasons = _missing(step.description, _("There is no text yet. Write in a few words what happened."))
    reasons += _moment_reasons(step.discovered_at, step.happened_at, step.reported_at, now)
    stopped = incident.clock.stopped_at
    if stopped is not None and stopped < step.discovered_at:
        text = _("The decision was taken on {decided}, before this discovery. Take the decision back first.")
        reasons.append(text.format(decided=moment_words(stopped)))
    if not set(step.data) <= set(DATA):
        raise ValueError("a kind of data that is not one of DATA")
    least, most = step.people_least, step.people_most
    if any(n is not None and not 0 <= n <= MOST_PEOPLE for n in (least, most)):
        text = _("The size of the group says {read}. Choose from 0 to {most}.")
        read = next(n for n in (least, most) if n is not None and not 0 <= n <= MOST_PEOPLE)
        reasons.append(text.format(read=number(read), most=number(MOST_PEOPLE)))
    if least is not None and most is not None and least > most:
        text = _("The group says at least {least} and at most {most} people. Turn them round.")
        reasons.append(text.format(least=number(least), most=number(most)))
    return reasons


def _assessment_reasons(incident: Incident, step: Assessed) -> list[str]:
    reasons = _missing(step.risk_why, _("Write why you assess the risk like this."))
    if incident.not_notified_at is not None and step.risk is not Risk.NONE:
        reasons.append(
            _("It was decided not to notify because there is no risk. Take that decision back before raising the risk.")
        )
    return reasons


def _decision_reasons(incident: Incident, step: Notified | NotNotified, now: datetime) -> list[str]:
    reasons = []
    if incident.is_decided:
        reasons.append(_("There is a decision already. Take it back first."))
    if isinstance(step, Notified):
        reasons += _between(step.notified_at, incident.discovered_at, now, _("The notification"))
        return reasons + _missing(step.reference, _("Fill in the number that the AP gave to the notification."))
    reasons += _between(step.not_notified_at, incident.discovered_at, now, _("The decision"))
    if incident.risk is None:
        reasons.append(_("Assess the risk first: without a risk for people it need not be notified (AVG art. 33)."))
    elif incident.risk is not Risk.NONE:
        reasons.append(
            _("You assessed that there is a risk for people; then AVG art. 33 asks to notify. Notify, or assess again.")
        )
    return reasons + _missing(step.not_notified_why, _("Write why it need not be notified."))


def _closing_reasons(incident: Incident, step: Closed) -> list[str]:
    reasons = _missing(step.lessons, _("Write what you learned, also when that is little."))
    if incident.risk is None:
        reasons.append(_("Assess the risk first."))
    if not incident.is_decided:
        reasons.append(_("Decide first whether it is notified to the AP."))
    if incident.risk is Risk.HIGH and incident.told_at is None and not incident.not_told_why:
        reasons.append(_("With a high risk the people concerned are told (AVG art. 34), or you write why not."))
    return reasons


def _moment_reasons(
    discovered: datetime, happened: datetime | None, reported: datetime | None, now: datetime
) -> list[str]:
    reasons = []
    if discovered > now:
        text = _("The discovery, {read}, has not come yet: it is {now}.")
        reasons.append(text.format(read=moment_words(discovered), now=moment_words(now)))
    if happened is not None and happened > discovered:
        text = _("It was discovered on {discovered}, before it happened on {happened}. Turn them round.")
        reasons.append(text.format(discovered=moment_words(discovered), happened=moment_words(happened)))
    if reported is not None:
        reasons += _between(reported, discovered, now, _("The report inside the organisation"))
    return reasons


def _between(moment: datetime, discovered: datetime, now: datetime, what: str) -> list[str]:
    if moment > now:
        text = _("{what}, {read}, has not come yet: it is {now}.")
        return [text.format(what=what, read=moment_words(moment), now=moment_words(now))]
    if moment < discovered:
        text = _("{what}, {read}, is before the discovery of {discovered}.")
        return [text.format(what=what, read=moment_words(moment), discovered=moment_words(discovered))]
    return []


def _missing(text: str, reason: str) -> list[str]:
    return [] if text.strip() else [reason]


def _too_long(text: str) -> list[str]:
    if len(text) <= LONGEST:
        return []
    return [_("A text is {read} signs long; we keep {most}. Shorten it.").format(
        read=number(len(text)), most=number(LONGEST))]  # fmt: skip
