"""What the reasons of inventories say: why something about a list cannot be."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "nothing_to_forget": N_("Choose what is to be forgotten."),
    "model_without_text": N_("Choose the text of the list that you want to explain."),
    "model_without_kind": N_("Choose the kind of device."),
    "model_name_out_of_range": N_("Fill in the model, in at most {n} signs, and the brand in at most {m}."),
    "model_names_a_person": N_("Leave the name of a person out."),
}
