"""Values on their way into and out of runs: checked, measured, and put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bridge_runtime.errors import BridgeError
from bridge_runtime.values import InvalidJson, write_json
from llmspell.workflow.constants import Limit
from llmspell.workflow.errors import InvalidInput, InvalidValue

from llmspell_runtime.tool.schemas import checker


def checked_input(workflow: str, schema: Mapping[str, Any] | None, input: Any) -> None:
    """Raise InvalidInput unless ``input`` fits the schema and is of a size that is allowed."""
    size = _size(input)
    if isinstance(size, str) or size > Limit.RESULT_BYTES:
        reason = size if isinstance(size, str) else f"{size} bytes as JSON; {Limit.RESULT_BYTES} are allowed"
        raise InvalidInput(workflow=workflow, reason=reason)
    if schema is not None:
        issues = checker(dict(schema), any_value=True).issues(input)
        if issues:
            reason = "; ".join(
                f"{issue.path}: {issue.message}" if issue.path else issue.message for issue in issues
            )
            raise InvalidInput(workflow=workflow, reason=reason)


def checked_output(key: str, value: Any) -> Any:
    """``value`` when it is JSON of a size that is allowed; raises InvalidValue."""
    size = _size(value)
    if isinstance(size, str):
        raise InvalidValue(step=key, reason=f"its output is not JSON: {size}")
    if size > Limit.RESULT_BYTES:
        raise InvalidValue(
            step=key, reason=f"its output has {size} bytes as JSON; {Limit.RESULT_BYTES} are allowed"
        )
    return value


def _size(value: Any) -> int | str:
    """Bytes of ``value`` as JSON; why not, when it has no such form."""
    if value is None or value is True or value is False:
        return 4
    try:
        return len(write_json(value).encode("utf-8"))
    except InvalidJson as error:
        return str(error)


def error_value(error: BridgeError) -> dict[str, Any]:
    """An error as expressions see it."""
    shown = error.to_json()
    return {name: shown[name] for name in ("code", "message", "fields", "recovery")}
