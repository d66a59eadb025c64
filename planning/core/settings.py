"""Settings of an installation: from environment variables (VLOOTPLAN_...) or vlootplan.toml, checked at the start."""

import os
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from planning.core.paths import LOCAL, ROOT


class Settings(BaseSettings):
    """What differs from one installation to the next; an environment variable wins from the file."""

    model_config = SettingsConfigDict(env_prefix="VLOOTPLAN_", extra="forbid")

    database_url: str = Field(
        default=f"sqlite:///{LOCAL / 'vlootplan.db'}",
        description="SQLAlchemy address: sqlite:///path, or postgresql+psycopg://user:password@host/name",
    )
    mode: Literal["local"] = Field(
        default="local",
        description="local: no passwords, choose who you are; served to this machine only",
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
    """The settings of this process."""
    return Settings()
