"""Settings of an installation: what cannot be served safely is refused at the start."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from planning.core.refusal import Refused
from planning.core.settings import Settings, SignInProvider, settings

GOOGLE = {
    "name": "google", "title": "Google", "client_id": "x",
    "server_metadata_url": "https://accounts.google.com/.well-known/openid-configuration",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"public_url": "http://ict.example"}, "https"), ({"public_url": ""}, "https"),
     ({"public_url": "https://ict.example/app"}, "without a path"), ({"providers": []}, "providers"),
     ({"providers": [GOOGLE | {"client_secret": "a"}] * 2}, "a name of its own"),
     ({"providers": [GOOGLE]}, "client_secret"), ({"mode": "open"}, "mode")],
)  # fmt: skip
def test_a_server_that_would_not_be_safe_does_not_start(changed: dict, why: str) -> None:
    whole = {"mode": "oidc", "public_url": "https://ict.example", "providers": [GOOGLE | {"client_secret": "a"}]}
    assert Settings(**whole).is_secure
    with pytest.raises(ValidationError, match=why):
        Settings(**whole | changed)


def test_a_secret_comes_from_a_file_and_is_never_written_out(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("geheim\n")
    provider = SignInProvider(**GOOGLE, client_secret_file=file)
    assert provider.secret() == "geheim"
    assert "geheim" not in repr(SignInProvider(**GOOGLE, client_secret="geheim"))


def test_without_settings_it_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLOOTPLAN_CONFIG", "/nergens.toml")
    assert Settings().is_local


def test_what_is_wrong_is_told_without_the_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLOOTPLAN_MODE", "oidc")
    monkeypatch.setenv("VLOOTPLAN_PROVIDERS", json.dumps([GOOGLE | {"client_secret": "geheim", "scope": "geheim"}]))
    settings.cache_clear()
    with pytest.raises(Refused) as refused:
        settings()
    (reason,) = refused.value.reasons
    assert "providers.0.scope" in str(reason.values["wrong"])
    assert "geheim" not in str(reason)
    with pytest.raises(ValidationError) as raw:
        Settings()
    assert "geheim" not in str(raw.value)
