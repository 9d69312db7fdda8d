"""Diagnostics as SARIF 2.1.0, which code-scanning services read (OASIS sarif-v2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bridgegen import __version__, rules
from bridgegen.diagnostics import Diagnostic
from bridgegen.reporting import shown_path

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(diagnostics: Sequence[Diagnostic], project: Path) -> str:
    """One run with the rules that were broken and a result per diagnostic."""
    broken = sorted({diagnostic.rule for diagnostic in diagnostics})
    driver = {
        "name": "bridgegen",
        "version": __version__,
        "rules": [_rule(name) for name in broken],
    }
    results = [_result(diagnostic, broken.index(diagnostic.rule), project) for diagnostic in diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(name: str) -> dict[str, Any]:
    rule = rules.get(name)
    if rule is None:  # a plugin's own
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.page, "markdown": rule.page},
        "properties": {"category": rule.category},
    }


def _result(diagnostic: Diagnostic, index: int, project: Path) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": diagnostic.severity,
        "message": {"text": diagnostic.message},
    }
    if position := diagnostic.position:
        path = shown_path(position.file, project).replace("\\", "/")
        region = {"startLine": position.line, "startColumn": position.column}
        result["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": path}, "region": region}}]
    return result
