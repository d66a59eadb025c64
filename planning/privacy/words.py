"""What the reasons of norms, measures, the policy, awareness and the acceleration question say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "privacy_text_too_long": N_("{what} is longer than {n} characters. Shorten it."),
    # norms and measures
    "framework_not_chosen": N_("The board has not chosen a framework yet. Choose one first."),
    "framework_missing": N_("Choose a framework first."),
    "framework_unknown": N_("There is no framework ‘{code}’."),
    "norm_unknown": N_("There is no norm ‘{code}’ in this framework."),
    "norm_without_code": N_("There is no code yet. Fill in the code of the norm, such as CO.02."),
    "norm_without_title": N_("There is no title yet. Fill in what the norm asks."),
    "domain_unknown": N_("There is no domain ‘{code}’ in this framework."),
    "norm_not_own": N_("Norm ‘{code}’ is not on the board's own list."),
    "level_out_of_range": N_("The level says {read}. Choose a level from 1 to 5."),
    "score_incomplete": N_("Choose a level and a day."),
    "score_to_come": N_("The day of the judgement lies ahead. Choose today or an earlier day."),
    "measure_without_name": N_("The measure has no name yet. Fill in what has to be done."),
    "measure_without_owner": N_("The measure has no owner yet. Fill in who sees to it: a role."),
    "measure_without_day": N_("Choose a day by which it has to be done."),
    "measure_to_come": N_("The day of this change lies ahead. Choose today or an earlier day."),
    "measure_gone": N_("This measure is not there any more."),
    # the policy
    "policy_without_title": N_("The policy has no title yet. Fill in what it is called."),
    "policy_empty": N_("Fill in the policy in short, or where the document is."),
    "policy_without_day": N_("Choose the day on which this version was ready."),
    "policy_to_come": N_("The day of this version lies ahead. Choose today or an earlier day."),
    "review_before_version": N_("The review comes before the version itself. Choose a later day."),
    "policy_gone": N_("There is no version {n} of the policy any more."),
    "policy_adopted": N_("The board adopted this version. Make a new version to change it."),
    "decision_without_day": N_("Choose the day of the decision."),
    "decision_to_come": N_("The day of the decision lies ahead. Choose today or an earlier day."),
    "decision_before_version": N_("The day of the decision comes before the version itself. Choose a later day."),
    # awareness
    "activity_without_school": N_("Choose at least one school."),
    "activity_without_name": N_("The activity has no name yet. Fill in what was done."),
    "activity_without_audience": N_("Choose for whom it was: teachers, pupils or parents."),
    "activity_without_day": N_("Choose the day of the activity."),
    "activity_to_come": N_("The day of the activity lies ahead. Add it once it has taken place."),
    "activity_gone": N_("This activity is not there any more."),
    "school_unknown": N_("This board has no school with number ‘{school}’."),
    "other_questionnaire": N_("These counts belong to another questionnaire. Use the template for these people."),
    "answers_empty": N_("There are no answers yet. Fill in how many people gave each answer."),
    "too_few_answers": N_(
        "Question {code} has too few answers ({n}). Fewer than {fewest} we do not keep: it could be one person's."
    ),
    "answers_out_of_range": N_("A count is a whole number from 0 to {most}."),
    "answers_to_come": N_("The day of the questionnaire lies ahead. Choose today or an earlier day."),
    # the acceleration question
    "question_without_name": N_("The question has no name yet. Fill in what it is called."),
    "question_empty": N_("Fill in the question itself."),
    "partner_unknown": N_("A partner is another board of this installation."),
    "question_gone": N_("This question is not there any more, or another board keeps it."),
    "step_without_day": N_("Choose a day."),
    "step_before_last": N_("The log already goes on after this day. Choose a later day."),
    "step_to_come": N_("The day lies ahead. Choose today or an earlier day."),
    "step_out_of_order": N_("This step does not follow the step the question is in."),
    "step_without_note": N_("Fill in what happened, or choose the next step."),
}
