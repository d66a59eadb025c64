"""What the reasons of means, variants, choices and figures say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "means_incomplete": N_("Fill in the fixed amount; 0 where there is none."),
    "same_post": N_("It is taken from and put into the same post. Choose another."),
    "nothing_to_move": N_("There is nothing to take there. Choose a post that has something, or another amount."),
    "means_unreadable": N_("The amount says ‘{read}’. Write it as an amount: 229.21."),
    "means_per_pupil_out_of_range": N_("The amount for each pupil says {read}. Choose from 0 to {highest}."),
    "means_fixed_out_of_range": N_("The fixed amount says {read}. Choose from 0 to {highest}."),
    "means_note_too_long": N_("This text is longer than {n} characters. Shorten it."),
    "means_gone": N_("The means of this school year are not there any more."),
    "means_missing": N_(
        "It is not known yet what this school may share out. First fill in its means: an amount for each pupil, a "
        "fixed amount, or both."
    ),
    "formation_out_of_range": N_("The teachers go from 0 to {highest} fte."),
    "fte_unreadable": N_("It says ‘{read}’. Write fte as a part-time factor: 0.6 or 0.5500."),
    "choice_year_out_of_range": N_("Choose a school year from {first} to {last}."),
    "variant_without_name": N_("The variant has no name yet. Call it by what it does, such as ‘More training’."),
    "variant_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "variant_there_already": N_("There is a variant ‘{name}’ already. Choose another name."),
    "too_many_variants": N_("There are {n} variants already. Change one, or take one away first."),
    "variant_fte_out_of_range": N_("Teacher hours go from 0 to {highest} fte."),
    "post_empty": N_("Fill in an amount; 0 where nothing goes to it."),
    "post_out_of_range": N_("It says {read}. Choose an amount from 0 to {highest}."),
    "variant_kinds_unknown": N_("Choose kinds that count for pupils and can be bought, or leave it as it is."),
    "variant_vision_gone": N_("This vision statement is not there any more. Choose another."),
    "variant_gone": N_("This variant is not there any more. Look at the variants again."),
    "variants_of_another": N_("These are not the variants of this school and year."),
    "explanation_too_long": N_("This explanation is longer than {n} characters. Shorten it."),
    "more_than_means": N_(
        "Every year {shared} is shared out, and there is {means}: {over} too much. Take that from a post."
    ),
    "once_not_paid_back": N_(
        "At the start {once} is spent, and in {n} years {back} is left to pay it with. Spend less at the start, or "
        "leave more of the yearly means."
    ),
    "choice_without_explanation": N_("There is no explanation yet. Say in a few sentences why you choose this."),
    "choice_without_vision": N_("Choose which vision statement this choice serves."),
    "nothing_chosen": N_("{school} did not choose for this school year, so there is nothing to take over."),
    "nothing_taken_over": N_("Nothing of {school} is taken over into the rounds."),
    "rounds_changed_since": N_(
        "The rounds of {school} were changed by hand since. Change them on the page Rounds, under Settings."
    ),
    "figure_unknown": N_("This figure is not in the table."),
    "figure_out_of_range": N_("The value says {read}. Choose more than 0 and at most {highest}."),
    "figure_unreadable": N_("The value says ‘{read}’. Write it as a number: 68946,71."),
    "figure_day_out_of_range": N_("The day says {day}. Choose one from 2015 to 2060."),
    "figure_without_day": N_("Choose from which day your value holds."),
    "figure_without_reason": N_("There is no reason yet. Say where your value comes from."),
    "figure_reason_too_long": N_("This reason is longer than {n} characters. Shorten it."),
    "own_value_gone": N_("This value of your board is not there any more."),
    "figures_missing": N_(
        "Not all figures of this school year are known. Choose a later year, or add them at Figures."
    ),
}
