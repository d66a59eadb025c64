"""What the reasons of rounds, rules, scenarios, orders and deliveries say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "round_incomplete": N_("Fill in both the day and the budget."),
    "round_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "budget_out_of_range": N_("The budget says {read}. Choose an amount from 0 to {highest}."),
    "budget_below_ordered": N_("The budget says {read}, and {ordered} is ordered already. Choose at least {least}."),
    "budget_below_later": N_(
        "The budget says {read}. What is ordered in the round of {day} is paid with what this round leaves: "
        "choose at least {least}."
    ),
    "round_day_out_of_range": N_("The round is on {day}. Choose a day from 2000 to 2099."),
    "round_day_taken": N_("There is a round on {day} already. Change that one, or choose another day."),
    "too_many_rounds": N_("There are {n} rounds already; remove one that was never used."),
    "round_in_use": N_("Something was ordered in this round, so it stays. You can change its budget."),
    "round_gone": N_("This round is not there any more."),
    "price_out_of_range": N_("The price says {read} euros. Choose from 1 to {highest} euros for one device."),
    "price_unreadable": N_("The price says ‘{read}’. Write it as an amount: 272.50."),
    "rule_empty": N_("A field is empty. Fill in a number; 0 where it does not matter."),
    "weight_out_of_range": N_("The weight of {what} says {read}. Choose from 0 to {highest} euros."),
    "price_rise_out_of_range": N_("The price rise says {read} a year. Choose from 0% to {highest}."),
    "years_out_of_range": N_("It says {read} years. Choose from {lowest} to {highest}."),
    "reserve_out_of_range": N_("The reserve says {read}. Choose from 0% to 50% of the devices needed."),
    "set_out_of_range": N_("A set says {read} devices. Choose from 1 (no sets) to {highest}."),
    "amount_out_of_range": N_("It says {read}. Choose an amount from 0 to {highest}."),
    "discount_out_of_range": N_("A discount has a quantity of 1 or more and a share from 1% to 99%."),
    "discount_unreadable": N_("The discount says ‘{read}’. Write each as 100: 5%."),
    "partners_out_of_range": N_("What partner boards order along is 0 or more devices."),
    "steps_unreadable": N_("The steps say ‘{read}’. Write each as 1-8-2019: 3.5."),
    "code_too_long": N_("The code ‘{read}’ is longer than {n} characters. Shorten it."),
    "codes_unreadable": N_("The line ‘{read}’ does not say what its code is for. Write each as {example}: 4310."),
    "kinds_not_for_pupils": N_("Only kinds that count for pupils can be planned."),
    "no_kind_chosen": N_("Choose at least one kind, or let the school follow its inventory."),
    "own_money_negative": N_("A school's own money is 0 or more."),
    "scenario_without_name": N_("There is no name yet. Fill in what this scenario is called."),
    "scenario_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "scenario_there_already": N_("There is a scenario ‘{name}’ already. Choose another name."),
    "scenario_round_gone": N_("A round of this scenario is not there any more. Make the scenario anew."),
    "scenario_budget_negative": N_("A budget is 0 or more."),
    "fixed_out_of_range": N_("A fixed purchase is from 0 to {n} devices."),
    "scenario_gone": N_("This scenario is not there any more."),
    "changed_since_shown": N_("Somebody changed something meanwhile. Look at the plan once more and approve it then."),
    "plan_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "decision_without_reason": N_("There is no reason yet. Fill in why the board decides this."),
    "decision_too_long": N_("This reason is longer than {n} characters. Shorten it."),
    "approved_on_past_day": N_("You are looking at {day}. Set the reference date to today to approve a plan."),
    "plan_not_the_last": N_("Another plan holds by now. Only the plan approved last can be withdrawn."),
    "plan_ordered": N_("By plan {version} something was ordered already, so it stays. Approve another plan instead."),
    "nothing_approved": N_("There is no approved plan yet. The chair approves one first."),
    "all_ordered": N_("Everything the approved plan buys in this round is ordered already."),
    "order_out_of_range": N_("An order is from 1 to {n} devices."),
    "order_day_out_of_range": N_("It was ordered on {day}. Choose a day up to {latest}."),
    "delivery_incomplete": N_("Fill in how many came, when, and what one cost."),
    "more_than_ordered": N_(
        "It says {read} devices, and {left} are still to come of this order. Look at the packing slip."
    ),
    "delivery_day_out_of_range": N_(
        "The delivery is on {day}. It was ordered on {ordered}; choose a day from then to {latest}."
    ),
    "paid_negative": N_("The price of one is 0 or more."),
    "delivery_gone": N_("This delivery is not there any more."),
    "swap_none_left": N_("All that came of this delivery is handed over. Book the delivery first."),
    "serial_unreadable": N_(
        "The serial number says ‘{read}’. Take it from the sticker: 3 to 40 letters, figures, dots or dashes."
    ),
    "serial_twice": N_("‘{read}’ was handed over already. Look at the sticker once more."),
    "serial_not_there": N_("‘{read}’ is not in the inventory any more. Choose another device."),
    "swap_not_wiped": N_("The old device is not ticked as wiped. Wipe it first: there may be data of pupils on it."),
    "swap_not_signed": N_("Nobody signed for receipt yet. Tick it."),
    "swap_not_the_last": N_("The inventory changed since. Change it there."),
    "nothing_to_come": N_("Nothing of this order is still to come."),
    "given_up_without_reason": N_("There is no reason yet. Fill in why the rest does not come."),
    "given_up_reason_too_long": N_("This reason is longer than {n} characters. Shorten it."),
    "all_expected": N_("All of this order is expected already."),
}

NO_PLAN: Final = {
    "no_rounds_to_come": N_("no plan: no schools, or no round to come"),
    "orders_pass_budgets": N_("no plan: what is ordered passes the budgets"),
    "plan_not_made": N_("no plan: it could not be made; see the log"),
    "work_given_up": N_("no plan: tried several times; see the log"),
}
"""Why a board of the sector has no plan."""
