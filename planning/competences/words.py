"""What the reasons of the workshop, trainings and self-scans say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "vision_empty": N_("The vision statement is empty. Write what your education stands for, in one sentence."),
    "vision_too_long": N_("This statement is longer than {n} characters. Split it in two."),
    "no_idea": N_("There is no idea yet. Write or paste one on every line."),
    "idea_too_long": N_("Line {n} is longer than {most} characters: ‘{start}…’. Say it shorter, or in two ideas."),
    "too_many_ideas": N_("With these there would be {n} ideas; we keep up to {most}. First merge what is there."),
    "ideas_known": N_("These ideas are in the list already."),
    "no_idea_chosen": N_("No idea is chosen yet. Choose one or more."),
    "no_new_competence_chosen": N_("Choose competences of the framework that are not in the workshop yet."),
    "competence_without_name": N_("The competence has no name yet. Say in a few words what a teacher can do."),
    "competence_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "competence_there_already": N_(
        "There is a competence ‘{name}’ already. Merge with that one, or choose another name."
    ),
    "points_out_of_range": N_("Points go from 0 to {most}; we read {read}."),
    "competences_unchanged": N_("All of this is kept already."),
    "scale_fixed": N_(
        "The core competences are adopted with their scale. Another scale would make the scans incomparable."
    ),
    "no_competence_chosen": N_("No competence is chosen yet. Choose which ones become core competences."),
    "competence_without_level": N_("‘{name}’ has no wanted level yet. Choose it at step 3."),
    "too_many_chosen": N_("{n} competences are too many to be the core. Choose at most {most}."),
    "adoption_without_day": N_("Choose from which day they hold."),
    "adoption_to_come": N_("The date of adoption is {day}, which is still to come."),
    "taken_away_meanwhile": N_("This is no longer there: a colleague took it away. Look at the list again."),
    "training_without_name": N_("The training has no name yet. Fill in what it is called."),
    "training_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "training_hours_out_of_range": N_("A training takes from 1 to {most} hours of one teacher; we read {read}."),
    "training_without_competence": N_("Choose which competences this training is for."),
    "nothing_adopted": N_("On {day} no core competences were adopted yet. The chair adopts them in the workshop."),
    "scan_to_come": N_("The date of the self-scan is {day}, which is still to come."),
    "too_many_files": N_("We read up to {n} files at once. Put the answers together first."),
    "scan_without_answers": N_(
        "We found the questions, but no answers below them. Let the teachers fill them in first."
    ),
    "answers_gone": N_("There are no answers any more. Choose the files again."),
    "scan_gone": N_("There is no self-scan of {day} any more."),
}
