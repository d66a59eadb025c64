"""Settings of an installation: from environment variables (VLOOTPLAN_...) or vlootplan.toml, checked at the start."""

import os
from functools import cache
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from planning.core.paths import LOCAL, ROOT
from planning.core.refusal import Reason, Refused
from planning.core.translation import N_, gettext


class SignInProvider(BaseModel):
    """A provider of OpenID Connect through which people sign in: Entra ID, Google Workspace, or any other."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z0-9]+$", description="Its key in addresses")
    title: str = Field(description="What stands on its button")
    server_metadata_url: str = Field(description="…/.well-known/openid-configuration")
    client_id: str
    client_secret: SecretStr = SecretStr("")
    client_secret_file: Path | None = Field(default=None, description="A file that holds it, in the place of the text")
    tenants: tuple[str, ...] = Field(
        default=(), description="Of Entra ID: the tenants (tid) whose people may come; none named is any"
    )
    owns_addresses: bool = Field(
        default=False,
        description="Whether it gives out every address it names itself, as the tenant of one board does; only then "
        "an address counts that it does not say to have verified",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.client_secret.get_secret_value()) == bool(self.client_secret_file):
            raise ValueError(N_("give either client_secret or client_secret_file"))
        return self

    def secret(self) -> str:
        """What proves to the provider that it is us."""
        if self.client_secret_file is None:
            return self.client_secret.get_secret_value()
        return self.client_secret_file.read_text(encoding="utf-8").strip()


class Settings(BaseSettings):
    """What differs from one installation to the next; an environment variable wins from the file."""

    model_config = SettingsConfigDict(env_prefix="VLOOTPLAN_", extra="forbid", hide_input_in_errors=True)

    database_url: str = Field(
        default=f"sqlite:///{LOCAL / 'vlootplan.db'}",
        description="SQLAlchemy address: sqlite:///path, or postgresql+psycopg://user:password@host/name",
    )
    mode: Literal["local", "oidc"] = Field(
        default="local",
        description="local: no passwords, choose who you are, on this machine only. oidc: sign in with a provider",
    )
    public_url: str = Field(default="", description="In mode oidc, where browsers find it: https://ict.example.nl")
    providers: tuple[SignInProvider, ...] = Field(default=(), description="In mode oidc: where people sign in")
    session_idle_minutes: int = Field(default=120, ge=5, le=24 * 60, description="Without a click, signed out after")
    session_hours: int = Field(default=12, ge=1, le=7 * 24, description="Signed out after, however busy")
    keep_log_years: int = Field(default=7, ge=1, le=50, description="Lines of the log go after")
    keep_reports_years: int = Field(default=7, ge=1, le=50, description="Reports that were made go after")
    keep_incidents_years: int = Field(
        default=5,
        ge=3,
        le=50,
        description="Incidents, and requests by people about their data, go this long after the "
        "last step or the answer; the supervisor must be able to look into them",
    )
    secret_file: Path = Field(
        default=LOCAL / "secret.key",
        description="Signs the sign-in cookie; made at the first start, readable by its owner only",
    )
    smtp_url: str = Field(
        default="",
        description="Mail server for reminders of a network: smtp://user:password@host:587 (with STARTTLS) or "
        "smtps://user:password@host:465; without one, texts are to be copied",
    )
    mail_from: str = Field(default="", description="Sender of that mail: an address")
    embedded_worker: bool = Field(
        default=True, description="Whether the app does work in the background itself, or leaves that to workers"
    )
    stop_seconds: int = Field(
        default=10, ge=0, le=300, description="In mode oidc: how long people are warned before this server stops"
    )
    metrics_token_file: Path | None = Field(
        default=None,
        description="A file with a text by which another machine may read the metrics; without one, this machine only",
    )

    @model_validator(mode="after")
    def _can_sign_in(self) -> Self:
        if self.mode == "oidc":
            address = urlsplit(self.public_url)
            if address.scheme != "https" and address.hostname not in ("localhost", "127.0.0.1"):
                raise ValueError(N_("mode oidc needs a public_url that begins with https://"))
            if address.path.strip("/") or not address.hostname:
                raise ValueError(N_("public_url is a host without a path"))
            if not self.providers or len({one.name for one in self.providers}) < len(self.providers):
                raise ValueError(N_("mode oidc needs providers, each of a name of its own"))
        return self

    @property
    def is_local(self) -> bool:
        """Whether anybody at this machine may choose who they are."""
        return self.mode == "local"

    @property
    def is_shared(self) -> bool:
        """Whether several servers may stand before the same database."""
        return not self.database_url.startswith("sqlite")

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by https only."""
        return self.public_url.startswith("https://")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then environment, then the TOML file; nothing else is read."""
        toml = Path(os.environ.get("VLOOTPLAN_CONFIG", ROOT / "vlootplan.toml"))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=toml)


@cache
def settings() -> Settings:
    """The settings of this process. Raises Refused where they cannot be used; no secret is told with it."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [_told(one) for one in error.errors(include_input=False, include_url=False)]
        raise Refused(Reason("settings_wrong", None, {"wrong": "; ".join(wrong)})) from None


def _told(error: ErrorDetails) -> str:
    where = ".".join(map(str, error["loc"]))
    said = error["msg"].removeprefix("Value error, ")
    what = gettext(said)
    return f"{where}: {what}" if where else what
