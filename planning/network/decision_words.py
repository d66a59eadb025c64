"""What the reasons of the table of ICT decisions say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "matter_unknown": N_("There is no decision ‘{code}’ in the table."),
    "decision_text_too_long": N_("Under ‘{name}’ a text has {read} characters; {n} is the most. Shorten it."),
    "decision_year_out_of_range": N_("At ‘{name}’ it says since {read}. Choose a year from {first} to {last}."),
    "no_decision_changed": N_("Nothing was changed yet. Choose in the table who decides."),
}
