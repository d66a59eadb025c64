"""What the reasons of schools, pupils and kinds of device say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "count_without_place": N_("Choose a school and a count date first."),
    "count_empty": N_("There is no number yet. Fill in the three levels, or only the total."),
    "levels_missing": N_("You did not fill in {levels}. Fill in all three levels, or only the total."),
    "count_to_come": N_("The count date is {day}, after {latest}. For what is still to come, use the forecast."),
    "levels_differ": N_("The levels add up to {sum}, but the total says {total}. Which of the two is right?"),
    "pupils_out_of_range": N_("It says {read} pupils. A school has from 0 to {most}; look at the number once more."),
    "count_gone": N_("{school} has no count on {day} any more."),
    "forecast_empty": N_("There is no number yet. Fill in how many pupils you expect."),
    "kind_incomplete": N_("Fill in both the life span and the price; a kind that is never bought costs 0."),
    "life_out_of_range": N_("The life span says {read} years. Choose from 1 to {highest} years."),
    "kind_price_out_of_range": N_("The price says {read} euros. Choose from 0 to {highest} euros for one device."),
}
