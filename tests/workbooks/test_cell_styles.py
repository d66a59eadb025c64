"""How the table of styles is read: fills by value, theme or number, strike-through, and dates without a day."""

from planning.workbooks.cell_styles import read_styles
from planning.workbooks.grid import Mark

STYLES = b"""<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165"
formatCode="yyyy"/><numFmt numFmtId="166" formatCode="d-m-yyyy"/></numFmts>
<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/>
</patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="9" tint="0.6"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill><fill><patternFill
patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor
rgb="FFFDE6DA"/></patternFill></fill></fills>
<cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="1" fillId="1"/><xf numFmtId="165"
fontId="2" fillId="2"/><xf numFmtId="166" fontId="0" fillId="3"/><xf fillId="4"/><xf fillId="5"/>
</cellXfs></styleSheet>"""


def test_a_fill_is_found_by_value_by_theme_and_by_number() -> None:
    marks = read_styles(STYLES).marks
    assert marks["1"] == Mark("FFC7CE", struck=True)
    assert marks["2"] == Mark("C6DEB5", struck=False)
    assert marks["3"] == Mark("FFFF00")


def test_white_and_our_own_remarks_are_no_fill() -> None:
    assert {"0", "4", "5"}.isdisjoint(read_styles(STYLES).marks)


def test_a_date_that_shows_no_day_is_a_month_or_a_year() -> None:
    assert read_styles(STYLES).coarse_dates == {"1": "month", "2": "year"}


def test_a_damaged_table_says_nothing() -> None:
    styles = read_styles(b"<styleSheet><cellXfs><xf fillId='x' fontId=\"9\"/></cellXfs>")
    assert styles.marks == {}


def coloured_text(*colours: str) -> list[str | None]:
    """The mark of a cell whose text has each of these colours, as the table of styles writes them."""
    fonts = "".join(f"<font><color {colour}/></font>" for colour in colours)
    cells = "".join(f'<xf fontId="{place}"/>' for place in range(len(colours)))
    table = f"<styleSheet><fonts>{fonts}</fonts><cellXfs>{cells}</cellXfs></styleSheet>"
    marks = read_styles(table.encode()).marks
    return [marks[str(place)].fill if str(place) in marks else None for place in range(len(colours))]


def test_the_colour_of_a_text_is_a_mark_as_a_fill_is() -> None:
    assert coloured_text('rgb="FFFF0000"', 'indexed="10"') == ["FF0000", "FF0000"]


def test_black_grey_and_a_link_are_no_colour_of_a_text() -> None:
    assert coloured_text('theme="1"', 'rgb="FF808080"', 'rgb="FF0563C1"', 'indexed="64"') == [None] * 4
