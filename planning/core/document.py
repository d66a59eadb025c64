"""A document as its parts, one below the other, before it is Word or PDF: so both say the same."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperHeading:
    """A heading; level 1 is that of a chapter, the title stands above it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; what stands out is said in bold, a note small."""

    text: str
    is_strong: bool = False
    is_note: bool = False


@dataclass(frozen=True)
class Points:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class PaperTable:
    """A table with its heads; the first column says what a row is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]  # of the columns, beside one another


@dataclass(frozen=True)
class ScaleMarks:
    """A picture: a mark on a scale for each name; None where there is none."""

    marks: tuple[tuple[str, float | None, str], ...]  # what, where on the scale, and that as it is written
    lowest: int
    highest: int
    below: str  # what the scale means
    alt: str  # all of it in words


Part = PaperHeading | Paragraph | Points | PaperTable | ScaleMarks


@dataclass(frozen=True)
class PaperDocument:
    """A document: what stands on top, and its parts."""

    title: str
    board: str  # whose it is
    facts: tuple[str, ...]  # below the title: of which day, for whom, whether it is an example
    parts: tuple[Part, ...]
    foot: str  # on every sheet, beside its number
