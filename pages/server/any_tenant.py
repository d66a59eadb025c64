"""Whose tokens are taken, more exactly than Authlib does of itself.

The issuer: Microsoft's addresses for every tenant name none but how one is written, {tenantid}, with which Authlib
compares a token's as it stands, and refuses everybody. The audience: Authlib takes a token for another client that
names us as its party (`azp`).
"""

from collections.abc import Mapping
from typing import Any, Final

from authlib.integrations import starlette_client

from planning.core.account_rules import is_issued_by

_MARK: Final = "{tenantid}"


class AnyTenantApp(starlette_client.StarletteOAuth2App):  # type: ignore[misc]
    """A client that takes a token made for it, by the issuer of the metadata or the tenant the token names."""

    async def parse_id_token(
        self, token: Any, nonce: Any, claims_options: Any = None, claims_cls: Any = None, leeway: int = 120
    ) -> Any:
        """As Authlib does; which tenants may come is asked of the claims (`read_claims`)."""
        issuer = str((await self.load_server_metadata()).get("issuer") or "")

        def is_of_its_tenant(claims: Mapping[str, Any], _value: object) -> bool:
            return is_issued_by(issuer, claims)

        by = {"validate": is_of_its_tenant} if _MARK in issuer else {"values": [issuer]}
        options = {"iss": {"essential": True, **by}, "aud": {"essential": True, "values": [self.client_id]}}
        return await super().parse_id_token(token, nonce, claims_options or options, claims_cls, leeway)


def allow_any_tenant() -> None:
    """Let Streamlit's st.login work with this client; it takes the class from this place."""
    starlette_client.StarletteOAuth2App = AnyTenantApp
