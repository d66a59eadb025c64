"""What the reasons of the cycle say, the questions it asks of a learning question, and the four of the first round."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "cycle_text_empty": N_("Nothing is written here yet."),
    "cycle_text_too_long": N_("This text has {read} characters; {n} is the most. Shorten it."),
    "score_out_of_range": N_("A score goes from 1 to 5; we read {read}."),
    "no_learning_question": N_("There is no learning question to adopt yet. Word it first."),
    "sketch_to_come": N_("{day} is still to come: a sketch shows figures as they were."),
    "cycle_dates_turned": N_("This date lies before {day}, which comes first."),
}

CHECKS: Final = {
    "own": N_("Is it about what you yourself do as a board member?"),
    "open": N_("Is it open: does it begin with how or what?"),
    "five": N_("Can it be answered in five meetings?"),
    "helps": N_("Which answer would help you?"),
    "involved": N_("Who else is involved?"),
    "notice": N_("How will you notice that it works?"),
}
"""Questions to think a learning question over by: nobody counts what is filled in."""

EXAMPLE_QUESTIONS: Final = (
    N_("How do I get from a vision on education to a vision on ICT, and then to carrying it out?"),
    N_("How do I involve the rest of the organisation in using ICT further: how do I get the teachers on board?"),
    N_("What do I arrange centrally (the board) and what decentrally (the school) when it comes to ICT?"),
    N_("How do I go about the professional development of my team in ICT?"),
)
"""What boards asked in the first round of calls of the PO-Raad's learning network ICT."""
