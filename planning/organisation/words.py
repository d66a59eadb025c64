"""What the reasons of schools, pupils and kinds of device say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "nobody_at_school": N_("No ICT coordinator of {school} has an e-mail address. Copy the text instead."),
    "school_number_unreadable": N_(
        "‘{read}’ is not a school's number. Fill in the BRIN and the location number of DUO: 03QE00."
    ),
    "school_without_name": N_("The school has no name yet. Fill in what it is called."),
    "school_without_place": N_("There is no place yet. Fill in where the school is."),
    "school_text_too_long": N_("This text is longer than {n} characters. Shorten it."),
    "school_in_use": N_("Something is kept of {school} by now: pupils, a list or a person. It stays."),
    "person_without_role": N_("There is no role. Write it after the name, such as ‘ICT-coördinator’."),
    "role_unreadable": N_("It says ‘{read}’, and that is not a role we know. Choose from {roles}."),
    "school_unreadable": N_(
        "It says ‘{read}’. No school of the board, or more than one, is called that. Use its name."
    ),
    "person_known": N_("{name} is there already. Leave this line out."),
    "person_twice": N_("This name is in line {line} as well. Leave one of the two out."),
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
