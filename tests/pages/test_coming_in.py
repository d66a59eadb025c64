"""Around st.login: no cookie of Streamlit's, only pages of our own, not too often; and what people then find."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from authlib.integrations import starlette_client
from joserfc import jwk, jwt
from joserfc.errors import InvalidClaimError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import _create_streamlit_oauth_class

from pages.server import account_screens, coming_in
from pages.server.any_tenant import AnyTenantApp, allow_any_tenant
from pages.server.attempts import Attempts
from pages.server.coming_in import NEXT, Arrivals, change_board, leave
from pages.server.safe_headers import SafeHeaders
from pages.server.serving import IDENTITY_HEADER, Identity
from pages.server.session import session_limits, sign_in_secrets
from planning.core import account_service as accounts
from planning.core.account_rules import AccountClaims, identity_of
from planning.core.clock import now
from planning.core.database import Database
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.core.settings import settings
from planning.core.sign_in import cookie_name, derived_secret, read_guest, write_guest, write_identity, write_ticket
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words
from tests.pages.test_serving import who

TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47"
SAID = {
    "iss": "https://id.example", "sub": "1", "name": "Vera", "email": "Vera@school.nl", "email_verified": True,
    "provider": "school",
}  # fmt: skip
CLAIMS = AccountClaims(identity_of("https://id.example", "1"), "Vera", "vera@school.nl", is_verified=True)
STRANGER = AccountClaims(identity_of("https://id.example", "9"), "Xander", "xander@school.nl", is_verified=True)
PROVIDER = {
    "name": "school", "title": "Schoolaccount", "server_metadata_url": "https://id.example/.well-known/x",
    "client_id": "vlootplan", "client_secret": "geheim",
}  # fmt: skip


@pytest.fixture
def served(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The example where nobody chooses who they are, and the chair has an account."""
    monkeypatch.setenv("VLOOTPLAN_MODE", "oidc")
    monkeypatch.setenv("VLOOTPLAN_PUBLIC_URL", "https://ict.example")
    monkeypatch.setenv("VLOOTPLAN_PROVIDERS", json.dumps([PROVIDER]))
    settings.cache_clear()
    for name in ("begun", "failed"):
        monkeypatch.setattr(coming_in, name, Attempts(2, 600))
    monkeypatch.setattr(account_screens, "_asked", Attempts(1, 600))
    save_person(operator("47920"), database, now(), replace(somebody(database, "voorzitter"), account="vera@school.nl"))
    yield database
    monkeypatch.undo()
    settings.cache_clear()


def token_of(database: Database, claims: AccountClaims = CLAIMS) -> str:
    token = accounts.arrive(database, now(), claims, session_limits(), "Chrome · Windows")
    assert token
    return token


def client(said: dict[str, object] | None = None, **options: object) -> TestClient:
    """The app with a Streamlit that lets through whom the provider said."""

    async def callback(request: Request) -> Response:
        answer = RedirectResponse("/", 302)
        for name, value in (("_streamlit_user", said), ("_streamlit_user_tokens", {"id_token": "geheim"})):
            if said:
                answer.set_cookie(
                    name, create_signed_value(derived_secret("streamlit"), name, json.dumps(value)).decode()
                )
        answer.set_cookie("_streamlit_session", "toestand")
        return answer

    async def login(request: Request) -> Response:
        return PlainTextResponse("naar de aanbieder")

    routes = [
        Route("/oauth2callback", callback), Route("/auth/login", login), Route("/api/aanmelden", change_board),
        Route("/api/afmelden", leave), WebSocketRoute("/_stcore/stream", who),
    ]  # fmt: skip
    app = Starlette(routes=routes, middleware=[Middleware(one) for one in (SafeHeaders, Arrivals, Identity)])
    return TestClient(app, base_url="https://ict.example", follow_redirects=False, **options)


def person_by(database: Database, token: str | None) -> str | None:
    found = accounts.presence(database, now(), token, session_limits())
    return found[0].person_id if found else None


def test_who_comes_back_gets_a_session_of_ours_and_no_cookie_of_streamlits(served: Database) -> None:
    answer = client(SAID, cookies={NEXT: "/school?school=03UZ00"}).get("/oauth2callback")
    assert answer.headers["location"] == "/school?school=03UZ00"
    assert person_by(served, answer.cookies["__Host-vlootplan"]) == "voorzitter"
    cookies = answer.headers.get_list("set-cookie")
    assert [one for one in cookies if one.startswith("_streamlit_user")] == []
    assert all("; secure" in one.lower() for one in cookies)
    (ours,) = [one for one in cookies if one.startswith("__Host-vlootplan=")]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(ours.split("; "))


def test_signing_in_again_in_a_browser_ends_the_session_it_had(served: Database) -> None:
    before = token_of(served)
    client(SAID, cookies={cookie_name(): before}).get("/oauth2callback")
    assert person_by(served, before) is None


def test_a_stranger_is_told_so_and_has_no_session(served: Database) -> None:
    answer = client({**SAID, "sub": "9", "email": "xander@school.nl"}).get("/oauth2callback")
    text = answer.cookies["__Host-vlootplan"]
    assert (answer.headers["location"], person_by(served, text)) == ("/", None)
    assert read_guest(text) == replace(STRANGER, name="Vera")


@pytest.mark.parametrize("said", [None, {**SAID, "provider": "anders"}, {**SAID, "sub": ""}])
def test_who_the_provider_did_not_let_through_is_nobody_and_cannot_try_for_ever(
    served: Database, said: dict[str, object] | None
) -> None:
    asking = client(said)
    for _time in range(2):
        answer = asking.get("/oauth2callback")
        assert answer.headers["location"] == "/?aanmelden=mislukt"
        assert "__Host-vlootplan" not in answer.cookies
    assert asking.get("/auth/login").status_code == 429


def test_what_a_provider_says_of_whom_it_refused_reaches_no_log(
    served: Database, caplog: pytest.LogCaptureFixture
) -> None:
    refused = {"error": "access_denied", "error_description": "User vera@school.nl is blocked"}
    answer = client(SAID).get("/oauth2callback", params=refused)
    assert answer.headers["location"] == "/?aanmelden=mislukt"
    assert "__Host-vlootplan" not in answer.cookies
    assert "vera" not in caplog.text


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({}, None), ({"tid": "11111111-2222-3333-4444-555555555555"}, "iss"), ({"aud": "anders"}, "aud"),
     ({"aud": "anders", "azp": "vlootplan"}, "aud"), ({"nonce": "m"}, "nonce")],
)  # fmt: skip
def test_microsofts_address_for_every_tenant_takes_a_token_of_the_tenant_it_names(
    changed: dict[str, str], wrong: str | None
) -> None:
    key = jwk.ECKey.generate_key("P-256", {"kid": "1"})
    at = int(now().timestamp())
    said = {"iss": f"https://login.example/{TENANT}/v2.0", "tid": TENANT, "sub": "1", "aud": "vlootplan", "nonce": "n"}
    token = jwt.encode({"alg": "ES256", "kid": "1"}, said | changed | {"iat": at, "exp": at + 60}, key)
    app = AnyTenantApp(
        None,
        "school",
        client_id="vlootplan",
        issuer="https://login.example/{tenantid}/v2.0",
        jwks={"keys": [key.as_dict(private=False)]},
        id_token_signing_alg_values_supported=["ES256"],
    )
    if wrong is None:
        assert asyncio.run(app.parse_id_token({"id_token": token}, nonce="n"))["sub"] == "1"
    else:
        with pytest.raises(InvalidClaimError, match=wrong):
            asyncio.run(app.parse_id_token({"id_token": token}, nonce="n"))


def test_streamlit_takes_our_client(served: Database) -> None:
    allow_any_tenant()
    assert issubclass(_create_streamlit_oauth_class(starlette_client).oauth2_client_cls, AnyTenantApp)


def test_a_sign_in_begins_a_few_times_and_remembers_a_page_of_our_own_only(served: Database) -> None:
    asking = client()
    first = asking.get("/auth/login", headers={"referer": "https://ict.example/school?school=03UZ00"})
    second = asking.get("/auth/login", headers={"referer": "https://elders.example//elders.example"})
    assert first.headers["set-cookie"].startswith(f'{NEXT}="/school?school=03UZ00"')
    assert second.headers["set-cookie"].startswith(f'{NEXT}="/";')
    assert asking.get("/auth/login").status_code == 429


def test_going_to_another_board_takes_a_ticket_and_the_same_account(served: Database) -> None:
    save_person(operator("44397"), served, now(), Person("vera", "44397", "Vera", Role.CHAIR, account="vera@school.nl"))
    save_person(operator("44397"), served, now(), Person("cas", "44397", "Cas", Role.CHAIR, account="cas@school.nl"))
    token = token_of(served)
    assert person_by(served, token) == "vera"
    asking = client(cookies={cookie_name(): token})
    refused = asking.get("/api/aanmelden", params={"ticket": write_ticket("44397", "cas")})
    assert "__Host-vlootplan" not in refused.cookies
    moved = asking.get("/api/aanmelden", params={"ticket": write_ticket("47920", "voorzitter"), "next": "/"})
    assert person_by(served, moved.cookies["__Host-vlootplan"]) == "voorzitter"
    assert person_by(served, token) is None


def test_a_ticket_alone_signs_nobody_in(served: Database) -> None:
    answer = client().get("/api/aanmelden", params={"ticket": write_ticket("47920", "voorzitter")})
    assert "__Host-vlootplan" not in answer.cookies


def test_signing_out_ends_the_session_but_not_at_the_request_of_another_site(served: Database) -> None:
    token = token_of(served)
    asking = client(cookies={cookie_name(): token})
    asking.get("/api/afmelden", headers={"sec-fetch-site": "cross-site"})
    assert person_by(served, token) == "voorzitter"
    left = asking.get("/api/afmelden", headers={"sec-fetch-site": "same-origin"})
    assert left.headers["clear-site-data"] == '"storage"'
    assert person_by(served, token) is None
    assert asking.get("/auth/logout").headers["location"] == "/api/afmelden"


def test_the_cookie_of_local_mode_is_worth_nothing_here(served: Database) -> None:
    text = write_identity("47920", "voorzitter")
    assert person_by(served, text) is None
    with client(headers={IDENTITY_HEADER: text}).websocket_connect("wss://ict.example/_stcore/stream") as socket:
        assert socket.receive_text() == "niemand"


def test_every_answer_says_what_a_browser_may_do_with_it(served: Database) -> None:
    headers = client().get("/auth/login").headers
    policy = dict(part.partition(" ")[::2] for part in headers["content-security-policy"].split("; "))
    assert "unsafe-inline" not in policy["script-src"]
    assert (policy["frame-ancestors"], policy["object-src"], policy["style-src"]) == (
        "'none'",
        "'none'",
        "'self' 'unsafe-inline'",
    )
    assert policy["connect-src"] == "'self' wss://ict.example"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"]
    assert client().get("/api/aanmelden").headers["cache-control"] == "no-store"


def test_streamlit_is_told_of_the_providers_and_where_people_come_back(served: Database) -> None:
    auth = sign_in_secrets()["auth"]
    assert auth["redirect_uri"] == "https://ict.example/oauth2callback"
    assert auth["school"]["client_secret"] == "geheim"
    assert "geheim" not in repr(settings())


def test_somebody_sees_where_they_are_signed_in_and_signs_out_everywhere(served: Database, signed_in: SignedIn) -> None:
    here, there = token_of(served), token_of(served)
    app = signed_in(None, "settings/page.py", token=here, deel="bestuur")
    assert "Chrome · Windows" not in words(app)
    app.session_state["own_sessions"] = True  # opened
    app.run()
    assert words(app).count("Chrome · Windows") == 2
    assert words(app).count("[deze]") == 1
    assert "back-up" not in words(app).lower()
    press(app, "Overal afmelden")
    assert "U bent afgemeld" in words(app)
    assert [person_by(served, one) for one in (here, there)] == [None, None]


def test_who_is_idle_is_signed_out_at_the_next_click(
    served: Database, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = signed_in(None, "settings/page.py", token=token_of(served), deel="bestuur")
    assert "Beheer" in words(app)
    later = now() + timedelta(hours=3)
    monkeypatch.setattr("planning.core.clock.machine_seconds", later.timestamp)
    assert "U bent afgemeld" in words(app.run())


def test_a_stranger_asks_once_and_the_administrator_lets_them_in(served: Database, signed_in: SignedIn) -> None:
    app = signed_in(None, token=write_guest(STRANGER))
    assert "Wij kennen u nog niet" in words(app)
    app.text_input[0].set_value("geen nummer")
    assert "is geen bestuursnummer" in words(press(app, "Vraag om toegang"))
    app.text_input[0].set_value("47920")
    assert "ziet de beheerder nu uw verzoek" in words(press(app, "Vraag om toegang"))
    save_person(operator("47920"), served, now(), replace(somebody(served, "beheer"), account="bea@school.nl"))
    bea = replace(CLAIMS, identity="b", email="bea@school.nl")
    desk = signed_in(None, "settings/page.py", token=token_of(served, bea), deel="mensen")
    assert "1 persoon vraagt om toegang" in words(desk)
    (role,) = [one for one in desk.selectbox if one.label == "Rol, van iemand nieuw"]
    role.set_value(Role.READER)
    assert "kan zich vanaf nu aanmelden" in words(press(desk, "Laat binnen"))
    assert person_by(served, token_of(served, STRANGER)) == "xander"
