"""Visits the copy of the product in which the garden was added; prints what every screen said, as JSON."""

import json

import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.server.session import open_database
from pages.subjects import ADDRESSES
from planning.__main__ import main
from planning.core.paths import ROOT
from planning.core.sign_in import write_identity
from planning.example.load import LOADERS
from tests.pages.driving import words

menu: list[str] = []
navigation = st.navigation


def seen(pages: dict[str, list[st.Page]], **how: bool) -> st.Page:
    """The menu, kept to look at."""
    menu[:] = [page.title for group in pages.values() for page in group if page.visibility == "visible"]
    return navigation(pages, **how)


def opened(page: str, **query: str) -> str:
    """What the chair reads and sees in tables on a page."""
    app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=120)
    app.user = {"is_logged_in": True, "identity": write_identity("47920", "voorzitter")}
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(page).run()
    assert not app.exception, app.exception
    return words(app)


st.navigation = seen
LOADERS[-1](open_database())
print(
    json.dumps(
        {
            "page": opened("garden/page.py"),
            "overview": opened("overview/page.py"),
            "school": opened("school/page.py", school="03UZ00"),
            "log": opened("settings/page.py", deel="logboek"),
            "menu": menu,
            "addresses": sorted(ADDRESSES),
            "command": main(["garden"]),
        }
    )
)
