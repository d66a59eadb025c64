"""What the facilitator's page asks, kept between reruns as far as it can be."""

from pages.circles.data import AtCircle
from pages.network.meetings_data import meetings_of
from pages.parts.frame import Frame
from pages.server.session import open_database
from planning.circles.rules import taking_part
from planning.network.meeting_service import reading_marks
from planning.network.standings import BoardStanding, standings


def standings_of(frame: Frame, at: AtCircle) -> tuple[BoardStanding, ...]:
    """How each board stands. What was read is asked at every run: it changes nothing else of the network."""
    marks = reading_marks(frame.person, open_database(), at.seat.circle.circle_id)
    meetings = meetings_of(frame, at).meetings
    network_id = at.seat.circle.circle_id
    return standings(taking_part(at.members), at.contributions, marks, meetings, network_id, frame.today)
