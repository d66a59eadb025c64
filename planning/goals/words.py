"""What the reasons of goals, milestones and judgements say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "no_goals_to_take_over": N_("There are no goals of {year} to take over."),
    "plan_is_there": N_("There is a plan of {year} already."),
    "plan_year_out_of_range": N_("The plan year says {year}. Choose one from {first} to {last}."),
    "goal_without_text": N_("There is no text yet. Write in one sentence what is to be reached."),
    "goal_in_use": N_("‘{title}’ has parts, milestones or a judgement by now. It stays."),
    "goal_text_too_long": N_("One text is longer than {n} characters: ‘{text}…’"),
    "milestone_without_text": N_("There is no text yet. Write what will be there on that day."),
    "milestone_without_owner": N_(
        "There is no owner yet. Write the role that sees to it, such as ‘group ICT coordinator’."
    ),
    "milestone_without_date": N_("There is no date yet. Choose the day on which it is to be there."),
    "milestone_far_from_year": N_(
        "The date says {day}. Choose one near plan year {year}, or put the milestone in another year."
    ),
    "link_unsafe": N_("The link does not begin with https:// or holds a space. Copy the whole address once more."),
    "milestone_points_twice": N_("A milestone points at one thing. Empty the link, or choose no learning step."),
    "milestone_unchanged": N_("Nothing is different yet. Change the state, the date, the owner or the evidence first."),
    "milestone_changed_meanwhile": N_(
        "{name} changed this milestone meanwhile. Look at it as it is now, and change what is left."
    ),
    "moved_without_reason": N_("The date moves from {was} to {now}. Say why."),
    "stopped_without_reason": N_("The milestone is stopped. Say why."),
    "judgement_incomplete": N_("Choose how it goes and how sure you are."),
    "judgement_without_reason": N_("A judgement says why. Write it in one sentence."),
    "meeting_outside_year": N_("{day} is not in {year}."),
}
