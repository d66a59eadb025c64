"""`python -m tests.audited FILE`: what pip-audit found, in words; 1 where a library has a known weakness.

An index that does not answer fails nothing: then it says that nothing was looked up.
"""

import json
import sys
from pathlib import Path
from typing import Any


def told(found: dict[str, Any] | None) -> tuple[str, int]:
    """What pip-audit's JSON says, and with what to end."""
    if found is None:
        return "no index of known weaknesses answered: nothing was looked up", 0
    libraries = found["dependencies"]
    unknown = sum("skip_reason" in one for one in libraries)
    weak = {f"{one['name']} {one['version']}": one["vulns"] for one in libraries if one.get("vulns")}
    lines = [f"{len(libraries) - unknown} of {len(libraries)} libraries were looked up, {len(weak)} have weaknesses"]
    lines += [f"{name}: {', '.join(weakness['id'] for weakness in weaknesses)}" for name, weaknesses in weak.items()]
    return "\n".join(lines), 1 if weak else 0


def main(path: Path) -> int:
    """Tell it."""
    text, code = told(json.loads(path.read_text(encoding="utf-8")) if path.exists() else None)
    print(text)
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
