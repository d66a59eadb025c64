"""The kinds of contribution with the class of their content: what is kept as JSON is written and read by it."""

from typing import Any, Final

from pydantic import TypeAdapter

from planning.network import meeting_contents as meeting

CONTENTS: Final[dict[str, TypeAdapter[Any]]] = {
    meeting.PREPARATION: TypeAdapter(meeting.MeetingText),
    meeting.BROUGHT: TypeAdapter(meeting.MeetingText),
    meeting.STEP: TypeAdapter(meeting.LearningStep),
    meeting.STEP_RESULT: TypeAdapter(meeting.StepResult),
    meeting.STEP_REACTION: TypeAdapter(meeting.MeetingText),
    meeting.CLOSING: TypeAdapter(meeting.CycleClosing),
    meeting.SECTOR_YIELD: TypeAdapter(meeting.SectorYield),
    meeting.GUIDE_NOTE: TypeAdapter(meeting.GuideNote),
}
"""Kind -> adapter of a frozen dataclass."""
