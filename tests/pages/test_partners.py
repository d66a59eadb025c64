"""Partners on the example group: what each board sees of the others, and what it decides itself."""

import pytest
from streamlit.testing.v1 import AppTest

from planning.circles.model import Sharing
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person
from planning.partners.model import StanceState
from planning.partners.service import PartnersView, partners_view
from planning.ratios.service import ratio_view
from planning.rounds.service import rounds_view
from tests.pages.conftest import SignedIn
from tests.pages.driving import markdown, parts, press, words

OWN, SPOV, CIRCLE = "47920", "44397", "P0001"
UNDECIDED = f"{CIRCLE}/3"


def opened(signed_in: SignedIn, part: str = "visie", person: str = "voorzitter", board: str = OWN) -> AppTest:
    app = signed_in(person, "partners/page.py", board_id=board, deel=part)
    assert not app.exception
    return app


def somebody(database: Database, board: str = OWN, person: str = "voorzitter") -> Person:
    found = find_person(database, board, person)
    assert found
    return found


def view(database: Database, board: str = OWN) -> PartnersView:
    return partners_view(somebody(database, board), database, CIRCLE)


def group(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.get("button_group") if one.label == label)


def test_every_part_opens_for_a_board_and_for_who_leads(signed_in: SignedIn) -> None:
    all_parts = ["Visie", "Uitrol", "Infrastructuur", "Systemen", "Samen inkopen", "Cijfers", "Delen"]
    assert parts(opened(signed_in)) == all_parts
    for part in ("visie", "uitrol", "infrastructuur", "systemen", "inkoop", "vergelijken", "delen"):
        opened(signed_in, part)
    assert parts(opened(signed_in, person="begeleider", board=CIRCLE)) == [*all_parts[:-1], "Deelname"]
    for part in ("visie", "uitrol", "infrastructuur", "systemen", "inkoop", "vergelijken", "deelname"):
        opened(signed_in, part, "begeleider", CIRCLE)


@pytest.mark.parametrize("person", ["gmr", "ict-03uz", "icoach", "ibp", "beheer"])
def test_who_does_not_speak_for_the_board_is_told_so(signed_in: SignedIn, person: str) -> None:
    assert "Visie" not in words(opened(signed_in, person=person))


@pytest.mark.parametrize(("page", "circle"), [("guide/page.py", CIRCLE), ("partners/page.py", "N0001")])
def test_who_leads_a_circle_of_another_kind_is_refused_in_words_and_led_to_their_own_page(
    signed_in: SignedIn, page: str, circle: str
) -> None:
    app = signed_in("begeleider", page, board_id=circle)
    assert not app.exception
    assert app.title[0].value == "Deze pagina is niet voor u"
    [link] = app.get("page_link")
    assert link.proto.label == {CIRCLE: "Naar Partners", "N0001": "Naar Netwerk"}[circle]


def test_a_board_that_adopts_a_statement_is_seen_by_the_other(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in)
    assert "Uw bestuur besluit nog over ‘Een leraar kan overal meteen aan het werk’" in words(app)
    group(app, "Ons bestuur").set_value(StanceState.ADOPTED)
    next(one for one in app.text_input if one.label.startswith("Door welk orgaan")).set_value("college van bestuur")
    press(app, "Bewaren")
    assert view(database, SPOV).statements[2].state(OWN) is StanceState.ADOPTED


def test_adopting_without_saying_by_whom_is_refused_at_the_field(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in)
    group(app, "Ons bestuur").set_value(StanceState.ADOPTED)
    press(app, "Bewaren")
    assert "Welk orgaan stelde het vast?" in markdown(app)
    assert view(database, SPOV).statements[2].state(OWN) is StanceState.DISCUSSED


def test_sharing_taken_back_is_gone_at_the_next_run_of_the_other(signed_in: SignedIn, database: Database) -> None:
    before = opened(signed_in, "vergelijken", board=SPOV)
    assert "Prisma: 1 op" in words(before)
    prisma = opened(signed_in, "delen", board="47959")
    control = next(one for one in prisma.get("button_group") if "figures" in str(one.key))
    control.set_value(Sharing.OWN).run()
    assert "Prisma: 1 op" not in words(before.run())


def test_the_planner_reckons_with_what_partners_take_along(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "inkoop")
    press(app, "Neem over in onze rondes")
    chair = somebody(database)
    found = rounds_view(chair, database, ratio_view(chair, database), view(database).purchases[0].opens)
    assert found.rules.partners == {"chromebook": 195, "tablet": 50}
    of_2018 = [one.round_id for one in found.rounds if one.on.year == 2018]
    assert {found.prices[one, "chromebook"] for one in of_2018} == {272_25}
    press(app, "Ongedaan maken")
    assert not rounds_view(chair, database, ratio_view(chair, database), found.as_of).rules.partners


def test_boards_compare_their_systems_and_what_one_withdraws_is_gone_for_the_other(
    signed_in: SignedIn, database: Database
) -> None:
    said = words(opened(signed_in, "systemen", board=SPOV))
    assert "Voor 1 van de 5 functies die besturen delen, hebben zij hetzelfde systeem." in said.replace("*", "")
    app = opened(signed_in, "systemen")
    assert "geen school, prijs of contract" in words(app)
    app.multiselect[0].set_value(["lvs"])
    press(app, "Deel zoals het is op")
    assert "1 functie wordt gedeeld." in words(app)
    assert "Voor 0 van de 4 functies" in words(opened(signed_in, "systemen", board=SPOV))
    assert set(view(database, SPOV).systems[OWN]) == {"lvs"}
    press(app, "Ongedaan maken")
    assert len(view(database, SPOV).systems[OWN]) == 5
