#!/usr/bin/env bash
# Tools: qpdf 11.3.0 (Debian 12), pikepdf 10.18.0 and pypdf 7.1.1, on two PDF/UA-1 files of typst 0.15.2. Needs root for
#   apt-get where qpdf is not there yet.
# Guess: two reports that are PDF/UA, put behind each other, are tagged throughout, or the result no longer says that it
#   is PDF/UA.
# Seen: it says so (pdfuaid:part 1, Marked true, language) and only the pages of the first have tags: of the second no
#   element is left. With qpdf and pikepdf its page still has the number of the first page in the tree (StructParents
#   0), so its text is taken for the headings and cells of that page. An append to an empty file (qpdf --empty, pypdf
#   without clone_from) loses tags, title and language of both, and at least says nothing.
# Why it matters: papers of a board are put together from reports. A screen reader is silent on the second half, and
#   nobody looks, for the file claims to be accessible. Make one document of it, or take the claim out of the metadata.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v qpdf > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends qpdf
} > /dev/null
qpdf --version | sed -n 1p
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet typst==0.15.2 pikepdf==10.18.0 pypdf==7.1.1
cd "$folder"
venv/bin/python - <<'PY'
import subprocess
import sys
from pathlib import Path

import pikepdf
import typst
from pypdf import PdfWriter

for name, title in (("first", "Begroting"), ("second", "Inventaris")):
    table = "#table(columns: 2, table.header[School][Aantal], [De Linde], [12])"
    text = f'#set document(title: "{title}")\n#set text(lang: "nl")\n= {title}\n{table}'
    Path(f"{name}.typ").write_text(text)
    typst.compile(f"{name}.typ", output=f"{name}.pdf", pdf_standards=["ua-1"])

both = ["first.pdf", "second.pdf"]
subprocess.run(["qpdf", "first.pdf", "--pages", *both, "--", "qpdf.pdf"], check=True)
with pikepdf.open("first.pdf") as first, pikepdf.open("second.pdf") as second:
    first.pages.extend(second.pages)
    first.save("pikepdf.pdf")
writer = PdfWriter(clone_from="first.pdf")
writer.append("second.pdf")
writer.write("pypdf.pdf")


def tagged(node, page=None):
    """The pages of the contents below a node of the tree of tags."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from tagged(kid, page)
    elif isinstance(node, pikepdf.Dictionary):
        page = node.get("/Pg", page)
        yield from tagged(node["/K"], page) if "/K" in node else [page.objgen] if page is not None else []
    elif page is not None:
        yield page.objgen


seen = {}
for name in ("second", "qpdf", "pikepdf", "pypdf"):
    with pikepdf.open(f"{name}.pdf") as pdf:
        claims = b"pdfuaid" in pdf.Root.Metadata.read_bytes() and bool(pdf.Root.MarkInfo.Marked)
        places = list(tagged(pdf.Root.StructTreeRoot))
        counts = [places.count(page.objgen) for page in pdf.pages]
        last = int(pdf.pages[-1].get("/StructParents", -1))
        seen[name] = (claims, [count > 0 for count in counts], last)
        print(f"{name}: claims PDF/UA {claims}, tagged pieces per page {counts}, StructParents of the last {last}")
half = (True, [True, False])
wanted = {"second": (True, [True], 0), "qpdf": (*half, 0), "pikepdf": (*half, 0), "pypdf": (*half, -1)}
if seen != wanted:
    sys.exit("changed: one of them keeps the tags, or drops the claim")
PY
