"""Going through a page as somebody does who wants to have seen all of it: every part, everything unfolded."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

import pandas as pd
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TESTING_KEY, ButtonGroup, ElementTree

from planning.core.paths import ROOT

NO_TEXT: Final = {
    "anchor", "config", "content_icon", "deferred_file_id", "form_id", "format", "icon", "id", "language", "page",
    "page_script_hash", "query_string", "tag", "type", "url", "uuid",
}  # fmt: skip
"""Fields of Streamlit's messages that nobody reads."""
DRAWN: Final = {"hovertemplate", "hovertext", "label", "name", "text", "ticktext", "title"}
"""Where the texts of a chart, and those above the columns of a grid, stand."""
FOLDED: Final = {
    name
    for path in (ROOT / "pages").rglob("*.py")
    for name in re.findall(r'\b(?:more|table_and_download)\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
}
"""What can be unfolded, by the name it has in the code; a few have names that are made."""
AT_MOST: Final = 4  # choices of one control, and times that something unfolded may show another thing to unfold


def seen(app: AppTest) -> Iterator[str]:
    """Every text of a page, whatever it stands on or in: read from what goes over the wire."""
    tree: ElementTree = app._tree
    for node in tree:
        if isinstance(node, ElementTree):
            continue
        if node.type == "table":
            table = pd.DataFrame(node.value)
            yield from (str(cell) for row in (table.columns, *table.itertuples(index=False)) for cell in row)
        if isinstance(node.proto, Message):
            yield from _texts(node.proto)


def _texts(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name in NO_TEXT:
            continue
        for one in value if isinstance(value, Sequence) and not isinstance(value, (str, bytes)) else [value]:
            if isinstance(one, Message):
                yield from _texts(one)
            elif isinstance(one, str) and field.name in ("spec", "columns"):
                yield from _drawn(json.loads(one))
            elif isinstance(one, str) and not one.lstrip().startswith("<style"):
                yield one


def _drawn(part: Any, name: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _drawn(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _drawn(value, name)
    elif isinstance(part, str) and name in DRAWN:
        yield part


def choices(app: AppTest) -> list[ButtonGroup[Any]]:
    """Where somebody chooses one of a few, outside a form: the first is the part of the page, where it has parts."""
    return [one for one in app.segmented_control if one.proto.click_mode == one.proto.SINGLE_SELECT and not one.form_id]


def labels(group: ButtonGroup[Any]) -> list[str]:
    """What the browser sends of a choice: icon and word."""
    return [f"{option.content_icon} {option.content}".strip() for option in group.proto.options]


def choose(app: AppTest, group: ButtonGroup[Any], label: str) -> None:
    """Choose what has this label."""
    group = app.segmented_control(key=group.key)
    app._session_state[TESTING_KEY][group.id] = str
    group.set_value(label).run()


def _is_there(app: AppTest, group: ButtonGroup[Any]) -> bool:
    return any(one.key == group.key for one in app.segmented_control)


def unfold(app: AppTest) -> None:
    """Open all that can be shown below what is there."""
    for _again in range(AT_MOST):
        closed = [key for one in app.button if (key := str(one.key)).startswith("toggle_") and not _is_open(app, key)]
        if not closed:
            return
        for key in closed:
            app.session_state[key.replace("toggle_", "open_", 1)] = True
        app.run()


def _is_open(app: AppTest, key: str) -> bool:
    with suppress(KeyError):
        return bool(app.session_state[key.replace("toggle_", "open_", 1)])
    return False


def walk(app: AppTest) -> Iterator[str]:
    """Every part of a page and every choice in it, one after the other, all unfolded; gives where one is.

    What is asked of many things, as who may see each of them, is chosen once.
    """
    for name in FOLDED:
        app.session_state[f"open_{name}"] = True
    app.run()
    unfold(app)
    yield ""
    first = next((one for one in choices(app) if str(one.key).endswith("_section")), None)
    known = {tuple(labels(first))} if first else set()
    for part in labels(first) if first else [""]:
        if first:
            choose(app, first, part)
            unfold(app)
            yield part
        for group in choices(app):
            if tuple(labels(group)) in known or not _is_there(app, group):
                continue
            known.add(tuple(labels(group)))
            others = [label for label in labels(group) if label not in group.formatted_values]
            for label in others[:AT_MOST]:
                if _is_there(app, group):
                    choose(app, group, label)
                    unfold(app)
                    yield f"{part} > {label}"
