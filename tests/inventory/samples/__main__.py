"""Write every sample workbook with its truth to a folder, for `score_reading.py` or for a look in a spreadsheet."""

import argparse
import json
from pathlib import Path

from tests.inventory.samples import OTHER_VOICE, SHAPES, samples


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.inventory.samples", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shape", action="append", choices=SHAPES, help="only this shape; may be given more than once")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for shape in arguments.shape or SHAPES:
        for made in samples(shape) + samples(shape, OTHER_VOICE):
            path = arguments.folder / made.name
            path.write_bytes(made.content)
            truth = json.dumps(made.truth, ensure_ascii=False, indent=1)
            path.with_suffix(".truth.json").write_text(truth, encoding="utf-8")


if __name__ == "__main__":
    main()
