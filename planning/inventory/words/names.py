"""Names of what a reading holds, in the reader's language: fields, kinds, statuses, sheets, rows and columns."""

from typing import Final

from planning.core.notation import listed
from planning.core.text import words
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.inventory.reading import Evidence, IgnoredRow, Sheet, SheetColumn
from planning.inventory.words.cell_words import support_known_on
from planning.organisation.kinds import kinds_by_code

_FIELDS: Final = {
    "kind": N_("kind"),
    "brand": N_("brand"),
    "model": N_("model"),
    "brand_and_model": N_("brand and model"),
    "serial": N_("serial number"),
    "count": N_("count"),
    "purchased": N_("date of purchase"),
    "price": N_("price"),
    "status": N_("status"),
    "audience": N_("for whom"),
    "location": N_("place or group"),
    "school": N_("school"),
    "support_until": N_("updates until"),
    "system": N_("operating system"),
    "last_seen": N_("last seen"),
    "repairs": N_("repairs"),
    "note": N_("remark"),
}
_STATUSES: Final = {
    "in_use": N_("in use"),
    "spare": N_("spare"),
    "in_repair": N_("in repair"),
    "broken": N_("broken"),
    "disposed": N_("disposed of"),
    "missing": N_("missing"),
    "ordered": N_("ordered"),
    "unknown": N_("unknown"),
}
_AUDIENCES: Final = {"pupils": N_("pupils"), "staff": N_("staff"), "unknown": N_("unknown")}
_LEVELS: Final = {
    "lower": N_("lower level"),
    "middle": N_("middle level"),
    "upper": N_("upper level"),
    "shared": N_("shared"),
}
_SUPPORT: Final = {
    "list": N_("stated in the list"),
    "table": N_("known of the model"),
    "none_announced": N_("no end announced"),
    "unknown": N_("not known"),
}
_COUNTING: Final = {
    "counts": N_("pupil device in use"),
    "not_a_pupil_kind": N_("not a kind for pupils"),
    "staff": N_("for staff"),
    "disposed": N_("disposed of"),
    "missing": N_("missing"),
    "ordered": N_("ordered, not there yet"),
    "broken": N_("broken"),
    "in_repair": N_("in repair"),
    "spare": N_("spare"),
    "unsupported": N_("no more updates"),
}
_SHEETS: Final = {
    "device_list": N_("A list of devices."),
    "no_list_found": N_("No list of devices found here."),
    "empty": N_("This sheet is empty."),
    "hidden": N_("This sheet is hidden in the workbook, so we did not read it."),
    "export_entra": N_("The device list of Microsoft Entra: it has no serial numbers."),
    "template_help": N_("Explanation or example of the template."),
    "own_remarks": N_("Our remarks on an earlier upload."),
    "price_list": N_("An offer or a price list, not what the school has."),
    "wishes": N_("What the school wishes to buy, not what it has."),
    "floor_plan": N_("A floor plan."),
    "earlier_version": N_("An earlier version of a list on another sheet: only the last is read."),
    "told_again": N_("Tells of devices that stand on another sheet: not counted again."),
    "choice_list": N_("Values to choose from on the other sheets: no devices."),
    "sum_sheet": N_("A sum of what the other sheets hold: not counted again."),
    "left_aside": N_("You said this is not a list of devices."),
}
_IGNORED: Final = {
    "title": N_("text above the list"),
    "header": N_("headings"),
    "section": N_("heading between the devices"),
    "total": N_("total"),
    "note": N_("remark below or between the devices"),
    "no_device": N_("no device: furniture, building or software"),
    "other_table": N_("another table: prices, pupils, norms, plans or sums"),
    "none": N_("says it is about no device at all"),
    "part": N_("further row of a device"),
    "beside": N_("label or text beside what was read"),
    "personal": N_("somebody's own device"),
    "same_device": N_("the same device as another row"),
    "errors": N_("only errors of the spreadsheet"),
}
_COLUMNS: Final = {
    "names_people": N_("columns that name people"),
    "not_a_device_field": N_("columns about something else than we keep"),
    "another_column": N_("columns that say the same as another"),
    "wishes": N_("columns of what the school wishes to buy"),
}
_LEFT_OUT: Final = {
    "names_people": N_("Column {column} names people. We did not keep that."),
    "not_a_device_field": N_("Column {column} (‘{header}’) is not about what we keep of a device."),
    "another_column": N_("Column {column} (‘{header}’) says the same as another column; we read that one."),
    "wishes": N_("Column {column} (‘{header}’) is about what the school wishes to buy, not about what it has."),
}


_LAYOUTS: Final = {
    "template": N_("our template"),
    "flat_list": N_("a list with one row for every device"),
    "lots": N_("a list with numbers of devices"),
    "export_google_admin": N_("an export of Google Admin"),
    "export_google_sheet": N_("a sheet made from Google Admin"),
    "export_gam": N_("an export of GAM (Google)"),
    "export_google_aue": N_("Google's report of the end of updates"),
    "export_intune": N_("an export of Microsoft Intune"),
    "export_jamf_pro": N_("an export of Jamf Pro"),
    "export_jamf_preload": N_("a Jamf Pro Inventory Preload"),
    "export_jamf_school": N_("a list of placeholders for Jamf School"),
    "export_asm": N_("a list of Apple School Manager"),
    "export_snipe_it_import": N_("an import list of Snipe-IT"),
    "export_snipe_it": N_("an export of Snipe-IT"),
    "export_lansweeper": N_("an export of Lansweeper"),
    "side_by_side": N_("lists beside each other"),
    "stacked": N_("lists below each other"),
    "matrix": N_("a table of places and kinds"),
    "cards": N_("a card for every room"),
    "transposed": N_("a table with a device in every column"),
    "blocks": N_("a block for every device"),
    "sentences": N_("sentences about devices"),
    "register": N_("the administration's register of assets"),
    "serials": N_("serial numbers, and little else"),
}
_COLOURS: Final = {
    "red": N_("red"),
    "orange": N_("orange"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "blue": N_("blue"),
    "purple": N_("purple"),
    "pink": N_("pink"),
    "grey": N_("grey"),
    "brown": N_("brown"),
    "black": N_("black"),
}
_SOURCES: Final = {
    "GAM-team/GAM src/cros-aue-dates.json": N_("Google’s list of Chromebooks"),
    "endoflife-date/endoflife.date products/ipad.md": N_("endoflife.date for iPads"),
    "endoflife-date/endoflife.date products/windows.md": N_("endoflife.date for Windows"),
}
"""Where ends of updates are from, as the table has it -> in people's words."""
_EVIDENCE: Final = {
    "by_hand": N_("you said which columns are which"),
    "pointed": N_("you pointed out the headings in row {row}"),
    "headings": N_("headings in row {row}: {headings}"),
    "serials": N_("cells that are serial numbers: {n}"),
    "no_headings": N_("columns known by what they hold, for there are no headings"),
    "lists_beside": N_("{n} lists, starting at columns {columns}"),
    "lists_below": N_("{n} lists, each with headings of its own"),
    "kinds_and_places": N_("kinds {kinds} against places {places}"),
    "labels_down": N_("labels one below the other in column {column}: {labels}"),
    "labels_again": N_("the same labels {n} times: {labels}"),
    "sentences": N_("lines that name devices: {n} of {all}"),
    "register_headings": N_("headings of an asset register: {headings}"),
    "export_headings": N_("headings as {product} writes them"),
}


def layout_name(layout: str) -> str:
    """The shape a workbook was read as."""
    return _(_LAYOUTS[layout])


def evidence_text(evidence: Evidence) -> str:
    """What a layout saw in a sheet."""
    return _(_EVIDENCE[evidence.code]).format(**evidence.values)


def difference_name(compared: str) -> str:
    """A field in which two inventories differ (compare.COMPARED): "price_cents" -> "prijs"."""
    return field_name("price" if compared == "price_cents" else compared)


def field_name(field: str) -> str:
    """What a column is read as: "purchased" -> "aanschafdatum"."""
    return _(_FIELDS[field])


def colour_name(colour: str) -> str:
    """ "red" -> "rood"."""
    return _(_COLOURS[colour])


def kind_name(kind: str, devices: int = 1) -> str:
    """One device of a kind, or several: "interactive_board" -> "digibord", "digiborden"."""
    return kinds_by_code()[kind].name(devices)


def status_name(status: str) -> str:
    """ "in_repair" -> "in reparatie"."""
    return _(_STATUSES[status])


def audience_name(audience: str) -> str:
    """ "staff" -> "personeel"."""
    return _(_AUDIENCES[audience])


def level_name(level: str) -> str:
    """ "upper" -> "bovenbouw"."""
    return _(_LEVELS[level])


def support_source_name(source: str) -> str:
    """Where the end of updates is known from (reading.SUPPORT_SOURCES)."""
    return _(_SUPPORT[source])


def support_sources() -> str:
    """Where our own ends of updates are from, and the month in which they were known so."""
    known = sorted(support_known_on().items(), key=lambda row: row[1])
    named = [(_(_SOURCES[source]), month) for source, month in known]
    return listed([_("{source} ({month}-{year})").format(source=s, month=int(m[5:]), year=m[:4]) for s, m in named])


def device_name(brand: object, model: object) -> str:
    """A device's make and model, the make once: a model may hold it ("Chromebook Samsung 303C")."""
    said = brand and model and f" {words(str(brand))} " in f" {words(str(model))} "
    return " ".join(str(part) for part in ((model,) if said else (brand, model)) if part)


def counting_reason_name(reason: str) -> str:
    """Why a device does not count, or that it does (counting.REASONS and "counts")."""
    return _(_COUNTING[reason])


def sheet_why(sheet: Sheet) -> str:
    """Why a sheet is read or set aside."""
    return _(_SHEETS[sheet.why])


def ignored_why(row: IgnoredRow) -> str:
    """What a row is that holds no device."""
    return _(_IGNORED[row.why])


def passed_over_why(why: str) -> str:
    """Why cells are passed over (reading.Account): of a row, a column or a whole sheet."""
    named = _(_IGNORED.get(why) or _COLUMNS.get(why) or _SHEETS[why])
    return named[:1].lower() + named[1:].rstrip(".")


def left_out_why(column: SheetColumn) -> str:
    """Why a column is not read."""
    why = column.why_left_out or "not_a_device_field"
    return _(_LEFT_OUT[why]).format(column=column.column, header=column.header)
