"""What of IBP changed after a day, in a few words each; nothing of incidents and requests, which not all may know."""

from collections.abc import Sequence
from datetime import date

from pages.parts.frame import Frame
from pages.privacy.data import privacy_view
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def news(frame: Frame, since: date) -> Sequence[str]:
    """What was prepared and decided of the policy, and how many norms were judged."""
    facts, until = privacy_view(frame), frame.as_of
    told = []
    for version in facts.policy:
        for day, text in (
            (version.drafted_on, _("policy version {n} ready")),
            (version.adopted_on, _("policy version {n} adopted")),
            (version.consent_on, _("consent of the GMR to policy version {n}")),
        ):
            if day is not None and since < day <= until:
                told.append(text.format(n=number(version.number)))
    judged = len({score.code for score in facts.scores if since < score.scored_on <= until})
    if judged:
        told.append(ngettext("{n} norm judged", "{n} norms judged", judged).format(n=number(judged)))
    return told
