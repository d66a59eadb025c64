"""What a person reads of one problem: where it is, what was read, what to do, and the answers to choose from."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from planning.core.notation import day, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.inventory.reading import AUDIENCES, KINDS, STATUSES
from planning.inventory.words.names import audience_name, colour_name, field_name, kind_name, status_name
from planning.workbooks.model import Choice, Problem

Values = Mapping[str, str]

_ERRORS: Final = (
    "kind-error", "serial-error", "date-error", "price-error", "status-error", "audience-error", "place-error",
    "support-error", "system-error", "last-seen-error", "repairs-error", "note-error",
)  # fmt: skip
_ASKED_AS_ROW: Final = (
    "kind-as-row", "serial-as-row", "purchase-as-row", "price-as-row", "location-as-row", "audience-as-row",
    "brand-as-row",
)  # fmt: skip
_DOUBTED: Final = (
    "kind-doubted", "serial-doubted", "purchase-doubted", "price-doubted", "location-doubted", "audience-doubted",
)  # fmt: skip
_COLUMN_GUESSED: Final = ("purchase-column", "price-column", "location-column", "brand-column", "audience-column")
_HIDDEN: Final = "…"
_QUOTED: Final = "‘{written}’"
"""What a message says of a cell; words that may be of a person are hidden, and where all are nothing is left."""
_SHOWN: Final = frozenset(
    {N_("#N/A"), N_("#VALUE!"), N_("#REF!"), N_("#NAME?"), N_("#NUM!"), N_("#DIV/0!"), N_("#NULL!")}
)
"""Errors as they are kept in a file; Excel shows them in the language of its user."""
_OF_ONE: Final = {
    "date-order": N_("{n} date can be read in two ways: ‘{written}’ is {day_first} or {month_first}."),
    "date-order-again": N_("{n} date here can be read in two ways too. The answer for the first sheet holds."),
    "date-midnight": N_(
        "{n} date stands at ten or eleven in the evening, ‘{written}’. Some programs write midnight of the next "
        "day so, but not all dates here are written that way."
    ),
    "date-midnight-again": N_("{n} date here stands late in the evening too. The answer for the first sheet holds."),
    "column-differs": N_(
        "Column ‘{header}’ is about the same as column {read}, and says something else in {n} row. "
        "We only read column {read}."
    ),
    "count-in-words": N_("It says ‘{written}’ beside a count of 1. We counted {n} device."),
    "count-computed": N_("It says ‘{written}’. We counted {count} device."),
    "mixed-status-in-lot": N_("Of these {count} devices {part} is not in use: {status}."),
    "mixed-audience-in-lot": N_("Of these {count} devices {part} is {whose}, as a remark says."),
    "mixed-by-column": N_("Of these {count} devices {part} is {status}, as a column of its own says."),
    "colour-unexplained": N_("{n} device is coloured {colour}, and nothing says what that means."),
}
"""What is said otherwise where it is about one."""
_MESSAGES: Final = {
    "date-ambiguous": N_("It says ‘{written}’. That can be {day_first} or {month_first}."),
    "date-order": N_("{n} dates can be read in two ways: ‘{written}’ is {day_first} or {month_first}."),
    "date-order-again": N_("{n} dates here can be read in two ways too. The answer for the first sheet holds."),
    "date-midnight": N_(
        "{n} dates stand at ten or eleven in the evening, like ‘{written}’. Some programs write midnight of the next "
        "day so, but not all dates here are written that way."
    ),
    "date-midnight-again": N_("{n} dates here stand late in the evening too. The answer for the first sheet holds."),
    "date-evening": N_("It says ‘{written}’, late in the evening. That can stand for the day after."),
    "date-impossible": N_("It says ‘{written}’. The calendar has no such date, or it lies in the future."),
    "date-too-early": N_("It says ‘{written}’. From so long ago no device is in use any more."),
    "dates-stand-for-none": N_(
        "It says ‘{written}’ (rows: {n}). That is what a program writes where it has no date: it is unknown."
    ),
    "date-unclear": N_("It says ‘{written}’. We cannot tell when that was."),
    "date-approximate": N_("It says ‘{written}’, so it is approximate. We keep the period as it is written."),
    "purchase-unknown": N_("We do not know when this was bought."),
    "purchase-in-words": N_("Only the description says a year, as ‘{written}’ here (rows: {n})."),
    "purchase-from-title": N_("The title says when these were bought: {period}. No column does."),
    "purchase-in-year-of-list": N_("Months without a year are those of {period}, as the sheet or its title says."),
    "purchase-from-note": N_("A line above or below the list says when devices were bought: {period}."),
    "purchase-counted-back": N_("‘{said}’ is counted back from {day}, the day the list says it is of."),
    "purchase-from-age": N_(
        "‘{header}’ says how old the devices are. From it and {day} follows the year of purchase (rows: {n})."
    ),
    "purchase-age-day": N_(
        "‘{header}’ says how old the devices are, and nothing says on which day. We reckoned from {day} (rows: {n})."
    ),
    "no-purchase-column": N_("This sheet does not say when the devices were bought."),
    "export-without-purchase": N_("This export does not say when the devices were bought."),
    "age-from-another-date": N_(
        "This export does not say when the devices were bought. As their age we use the year of ‘{header}’."
    ),
    "school-from-code": N_("Of ‘{header}’ we only keep the letters before the hyphen: {schools}."),
    "support-ended": N_("There are no more updates; since when, the list does not say."),
    "kind-unknown-rows": N_("‘{written}’ ({n} rows): we do not know what kind of device this is."),
    "support-unclear": N_("It says ‘{written}’. We cannot tell until when there are updates."),
    "sighting-unclear": N_("It says ‘{written}’. We read a day or a number here, and left it out."),
    "price-unclear": N_("It says ‘{written}’. We could not read a price."),
    "price-implausible": N_("It says ‘{written}’. No school pays that for such a device (prices: {n})."),
    "price-each-or-lot": N_("It says ‘{written}’ (rows: {n}). Is that for one device, or for all of the row?"),
    "price-of-lots": N_("The amounts under ‘{header}’ are those of a whole row: we shared them by its devices."),
    "price-too-low": N_("It says ‘{written}’. Nobody sells such a device for that (prices: {n})."),
    "price-approximate": N_("It says ‘{written}’, so it is approximate. We keep the amount as it is written."),
    "count-unclear": N_("It says ‘{written}’. We cannot tell how many devices that is."),
    "count-in-words": N_("It says ‘{written}’ beside a count of 1. We counted {n} devices."),
    "count-computed": N_("It says ‘{written}’. We counted {count} devices."),
    "count-ticked": N_("It says ‘{written}’ here. In this column we counted one device for each ({n})."),
    "kind-unknown": N_("‘{written}’: we do not know what kind of device this is."),
    "kind-from-title": N_("The title says what these are: {kind}. We read that for rows that do not (kinds: {n})."),
    "brand-from-remark": N_("Only the remark says the make: {brand}."),
    "status-read-as": N_("It says ‘{written}’; we read that as {read}."),
    "read-as": N_("It says ‘{written}’; we read that as {read}."),
    "kind-conflict": N_("‘{written}’: the list calls this {stated}, by its model it is a {kind}."),
    "kind-conflict-rows": N_("‘{written}’ ({n} rows): the list calls this {stated}, by its model it is a {kind}."),
    "column-differs": N_(
        "Column ‘{header}’ is about the same as column {read}, and says something else in {n} rows. "
        "We only read column {read}."
    ),
    "columns-complete": N_("Where column {read} is empty we read ‘{header}’ (rows: {n})."),
    "sheet-name-unclear": N_("What does the name of this sheet say of the devices on it?"),
    "sheet-sums-differ": N_(
        "This sheet looks like a sum of the other sheets, but its numbers are not those we counted there."
    ),
    "kind-from-model": N_("The list calls this {stated}; by its model it is a {kind}."),
    "serial-damaged": N_("‘{written}’ ({n} rows): a spreadsheet rounded this serial number. We did not keep it."),
    "serial-unread": N_(
        "‘{written}’ ({n} rows) does not have the shape of any serial number we know. We did not keep it."
    ),
    "count-answered-again": N_("{place} is filled in again in row {row}. We only count that answer."),
    "sheet-moments": N_("This list says how many there were at {n} moments. We only count those of {last}."),
    "sheet-years": N_("Under {n} years it says how many there were. We only count those of {last}."),
    "serial-duplicate": N_("Serial number ‘{serial}’ is also in {there} ({likeness})."),
    "serial-stands-again": N_(
        "Serial number ‘{serial}’ stands again in {there}; there you choose which of the two holds."
    ),
    "mixed-status-in-lot": N_("Of these {count} devices {part} are not in use: {status}."),
    "mixed-audience-in-lot": N_("Of these {count} devices {part} are {whose}, as a remark says."),
    "mixed-by-column": N_("Of these {count} devices {part} are {status}, as a column of its own says."),
    "mixed-by-unknown-column": N_(
        "A column counts a part of these devices, as {part} of {count} here (rows: {n}), and we do not know what of it."
    ),
    "mixed-unclear": N_("It says ‘{written}’. We read that as something about {part} of these {count} devices."),
    "note-questions-count": N_("It says ‘{written}’ here, so we are not sure how many of these the school still uses."),
    "note-mentions-status": N_("It says ‘{written}’ here too. We left the status as it was: {stated}."),
    "note-not-understood": N_("We could not read whether the remark here changes the number of devices."),
    "status-conflict": N_("The status says {stated}, the remark says {noted}."),
    "status-left-before-bought": N_("By this list the device left before it was bought."),
    "status-in-store": N_("‘{written}’ is where spare devices are kept (rows: {n}). We read them as spare."),
    "status-unknown": N_("It says ‘{written}’ (rows: {n}). We do not know that status; for now they count."),
    "status-among-names": N_("Something that does not look like a name stands among the names here (rows: {n})."),
    "status-written-off": N_("‘{header}’ says yes (rows: {n}). Written off is not always gone."),
    "status-as-row": N_("This row says the same as row {row}."),
    **dict.fromkeys(_ASKED_AS_ROW, N_("What is asked of row {row} is asked of this row too.")),
    **dict.fromkeys(
        _COLUMN_GUESSED,
        N_("We took ‘{header}’ for the {field}, because of what stands in it, as ‘{written}’ (rows: {n})."),
    ),
    "note-words-unknown": N_("It says ‘{written}’ too. We did not understand that."),
    "note-words": N_("It says ‘{written}’, {others} (rows: {n}). We cannot tell whether such devices still work."),
    "purchase-beside": N_("It says ‘{written}’ (rows: {n}), and nothing else says when these were bought."),
    "price-beside": N_("It says ‘{written}’ (rows: {n}), and nothing else says what these cost."),
    **dict.fromkeys(_DOUBTED, N_("A question mark stands here (rows: {n}). We kept what it says.")),
    "note-unclear": N_("It says ‘{written}’ (rows: {n}). We cannot tell whether such a device still works."),
    "audience-unclear": N_("It says ‘{written}’ (rows: {n}). We do not know whose that is."),
    "audience-conflict": N_(
        "One place says it is for {whose}; another (its name, a remark or a colour) that it is for {other}."
    ),
    "kind-as-above": N_("Here stands only a serial number (rows: {n}). We read what the row above it says."),
    "colour-unexplained": N_("{n} devices are coloured {colour}, and nothing says what that means."),
    "colour-as-row": N_("This row is {colour}, like row {row}."),
    "colour-conflict": N_("The status says {stated}, the colour says {noted}."),
    "struck-conflict": N_("The status says {stated}, but the row is struck through."),
    "struck-through": N_("This row is struck through. We read it as: no longer there."),
    "name-cut": N_("A name stood here. We did not keep it."),
    "row-passed-over": N_("We took ‘{written}’ for a remark. Are these devices that stand nowhere else?"),
    "row-beside-serial": N_("‘{written}’ looks like a serial number (cells: {n}), and we read no device from it."),
    "row-beside-device": N_("‘{written}’ may be a device (cells: {n}), and we read none from it."),
    "row-beside-state": N_("‘{written}’ may say what state devices are in (cells: {n}), and we read it for none."),
    "row-shifted": N_("This row has more cells than there are headings (rows: {n}): its values may have slid aside."),
    "row-holds-several": N_("‘{written}’: this row counts devices of several sorts, and we read it as one."),
    "row-unclear": N_("We could not read a device in this row."),
    "total-mismatch": N_("It says ‘{written}’; we counted {counted}."),
    "second-count": N_("Column {read} counts devices, and so does ‘{header}’. We only read column {read}."),
    "hidden-row": N_("Row {first} is hidden in the workbook. We did read it."),
    "hidden-rows": N_("Hidden in the workbook: {n} of the rows {first} to {last}. We did read them."),
    "hidden-columns": N_("Hidden in the workbook: the columns {columns}. We did look at them."),
    "colours-unseen": N_("It is said here what {colour} stands for, but in this kind of file we see no colours."),
    "colours-by-rules": N_("Rules of the workbook colour cells here. We do not see those colours."),
    "far-cells": N_("Far outside the list, at {first}, stands text that we did not read (cells: {n})."),
    "hidden-sheet": N_("This sheet is hidden in the workbook. We did not read it."),
    "school-unsure": N_("‘{written}’ can be {school} in {place} ({school_id}). Is that right?"),
    "school-unknown": N_("‘{written}’: we do not know which school that is."),
    "other-school": N_("This row is of another school: ‘{written}’. We did not keep it."),
    "serial-elsewhere": N_("Serial number ‘{written}’ also stands at {holder}. Did the device move?"),
    **dict.fromkeys(
        _ERRORS, N_("It says ‘{written}’ (rows: {n}): the spreadsheet could not work out this value. We read nothing.")
    ),
}
_ASKS: Final = N_("The remark here holds a question mark, so we are not sure how many of these the school still uses.")
_ADVICE: Final = {
    "date-ambiguous": N_("Not sure? Choose ‘only {year}’."),
    "date-order": N_("Choose how this list writes its dates; the answer holds for all of them."),
    "date-midnight": N_("Choose which day was meant; the answer holds for all of them."),
    "date-impossible": N_("Choose what you know for certain, or leave it unknown."),
    "date-too-early": N_("Choose what you know for certain, or leave it unknown."),
    "dates-stand-for-none": N_("Look up the dates and fill them in; without one no replacement can be planned."),
    "date-unclear": N_("Choose what you know for certain, or leave it unknown."),
    "purchase-unknown": N_("An invoice or the sticker often tells. Without a date no replacement can be planned."),
    "purchase-in-words": N_("Were they bought then? The answer holds for all these rows."),
    "purchase-age-day": N_("Is that day right? The answer holds for all these rows."),
    "no-purchase-column": N_("Add a column with the year at least; without it no replacement can be planned."),
    "export-without-purchase": N_(
        "Add a column ‘date of purchase’ with the year at least; without it no replacement can be planned."
    ),
    "age-from-another-date": N_("Do you know better? Then add a column ‘date of purchase’."),
    "price-each-or-lot": N_("Choose; the answer holds for the whole column."),
    "price-too-low": N_("Is it not the price? Choose; the answer holds for all these prices."),
    "price-implausible": N_("Has the comma been lost? Choose; the answer holds for all these prices."),
    "kind-unknown-rows": N_("Choose the kind; until then they do not count for the ratio."),
    "count-unclear": N_("Count them and choose; until then the row does not count."),
    "count-in-words": N_("Choose how many there are."),
    "kind-unknown": N_("Choose the kind; until then it does not count for the ratio."),
    "kind-conflict": N_("Choose what it is."),
    "kind-conflict-rows": N_("Choose what it is; the answer holds for all these rows."),
    "column-differs": N_("Is this the column to read? Then say so at the columns; if not, leave it out."),
    "sheet-name-unclear": N_("Choose; the answer holds for the whole sheet."),
    "sheet-sums-differ": N_("Are these other devices? Then count them. If not, leave the sheet out."),
    "serial-damaged": N_("Make the column text in Excel and fill the numbers in again."),
    "count-answered-again": N_("Are these other devices? Then count both answers."),
    "sheet-moments": N_("Are these other places, not other moments? Then count them all."),
    "sheet-years": N_("Are these the years in which they were bought? Then say so: we count them all."),
    "serial-duplicate": N_("Look at the sticker under the device. Until you choose, the row does not count."),
    "mixed-status-in-lot": N_("We split the row. Is that right?"),
    "mixed-audience-in-lot": N_("We split the row. Is that right?"),
    "mixed-by-unknown-column": N_("Choose what holds for that part; the answer holds for all these rows."),
    "mixed-unclear": N_("Choose what holds for that part of them."),
    "note-questions-count": N_("Choose whether these devices are the school's own and in use."),
    "note-not-understood": N_("Does it? Then change the count or the status in the list."),
    "status-conflict": N_("Choose the status as it is now."),
    "status-left-before-bought": N_("Choose the status as it is now."),
    "colour-conflict": N_("Choose the status as it is now."),
    "struck-conflict": N_("Choose the status as it is now."),
    "colour-unexplained": N_("Choose what the colour stands for; the answer holds for all its rows."),
    "struck-through": N_("Is it still there? Then take the line out of the cells and upload the list again."),
    "row-passed-over": N_("Leave it out, or give them a row of their own in your workbook and upload it again."),
    "row-beside-serial": N_("Leave it out, or give these devices a row of their own and upload the workbook again."),
    "row-beside-device": N_("Leave it out, or give these devices a row of their own and upload the workbook again."),
    "row-beside-state": N_("Leave it out, or write it in a column ‘status’ and upload the workbook again."),
    "row-shifted": N_(
        "Put what holds a comma between quotation marks, or save the list as xlsx. Otherwise leave it as it is."
    ),
    "row-holds-several": N_("Give each sort a row of its own in your workbook and upload it again."),
    "row-unclear": N_("Leave it out, or fill in the row in your workbook and upload it again."),
    "total-mismatch": N_("Are rows hidden or skipped? If our count is right, say so; if not, correct the list."),
    "second-count": N_("Are these other devices? Then give them a row of their own. If not, leave the column out."),
    "hidden-sheet": N_("Does it hold devices that are still there? Show the sheet in Excel and upload it again."),
    "colours-unseen": N_("Choose the Excel file itself, or write in the list what the colours say."),
    "colours-by-rules": N_("Do they say something of a device? Then write it in the list."),
    "far-cells": N_("Does it belong to the list? Then move it there and upload the workbook again."),
    "status-in-store": N_("Are they used all the same? Say so; the answer holds for all these rows."),
    "status-unknown": N_("Choose what it means; the answer holds for all these rows."),
    "status-among-names": N_("Does it say what state the device is in? The answer holds for all these rows."),
    "status-written-off": N_("Are they still there? The answer holds for all these rows."),
    **dict.fromkeys(_COLUMN_GUESSED, N_("Is it? The answer holds for the whole column.")),
    "purchase-beside": N_("Were they bought then? The answer holds for all these rows."),
    "price-beside": N_("Is that the price of one? The answer holds for all these rows."),
    **dict.fromkeys(_DOUBTED, N_("Does it hold? The answer holds for all these rows.")),
    "note-words": N_("Do they all work? Then one answer is enough. If not, answer for each remark."),
    "note-unclear": N_("Choose what it means; the answer holds for all these rows."),
    "audience-conflict": N_("Choose who uses it."),
    "audience-unclear": N_("Choose who uses it; the answer holds for all these rows."),
    "school-unsure": N_("We remember the answer for this name. Until then its rows do not count."),
    "school-unknown": N_("We remember the answer for this name. Until then its rows do not count."),
    **dict.fromkeys(_ERRORS, N_("Correct the formula or fill in the values, and upload the list again.")),
    "serial-elsewhere": N_("A device that moved leaves the inventory of the other school when you confirm."),
}
_FOR_MANY: Final = {
    "drop": N_("The same device; count it once"),
    "year_only": N_("keep only the year"),
    "day_first": N_("the day first"),
    "month_first": N_("the month first"),
    "split": N_("split the rows as they say"),
}
"""Answers whose own words name a row or a date, in words that hold for many problems."""
_ESSENTIAL: Final = frozenset({"count-unclear"})


def where(problem: Problem) -> str:
    """Where to look: "Tabblad Devices, rij 12, kolom E"."""
    parts = [_("Sheet {sheet}").format(sheet=problem.sheet)]
    if problem.row is not None:
        parts.append(_("row {row}").format(row=problem.row))
    if problem.column is not None:
        parts.append(_("column {column}").format(column=problem.column))
    return ", ".join(parts)


def message(problem: Problem) -> str:
    """What was read and what it leaves open, without the place (`where`)."""
    values = problem.values
    is_one = "1" in (values.get("part", values.get("n")), values.get("part", values.get("count")))
    text = _((_OF_ONE if is_one else _MESSAGES).get(problem.code, _MESSAGES[problem.code]))
    if problem.code == "note-questions-count" and not problem.as_written.strip("?"):
        text = _(_ASKS)
    if problem.code in _ESSENTIAL and not problem.as_written:
        text = _("This cell is empty.")
    if not any(map(str.isalnum, problem.as_written)) and _HIDDEN in problem.as_written:
        text = text.replace(_QUOTED, _("words that we do not show"))
        text = text[:1].upper() + text[1:]
    if not problem.values.get("others", _HIDDEN):
        text = text.replace(", {others}", "")
    written = _(problem.as_written) if problem.as_written in _SHOWN else problem.as_written
    return text.format(written=written, **_spoken(problem))


def advice(problem: Problem) -> str:
    """What a person can do about it; "" where nothing is needed."""
    text = _ADVICE.get(problem.code)
    return _(text).format(written=problem.as_written, **_spoken(problem)) if text else ""


def choice_label(problem: Problem, choice: Choice) -> str:
    """An answer as a person reads it."""
    label = _LABELS.get(choice.code) or _LABELS[choice.code.split("_", 1)[0]]
    return label(problem, choice.values)


def common_choices(problems: Sequence[Problem]) -> dict[str, str]:
    """The answers that all these problems of one sort have, with words that hold for each of them; by code."""
    shared = [
        choice.code
        for choice in problems[0].choices
        if all(any(one.code == choice.code for one in problem.choices) for problem in problems)
    ]
    found = {}
    for code in shared:
        labels = {choice_label(p, choice) for p in problems for choice in p.choices if choice.code == code}
        if len(labels) == 1:
            found[code] = labels.pop()
        elif code in _FOR_MANY:
            found[code] = _(_FOR_MANY[code])
    return found


def _spoken(problem: Problem) -> dict[str, str]:
    """A problem's values as a person reads them."""
    spoken = dict(problem.values)
    for name in ("day_first", "month_first"):
        if name in spoken:
            spoken[name] = day(date.fromisoformat(spoken[name]))
    for name in ("status", "stated", "noted"):
        if spoken.get(name) in STATUSES:
            spoken[name] = status_name(spoken[name])
    for name in ("kind", "stated"):
        if spoken.get(name) in KINDS:
            spoken[name] = kind_name(spoken[name])
    for name in ("whose", "other"):
        if spoken.get(name) in AUDIENCES:
            spoken[name] = audience_name(spoken[name])
    if problem.code in ("purchase-from-age", "purchase-age-day", "purchase-counted-back"):
        spoken["day"] = day(date.fromisoformat(spoken["day"]))
    if "field" in spoken:
        spoken["field"] = field_name(spoken["field"])
    if "colour" in spoken:
        spoken["colour"] = colour_name(spoken["colour"])
    if problem.code == "serial-elsewhere":
        spoken["holder"] = spoken["school"] or _("another school of your board")
    if "same_model" in spoken:
        spoken["likeness"] = _("same model") if spoken["same_model"] == "yes" else _("another model")
    if problem.code in ("serial-duplicate", "serial-stands-again"):
        same_sheet = spoken["sheet"] == problem.sheet
        there = _("row {row}") if same_sheet else _("sheet {sheet}, row {row}")
        spoken["there"] = there.format(sheet=spoken["sheet"], row=spoken["row"])
    return spoken


def _period(_problem: Problem, values: Values) -> str:
    first = values["period"]
    if values["precision"] == "day":
        return day(date.fromisoformat(first))
    if values["precision"] == "month":
        year, month = first.split("-")
        return _("only {month}-{year}").format(month=int(month), year=year)
    if values["precision"] == "school_year":
        return _("school year {period}").format(period=first)
    return _("only {year}").format(year=first)


def _drop(problem: Problem, values: Values) -> str:
    if values["sheet"] == problem.sheet:
        return _("The same device as row {row}; count it once").format(row=values["row"])
    return _("The same device as sheet {sheet}, row {row}; count it once").format(**values)


_LABELS: Final[Mapping[str, Callable[[Problem, Values], str]]] = {
    "year_only": lambda _p, values: _("only {year}").format(year=values["year"]),
    "error_as_empty": lambda _p, _v: _("leave it empty"),
    "order_unknown": lambda _p, _v: _("not sure: keep only the years"),
    "order_day_first": lambda _p, _v: _("the day first"),
    "order_month_first": lambda _p, _v: _("the month first"),
    "midnight_unknown": lambda _p, _v: _("not sure: leave the day open"),
    "midnight_next": lambda _p, _v: _("the day after"),
    "midnight_same": lambda _p, _v: _("the day that is written"),
    "day_first": lambda _p, values: day(date.fromisoformat(values["day"])),
    "month_first": lambda _p, values: day(date.fromisoformat(values["day"])),
    "unknown": lambda _p, _v: _("leave it unknown"),
    "price_unknown": lambda _p, _v: _("leave these prices unknown"),
    "price_hundredth": lambda _p, _v: _("the comma was lost: a hundredth of what is written"),
    "price_hundredfold": lambda _p, _v: _("the comma is in the wrong place: a hundred times what is written"),
    "one_by_one": lambda _p, _v: _("answer for each remark"),
    "price_each": lambda _p, _v: _("yes, the price of one"),
    "value_stands": lambda _p, _v: _("what it says holds"),
    "value_unknown": lambda _p, _v: _("leave it out"),
    "price_of_each": lambda _p, _v: _("for one device"),
    "price_of_lot": lambda _p, _v: _("for all devices of the row together"),
    "price_stands": lambda _p, _v: _("the prices are right"),
    "day": _period,
    "month": _period,
    "year": _period,
    "school": _period,
    "moments_last": lambda _p, values: _("only the last, {last}").format(last=values["last"]),
    "answers_last": lambda _p, values: _("only the answer in row {row}").format(row=values["row"]),
    "answers_all": lambda _p, _v: _("count both answers"),
    "moments_all": lambda _p, _v: _("count them all"),
    "sheet_leave_out": lambda _p, _v: _("it is a sum: leave it out"),
    "sheet_as_is": lambda _p, _v: _("nothing: count them"),
    "sheet_no_devices": lambda _p, _v: _("that they are not there: leave the sheet out"),
    "sheet_count": lambda _p, _v: _("these are other devices: count them"),
    "years_bought": lambda _p, _v: _("yes, in those years"),
    "books_only": lambda _p, _v: _("still there, only written off"),
    "as_is": lambda _p, values: (
        _("leave it {status}").format(status=status_name(values["status"]))
        if "status" in values
        else _("it says nothing about that: the device counts")
    ),
    "audience_unknown": lambda _p, _v: _("leave it unknown"),
    "audience_pupils": lambda _p, _v: _("for pupils"),
    "audience_staff": lambda _p, _v: _("for staff"),
    "ignore_column": lambda _p, _v: _("leave the column out"),
    "no_device": lambda _p, _v: _("no device: leave it out"),
    "leave_out": lambda _p, _v: _("leave it out"),
    "this_school": lambda _p, _v: _("yes, that is the school"),
    "at": lambda _p, values: _("{school} in {place}").format(school=values["school"], place=values["place"]),
    "not_ours": lambda _p, _v: _("another school: leave its rows out"),
    "moved_here": lambda _p, _v: _("it moved here"),
    "keep": lambda _p, _v: _("the count holds"),
    "keep_without_serial": lambda _p, _v: _("Another device; count it, without this serial number"),
    "use_this_status": lambda _p, values: _("The same device, and it is {status}").format(
        status=status_name(values["status"])
    ),
    "drop": _drop,
    "count": lambda _p, values: ngettext("{n} device", "{n} devices", int(values["n"])).format(
        n=number(int(values["n"]))
    ),
    "kind": lambda _p, values: kind_name(values["kind"]),
    "status": lambda _p, values: status_name(values["status"]),
    "colour_nothing": lambda _p, _v: _("nothing"),
    "colour_staff": lambda _p, _v: _("for staff"),
    "colour": lambda _p, values: status_name(values["status"]),
    "split": lambda _p, values: _("{part} of the {count}: {status}").format(
        part=values["part"], count=values["count"], status=status_name(values["status"])
    ),
    "share": lambda _p, values: _("{part} of the {count}: {status}").format(
        part=values["part"], count=values["count"], status=audience_name(values["whose"])
    ),
    "share_none": lambda _p, _v: _("all of them are whose the list says"),
    "part": lambda _p, values: _("that part is {status}").format(status=status_name(values["status"])),
    "part_none": lambda _p, _v: _("it changes nothing: they all count"),
    "all_same": lambda _p, values: _("all {count}: {status}").format(
        count=values["count"], status=status_name(values["status"])
    ),
    "all_part": lambda _p, values: _("all {count}: {status}").format(
        count=values["count"], status=status_name(values["status"])
    ),
    "counted": lambda _p, values: _("our count of {counted} is right").format(counted=values["counted"]),
}
