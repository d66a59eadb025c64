"""DUO's files that are at hand: those of the example, and those that somebody put in data/local/duo."""

from pathlib import Path

from planning.core.paths import EXAMPLES, LOCAL


def duo_files() -> tuple[Path, ...]:
    """The csv files, pupils (by year) before schools, which tell names and addresses of what is known by then."""
    found = [path for folder in (EXAMPLES / "duo", LOCAL / "duo") for path in folder.glob("*.csv")]
    return tuple(sorted(found, key=lambda path: ("leerlingen" not in path.stem, path.stem)))
