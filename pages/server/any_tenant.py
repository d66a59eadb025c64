"""Microsoft's addresses for every tenant: their metadata name no issuer but how one is written, {tenantid}.

Authlib compares the issuer of a token with that text as it stands and refuses everybody.
"""

from collections.abc import Mapping
from typing import Any, Final

from authlib.integrations import starlette_client

from planning.core.account_rules import is_issued_by

_MARK: Final = "{tenantid}"


class AnyTenantApp(starlette_client.StarletteOAuth2App):  # type: ignore[misc]
    """A client that takes a token of the tenant it names, where the metadata hold for all of them."""

    async def parse_id_token(
        self, token: Any, nonce: Any, claims_options: Any = None, claims_cls: Any = None, leeway: int = 120
    ) -> Any:
        """As Authlib does; which tenants may come is asked of the claims (`read_claims`)."""
        issuer = str((await self.load_server_metadata()).get("issuer") or "")
        if claims_options is None and _MARK in issuer:

            def is_of_its_tenant(claims: Mapping[str, Any], _value: object) -> bool:
                return is_issued_by(issuer, claims)

            claims_options = {"iss": {"essential": True, "validate": is_of_its_tenant}}
        return await super().parse_id_token(token, nonce, claims_options, claims_cls, leeway)


def allow_any_tenant() -> None:
    """Let Streamlit's st.login work with this client; it takes the class from this place."""
    starlette_client.StarletteOAuth2App = AnyTenantApp
