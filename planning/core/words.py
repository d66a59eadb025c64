"""What the reasons of the board and its people say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "role_gone": N_("Your role no longer allows this. Nothing was changed."),
    "file_gone": N_("There is no file any more. Choose it again."),
    "target_unreadable": N_("The target says ‘{read}’. Write it as a number: 4 or 2,5."),
    "target_out_of_range": N_("The target says {read}. Choose one from {lowest} to {highest}."),
    "nearly_out_of_range": N_(
        "‘Nearly’ says {read}. Choose a share from 0% to {highest}: above that a school is simply short."
    ),
    "stale_out_of_range": N_("‘Out of date’ says {read} days. Choose from 1 to {highest} days."),
    "targets_incomplete": N_("Fill in all three fields."),
    "person_without_name": N_("There is no name yet. Fill in what this person is called."),
    "person_name_too_long": N_("This name is longer than {n} signs. Shorten it."),
    "coordinator_without_school": N_("An ICT coordinator has at least one school. Choose which."),
    "last_administrator": N_("{name} is the only administrator. First make somebody else administrator."),
    "removing_oneself": N_("You cannot remove yourself. Ask another administrator."),
}
