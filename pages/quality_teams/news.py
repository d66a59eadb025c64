"""What of the quality teams changed after a day, in a few words."""

from collections.abc import Sequence
from datetime import date, timedelta

from pages.parts.frame import Frame
from pages.quality_teams.data import teams_view
from planning.core.notation import number
from planning.core.translation import ngettext
from planning.quality_teams.rules import made


def news(frame: Frame, since: date) -> Sequence[str]:
    """Visits made, and questions that schools asked."""
    found, first = teams_view(frame), since + timedelta(days=1)
    visits = made(found.visits, frame.as_of, first)
    schools = len({visit.school_id for visit in visits})
    asked = sum(first <= request.asked_on <= frame.as_of for request in found.requests)
    told = []
    if visits:
        of_schools = ngettext("at {n} school", "at {n} schools", schools).format(n=number(schools))
        text = ngettext("{n} visit {at_schools}", "{n} visits {at_schools}", len(visits))
        told.append(text.format(n=number(len(visits)), at_schools=of_schools))
    if asked:
        told.append(ngettext("{n} question asked", "{n} questions asked", asked).format(n=number(asked)))
    return told
