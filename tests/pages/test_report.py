"""Rapport without a browser: composing one, opening it, sharing it, and who sees which."""

from streamlit.testing.v1 import AppTest

from planning.core.database import Database
from planning.core.work import carry_out_all
from planning.report.making import makings_of
from planning.report.model import Audience
from planning.report.service import reports
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words

PAGE = "report/page.py"


def field(found: object, start: str) -> object:
    return next(one for one in found if one.key and one.key.startswith(start))  # type: ignore[attr-defined]


def made(app: AppTest, database: Database) -> AppTest:
    """What was asked is made."""
    carry_out_all(database)
    return app.run()


def test_the_chair_composes_a_report_and_shares_it_with_readers(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE)
    assert not app.exception
    assert app.header[0].value.startswith("**Maak een rapport voor de RvT, de GMR of een school:**")
    app.segmented_control(key="report_audience").set_value(Audience.COUNCIL).run()
    sections = field(app.multiselect, "report_sections")
    assert "Onze leervraag" not in sections.options  # type: ignore[attr-defined]
    sections.set_value(sections.value[:1])  # type: ignore[attr-defined]
    field(app.text_area, "report_foreword").set_value("Vooraf")  # type: ignore[attr-defined]
    press(app, "Rapport maken")
    made(app, database)
    assert not app.exception
    assert field(app.text_area, "report_foreword").value == "Vooraf"  # type: ignore[attr-defined]
    [kept] = reports(somebody(database, "voorzitter"), database)
    assert (kept.choice.audience, kept.choice.foreword, len(kept.choice.sections)) == (Audience.COUNCIL, "Vooraf", 1)
    assert app.header[0].value == "**Er is 1 rapport,** van 1\u20115\u20112018."
    assert "Gemeenschappelijke medezeggenschapsraad" in words(app)
    press(app, "Delen met lezers (RvT, GMR)")
    assert "Lezers kunnen het rapport nu openen" in words(app)
    assert [one.number for one in reports(somebody(database, "gmr"), database)] == [kept.number]
    press(app, "Weghalen")
    assert reports(somebody(database, "voorzitter"), database) == ()
    press(app, "Ongedaan maken")
    assert [one.number for one in reports(somebody(database, "voorzitter"), database)] == [kept.number]


def test_a_report_for_a_school_asks_which_and_a_reader_sees_what_is_shared_only(
    signed_in: SignedIn, database: Database
) -> None:
    app = signed_in("voorzitter", PAGE)
    app.segmented_control(key="report_audience").set_value(Audience.SCHOOL).run()
    assert not any(one.key and one.key.startswith("report_decisions") for one in app.text_area)
    press(app, "Rapport maken")
    assert "Er is nog geen school gekozen" in words(app)
    assert makings_of(somebody(database, "voorzitter"), database) == ()
    app = signed_in("gmr", PAGE)
    assert app.header[0].value == "**Het bestuur heeft nog geen rapport gedeeld.**"
    assert not app.button or all(one.label != "Rapport maken" for one in app.button)
