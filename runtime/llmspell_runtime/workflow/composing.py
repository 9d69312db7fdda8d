"""One definition made of several."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from llmspell.workflow.types import Pattern

from llmspell_runtime.workflow.references import OF_THE_LANGUAGE, OURS


def composed(name: str, parts: Sequence[Mapping[str, Any]], pattern: Pattern) -> dict[str, Any]:
    """A definition with one step for each of ``parts``, definitions themselves."""
    taken: set[str] = set()
    steps = []
    for part in parts:
        step = {"id": _free_id(part["name"], taken), "kind": "workflow", "definition": part}
        if pattern != Pattern.PIPELINE:
            step["input"] = "{{input}}"
        steps.append(step)
    return {"name": name, "pattern": pattern.value, "steps": steps}


def _free_id(name: str, taken: set[str]) -> str:
    """A step's id that resembles ``name`` and that no other step has; it is ``taken`` then."""
    stem = re.sub(r"[^A-Za-z0-9_]", "_", name)[:56]
    if not re.match(r"[A-Za-z_]", stem) or stem in OURS or stem in OF_THE_LANGUAGE:
        stem = f"_{stem}"
    id, number = stem, 1
    while id in taken:
        number += 1
        id = f"{stem}_{number}"
    taken.add(id)
    return id
