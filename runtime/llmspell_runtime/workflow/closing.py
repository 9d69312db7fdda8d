"""A definition with the definitions of all workflows that it names, so that it runs wherever it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from llmspell.workflow.constants import Limit
from llmspell.workflow.types import IssueCode

from llmspell_runtime.workflow.faults import Fault

Find = Callable[[str], "Mapping[str, Any] | None"]
LISTS: Final = ("steps", "otherwise", "reduce", "fallback")
"""The fields that hold steps."""


def steps_of(holder: Mapping[str, Any], place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The steps right within a definition or a step, each with the JSON pointer to it."""
    for name in LISTS:
        for number, step in enumerate(holder.get(name) or ()):
            yield f"{place}/{name}/{number}", step


def names_workflows(holder: Mapping[str, Any]) -> bool:
    """Whether a step within, at any depth, names a workflow of the session."""
    return any(
        "workflow" in step or names_workflows(step) or names_workflows(step.get("definition") or {})
        for _, step in steps_of(holder, "")
    )


class Closing:
    """Puts definitions in place of names; what cannot be is in ``faults``."""

    def __init__(self, find: Find) -> None:
        """``find`` gives the definition of a workflow of the session."""
        self._find = find
        self._left: int = Limit.STEPS
        self.faults: list[Fault] = []

    def close(self, definition: Mapping[str, Any]) -> dict[str, Any]:
        """``definition``, with the definition beside every name of a workflow."""
        return self._closed(definition, "", (definition["name"],))

    def _closed(self, holder: Mapping[str, Any], place: str, above: tuple[str, ...]) -> dict[str, Any]:
        closed = dict(holder)
        for name in LISTS:
            if name in holder:
                closed[name] = [
                    self._step(step, f"{place}/{name}/{number}", above)
                    for number, step in enumerate(holder[name])
                ]
        return closed

    def _step(self, step: Mapping[str, Any], place: str, above: tuple[str, ...]) -> dict[str, Any]:
        closed = self._closed(step, place, above)
        if step["kind"] != "workflow":
            return closed
        if ("workflow" in step) == ("definition" in step):
            message = "a workflow step has either the name of a workflow or a definition"
            self.faults.append(Fault(place, IssueCode.INVALID_FIELDS, message))
            closed.pop("definition", None)
        elif "definition" in step:
            inner = step["definition"]
            closed["definition"] = self._closed(inner, f"{place}/definition", (*above, inner["name"]))
        else:
            found = self._named(step["workflow"], f"{place}/workflow", above)
            if found is not None:
                closed["definition"] = found
        return closed

    def _named(self, name: str, path: str, above: tuple[str, ...]) -> dict[str, Any] | None:
        """The closed definition of a workflow of the session."""
        if name in above:
            chain = " runs ".join(repr(one) for one in (*above[above.index(name) :], name))
            self.faults.append(Fault(path, IssueCode.CYCLE, f"the workflow {chain}, without end"))
            return None
        definition = self._find(name)
        if definition is None:
            message = (
                f"there is no workflow {name!r}; make it first with workflow.create, or give its definition"
            )
            self.faults.append(Fault(path, IssueCode.UNKNOWN_WORKFLOW, message))
            return None
        self._left -= _count(definition)
        if self._left < 0 or len(above) > Limit.NESTING:
            message = f"with the workflows it names there are more than {Limit.STEPS} steps, or {Limit.NESTING} levels"
            self.faults.append(Fault(path, IssueCode.LIMIT, message))
            return None
        before, self.faults = self.faults, []
        closed = self._closed(definition, "", (*above, name))
        inner, self.faults = self.faults, before
        for fault in inner:
            message = f"the workflow {name!r} cannot run: {fault.path}: {fault.message}"
            self.faults.append(Fault(path, fault.code, message))
        return closed


def _count(holder: Mapping[str, Any]) -> int:
    return sum(1 + _count(step) + _count(step.get("definition") or {}) for _, step in steps_of(holder, ""))
