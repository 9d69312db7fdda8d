"""The bridge shared as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from bridge_runtime import spec

from .errors import InvalidSchema

BRIDGE = spec.Bridge(
    name="shared",
    errors={
        "invalid_schema": spec.Error("shared.invalid_schema", InvalidSchema),
    },
    position="idl/shared.yaml:2",
)
