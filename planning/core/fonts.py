"""The one typeface of paper, slides and charts: Source Sans, as on the screens; an OFL package brings its files."""

from functools import cache
from importlib.util import find_spec


@cache
def font_folder() -> str:
    """Where the files of the typeface are, for whoever sets type. The package is found, not loaded."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:  # pragma: no cover - requirements.txt brings it
        raise RuntimeError("font-source-sans-pro is not installed")
    return f"{spec.submodule_search_locations[0]}/files"
