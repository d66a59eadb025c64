"""What the reasons of inventories say: why something about a list cannot be."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "nothing_to_forget": N_("Choose what is to be forgotten."),
    "model_without_text": N_("Choose the text of the list that you want to explain."),
    "model_without_kind": N_("Choose the kind of device."),
    "model_name_out_of_range": N_("Fill in the model, in at most {n} characters, and the brand in at most {m}."),
    "model_names_a_person": N_("Leave the name of a person out."),
    "lot_not_there": N_("Choose the device, and what happened to it."),
    "lot_devices_out_of_range": N_("Fill in how many devices: from 1 to {n}."),
    "lot_day_to_come": N_("That day is still to come. Choose the day on which it happened."),
    "lot_text_too_long": N_("Use at most {n} characters here."),
    "lot_names_a_person": N_("Leave the name of a person out."),
    "lot_year_out_of_range": N_("Fill in the year of purchase with four digits, or leave it empty."),
    "lot_unchanged": N_("Nothing is different from what stands in the list. Change what is wrong first."),
    "lot_nowhere_to_go": N_("{school} has no inventory to add it to. First let that school hand in its list."),
    "inventory_changed_since": N_(
        "Somebody changed this inventory in the meantime. Look at how it is now and choose again."
    ),
    "nothing_to_merge": N_("Choose at least one name that is to become another."),
    "check_due_past": N_("Choose a day that is still to come."),
}
