"""Using the product without a browser: what a page says, and what somebody presses, chooses and hands in."""

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person

DYNAMIEK = "47920"  # the example's board of 20 schools


def somebody(database: Database, person_id: str) -> Person:
    """A person of the example's board."""
    found = find_person(database, DYNAMIEK, person_id)
    assert found
    return found


def markdown(app: AppTest) -> str:
    """Everything the page says, with the signs that keep people's texts from being read as markdown."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.error,
        app.warning,
        app.info,
        app.success,
    )
    texts = [str(part.value) for kind in kinds for part in kind]
    metrics = [f"{metric.label} {metric.value} {metric.delta}" for metric in app.metric]
    return _plain("\n".join([*texts, *metrics]))


def tables(app: AppTest) -> str:
    """What stands in the page's tables, as it reads."""
    return _plain("\n".join(pd.DataFrame(table.value).to_string() for table in app.table)).replace("\\", "")


def words(app: AppTest) -> str:
    """Everything the page says, its tables as well, in one text as it reads."""
    return markdown(app).replace("\\", "") + "\n" + tables(app)


def parts(app: AppTest) -> list[str]:
    """The parts of a page that somebody may choose from, without their icons."""
    return [str(option).rpartition(": ")[2] for option in app.get("segmented_control")[0].options]


def button(app: AppTest, label: str) -> Button:
    """The button with these words; where none has just these, the first that has them among others."""
    return next(
        button for found in (str.__eq__, str.__contains__) for button in app.button if found(button.label, label)
    )


def press(app: AppTest, label: str) -> AppTest:
    """Press a button; the page does not fail."""
    button(app, label).click().run()
    assert not app.exception
    return app


def upload(app: AppTest, content: bytes, name: str = "lijst.xlsx") -> AppTest:
    """Hand in a file; the page does not fail."""
    app.file_uploader[0].set_value([(name, content, "application/octet-stream")]).run()
    assert not app.exception
    return app


def whole(app: AppTest) -> AppTest:
    """Say of a list that it is the whole inventory; the page does not fail."""
    app.radio(key="rest").set_value("gone").run()
    assert not app.exception
    return app


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")
