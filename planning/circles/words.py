"""What the reasons of a circle of boards say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "circle_without_name": N_("There is no name yet. Fill in what it is called."),
    "circle_name_too_long": N_("The name is longer than {n} characters. Shorten it."),
    "circle_text_too_long": N_("This text has {read} characters; {n} is the most. Shorten it."),
    "places_out_of_range": N_("There are {read} places. Choose from 2 to 200, or leave it empty for no limit."),
    "nobody_invited": N_("No board is chosen yet. Choose which to invite."),
    "board_not_to_invite": N_("Board {number} cannot be invited: it takes part or was invited already."),
    "standing_changed": N_("{name} has changed in the meantime: somebody was quicker. Look again."),
    "last_guide": N_("This is the only facilitator. First make somebody else facilitator."),
}
