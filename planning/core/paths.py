"""Where the project keeps its things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
LOCALES = DATA / "locales"
REFERENCE = DATA / "reference"
EXAMPLES = DATA / "examples"
LOCAL = DATA / "local"
