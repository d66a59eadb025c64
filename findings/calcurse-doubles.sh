#!/usr/bin/env bash
# Tool: calcurse 4.7.1 (Debian 12), reading iCalendar. Needs root for apt-get where calcurse is not there yet.
# Guess: an event has a UID so that a second import of the same file changes nothing; one that is cancelled is left out
#   or marked.
# Seen: calcurse keeps no UID and no status. A second import doubles every event, an export after it has neither, and
#   a cancelled day stands there like any other.
# Why it matters: a calendar that is sent as a file each month grows at such a reader, and what was called off takes
#   place twice. Say it in the title of a cancelled event, and tell people to subscribe, not to import.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v calcurse > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends calcurse
} > /dev/null
calcurse --version | head -1
cd "$folder"
event() { printf '%s\r\n' BEGIN:VEVENT "UID:$1" DTSTAMP:20260101T000000Z "$2" "$3" "SUMMARY:$1" END:VEVENT; }
{
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//nl
    event visit DTSTART:20260527T070000Z DTEND:20260527T080000Z
    event cancelled "DTSTART;VALUE=DATE:20260528" STATUS:CANCELLED
    printf '%s\r\n' END:VCALENDAR
} > feed.ics
mkdir store
TZ=UTC calcurse -D store -i feed.ics
TZ=UTC calcurse -D store -i feed.ics
TZ=UTC calcurse -D store -x > seen.ics
grep -E 'SUMMARY|UID|STATUS' seen.ics
count() { grep -c "$1" seen.ics || true; }
seen="$(count SUMMARY:visit) $(count SUMMARY:cancelled) $(count "UID\|STATUS")"
echo "visits, cancelled, UIDs and statuses: $seen"
[ "$seen" = "2 2 0" ] || { echo "changed: calcurse keeps UID or status" >&2; exit 1; }
