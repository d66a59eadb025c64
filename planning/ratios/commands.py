"""`ratios`: pupils per device per school and for the group, on the command line."""

import argparse
import json
from datetime import date
from typing import Any


def register(subparsers: Any) -> None:
    """Add `ratios` to the command line."""
    parser = subparsers.add_parser("ratios", help="pupils per device, per school and for the group")
    parser.add_argument("--board", help="board number; may be left out where there is one board")
    parser.add_argument("--as-of", type=date.fromisoformat, help="reference date, YYYY-MM-DD")
    parser.add_argument("--sector", action="store_true", help="every board of the installation, today")
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the ratios; 0 done, 1 where a school has no figure."""
    from planning.core.clock import board_day, now
    from planning.core.command_line import chosen_board, open_database
    from planning.core.notation import day, number, one_in
    from planning.core.rights import operator
    from planning.core.translation import gettext as _
    from planning.ratios.service import ratio_view

    database = open_database()
    if arguments.sector:
        return _print_sector(database, arguments)
    board = chosen_board(database, arguments.board)
    as_of = arguments.as_of or board_day(board, now())
    ratio = ratio_view(operator(board.board_id), database).on(as_of)
    if arguments.json:
        print(json.dumps(as_json(ratio, board.board_id), ensure_ascii=False, indent=1))
    else:
        print(
            _("{board} on {day}: {ratio}, {shortage} devices short").format(
                board=board.name, day=day(as_of), ratio=one_in(ratio.pupils_per_device), shortage=ratio.shortage
            )
        )
        for school in ratio.schools:
            short = "?" if school.shortage is None else number(school.shortage)
            print(f"{school.school_id}  {school.name:28} {one_in(school.pupils_per_device):>14}  {short:>4}")
    return 0 if len(ratio.known) == len(ratio.schools) else 1


def as_json(ratio: Any, board_id: str) -> dict[str, Any]:
    """The JSON of `ratios --json`: figures unrounded, dates ISO, null where not known."""
    return {
        "board": board_id,
        "as_of": ratio.as_of.isoformat(),
        "group": {
            "pupils": ratio.pupils,
            "countable_devices": ratio.countable,
            "pupils_per_device": ratio.pupils_per_device,
            "target": ratio.target,
            "shortage": ratio.shortage,
            "schools": len(ratio.schools),
            "schools_known": len(ratio.known),
            "schools_on_target": ratio.on_target,
            "left_out": ratio.left_out,
        },
        "schools": [
            {
                "school": school.school_id,
                "name": school.name,
                "pupils": school.pupils,
                "count_date": school.count_date and school.count_date.isoformat(),
                "countable_devices": school.countable,
                "pupils_per_device": school.pupils_per_device,
                "target": school.target,
                "shortage": school.shortage,
                "inventory_date": school.counted_on and school.counted_on.isoformat(),
                "left_out": dict(school.left_out),
            }
            for school in ratio.schools
        ],
    }


def _print_sector(database: Any, arguments: argparse.Namespace) -> int:
    """A line a board and the sum of all; 1 where a school is not known."""
    from planning.core.clock import now
    from planning.core.notation import number, one_in
    from planning.core.translation import gettext as _
    from planning.ratios.sector import sector_view

    found = sector_view(database, now())
    whole = found.total()
    if arguments.json:
        boards = [{"board": board_id, **vars(one)} for board_id, one in found.boards.items()]
        print(json.dumps({"total": vars(whole), "boards": boards}, ensure_ascii=False, indent=1))
    else:
        for board_id, one in found.boards.items():
            ratio = one_in(one.pupils / one.countable if one.countable else None)
            print(f"{board_id}  {one.name:40} {one.known:>4}/{one.schools:<4} {ratio:>12} {number(one.shortage):>9}")
        print(
            _("{boards} boards, {known} of {schools} schools known: {ratio}, {shortage} devices short").format(
                boards=number(len(found.boards)),
                known=number(whole.known),
                schools=number(whole.schools),
                ratio=one_in(whole.pupils / whole.countable if whole.countable else None),
                shortage=number(whole.shortage),
            )
        )
    return 0 if whole.known == whole.schools else 1
