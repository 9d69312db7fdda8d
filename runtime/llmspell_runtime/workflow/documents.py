"""Workflows as text, JSON or YAML, with their format and version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from bridge_runtime.problems import describe, problems_of
from bridge_runtime.values import InvalidJson, read_json, write_json
from llmspell.workflow.constants import Limit
from llmspell.workflow.types import Format, WorkflowDefinition
from pydantic import ValidationError

from llmspell_runtime.extras import needed

FORMAT: Final = "llmspell.workflow"
VERSION: Final = 1
_DEEPEST: Final = 255
"""Levels of a text: those of the JSON in a step, and of the steps and definitions around it."""


class NotWorkflow(ValueError):
    """The text is no workflow, or of a version that is not known here; the message says which."""


def write(definition: Mapping[str, Any], format: Format) -> str:
    """The text of a definition that is not too large: one that ``read`` takes."""
    document = _document_of(definition)
    if format == Format.JSON:
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    else:
        needed("yaml", "workflow")
        from llmspell_runtime.yaml_text import write_yaml

        text = write_yaml(document)
    return text if _size(text) <= Limit.DEFINITION_BYTES else write_json(document)


def is_too_large(definition: Mapping[str, Any]) -> bool:
    """Whether no text of a definition would be taken, not even the shortest."""
    return _size(write_json(_document_of(definition))) > Limit.DEFINITION_BYTES


def _document_of(definition: Mapping[str, Any]) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, "workflow": definition}


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def read(text: str, format: Format | None) -> WorkflowDefinition:
    """The definition that a text holds; raises NotWorkflow."""
    if _size(text) > Limit.DEFINITION_BYTES:
        raise NotWorkflow(f"it has more than {Limit.DEFINITION_BYTES} bytes")
    document = _document(text, format)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotWorkflow(f'it has no "format": "{FORMAT}"')
    if document.get("version") != VERSION or document["version"] is True:
        raise NotWorkflow(f"it has version {document.get('version')!r}; version {VERSION} is known here")
    unknown = sorted(document.keys() - {"format", "version", "workflow"})
    if unknown:
        raise NotWorkflow(f"{', '.join(unknown)}: not known beside format, version and workflow")
    return definition_of(document.get("workflow"))


def definition_of(data: Any) -> WorkflowDefinition:
    """JSON as a definition; raises NotWorkflow with all places where it has not the form of one."""
    try:
        return WorkflowDefinition.model_validate(data)
    except ValidationError as error:
        raise NotWorkflow(describe(problems_of(error, data, WorkflowDefinition))) from None


def _document(text: str, format: Format | None) -> Any:
    if format is None and text.lstrip()[:1] == "{":  # JSON, unless it is YAML that begins like it
        try:
            return _json(text)
        except NotWorkflow:
            return _yaml(text)
    return _json(text) if format == Format.JSON else _yaml(text)


def _json(text: str) -> Any:
    try:
        return read_json(text)
    except InvalidJson as error:
        raise NotWorkflow(str(error)) from None


def _yaml(text: str) -> Any:
    needed("yaml", "workflow")
    from llmspell_runtime.yaml_text import InvalidYaml, read_yaml

    try:
        return read_yaml(text, max_depth=_DEEPEST, max_values=Limit.DEFINITION_BYTES)
    except InvalidYaml as error:
        raise NotWorkflow(f"line {error.line}, column {error.column}: {error}") from None
