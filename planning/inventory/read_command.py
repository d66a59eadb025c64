"""`inventory read`: read a workbook without a database, exactly as the upload page does."""

import argparse
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planning.core.clock import local_day, now
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

if TYPE_CHECKING:
    from planning.inventory.reading import Reading

_BRIN6: Final = re.compile(r"\d{2}[A-Z]{2}\d{2}")


def register(inventory: Any) -> None:
    """Add `inventory read`."""
    read = inventory.add_parser("read", help="read one workbook and show what was understood")
    read.add_argument("file", type=Path, help="xlsx, xlsm, xls, ods or csv")
    read.add_argument("--school", metavar="BRIN6", help="the school the list is of, for lists that name none")
    read.add_argument("--as-of", metavar="DATE", help="the day the list holds for, as 2018-10-01")
    read.add_argument("--json", action="store_true", help="everything that was read, as JSON")
    read.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 where all is clear, 1 where a person has to decide. Raises CommandRefused where the file is not read."""
    given = read_day(arguments.as_of) if arguments.as_of else None
    school = read_school(arguments.school)
    content = read_content(arguments.file)
    # Here, not above: pandas and calamine take longer to load than other commands to run.
    from planning.inventory.apart import read_apart
    from planning.inventory.guidance import Guidance
    from planning.inventory.read.no_list import refuse_no_list
    from planning.inventory.read.stated_day import stated_day
    from planning.inventory.words.messages import refusal
    from planning.workbooks.model import FileRefused

    try:
        reading = read_apart(content, arguments.file.name, Guidance(counted_on=given or local_day(now())))
        refuse_no_list(reading, can_choose=False)
    except FileRefused as refused:
        raise _refused(refusal(refused)) from refused
    # A list holds for its own day. Where nobody gives one, nothing is held against a device for its last update.
    stated = stated_day(reading, local_day(now()))
    as_of = given or reading.stated_date or (stated[0] if stated and stated[1] == "heading" else None)
    if school:
        reading.devices["school"] = reading.devices["school"].where(reading.devices["school"].notna(), school)
    if arguments.json:
        from planning.inventory.write.report_json import to_json

        print(json.dumps(to_json(reading, as_of), ensure_ascii=False, indent=1))
    else:
        print("\n".join(summary(reading, as_of)))
    return 1 if reading.open_problems else 0


def summary(reading: "Reading", as_of: date | None) -> list[str]:
    """A reading in a few lines, with every question it leaves."""
    from planning.inventory.fleet.counting import COUNTS, counting_reasons
    from planning.inventory.words.messages import advice, message, where

    devices = int(reading.devices["count"].sum())
    rows = len(reading.devices)
    spoken_rows = ngettext("{n} row", "{n} rows", rows).format(n=number(rows))
    lines = [
        ngettext("We read {devices} device in {rows}.", "We read {devices} devices in {rows}.", devices).format(
            devices=number(devices), rows=spoken_rows
        )
    ]
    counting = int(reading.devices["count"][counting_reasons(reading.devices, as_of) == COUNTS].sum())
    if as_of:
        text = ngettext("{n} counts for the ratio on {day}.", "{n} count for the ratio on {day}.", counting)
        lines.append(text.format(n=number(counting), day=day(as_of)))
    else:
        text = ngettext("{n} counts for the ratio.", "{n} count for the ratio.", counting)
        lines.append(text.format(n=number(counting)))
    if reading.left_out:
        columns = ", ".join(f"{column.column} ({column.header})" for column in reading.left_out)
        lines.append(_("Not read: {columns}.").format(columns=columns))
    asked = reading.open_problems
    if not asked:
        return [*lines, _("Everything is clear.")]
    lines.append(
        ngettext("{n} choice is left to you:", "{n} choices are left to you:", len(asked)).format(n=number(len(asked)))
    )
    return lines + [f"- {where(problem)}: {message(problem)} {advice(problem)}" for problem in asked]


def _refused(text: str) -> Exception:
    # Here, not above: it brings the database along, which reading a workbook does without.
    from planning.core.command_line import CommandRefused

    return CommandRefused(text)


def read_content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refused(_("There is no file ‘{file}’.").format(file=path)) from error


def read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _refused(_("‘{text}’ is not a date. Write it as 2018-10-01.").format(text=text)) from error


def read_school(text: str | None) -> str | None:
    if text is not None and not _BRIN6.fullmatch(text):
        raise _refused(_("‘{text}’ is not a BRIN with location number, like 02QZ00.").format(text=text))
    return text
