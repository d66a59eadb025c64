"""IBP on the screen: who reads and does what, one norm judged, a list read, and what is refused in words."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.privacy.audit_words import TOPIC
from pages.settings.audit_log_words import AuditWords
from planning.core.database import Database
from planning.core.rights import Person, Role, operator
from planning.core.service import audit, save_person
from planning.core.translation import gettext
from planning.privacy.attitude_service import attitude_view
from planning.privacy.policy_service import adopt_policy
from planning.privacy.service import privacy_view
from tests.making import sheets
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words
from tests.privacy.test_attitude import filled
from tests.privacy.test_norm_list import full_list
from tests.privacy.test_service import progress

AS_OF = date(2018, 5, 1)
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
PARTS = ("overzicht", "normen", "maatregelen", "beleid", "bewustwording", "versnellingsvraag")
READERS = ("voorzitter", "bovenschools", "ict-03uz", "icoach", "ibp", "beheer")


def opened(signed_in: SignedIn, part: str, person: str = "ibp", **query: str) -> AppTest:
    app = signed_in(person, "privacy/page.py", deel=part, **query)
    assert not app.exception
    return app


def buttons(app: AppTest) -> set[str]:
    return {button.label for button in app.button}


def field(app: AppTest, label: str) -> str:
    return next(input.value for input in [*app.text_input, *app.text_area] if input.label == label)


@pytest.mark.parametrize("person", READERS)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_for_everybody_who_may_read(signed_in: SignedIn, part: str, person: str) -> None:
    app = opened(signed_in, part, person)
    assert len(app.header) == 1
    assert "**" in app.header[0].value


@pytest.mark.parametrize("person", ["gmr", "netwerk"])
def test_readers_of_published_figures_get_a_plain_refusal(signed_in: SignedIn, person: str) -> None:
    app = opened(signed_in, "overzicht", person)
    assert "Deze pagina is niet voor u" in words(app)
    assert not app.metric


def test_the_answer_tells_the_norms_and_the_policy(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "overzicht", "icoach"))
    assert "**2 van de 13 normen staan op niveau 3 of hoger.** Het IBP-beleid is een concept" in said
    assert "vaststelling is gepland op 22-5-2018" in said
    assert "Normen op niveau 2 van 13 2 niet beoordeeld" in said
    assert "van **18 van de 20 scholen** is de inventaris op 1-5-2018 hoogstens 180 dagen oud" in said
    assert "het niveau bepaalt u zelf" in said


def test_an_earlier_reference_date_tells_what_was_known_then(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "overzicht", "voorzitter", peildatum="2018-03-01"))
    assert "**Nog geen van de 13 normen staat op niveau 3 of hoger.**" in said
    assert "Er is nog geen IBP-beleid." in said


def test_a_judged_norm_changes_the_answer_and_the_progress_of_the_goal(signed_in: SignedIn, database: Database) -> None:
    before = progress(somebody(database, "ibp"), database, AS_OF)
    app = opened(signed_in, "normen")
    app.get("segmented_control")[1].set_value(3)
    next(area for area in app.text_area if area.label == "Bewijs").set_value("Vastgesteld beleid")
    press(app, "Oordeel bewaren")
    assert "BL.01 staat op 3 · Bepaald" in words(app)
    assert "**3 van de 13 normen staan op niveau 3 of hoger.**" in words(app)
    after = progress(somebody(database, "ibp"), database, AS_OF)
    assert (before.norms_at_target, after.norms_at_target) == (2, 3)
    assert privacy_view(somebody(database, "ibp"), database).scores_on(AS_OF)["BL.01"].evidence == "Vastgesteld beleid"


def test_our_own_inventories_are_offered_as_evidence_and_raise_no_level(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "normen")
    app.selectbox(key="privacy_domain").set_value("CO").run()
    assert "Vlootplan laat zelf zien" in words(app)
    press(app, "Overnemen als bewijs")
    assert "18 van de 20 scholen" in field(app, "Bewijs")
    assert len(privacy_view(somebody(database, "ibp"), database).scores) == 14


@pytest.mark.parametrize("person", ["voorzitter", "bovenschools", "ict-03uz", "icoach", "beheer"])
def test_nobody_but_the_privacy_officer_judges(signed_in: SignedIn, person: str) -> None:
    assert "Oordeel bewaren" not in buttons(opened(signed_in, "normen", person))
    assert "Bewaren" not in buttons(opened(signed_in, "maatregelen", person))


def test_a_norm_that_was_not_seen_at_its_source_says_so(signed_in: SignedIn) -> None:
    app = opened(signed_in, "normen")
    app.selectbox(key="privacy_domain").set_value("RO").run()
    assert "in de woorden van Vlootplan" in words(app)


def test_a_list_of_94_norms_tells_its_problems_by_row_and_keeps_the_rest(
    signed_in: SignedIn, database: Database
) -> None:
    app = press(opened(signed_in, "normen"), "Normenkader en normenlijst")
    app.selectbox(key="privacy_framework_code_0").set_value("normenkader_fo").run()
    press(app, "Dit normenkader gebruiken")
    rows = full_list()
    rows[4][1], rows[50][3] = "Tuin", "hoog"
    content = sheets(Normen=[["Code", "Domein", "Titel", "Streefniveau"], *rows])
    app.get("file_uploader")[0].set_value(("normen.xlsx", content, "application/octet-stream")).run()
    said = words(app)
    assert "We lazen **92 normen**" in said
    assert "Tabblad Normen, rij 6, kolom B: er staat ‘Tuin’" in said
    assert "Tabblad Normen, rij 52, kolom D: er staat ‘hoog’" in said
    assert "**2 rijen blijven buiten.**" in said
    press(app, "Deze normen bewaren")
    assert len(privacy_view(somebody(database, "ibp"), database).own_codes) == 92


def test_a_whole_list_of_94_norms_is_kept_and_counted(signed_in: SignedIn, database: Database) -> None:
    app = press(opened(signed_in, "normen"), "Normenkader en normenlijst")
    app.selectbox(key="privacy_framework_code_0").set_value("normenkader_fo").run()
    press(app, "Dit normenkader gebruiken")
    content = sheets(Normen=[["Code", "Domein", "Titel", "Streefniveau"], *full_list()])
    app.get("file_uploader")[0].set_value(("normen.xlsx", content, "application/octet-stream")).run()
    assert "Beveiliging: 69 van 69. Privacy: 25 van 25." in words(app)
    press(app, "Deze normen bewaren")
    assert "94 normen zijn bewaard" in words(app)
    assert len(privacy_view(somebody(database, "ibp"), database).own_codes) == 94


def test_levels_of_a_list_come_in_as_judgements_and_go_with_undo(signed_in: SignedIn, database: Database) -> None:
    before = privacy_view(somebody(database, "ibp"), database)
    app = press(opened(signed_in, "normen"), "Normenkader en normenlijst")
    rows = [["BL.01", "Beleid", "drie"], ["BL.02", "Herzien", "n.v.t."], ["RO.01", "Rollen", 2], ["RO.02", "Weg", 4]]
    content = sheets(Normen=[["Code", "Titel", "Niveau"], *rows])
    app.get("file_uploader")[0].set_value(("normen.xlsx", content, "application/octet-stream")).run()
    assert "3 · Bepaald" in words(app)
    app.multiselect(key="privacy_list_without_0").set_value(["RO.02"]).run()
    press(app, "Deze normen bewaren")
    after = privacy_view(somebody(database, "ibp"), database)
    levels = {code: score.level for code, score in after.scores_on(date(2018, 5, 1)).items()}
    assert (levels["BL.01"], levels["RO.01"]) == (3, 2)
    assert after.own_codes - before.own_codes == {"BL.01", "BL.02", "RO.01"} - before.own_codes
    press(app, "Ongedaan maken")
    assert privacy_view(somebody(database, "ibp"), database) == before


def test_a_norm_of_the_own_list_can_be_taken_away_and_put_back(signed_in: SignedIn, database: Database) -> None:
    before = privacy_view(somebody(database, "ibp"), database)
    app = press(opened(signed_in, "normen"), "Normenkader en normenlijst")
    code = app.selectbox(key="privacy_norm_own_0").value
    press(app, "Weghalen")
    assert code not in privacy_view(somebody(database, "ibp"), database).own_codes
    press(app, "Ongedaan maken")
    assert privacy_view(somebody(database, "ibp"), database) == before


def test_a_norm_text_from_a_list_is_never_read_as_markdown(signed_in: SignedIn) -> None:
    app = press(opened(signed_in, "normen"), "Normenkader en normenlijst")
    content = sheets(Normen=[["Code", "Titel"], ["BL.03", "**vet** [klik](https://elders.nl)"]])
    app.get("file_uploader")[0].set_value(("normen.xlsx", content, "application/octet-stream")).run()
    press(app, "Deze normen bewaren")
    app.selectbox(key="privacy_norm_code_BL").set_value("BL.03").run()
    assert any(r"\*\*vet\*\* \[klik\]" in str(part.value) for part in app.markdown)


def test_the_chair_sets_the_level_and_can_undo_it(signed_in: SignedIn, database: Database) -> None:
    app = press(opened(signed_in, "normen", "voorzitter"), "Normenkader en normenlijst")
    app.selectbox(key="privacy_ambition_target_level_0").set_value(2)
    press(app, "Bewaren")
    ambition = privacy_view(somebody(database, "ibp"), database).ambition
    assert ambition is not None
    assert (ambition.target_level, ambition.deadline) == (2, date(2018, 5, 25))
    press(app, "Ongedaan maken")
    assert "Ongedaan gemaakt" in words(app)
    undone = privacy_view(somebody(database, "ibp"), database).ambition
    assert undone is not None
    assert undone.target_level == 3


def test_a_new_measure_stands_in_the_list(signed_in: SignedIn) -> None:
    app = opened(signed_in, "maatregelen")
    assert "**2 van de 8 maatregelen zijn klaar.** **1** is te laat." in words(app)
    app.text_input(key="privacy_measure_title_new_0").set_value("Schermen vergrendelen")
    app.text_input(key="privacy_measure_owner_new_0").set_value("Schooldirecteuren")
    press(app, "Bewaren")
    assert "**2 van de 9 maatregelen zijn klaar.**" in words(app)


def test_a_measure_without_owner_is_refused_in_words(signed_in: SignedIn) -> None:
    app = opened(signed_in, "maatregelen")
    app.text_input(key="privacy_measure_title_new_0").set_value("Iets")
    press(app, "Bewaren")
    assert "De maatregel heeft nog geen eigenaar" in words(app)
    assert "van de 8 maatregelen" in words(app)


def test_the_chair_adopts_the_policy_and_the_officer_records_the_consent(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "beleid", "voorzitter")
    app.button(key="privacy_adopt_keep").click().run()
    assert "Het IBP-beleid is vastgesteld op 1-5-2018. De GMR heeft nog niet ingestemd." in words(app)
    other = opened(signed_in, "beleid", "ibp")
    assert "privacy_adopt_keep" not in {button.key for button in other.button}
    other.button(key="privacy_consent_keep").click().run()
    assert "vastgesteld met instemming" in words(other)
    found = progress(somebody(database, "ibp"), database, AS_OF)
    assert (found.policy_adopted, found.gmr_consent) == (True, True)


def test_an_adopted_policy_asks_for_a_new_version(signed_in: SignedIn, database: Database) -> None:
    chair = somebody(database, "voorzitter")
    adopt_policy(chair, database, NOW, 1, AS_OF)
    assert "Een nieuwe versie" in words(opened(signed_in, "beleid"))


def test_a_coordinator_adds_an_activity_of_the_own_school_and_sees_no_other(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "bewustwording", "ict-03uz")
    app.text_input(key="privacy_activity_title_0").set_value("Wachtwoordles")
    press(app, "Toevoegen")
    assert "‘Wachtwoordles’ is toegevoegd" in words(app)
    assert "De Brink" not in words(app)
    added = [a for a in attitude_view(somebody(database, "ibp"), database).activities if a.title == "Wachtwoordles"]
    assert [a.school_id for a in added] == ["03UZ00"]
    press(app, "Ongedaan maken")
    assert not [a for a in attitude_view(somebody(database, "ibp"), database).activities if a.title == "Wachtwoordles"]


def test_an_icoach_reads_awareness_and_adds_nothing(signed_in: SignedIn) -> None:
    assert not {"Toevoegen", "Iets weghalen", "Aantallen inbrengen"} & buttons(
        opened(signed_in, "bewustwording", "icoach")
    )


def test_counts_of_a_questionnaire_come_in_and_small_groups_do_not(signed_in: SignedIn, database: Database) -> None:
    app = press(opened(signed_in, "bewustwording", "ict-03uz"), "Aantallen inbrengen")
    app.get("file_uploader")[0].set_value(("a.xlsx", filled("staff", (1, 1, 1, 1)), "application/octet-stream")).run()
    assert "Minder dan vijf bewaren we niet" in words(app)
    assert "Deze aantallen bewaren" not in buttons(app)
    press(app, "Ander bestand kiezen")
    app.get("file_uploader")[0].set_value(("a.xlsx", filled("staff", (1, 2, 5, 4)), "application/octet-stream")).run()
    press(app, "Deze aantallen bewaren")
    kept = [line for line in attitude_view(somebody(database, "ibp"), database).answers if line.school_id == "03UZ00"]
    assert [line.counts for line in kept if line.held_on == AS_OF] == [(1, 2, 5, 4)]


def test_the_question_shows_its_step_and_takes_the_next(signed_in: SignedIn) -> None:
    app = opened(signed_in, "versnellingsvraag")
    assert "in uitvoering, sinds 7-11-2017" in words(app)
    app.selectbox(key="privacy_step_step_0").set_value("answered")
    app.text_area(key="privacy_step_note_0").set_value("Beleid en negen puzzelstukken")
    app.button(key="FormSubmitter:privacy_step-Bewaren").click().run()
    assert "beantwoord, sinds 1-5-2018" in words(app)


def test_a_partner_reads_the_question_and_cannot_write(signed_in: SignedIn) -> None:
    app = signed_in("ibp", "privacy/page.py", board_id="44397", deel="versnellingsvraag")
    assert not app.exception
    said = words(app)
    assert "in uitvoering" in said
    assert "De IBP-coördinator van Dynamiek Scholengroep houdt het logboek bij" in said
    assert "Bewaren" not in buttons(app)


def test_a_board_without_a_framework_says_what_will_be_here(signed_in: SignedIn) -> None:
    app = signed_in("ibp", "privacy/page.py", board_id="44397")
    assert not app.exception
    assert "Daarvoor zijn normen nodig" in words(app)
    app.selectbox(key="privacy_framework_code_0").set_value("normenkader_fo").run()
    press(app, "Dit normenkader gebruiken")
    assert "**Nog geen norm is beoordeeld.** Er zijn 94 normen." in words(app)


def test_the_tiles_tell_the_board_and_the_school(signed_in: SignedIn) -> None:
    assert "2 van de 13 normen" in words(signed_in("voorzitter", "overview/page.py"))
    said = words(signed_in("ict-03uz", "school/page.py", school="03UZ00"))
    assert "Bewustwording privacy" in said
    assert "activiteiten** dit schooljaar, de laatste op 27-3-2018: IBP-puzzelstuk 3: lijstjes" in said


def test_the_page_speaks_english(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "privacy/page.py", lang="en")
    assert "2 of the 13 norms stand at level 3 or higher" in words(app)


def test_the_audit_lines_of_ibp_are_told_in_words(database: Database) -> None:
    chair = somebody(database, "voorzitter")
    lines = audit(chair, database, what=TOPIC.what).to_dict("records")
    told = AuditWords({}, {})
    said = {told.what(line["what"]): told.facts(line["what"], line["subject"], line["after"]) for line in lines}
    assert {gettext(text) for text in TOPIC.what.values()} - set(said) == {
        "IBP: niveau en datum",
        "IBP: normenlijst ingelezen",
    }
    assert told.facts("privacy_norms", "", {"norms": 94, "changed": 1}) == "94 normen · 1 wijziging"
    assert told.facts("privacy_ambition", "", {"target_level": 3, "deadline": None}) == "3 · Bepaald"
    assert said["IBP: norm beoordeeld"] == "1 · Ad hoc"
    assert said["IBP: bewustwordingsactiviteit"].endswith("scholen")
    assert not [text for text in said.values() if "_" in text or not text]


def test_a_privacy_officer_of_another_board_sees_none_of_it(signed_in: SignedIn, database: Database) -> None:
    save_person(operator("47959"), database, NOW, Person("nieuw", "47959", "Nieuw", Role.PRIVACY_OFFICER))
    app = signed_in("nieuw", "privacy/page.py", board_id="47959")
    assert "Daarvoor zijn normen nodig" in words(app)
