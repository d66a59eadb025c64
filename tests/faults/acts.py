"""What is killed: what people do themselves, and what is done for them in the background."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from unittest.mock import patch

import sqlalchemy as sa

from planning.core import mailing
from planning.core.backup import back_up, restore
from planning.core.database import Database, audit_line
from planning.core.interrupted import ActKind, interrupted, noted
from planning.core.mail import MailServer
from planning.core.mail_records import MailState, read_mail
from planning.core.migration import has_current_schema, migrate
from planning.core.paths import EXAMPLES
from planning.core.people import find_person
from planning.core.rights import Person, operator
from planning.core.service import save_person, set_board
from planning.core.work import carry_out_all
from planning.core.work_records import READY, read_tasks, task
from planning.example.load import inventories
from planning.inventory.guidance import GONE, Guidance
from planning.inventory.service import confirm_all, preview
from planning.organisation.service import import_pupils
from planning.ratios.service import ratio_view
from planning.report import making, paper, service, slides, workbook  # loaded before a process that is killed
from planning.report.choice import ReportChoice
from planning.report.model import Audience, SectionKey
from planning.rounds import sector
from planning.rounds.model import Scenario
from planning.rounds.scenario_plans import compute
from planning.rounds.service import approve, rounds_view
from tests.faults.kills import GOES_ON, NOTHING, WHOLE, Act, Half, Sum, by_sums, differ, in_a_process, sums
from tests.post import FakeServer, serving

NOW: Final = datetime(2018, 5, 1, 10, 0, tzinfo=UTC)
BOARD: Final = "47920"
MAILED: Final = 8
_LOADED: Final = (paper, slides, workbook)


def upload(database: Database, _folder: Path) -> Act:
    """Confirm the list of a school."""
    school = next(row for row in inventories() if row["board_id"] == BOARD)
    coordinator = _somebody(database, f"ict-{school['school_id'][:4].lower()}")
    path, day = EXAMPLES / school["path"], date(2018, 4, 30)
    said = Guidance(day, of_this_school=True, rest=GONE, keep_known=False)
    found = preview(coordinator, database, school["school_id"], path.read_bytes(), path.name, day, said)
    return _told(coordinator, ActKind.UPLOAD, lambda db: confirm_all(coordinator, db, NOW, [found]))


def approval(database: Database, _folder: Path) -> Act:
    """Approve a plan of rounds."""
    chair = _somebody(database, "voorzitter")
    view = rounds_view(chair, database, ratio_view(chair, database), date(2018, 5, 1))
    plans, version = compute(view, Scenario(0, "Sober")), database.data_version(BOARD)
    return _told(chair, ActKind.APPROVAL, lambda db: approve(chair, db, NOW, view, plans, version, reason="Besproken"))


def pupil_import(_database: Database, _folder: Path) -> Act:
    """Apply a file of DUO in which every school of the board has another number."""
    lines = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes().splitlines()
    pupils = b"\n".join([lines[0], *map(_one_pupil_more, lines[1:])])
    who = operator(BOARD)
    return _told(who, ActKind.DUO, lambda db: import_pupils(who, db, NOW, pupils, apply=True))


def backup_restore(database: Database, folder: Path) -> Act:
    """Put a backup back in which the board is called otherwise."""
    other = Database(f"sqlite:///{folder / 'other.db'}")
    back_up(database, folder / "first")
    restore(other, folder / "first")
    set_board(operator(BOARD), other, NOW, name="Uit een reservekopie")
    back_up(other, folder / "second")
    return Act(lambda db: restore(db, folder / "second"), by_sums)


def migration() -> Act:
    """Bring an old schema up to date; between two steps it may end, and the next one goes on to the same end."""

    def judge(database: Database, _before: Sum, whole: Sum) -> str:
        with database.engine.connect() as connection:
            turned_out = WHOLE if has_current_schema(connection) else GOES_ON
        migrate(database)
        if (found := sums(database)) != whole:
            raise Half(differ(found, whole))
        return turned_out

    return Act(migrate, judge)


def report(_database: Database, _folder: Path) -> Act:
    """Make a report in the background."""
    choice = ReportChoice(Audience.COUNCIL, (SectionKey.COUNTED, SectionKey.STANDING))

    def ask(database: Database) -> None:
        making.make(_somebody(database, "voorzitter"), database, NOW, NOW.date(), choice)

    def judge(database: Database, _before: Sum, _whole: Sum) -> str:
        chair = _somebody(database, "voorzitter")
        turned_out = WHOLE if service.reports(chair, database) else GOES_ON
        in_a_process(carry_out_all, database)
        [asked] = making.makings_of(chair, database)
        kept, lines = len(service.reports(chair, database)), _lines(database, "report")
        if (asked.step, kept, lines) != (making.Step.READY, 1, 1):
            raise Half(f"{asked.step}, {kept} reports, {lines} lines in the log")
        return turned_out

    return Act(carry_out_all, judge, ask)


def sector_plan(_database: Database, _folder: Path) -> Act:
    """Plan every board in the background."""
    planned: dict[str, sector.SectorPlan] = {}

    def judge(database: Database, _before: Sum, _whole: Sum) -> str:
        over = sector.progress(database).over
        in_a_process(carry_out_all, database)
        found = sector.progress(database)
        if not found.is_over or planned.setdefault("first", found) != found:
            raise Half(f"{found.over} of {found.asked} boards, or other plans than the time before")
        return NOTHING if not over else WHOLE if over == found.asked else GOES_ON

    return Act(carry_out_all, judge, lambda database: sector.begin(database, NOW))


def mails(post: FakeServer) -> Act:
    """Send a message to several people in the background; the server of it keeps what it took."""

    def ask(database: Database) -> None:
        post.messages.clear()
        chair = _somebody(database, "voorzitter")
        with database.read(BOARD) as connection:
            query = sa.text("SELECT person_id FROM person WHERE board_id = :board AND role = 'school_ict' ORDER BY 1")
            names = list(connection.execute(query, {"board": BOARD}).scalars())[:MAILED]
        for name in names:
            who = replace(_somebody(database, name), account=f"{name}@example.nl")
            save_person(operator(BOARD), database, NOW, who)
        to = [(BOARD, name) for name in names]
        with database.beside(BOARD) as connection:
            mailing.ask_mail(connection, chair, NOW, to, "Dag", "Hallo", what="school_mail", about="scholen")

    def judge(database: Database, _before: Sum, _whole: Sum) -> str:
        in_a_process(carry_out_all, database)
        time.sleep(0.1)  # what was being taken when its sender was killed
        taken = Counter(to for to, _content in post.messages)
        with database.read(BOARD) as connection:
            [one] = read_tasks(connection, task.c.board_id == BOARD, task.c.kind == mailing.KIND)
            lines = read_mail(connection, BOARD, one.task_id)
        wrong = [
            f"{line.person_id} {line.state}, taken {n} times"
            for line in lines
            if (n := taken[f"{line.person_id}@example.nl"])
            not in {MailState.SENT: (1,), MailState.UNKNOWN: (0, 1)}.get(line.state, ())
        ]
        unknown = sum(line.state is MailState.UNKNOWN for line in lines)
        if wrong or one.step != READY or unknown > 1 or _lines(database, "school_mail") != 1:
            raise Half(f"{one.step} {unknown} unknown {wrong}")
        return "unknown" if unknown else WHOLE

    return Act(carry_out_all, judge, ask)


@contextmanager
def mail_sink() -> Iterator[FakeServer]:
    """A mail server that takes its time, which every process that is killed sends to."""
    server = FakeServer()
    server.slow = 0.02
    named = MailServer("127.0.0.1", server.port, False, "vlootplan@example.nl")
    with serving(server), patch.object(mailing, "mail_server", lambda: named):
        yield server


ACTS: Final[Mapping[str, Callable[[Database, Path], Act]]] = {
    "upload": upload,
    "approve": approval,
    "import": pupil_import,
    "restore": backup_restore,
    "report": report,
    "plans": sector_plan,
}
"""What is done, made ready on a database like the one on which it is done."""


def _told(person: Person, what: ActKind, do: Callable[[Database], object]) -> Act:
    """Something long of a person, who is told afterwards whether it was kept."""

    def noting(database: Database) -> None:
        with noted(person, database, NOW, what):
            do(database)

    def judge(database: Database, before: Sum, whole: Sum) -> str:
        turned_out = by_sums(database, before, whole)
        told = interrupted(person, database, NOW + timedelta(minutes=1))
        if [one.is_kept for one in told] not in ([], [turned_out == WHOLE]):
            raise Half(f"{turned_out}, and told otherwise")
        if not told:  # killed before its first word, or after its last
            return f"{turned_out}, not begun" if turned_out == NOTHING else turned_out
        return turned_out

    return Act(noting, judge)


def _lines(database: Database, what: str) -> int:
    with database.read(BOARD) as connection:
        query = sa.select(sa.func.count()).where(audit_line.c.board_id == BOARD, audit_line.c.what == what)
        return int(connection.execute(query).scalar_one())


def _one_pupil_more(line: bytes) -> bytes:
    """A school's line of DUO with one more of 6 years."""
    cells = line.split(b";")
    cells[16], cells[-1] = (b"%d" % (int(cells[place]) + 1) for place in (16, -1))
    return b";".join(cells)


def _somebody(database: Database, person_id: str) -> Person:
    found = find_person(database, BOARD, person_id)
    if found is None:
        raise LookupError(person_id)
    return found
