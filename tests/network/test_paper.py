"""Papers of the learning network: Word and PDF say the same, screen readers can walk them, nothing is in them that the
reader may not see."""

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from planning.circles import contribution_service as store
from planning.circles.model import Sharing
from planning.core.document import PaperDocument, PaperHeading, PaperTable, Paragraph, Points, ScaleMarks
from planning.core.document_paper import document_pdf
from planning.core.document_word import document_word
from planning.core.translation import use_language
from planning.network.cycle_contents import Reaction
from planning.network.paper import Paper, PaperSources, network_paper
from tests.conftest import NOW
from tests.network.conftest import Network
from tests.network.paper_sources import half_way, sources

HOSTILE = "# *_@$<\\ 漢字 é \u2028 =1+1"


def opened(document: PaperDocument) -> Document:
    """The Word file, as a program opens it."""
    return Document(BytesIO(document_word(document, NOW)))


def headings(document: PaperDocument) -> list[str]:
    return [part.text for part in document.parts if isinstance(part, PaperHeading)]


def test_the_cycle_holds_all_that_was_written_in_its_order() -> None:
    chapters = [part.text for part in network_paper(Paper.CYCLE, sources(*half_way())).parts
                if isinstance(part, PaperHeading) and part.level == 1]  # fmt: skip
    assert chapters == [
        "Hoe staan we ervoor?", "Wie beslist wat over ICT", "Wat vind ik daarvan?", "Mijn leervraag",
        "De bijeenkomsten", "Afsluiting",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "chapter"),
    [
        (Paper.SKETCH, "Hoe staan we ervoor?"),
        (Paper.REACTION, "Wat vind ik daarvan?"),
        (Paper.QUESTION, "Mijn leervraag"),
    ],
)
def test_a_paper_of_one_thing_holds_nothing_of_another(paper: Paper, chapter: str) -> None:
    document = network_paper(paper, sources(*half_way()))
    assert [part.text for part in document.parts if isinstance(part, PaperHeading) and part.level == 1] == [chapter]


def test_the_question_has_its_versions_with_what_the_facilitator_said_beside_each() -> None:
    document = network_paper(Paper.QUESTION, sources(*half_way()))
    texts = [part.text for part in document.parts if isinstance(part, Paragraph)]
    assert texts[0] == "Vastgesteld op 1\u20115\u20112018, versie 2."
    assert texts[-2:] == ["Hoe krijg ik leraren mee?", "De begeleider: Wat is uw eigen aandeel hierin?"]


def test_below_each_text_stands_who_sees_it() -> None:
    found = [
        part.text for part in network_paper(Paper.REACTION, sources(*half_way())).parts if isinstance(part, Paragraph)
    ]
    assert found[-1] == "Zichtbaar voor mijn bestuur en de begeleider."


def test_an_example_says_that_it_is_one_on_top_and_on_every_sheet() -> None:
    example, real = (network_paper(Paper.CYCLE, sources(*half_way(), is_example=one)) for one in (True, False))
    assert "Voorbeeld: wat hier staat, is verzonnen." in example.facts
    assert example.foot.endswith("voorbeeld")
    assert "oorbeeld" not in real.foot + "".join(real.facts)


def test_nothing_written_is_said_instead_of_an_empty_sheet() -> None:
    (part,) = network_paper(Paper.CYCLE, sources()).parts
    assert part == Paragraph("Hiervan is nog niets geschreven of gedeeld.")


def test_word_has_real_headings_a_language_a_title_and_numbered_sheets() -> None:
    document = network_paper(Paper.CYCLE, sources(*half_way()))
    made = opened(document)
    walked = [p.text for p in made.paragraphs if p.style.name.startswith("Heading")]
    assert walked == headings(document)
    assert [p.text for p in made.paragraphs if p.style.name == "Title"] == ["Leernetwerk: de cyclus"]
    assert made.core_properties.title == "Leernetwerk: de cyclus · Dynamiek Scholengroep"
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"
    codes = [code.text for code in made.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_levels_of_headings_are_not_skipped() -> None:
    for paper in Paper:
        before = 0
        for part in network_paper(paper, sources(*half_way())).parts:
            if isinstance(part, PaperHeading):
                assert part.level <= before + 1, (paper, part.text)
                before = part.level


def test_in_word_pictures_have_their_text_and_tables_their_heads() -> None:
    made = opened(network_paper(Paper.SKETCH, sources(*half_way())))
    (drawn,) = [one for one in made.element.iter() if one.tag.endswith("}docPr")]
    assert drawn.get("descr").startswith("Zelfevaluatie per thema, van 1 tot 5. Infrastructuur: 2,0; Visie: ")
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in made.tables)
    assert len(made.tables) == 6


def test_an_english_reader_gets_english_papers() -> None:
    use_language("en")
    made = opened(network_paper(Paper.REACTION, sources(*half_way())))
    assert [p.text for p in made.paragraphs if p.style.name == "Title"] == ["Personal reaction"]
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


def test_the_same_paper_gives_the_same_bytes() -> None:
    document = network_paper(Paper.REACTION, sources(*half_way()))
    for make in (document_word, document_pdf):
        assert make(document, NOW) == make(document, NOW)


def test_the_pdf_is_for_screen_readers() -> None:
    made = document_pdf(network_paper(Paper.CYCLE, sources(*half_way())), NOW)
    assert b"pdfuaid:part" in made
    assert re.search(rb"/Lang\s*\(nl", made)


def test_whatever_people_write_is_text_in_both() -> None:
    every = (
        PaperHeading(HOSTILE), Paragraph(HOSTILE), Points((HOSTILE,)), PaperTable((HOSTILE,), ((HOSTILE,),), (1,)),
        ScaleMarks(((HOSTILE, 2.0, "2"),), 1, 5, HOSTILE, HOSTILE),
    )  # fmt: skip
    document = PaperDocument(HOSTILE, HOSTILE, (HOSTILE,), every, HOSTILE)
    assert document_pdf(document, NOW).startswith(b"%PDF-")
    assert HOSTILE.replace("\u2028", "") in opened(document).paragraphs[0].text.replace("\u2028", "")


def test_no_clock_of_the_machine_is_in_the_word_file() -> None:
    made = document_word(network_paper(Paper.REACTION, sources(*half_way())), NOW)
    with zipfile.ZipFile(BytesIO(made)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {2018}
        assert b"2018-05-01T12:00:00Z" in packed.read("docProps/core.xml")


def test_a_paper_of_another_board_holds_only_what_it_shares(network: Network) -> None:
    for level in Sharing:
        said = Reaction(f"gezegd: {level}")
        store.contribute(network.own, network.database, NOW, network.network_id, "reaction", "", said, level=level)
        seen = store.contributions(network.other, network.database, network.network_id, every_version=True)
        known = PaperSources("11111", str, "Netwerk", network.network_id, seen, {}, False, date(2018, 5, 1))
        told = any(isinstance(p, Paragraph) and said.text in p.text for p in network_paper(Paper.CYCLE, known).parts)
        assert told is (level in (Sharing.CIRCLE, Sharing.PUBLIC))


def test_a_version_that_was_not_there_is_no_reason_to_fail() -> None:
    document = network_paper(Paper.QUESTION, sources(*(one for one in half_way() if one.version == 1)))
    assert "Hoe krijg ik leraren mee?" in [part.text for part in document.parts if isinstance(part, Paragraph)]
