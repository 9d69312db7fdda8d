"""Who is trusted when a connection is encrypted."""

from __future__ import annotations

import ssl
from functools import lru_cache

import httpx2


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """The certificates that clients check servers against; costs some 20 ms to make, so all share one."""
    return httpx2.create_ssl_context(trust_env=False)
