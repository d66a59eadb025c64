"""`rounds`: plan replacement rounds on the command line."""

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any


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
