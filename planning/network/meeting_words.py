"""What the reasons of meetings and of what is written around them say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "meeting_number_out_of_range": N_("There are five meetings and one to start with; {read} is none of them."),
    "meeting_without_theme": N_("The meeting has no theme yet. Fill in what it is about."),
    "meeting_text_too_long": N_("This is longer than {n} characters. Shorten it."),
    "meeting_without_day": N_("The meeting has no day yet. Fill in when it is."),
    "meeting_without_time": N_("The meeting has no time yet. Fill in when it begins."),
    "seats_out_of_range": N_("There are {read} places. Choose from 1 to 200, or leave it empty for no limit."),
    "agenda_line_unreadable": N_(
        "Line {line} of the agenda says ‘{read}’. Write the minutes first (1 to 240), then what it is: 10 Look back."
    ),
    "agenda_too_long": N_("The agenda has {read} parts; {n} is the most. Take some together."),
    "role_outside_network": N_("Board {number} does not take part, so it has no role. Choose another."),
    "meeting_is_over": N_("This meeting was on {day}: it is over. Nothing was changed."),
    "warm_up_is_over": N_("Everybody can see by now what was answered, so this can no longer be changed."),
    "warm_up_unanswered": N_("Nothing is chosen yet. Choose a number from 1 to 5."),
    "network_text_missing": N_("Nothing is filled in here yet. Write it in your own words."),
    "network_text_too_long": N_("This text has {read} characters; {n} is the most. Shorten it."),
    "step_state_missing": N_("Nothing is chosen yet. Choose how far you came."),
    "milestone_unchosen": N_("Nothing is chosen yet. Choose where the step belongs in the plan."),
    "milestone_linked_already": N_("‘{title}’ points at something else already. Choose another milestone."),
    "date_missing": N_("There is no date yet. Choose a day."),
    "learning_step_without_day": N_("The step has no date yet. Choose by when you take it."),
    "step_day_out_of_range": N_("Choose a date from the day of the meeting, {day}, to two years after it."),
    "nobody_to_mail": N_("None of these boards has anybody with an e-mail address. Copy the text instead."),
}
