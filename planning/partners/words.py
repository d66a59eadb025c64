"""What the codes and reasons of a partnership say."""

from typing import Final

from planning.core.translation import N_
from planning.partners.model import Meets, StanceState, Supply

STANCES: Final = {
    StanceState.CONCEPT: N_("concept"),
    StanceState.DISCUSSED: N_("discussed"),
    StanceState.ADOPTED: N_("adopted"),
}
SUPPLIES: Final = {Supply.OWN: N_("own"), Supply.COMING: N_("on the way to common"), Supply.COMMON: N_("common")}
MEETS: Final = {Meets.YES: N_("meets it"), Meets.PARTLY: N_("meets part of it"), Meets.NO: N_("does not meet it")}

REASONS: Final = {
    "partners_text_missing": N_("There is no text yet. Fill it in."),
    "partners_text_too_long": N_("This text has {read} characters; {n} is the most here. Shorten it."),
    "adopted_by_nobody": N_("Which body adopted it? Fill in its name, such as the executive board."),
    "statement_changed": N_(
        "The statement was changed meanwhile. Read it again, and then say where your board stands."
    ),
    "purchase_closes_first": N_("It closes before it opens on {opens}. Choose a later day."),
    "vat_out_of_range": N_("Choose VAT from 0% to 50%."),
    "purchase_kind_twice": N_("A kind of device stands on the list twice. Keep one line of each kind."),
    "guide_price_out_of_range": N_(
        "The guide price of {name} cannot be right. Fill in an amount above zero, up to € 25,000."
    ),
    "tiers_not_rising": N_(
        "The tiers of {name} do not rise: more devices, and at least as much off. Put them in that order."
    ),
    "tier_unreadable": N_("‘{read}’ is not a tier. Write a number and what comes off, such as 100: 10%; 500: 20%."),
    "amount_unreadable_here": N_("‘{read}’ is not an amount. Write euros, such as 199 or 45.50."),
    "upgrade_unreadable": N_("‘{read}’ is not an upgrade. Write a name, a colon and a price on a line of its own."),
    "nothing_to_take_over": N_("No other board shares a number and the list is empty: there is nothing to take over."),
    "no_rounds_that_year": N_("Your board has no rounds in {year}. Make them on the page Rounds first."),
    "volume_out_of_range": N_("Here it says {read}. Choose a number from 0 to 100,000 of a kind that is on the list."),
    "decline_without_reason": N_("Say why your board does not take part; the partners see it only if you share it."),
    "purchase_closed": N_("Numbers are handed in from {opens} to {closes}."),
}
