"""One passage through a plan: the patterns, one function each, over steps that are done once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final, TypeAlias, cast

from bridge_runtime.values import copied, show
from llmspell.workflow.constants import Limit
from llmspell.workflow.errors import ExpressionFailed, InvalidInput, InvalidValue, LimitReached, StepTimedOut
from llmspell.workflow.errors import TimedOut as WorkflowTimedOut
from llmspell.workflow.types import Kind

from llmspell_runtime.workflow.control import Control, TimedOut
from llmspell_runtime.workflow.formulas import Formula, NoValue, Template
from llmspell_runtime.workflow.leaves import Leaves, StepFailure
from llmspell_runtime.workflow.plan import Block, Group, Leaf, Nested, Node, Plan
from llmspell_runtime.workflow.scope import MISSING, SKIPPED, Scope
from llmspell_runtime.workflow.values import checked_input, error_value

Entry: TypeAlias = "dict[str, Any]"
"""What expressions see of a step that has ended: ``{"status", "output"}``, perhaps ``error`` or ``failures``."""

NOTHING: Final = object()
"""In place of the previous output, outside of pipelines."""


class Interpreter:
    """Walks through a plan. It is repeatable: what it does follows from the input and the steps' outcomes alone."""

    def __init__(self, leaves: Leaves, control: Control, pause_after: frozenset[str], run: str) -> None:
        self._leaves, self._control, self._pause_after = leaves, control, pause_after
        self._run = run

    async def whole(self, plan: Plan, input: Any, prefix: str = "") -> Any:
        """The output of a workflow; raises StepFailure. ``prefix`` is what the keys of its steps begin with."""
        about = {"id": self._run, "workflow": plan.name}
        scope = Scope({"input": input, "run": about}, plan.ids, prefix=prefix)
        entry = await self._group(plan.root, scope)
        if plan.output is None:
            return entry["output"]
        return await self._filled(plan.output, scope, prefix.rstrip("/") or plan.name)

    # --- steps

    async def _step(self, node: Node, scope: Scope, previous: Any = NOTHING) -> Entry:
        """Run one step to its end; raises StepFailure when the group that holds it fails with it."""
        done = self._leaves.count
        try:
            if isinstance(node, Leaf):
                entry = await self._leaf(node, scope, previous)
            elif not await self._is_wanted(node, scope):
                entry = SKIPPED
            else:
                entry = await self._in_time(node, scope, previous)
        except StepFailure as failure:
            entry = await self._after_failure(node, scope, failure)
        scope.ended(node.id, entry)
        if node.id in self._pause_after and self._leaves.count > done and "/" not in scope.prefix:
            self._control.close()
        return entry

    async def _composite(self, node: Node, scope: Scope, previous: Any) -> Entry:
        if isinstance(node, Group):
            return await self._group(node, scope)
        assert isinstance(node, Nested) and node.plan is not None
        key = scope.prefix + node.id
        input = None if previous is NOTHING else previous
        if node.given is not None:
            input = await self._filled(node.given, scope, key)
        plan = node.plan
        try:
            checked_input(plan.name, plan.input_schema, input)
            async with self._control.limit(plan.timeout):
                return _completed(await self.whole(plan, input, f"{key}/"))
        except InvalidInput as error:
            raise StepFailure(key, node.id, error) from None
        except TimedOut as late:
            found = WorkflowTimedOut(workflow=plan.name, seconds=late.seconds)
            raise StepFailure(key, node.id, found) from None

    async def _in_time(self, node: Node, scope: Scope, previous: Any) -> Entry:
        try:
            async with self._control.limit(node.timeout):
                return await self._composite(node, scope, previous)
        except TimedOut as late:
            key = scope.prefix + node.id
            raise StepFailure(key, node.id, StepTimedOut(step=key, seconds=late.seconds)) from None

    async def _leaf(self, node: Leaf, scope: Scope, previous: Any) -> Entry:
        key = scope.prefix + node.id
        outcome = self._leaves.known(key)
        if outcome is None:
            if not await self._is_wanted(node, scope):
                await self._leaves.skip(node, scope.prefix)
                return SKIPPED
            outcome = await self._leaves.run(node, key, lambda: self._given(node, scope, key, previous))
        if outcome.error is not None:
            raise StepFailure(key, node.id, outcome.error)
        return SKIPPED if outcome.status == "skipped" else _completed(outcome.output)

    async def _given(self, node: Leaf, scope: Scope, key: str, previous: Any) -> Any:
        """What a step works on."""
        if node.given is not None:
            return await self._filled(node.given, scope, key)
        if previous is not NOTHING:
            return copied(previous)
        return {} if node.kind in (Kind.TOOL, Kind.EMIT) else None

    async def _after_failure(self, node: Node, scope: Scope, failure: StepFailure) -> Entry:
        """The fallback of a step, or going on without it, or else the failure."""
        error = error_value(failure.error)
        if node.fallback is not None:
            inner = scope.within({"error": error}, prefix=scope.prefix)
            try:
                output = await self._sequence(node.fallback, inner)
                return {"status": "completed", "output": output, "error": error}
            except StepFailure as second:
                failure, error = second, error_value(second.error)
        if not node.continues:
            raise failure
        return _failed(error)

    # --- patterns

    async def _group(self, group: Group, scope: Scope) -> Entry:
        return await _PATTERNS[group.kind](self, group, scope)

    async def _sequential(self, group: Group, scope: Scope) -> Entry:
        return _completed(await self._sequence(_there(group.body), scope))

    async def _sequence(self, block: Block, scope: Scope) -> Any:
        """The output of the last step that ran."""
        output = None
        for node in block.nodes:
            entry = await self._step(node, scope)
            if entry is not SKIPPED:
                output = entry["output"]
        return output

    async def _pipeline(self, group: Group, scope: Scope) -> Entry:
        previous = scope.find("previous")
        if previous is MISSING:
            previous = scope.find("input")
        for node in _there(group.body).nodes:
            entry = await self._step(node, scope.within({"previous": previous}), previous)
            if entry is not SKIPPED:
                previous = entry["output"]
        return _completed(previous)

    async def _conditional(self, group: Group, scope: Scope) -> Entry:
        condition = await self._truth(group.condition, scope, _place(group, scope))
        block = group.body if condition else group.otherwise
        return _completed(None if block is None else await self._sequence(block, scope))

    async def _parallel(self, group: Group, scope: Scope) -> Entry:
        block = _there(group.body)
        slots = asyncio.Semaphore(group.max_concurrency)
        ended = [asyncio.Event() for _ in block.nodes]
        entries: list[Entry] = [SKIPPED] * len(block.nodes)
        failures: list[dict[str, Any]] = []
        failed: set[int] = set()

        async def branch(number: int) -> None:
            node = block.nodes[number]
            for other in block.waits_for[number]:
                await ended[other].wait()
            if failed.isdisjoint(block.waits_for[number]):
                async with slots:
                    try:
                        entries[number] = await self._step(node, scope)
                    except StepFailure as failure:
                        if not group.collects:
                            raise
                        entries[number] = _failed(error_value(failure.error))
                        scope.ended(node.id, entries[number])
                        failures.append({"step": node.id, "error": entries[number]["error"]})
                        failed.add(number)
            else:  # what it needs is not there
                failed.add(number)
                await self._leaves.skip(node, scope.prefix)
            ended[number].set()

        await _together([branch(number) for number in block.order])
        output = {node.id: entry["output"] for node, entry in zip(block.nodes, entries, strict=True)}
        entry = _completed(output)
        return {**entry, "failures": failures} if group.collects else entry

    async def _loop(self, group: Group, scope: Scope) -> Entry:
        if group.items is not None:
            return await self._for_each(group, scope)
        key, place = scope.prefix + group.id, _place(group, scope)
        previous: Any = None
        for index in range(group.max_iterations):
            inner = scope.within({"index": index, "previous": previous}, prefix=f"{key}[{index}].")
            if group.repeat_while is not None and not await self._truth(group.repeat_while, inner, place):
                return _completed(previous)
            previous = await self._sequence(_there(group.body), inner)
            if group.repeat_until is not None and await self._truth(group.repeat_until, inner, place):
                return _completed(previous)
            await _breath(index)
        inner = scope.within({"index": group.max_iterations, "previous": previous}, prefix="")
        if group.repeat_while is not None and not await self._truth(group.repeat_while, inner, place):
            return _completed(previous)
        reason = (
            f"the loop did not end within {group.max_iterations} rounds; raise max_iterations if it may go on"
        )
        raise StepFailure(place, group.id, LimitReached(step=place, reason=reason))

    async def _for_each(self, group: Group, scope: Scope) -> Entry:
        key = scope.prefix + group.id
        items = await self._items(group, scope, group.max_iterations)
        outputs: list[Any] = []
        for index, item in enumerate(items):
            names = {group.variable: item, "index": index, "previous": outputs[-1] if outputs else None}
            inner = scope.within(names, prefix=f"{key}[{index}].")
            outputs.append(await self._sequence(_there(group.body), inner))
            await _breath(index)
        return _completed(outputs)

    async def _map_reduce(self, group: Group, scope: Scope) -> Entry:
        key = scope.prefix + group.id
        items = await self._items(group, scope, Limit.ITERATIONS)
        results: list[Any] = [None] * len(items)
        failures: list[dict[str, Any]] = []
        left = iter(enumerate(items))

        async def work() -> None:
            for index, item in left:
                inner = scope.within({group.variable: item, "index": index}, prefix=f"{key}[{index}].")
                try:
                    results[index] = await self._sequence(_there(group.body), inner)
                except StepFailure as failure:
                    if not group.collects:
                        raise
                    failures.append({"index": index, "error": error_value(failure.error)})

        await _together([work() for _ in range(min(group.max_concurrency, len(items)))])
        failures.sort(key=lambda failure: cast(int, failure["index"]))
        output: Any = results
        if group.reduce is not None:
            inner = scope.within({"results": results}, prefix=scope.prefix)
            output = await self._sequence(group.reduce, inner)
        entry = _completed(output)
        return {**entry, "failures": failures} if group.collects else entry

    async def _items(self, group: Group, scope: Scope, most: int) -> list[Any]:
        assert group.items is not None
        place = _place(group, scope)
        items = await self._value(group.items, scope, place)
        if not isinstance(items, list):
            reason = f"{group.items.source!r} is {show(items)}; a list of items is needed"
            raise StepFailure(place, group.id, InvalidValue(step=place, reason=reason))
        if len(items) > most:
            reason = f"{group.items.source!r} has {len(items)} items; at most {most} are allowed"
            raise StepFailure(place, group.id, LimitReached(step=place, reason=reason))
        return items

    # --- expressions

    async def _is_wanted(self, node: Node, scope: Scope) -> bool:
        return node.when is None or await self._truth(node.when, scope, scope.prefix + node.id)

    async def _truth(self, formula: Formula | None, scope: Scope, key: str) -> bool:
        assert formula is not None
        value = await self._value(formula, scope, key)
        if isinstance(value, bool):
            return value
        reason = f"{formula.source!r} is {show(value)}; true or false is needed"
        raise StepFailure(key, _last(key), InvalidValue(step=key, reason=reason))

    async def _value(self, formula: Formula, scope: Scope, key: str) -> Any:
        try:
            return await formula.value(scope.values(formula.names))
        except NoValue as error:
            raise _without_value(key, error) from None

    async def _filled(self, template: Template, scope: Scope, key: str) -> Any:
        try:
            return await template.value(scope.values(template.names))
        except NoValue as error:
            raise _without_value(key, error) from None


_PATTERNS: Final[dict[Kind, Callable[[Interpreter, Group, Scope], Awaitable[Entry]]]] = {
    Kind.SEQUENTIAL: Interpreter._sequential,
    Kind.PARALLEL: Interpreter._parallel,
    Kind.CONDITIONAL: Interpreter._conditional,
    Kind.LOOP: Interpreter._loop,
    Kind.MAP_REDUCE: Interpreter._map_reduce,
    Kind.PIPELINE: Interpreter._pipeline,
}


async def _together(branches: list[Any]) -> None:
    """Run all at the same time; the first failure cancels the others, and is raised alone."""
    try:
        async with asyncio.TaskGroup() as group:
            for branch in branches:
                group.create_task(branch)
    except BaseExceptionGroup as errors:
        raise next(_flat(errors)) from None


async def _breath(index: int) -> None:
    """Let others run now and then: a round may have had nothing to wait for."""
    if index % 16 == 15:
        await asyncio.sleep(0)


def _flat(errors: BaseExceptionGroup[Any]) -> Iterator[BaseException]:
    for error in errors.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        else:
            yield error


def _completed(output: Any) -> Entry:
    return {"status": "completed", "output": output}


def _failed(error: dict[str, Any]) -> Entry:
    return {"status": "failed", "output": None, "error": error}


def _there(block: Block | None) -> Block:
    assert block is not None
    return block


def _without_value(key: str, error: NoValue) -> StepFailure:
    found = ExpressionFailed(step=key, expression=error.expression, reason=error.reason)
    return StepFailure(key, _last(key), found)


def _place(group: Group, scope: Scope) -> str:
    """How a message names a group: by its key, or, where it is a whole workflow, by what runs that."""
    key = (scope.prefix + group.id).rstrip("/")
    return key or str(scope.find("run")["workflow"])


def _last(key: str) -> str:
    """The id of the step that a key speaks of."""
    return key.rpartition("/")[2].rpartition(".")[2]
