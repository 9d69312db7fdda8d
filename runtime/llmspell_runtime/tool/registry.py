"""The tools of one session: their descriptions, handlers and records so far."""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from llmspell.tool.errors import AlreadyExists, InvalidSchema, NotFound
from llmspell.tool.types import Category, ExecutionMode, ToolDescription, ToolInfo, ToolQuery

from llmspell_runtime.tool.built_in import BUILT_IN, BuiltIn
from llmspell_runtime.tool.schemas import Checker, SchemaError, checker

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback


@dataclass(slots=True)
class Record:
    """How a tool has done so far."""

    calls: int = 0
    failures: int = 0
    total_ms: float = 0.0
    last_error: str = ""


@dataclass
class Tool:
    """One registered tool. A loaded definition has no handler until somebody attaches one."""

    description: ToolDescription
    handler: Callback[[dict[str, Any]], Any] | None = None
    built_in: BuiltIn | None = None
    record: Record = field(default_factory=Record)

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def is_ready(self) -> bool:
        return self.handler is not None or self.built_in is not None

    @cached_property
    def checker(self) -> Checker:
        """Checks its arguments; made once. Raises InvalidSchema."""
        try:
            return checker(self.description.parameters)
        except SchemaError as error:
            raise InvalidSchema(tool=self.name, reason=str(error)) from None

    @property
    def importable(self) -> str:
        """Where another process finds its handler, as "module:name"; empty when it cannot."""
        function = self.handler.function if self.handler is not None else None
        module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", "")
        if not module or not name or module == "__main__" or "<" in name:
            return ""
        found: Any = sys.modules.get(module)
        for part in name.split("."):
            found = getattr(found, part, None)
        return f"{module}:{name}" if found is function else ""

    def info(self) -> ToolInfo:
        """What is known of it beside its description."""
        record, built_in = self.record, self.built_in
        more = {"last_error": record.last_error} if record.last_error else {}
        return ToolInfo(
            name=self.name,
            category=self.description.category,
            mode=self.description.mode,
            built_in=built_in is not None,
            ready=self.is_ready,
            sandboxable=built_in is not None or bool(self.importable),
            permissions=list(built_in.permissions) if built_in else [],
            calls=record.calls,
            failures=record.failures,
            total_ms=round(record.total_ms, 3),
            **more,
        )


class Registry:
    """Tools by name; the built-in ones are there from the start."""

    def __init__(self) -> None:
        self._tools: dict[str, Tool] = {name: _built_in(tool) for name, tool in BUILT_IN.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._tools

    def find(self, name: str) -> Tool:
        """The tool called ``name``; raises NotFound."""
        try:
            return self._tools[name]
        except KeyError:
            raise NotFound(tool=name) from None

    def add(self, tools: Iterable[Tool]) -> None:
        """Add ``tools``, all or none; raises AlreadyExists and InvalidSchema."""
        added: dict[str, Tool] = {}
        for tool in tools:
            if tool.name in self._tools or tool.name in added:
                raise AlreadyExists(tool=tool.name)
            tool.checker  # noqa: B018  a bad schema is found now, not when a model calls the tool
            added[tool.name] = tool
        self._tools.update(added)

    def remove(self, name: str) -> None:
        """Forget the tool called ``name``; raises NotFound."""
        self.find(name)
        del self._tools[name]

    def all(self) -> list[Tool]:
        """Every tool, in the order of their names."""
        return [self._tools[name] for name in sorted(self._tools)]

    def of(self, category: Category | None) -> list[Tool]:
        """The tools of a category, or all."""
        return [tool for tool in self.all() if category is None or tool.description.category == category]

    def search(self, query: ToolQuery | None) -> list[Tool]:
        """The tools that ``query`` asks for, best match first, then by name."""
        if query is None:
            return self.all()
        words = (query.text or "").casefold().split()
        tags = set(query.tags or ())
        found = []
        for tool in self.of(query.category):
            points = [_points(word, tool.description) for word in words]
            if all(points) and tags <= set(tool.description.tags):
                found.append((-sum(points), tool.name, tool))
        return [tool for _, _, tool in sorted(found, key=lambda item: item[:2])][: query.limit or 20]


def _points(word: str, tool: ToolDescription) -> int:
    """How much ``word`` says about a tool: most in its name, least in its description."""
    texts = ((8, [tool.name]), (4, tool.tags), (2, [tool.category.value]), (1, [tool.description]))
    return sum(weight for weight, places in texts if any(word in place.casefold() for place in places))


def _built_in(tool: BuiltIn) -> Tool:
    description = ToolDescription(
        name=tool.name,
        description=tool.description,
        parameters=dict(tool.parameters),
        category=Category(tool.category),
        mode=ExecutionMode.DIRECT,
        tags=list(tool.tags),
        built_in=True,
    )
    return Tool(description, built_in=tool)


def shown(tool: Tool) -> ToolDescription:
    """The description of ``tool``, which its reader may change without changing the tool."""
    return copy.deepcopy(tool.description)
