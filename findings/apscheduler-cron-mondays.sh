#!/usr/bin/env bash
# Libraries: APScheduler 3.11.3 and celery 5.7.0 beside croniter 7.0.0, npm croner 11.0.1 and cron-parser
#   5.10.6, on lines of cron.
# Guess: CronTrigger.from_crontab is made for lines of cron: day 1 is Monday, 0 and 7 are Sunday, and where both a day
#   of the month and a day of the week are named either will do, as the manual of cron says.
# Seen: for APScheduler days count from Monday as 0: "0 8 * * 1" runs on Tuesdays, and 1-5, working days, is Tuesday to
#   Saturday. 7 is an error, for celery too. "0 8 1-7 * 1" needs both: cron runs on seven days and every Monday, celery
#   on the first Monday, APScheduler on the first Tuesday. croniter, croner and cron-parser do as cron does. A name
#   (mon) is right.
# Why it matters: a reminder of Monday morning comes on Tuesday, that of Friday for the weekend on Saturday, when nobody
#   is at school; and a line that moves from the crontab of a server to the program changes its days without an error.
#   Write days by name, and never a day of the month beside a day of the week.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet APScheduler==3.11.3 celery==5.7.0 croniter==7.0.0 tzdata
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . croner@11.0.1 cron-parser@5.10.6
cat > days.py <<'PY'
import datetime
import zoneinfo

from apscheduler.triggers.cron import CronTrigger
from celery.schedules import crontab
from croniter import croniter

ZONE = zoneinfo.ZoneInfo("Europe/Amsterdam")
MAY = [datetime.datetime(2026, 5, 1, tzinfo=ZONE) + datetime.timedelta(days=day) for day in range(31)]


def with_apscheduler(line):
    trigger = CronTrigger.from_crontab(line, timezone=ZONE)
    return [day for day in MAY if trigger.get_next_fire_time(None, day).date() == day.date()]


def with_celery(line):
    when = crontab.from_string(line)
    return [day for day in MAY if day.isoweekday() % 7 in when.day_of_week and day.day in when.day_of_month]


def with_croniter(line):
    return [day for day in MAY if croniter(line, day).get_next(datetime.datetime).date() == day.date()]


for line in ("0 8 * * 1", "0 8 * * 1-5", "0 8 * * 7", "0 8 1-7 * 1", "0 8 * * mon"):
    for name, days in (("APScheduler", with_apscheduler), ("celery", with_celery), ("croniter", with_croniter)):
        try:
            print(f"{line}: {name}", ", ".join(f"{day:%a} {day.day}" for day in days(line)[:5]))
        except ValueError as error:
            print(f"{line}: {name} {type(error).__name__}")
PY
cat > days.mjs <<'JS'
import { CronExpressionParser } from "cron-parser";
import { Cron } from "croner";

const zone = "Europe/Amsterdam";
const start = new Date("2026-05-01T00:00:00+02:00");
const shown = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: zone });
const told = (day) => {
    const parts = Object.fromEntries(shown.formatToParts(day).map(({ type, value }) => [type, value]));
    return `${parts.weekday} ${parts.day}`;
};
for (const line of ["0 8 * * 1", "0 8 1-7 * 1"]) {
    console.log(`${line}: croner`, new Cron(line, { timezone: zone }).nextRuns(4, start).map(told).join(", "));
    const dates = CronExpressionParser.parse(line, { currentDate: start, tz: zone });
    console.log(`${line}: cron-parser`, dates.take(4).map((date) => told(date.toDate())).join(", "));
}
JS
seen=$(venv/bin/python days.py && node days.mjs)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: lines of cron mean other days" >&2; exit 1; }
0 8 * * 1: APScheduler Tue 5, Tue 12, Tue 19, Tue 26
0 8 * * 1: celery Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * 1: croniter Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * 1-5: APScheduler Fri 1, Sat 2, Tue 5, Wed 6, Thu 7
0 8 * * 1-5: celery Fri 1, Mon 4, Tue 5, Wed 6, Thu 7
0 8 * * 1-5: croniter Fri 1, Mon 4, Tue 5, Wed 6, Thu 7
0 8 * * 7: APScheduler ValueError
0 8 * * 7: celery ValueError
0 8 * * 7: croniter Sun 3, Sun 10, Sun 17, Sun 24, Sun 31
0 8 1-7 * 1: APScheduler Tue 5
0 8 1-7 * 1: celery Mon 4
0 8 1-7 * 1: croniter Fri 1, Sat 2, Sun 3, Mon 4, Tue 5
0 8 * * mon: APScheduler Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * mon: celery Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * mon: croniter Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * 1: croner Mon 4, Mon 11, Mon 18, Mon 25
0 8 * * 1: cron-parser Mon 4, Mon 11, Mon 18, Mon 25
0 8 1-7 * 1: croner Fri 1, Sat 2, Sun 3, Mon 4
0 8 1-7 * 1: cron-parser Fri 1, Sat 2, Sun 3, Mon 4
EXPECTED
