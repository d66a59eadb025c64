"""A filled template and the exports of forms become counts; names, addresses and free text stay behind."""

import pytest

from planning.competences.answers import ScaleStep, ScanQuestion, level_of, read_answers, together
from planning.workbooks.model import FileRefused
from tests.making import workbook

QUESTIONS = (
    ScanQuestion("own-1", ("Samenwerken met ict", "Welk niveau past nu bij u: Samenwerken met ict?")),
    ScanQuestion("own-2", ("Feedback geven", "Welk niveau past nu bij u: Feedback geven?")),
    ScanQuestion("own-3", ("Mediawijsheid onderwijzen", "Welk niveau past nu bij u: Mediawijsheid onderwijzen?")),
)
STEPS = (
    ScaleStep(1, ("Ik begin hiermee", "begin")),
    ScaleStep(2, ("Ik kan dit met hulp", "met hulp")),
    ScaleStep(3, ("Ik doe dit zelfstandig", "zelfstandig")),
    ScaleStep(4, ("Ik help anderen hierbij", "expert")),
)
MICROSOFT = [
    ["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Welk niveau past nu bij u: samenwerken met ICT?",
     "Welk niveau past nu bij u:  Feedback geven", "Wilt u nog iets kwijt?"],
    [1, "1-3-2018 10:00", "1-3-2018 10:04", "e.smit@school.nl", "Emma Smit", "Ik doe dit zelfstandig", "Met hulp",
     "nee"],
    [2, "1-3-2018 11:00", "1-3-2018 11:02", "b.vries@school.nl", "Bart Vries", "Ik begin hiermee",
     "Ik help anderen hierbij", "vraag Esra"],
]  # fmt: skip
GOOGLE = (
    b'Tijdstempel,E-mailadres,"Welk niveau past nu bij u? [Samenwerken met ict]",'
    b'"Welk niveau past nu bij u? [Feedback geven]"\n'
    b"2018/03/01 10:00:00 a.m. EET,e.smit@school.nl,3 - zelfstandig,2\n"
    b"2018/03/01 10:05:00 a.m. EET,b.vries@school.nl,1 - begin,4\n"
)


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        (3, 3), (3.0, 3), ("3", 3), ("niveau 3", 3), ("3 · Ik doe dit zelfstandig", 3), ("3. zelfstandig", 3),
        ("Ik doe dit zelfstandig", 3), ("ik doe dit zelfstandg", 3), ("met hulp", 2), ("7", 7),
        ("weet ik niet", None), ("", None), (True, None), ("12 jaar ervaring met alles", 12),
    ],
)  # fmt: skip
def test_a_level_is_read_by_number_or_by_word(answer: object, level: int | None) -> None:
    assert level_of(answer, STEPS) == level  # type: ignore[arg-type]


@pytest.mark.parametrize(("content", "name"), [(workbook(MICROSOFT), "vragenlijst.xlsx"), (GOOGLE, "formulier.csv")])
def test_an_export_of_a_form_becomes_counts(content: bytes, name: str) -> None:
    read = read_answers(content, name, QUESTIONS, STEPS)
    assert (read.teachers, read.asked) == (2, {"own-1", "own-2"})
    assert read.counts == {"own-1": {3: 1, 1: 1}, "own-2": {2: 1, 4: 1}}
    assert read.problems == ()


def test_what_is_left_out_is_told_by_column_and_why() -> None:
    left = read_answers(workbook(MICROSOFT), "vragenlijst.xlsx", QUESTIONS, STEPS).left
    assert [(one.column, one.why) for one in left] == [
        ("A", "other"), ("B", "moment"), ("C", "moment"), ("D", "person"), ("E", "person"), ("H", "other"),
    ]  # fmt: skip


@pytest.mark.parametrize(("content", "name"), [(workbook(MICROSOFT), "vragenlijst.xlsx"), (GOOGLE, "formulier.csv")])
def test_no_word_of_one_teacher_comes_out_of_a_reading(content: bytes, name: str) -> None:
    told = repr(read_answers(content, name, QUESTIONS, STEPS))
    assert [word for word in ("Emma", "Bart", "Esra", "smit", "vries", "2018") if word in told] == []


def test_an_answer_that_is_no_level_is_told_by_row_and_column_without_its_words() -> None:
    rows = [["Samenwerken met ict", "Feedback geven"], [3, 2], ["vraag Emma", 2], [9, 3], [2, 1]]
    read = read_answers(workbook(rows), "zelfscan.xlsx", QUESTIONS, STEPS)
    assert [(p.row, p.column, p.code) for p in read.problems] == [(3, "A", "level_unknown"), (4, "A", "level_outside")]
    assert (read.teachers, read.counts["own-1"]) == (4, {3: 1, 2: 1})
    assert "Emma" not in repr(read)


def test_a_heading_that_is_somebodys_address_is_not_repeated() -> None:
    rows = [["Samenwerken met ict", "emma@school.nl"], [3, "x"], [2, "y"]]
    left = read_answers(workbook(rows), "zelfscan.xlsx", QUESTIONS, STEPS).left
    assert [(one.column, one.heading) for one in left] == [("B", "")]


def test_a_question_with_the_words_of_a_competence_but_no_levels_is_no_question() -> None:
    rows = [["Samenwerken met ict", "Feedback geven op deze vragenlijst"], [3, "prima zo"], [2, "te lang"]]
    assert read_answers(workbook(rows), "zelfscan.xlsx", QUESTIONS, STEPS).asked == {"own-1"}


def test_a_file_without_our_questions_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(workbook([["Soort", "Merk"], ["laptop", "HP"]]), "lijst.xlsx", QUESTIONS, STEPS)
    assert refused.value.code == "no_questions"


def test_a_file_for_every_teacher_is_read_as_one_list() -> None:
    files = [workbook([["Samenwerken met ict"], [level]]) for level in (1, 3, 3)]
    read = together([read_answers(file, "een.xlsx", QUESTIONS, STEPS) for file in files])
    assert (read.teachers, read.counts) == (3, {"own-1": {1: 1, 3: 2}})
