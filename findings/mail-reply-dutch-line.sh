#!/usr/bin/env bash
# Library: mail-parser-reply 1.36 (takes the newest answer out of a mail), told that the language is Dutch, which it
#   knows.
# Guess: latest_reply leaves out the mail that was answered, as it does for "On Mon, 4 May 2026, Jan wrote:".
# Seen: the Dutch line that Gmail puts above it, "Op ma 4 mei 2026 om 10:15 schreef Jan <...>:", is not known: the
#   pattern wants nothing between "schreef" and the colon, where Dutch has the name. Nor is that of Apple Mail ("heeft
#   ... het volgende geschreven:"). The whole mail is the reply, with what was asked below it. English and the block
#   "Van:/Verzonden:" of Outlook are cut off rightly.
# Why it matters: whoever reads counts or an agreement out of answers ("12 laptops") finds those of the question too,
#   and a history of a school keeps each mail as often as it was answered. The tests with English mails pass.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mail-parser-reply==1.36
cd "$folder"
venv/bin/python - <<'PY'
import sys

from mailparser_reply import EmailReplyParser

person = "Jan de Vries <jan@example.org>"
above = {
    f"On Mon, May 4, 2026 at 10:15 AM {person} wrote:": True,
    f"Van: {person}\nVerzonden: maandag 4 mei 2026 10:15\nAan: Piet\nOnderwerp: laptops": True,
    f"Op ma 4 mei 2026 om 10:15 schreef {person}:": False,
    f"Op 4 mei 2026 om 10:15 heeft {person} het volgende geschreven:": False,
}
seen = {}
for line in above:
    mail = f"Twaalf graag.\n\n{line}\n> Zijn 8 laptops genoeg?\n"
    reply = EmailReplyParser(languages=["nl", "en"]).read(mail).latest_reply
    seen[line] = reply == "Twaalf graag."
    print("cut off" if seen[line] else "kept   ", "|", line.splitlines()[0])
if seen != above:
    sys.exit("changed: another line above the answered mail is known")
PY
