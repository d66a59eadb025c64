"""`rounds`: plan replacement rounds on the command line."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, sleep
from typing import Any, Final

_LOOKED: Final = 1.0  # seconds between two looks how far a sector is


def register(subparsers: Any) -> None:
    """Add `rounds` to the command line."""
    parser = subparsers.add_parser("rounds", help="plan replacement rounds")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    solve = commands.add_parser("solve", help="the best plan for one instance in a JSON file")
    solve.add_argument("file", metavar="INSTANCE.json", type=Path)
    solve.add_argument(
        "--nodes", type=_positive, help="how many nodes the search may take (default: enough when small)"
    )
    solve.add_argument("--json", action="store_true", help="JSON instead of a table")
    solve.set_defaults(run=run_solve)
    sector = commands.add_parser("sector", help="the plans of all boards, in the background; again: goes on looking")
    sector.add_argument("--stop", action="store_true", help="make no more of them, and give what there is")
    sector.add_argument("--json", action="store_true", help="JSON instead of a table")
    sector.set_defaults(run=run_sector)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def run_solve(arguments: argparse.Namespace) -> int:
    """Print the plan of an instance. Raises CommandRefused with every complaint about the file."""
    from planning.core.command_line import CommandRefused
    from planning.core.notation import number
    from planning.core.translation import gettext as _
    from planning.rounds.solver.apart import TooLarge, plan_apart
    from planning.rounds.solver.instance_json import plan_as_json, read_instance
    from planning.rounds.solver.json_complaints import InstanceRefused
    from planning.rounds.solver.planner import thorough

    try:
        content = arguments.file.read_bytes()
    except OSError:
        raise CommandRefused(_("‘{file}’ cannot be read.").format(file=arguments.file)) from None
    try:
        instance, notices = read_instance(content)
    except InstanceRefused as refused:
        raise CommandRefused(str(refused)) from None
    for notice in notices:
        print(notice, file=sys.stderr)
    before = perf_counter()
    try:
        ended = plan_apart(instance, arguments.nodes or thorough(instance))
    except TooLarge:
        raise CommandRefused(
            _(
                "The instance is too large: no plan was found in the time and memory there are. "
                "Plan fewer schools, kinds or rounds at a time."
            )
        ) from None
    if ended.early:
        print(_("The search was ended before it was done; this is the best plan found until then."), file=sys.stderr)
    found = plan_as_json(instance, ended.plan, perf_counter() - before)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for buy in found["buys"]:
        print(f"{buy['round']:>3}  {buy['school']:12} {buy['line']:20} {buy['type']:20} {number(buy['count']):>8}")
    sentence = _("Weighted shortage {short}, not served in-life {unserved}, cost {cost}, highest round {peak}.")
    print(sentence.format(**{name: number(value) for name, value in found["objective"].items()}))
    return 0


def run_sector(arguments: argparse.Namespace) -> int:
    """Have every board planned, say how far it is until it is over, and print what came of it; 1 where some have none.

    This process works along. Whoever ends it ends only its own part: asked again, it goes on where it was.
    """
    from planning.core.clock import now
    from planning.core.command_line import open_database
    from planning.rounds import sector

    database = open_database()
    if not arguments.stop:
        sector.begin(database, now())
        if not _plan_sector(database):
            return 1
    found = sector.end(database)
    if arguments.json:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _print_sector(found)
    return 0 if len(found.plans) == found.asked else 1


def _plan_sector(database: Any) -> bool:
    """Work along until all is over, and say how far it is; whether nobody ended it before."""
    from planning.core import work
    from planning.core.notation import number
    from planning.core.settings import settings
    from planning.core.translation import gettext as _
    from planning.rounds import sector

    def tell() -> bool:
        found = sector.progress(database)
        told = _("{n} of {all} boards").format(n=number(found.over), all=number(found.asked))
        print(f"\r{told}", end="", file=sys.stderr, flush=True)
        return found.is_over

    try:
        if settings().is_shared:
            if not tell():
                work.launch(database)
            while not tell():
                sleep(_LOOKED)
        else:  # beside an app that works itself, this one needs no queue
            for one in sector.waiting(database):
                work.carry_out(database, one.board_id, one.task_id)
                tell()
    except KeyboardInterrupt:
        goes_on = _("Not over yet. To go on: `rounds sector`; to stop it: `rounds sector --stop`.")
        print(f"\n{goes_on}", file=sys.stderr)
        return False
    finally:
        work.stop()
    print(file=sys.stderr)
    return True


def _print_sector(found: Any) -> None:
    from planning.core.notation import money, number
    from planning.core.translation import gettext as _
    from planning.rounds.words import NO_PLAN

    for board_id, plan in found.plans.items():
        figures = [number(plan.devices), money(plan.cents), number(plan.short), f"{plan.on_target}/{plan.schools}"]
        print(f"{board_id}  {figures[0]:>9} {figures[1]:>14} {figures[2]:>9} {figures[3]:>9}")
    for board_id, code in found.without.items():
        print(f"{board_id}  {_(NO_PLAN[code])}")
    plans = found.plans.values()
    sentence = _(
        "{n} of {all} boards: {devices} devices for {cents}, {short} short after it, {schools} schools on target."
    )
    print(
        sentence.format(
            n=number(len(plans)),
            all=number(found.asked),
            devices=number(sum(one.devices for one in plans)),
            cents=money(sum(one.cents for one in plans)),
            short=number(sum(one.short for one in plans)),
            schools=number(sum(one.on_target for one in plans)),
        )
    )
