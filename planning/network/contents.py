"""The kinds of contribution of a learning network, and its own rule of who sees a reaction."""

from pydantic import TypeAdapter

from planning.circles.contents import CONTENTS, FURTHER_RULES
from planning.core.boards import Kind
from planning.network import cycle_contents as cycle
from planning.network import decisions
from planning.network import meeting_contents as meeting
from planning.network.reactions import after_own

CONTENTS.update(
    {
        decisions.KIND: TypeAdapter(decisions.IctDecision),
        cycle.SKETCH: TypeAdapter(cycle.ThemeSketch),
        cycle.ANSWERS: TypeAdapter(cycle.SelfEvaluation),
        cycle.REACTION: TypeAdapter(cycle.Reaction),
        cycle.QUESTION: TypeAdapter(cycle.LearningQuestion),
        cycle.ADOPTED: TypeAdapter(cycle.AdoptedQuestion),
        cycle.COMMENT: TypeAdapter(cycle.Comment),
        cycle.INTAKE: TypeAdapter(cycle.IntakeTalk),
        cycle.DATES: TypeAdapter(cycle.CycleDates),
        meeting.PREPARATION: TypeAdapter(meeting.MeetingText),
        meeting.BROUGHT: TypeAdapter(meeting.MeetingText),
        meeting.STEP: TypeAdapter(meeting.LearningStep),
        meeting.STEP_RESULT: TypeAdapter(meeting.StepResult),
        meeting.STEP_REACTION: TypeAdapter(meeting.MeetingText),
        meeting.CLOSING: TypeAdapter(meeting.CycleClosing),
        meeting.SECTOR_YIELD: TypeAdapter(meeting.SectorYield),
        meeting.GUIDE_NOTE: TypeAdapter(meeting.GuideNote),
    }
)
FURTHER_RULES[Kind.NETWORK] = after_own
