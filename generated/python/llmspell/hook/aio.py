"""Functions and ready-made helpers that take part in what the session does. For asynchronous programs."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any, Literal

from bridge_runtime import clients

from .types import (
    BuiltInHook,
    ComposeOptions,
    FailurePolicy,
    HookDefinition,
    HookFilter,
    HookHandler,
    HookInfo,
    HookWork,
    Priority,
    Type,
)


class AsyncHook(clients.AsyncResource):
    """Something that takes part in the calls of a point."""

    async def unregister(self) -> None:
        """Remove a hook.

        Its members, when it has some, are removed with it. Calls that are under way keep it to their end.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.unregister", {"hook": self})

    async def enable(self) -> None:
        """Have a hook called again.

        Failures in a row are counted anew.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.enable", {"hook": self})

    async def disable(self) -> None:
        """Have a hook not called any more, until it is enabled again.

        Calls that are under way keep it to their end.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.disable", {"hook": self})

    async def get_info(self) -> HookInfo:
        """A hook and what it has done.

        Raises:
            NotFound: No hook has this handle.
        """
        result: HookInfo = await self.core.acall("hook.get_info", {"hook": self})
        return result

    async def __aenter__(self) -> AsyncHook:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self.is_live:
            await self.unregister()


class AsyncHookBridge(clients.AsyncBridge):
    """Functions and ready-made helpers that take part in what the session does.

    A hook stands at a *point*: around a model's reply (`generate`), a tool's run (`tool_call`), an agent's run
    (`agent_run`), a workflow's step (`workflow_step`), or a point that a program names itself and passes with
    `hook.execute`. It sees the point's payload on the way in and the result or the error on the way out, and may change
    them, refuse the call, or answer in its stead.

    **Order.** The hooks of a point lie around the call like the skins of an onion: highest priority outermost, then in the
    order they were registered. On the way in they are called from the outside in, on the way out from the inside
    out, so that of two POST hooks the one with the higher priority has the last word. Who refuses or answers turns the
    call round: what lies further in is not called, what lies further out sees the error or the result on its way out.

    **Types.** PRE is called on the way in, POST on the way out with a result, ERROR on the way out with an error, and
    AROUND in all three: first with phase `before`, then with `after` or `error`. What it gives as `context` in `before`
    it is given again, so that it needs no memory of its own. A call that is cancelled, or whose session closes, passes all hooks
    without a word.

    **Answers.** A handler that returns nothing lets the call go on unchanged. Else it returns what should change:
    `payload` (before), `result` (before: instead of the call; after, error: instead of what came out), `reject` with
    a reason (before, after), `error` (error), or `retry_after_seconds` to have what lies further in done again (after, error).
    A payload is given back whole; what names the call (provider, tool, agent, execution, run) cannot be changed.

    **Failures.** A handler that fails, takes too long or returns what its phase does not allow has failed. Its policy says
    what then: FAIL, the default, fails the call; IGNORE goes on as if it had returned nothing; DISABLE does so too, and switches the hook off
    after some failures in a row. Each is counted and told by `hook.error`.

    **Calls from within.** What a handler calls passes all hooks but the one whose handler it is, so that it does not call itself.

    **Streams.** A hook that could change the result of a stream (POST and AROUND, unless they only `observe`, and redaction) has to see it whole: the pieces
    are held back until the hooks have let the result pass, and then made from it. All others leave the stream flowing; once a piece
    was delivered, an ERROR hook can replace the error, and neither give a result nor retry.

    **Trust.** A handler sees all that passes: prompts, arguments, results, and the secrets in them. Hooks also stand around the calls of child
    sessions, outside of the child's own; a child can neither see nor remove them.
    """

    async def register(
        self,
        *,
        point: str,
        type: Type | Literal["pre", "post", "around", "error"],
        handler: HookHandler,
        name: str | None = None,
        priority: Priority | Literal["highest", "high", "normal", "low", "lowest"] | None = None,
        timeout_seconds: float | None = None,
        on_failure: FailurePolicy | Literal["fail", "ignore", "disable"] | None = None,
        max_failures: int | None = None,
        max_retries: int | None = None,
        observe: bool | None = None,
        enabled: bool | None = None,
    ) -> AsyncHook:
        """Have a handler take part in the calls of a point.

        Calls that are under way keep the hooks they began with.

        Args:
            point: Where it stands: a constant of Point, or a point that the program passes with `hook.execute`.
            type: On which part of its way it meets a call.
            handler: What it does.
            name: What errors and lists call it; its handle when left out. Need not be unique.
            priority: How far out it lies. Default: 'normal'.
            timeout_seconds: Longest time of one call of the handler. A handler that blocks its program keeps it beyond that; the
                call fails when it comes back. Default: 30.
            on_failure: What happens to the call when the handler fails. Default: 'fail'.
            max_failures: With policy DISABLE the failures in a row after which it is disabled. Default: 3.
            max_retries: How often it may have one call done again; a wish beyond that is not heard. Default: 3.
            observe: It only looks: any answer but nothing is a failure, and streams are not held back for it. Default: False.
            enabled: Whether it is called from the start. Default: True.

        Returns:
            Something that takes part in the calls of a point.
        """
        definition = HookDefinition(
            **clients.given(
                point=point,
                type=type,
                handler=handler,
                name=name,
                priority=priority,
                timeout_seconds=timeout_seconds,
                on_failure=on_failure,
                max_failures=max_failures,
                max_retries=max_retries,
                observe=observe,
                enabled=enabled,
            )
        )
        result = await self.core.acall("hook.register", {"definition": definition})
        return AsyncHook.of(self.core, result)

    async def install(self, built_in: BuiltInHook | dict[str, Any]) -> AsyncHook:
        """Put a ready-made hook in place.

        It works at each point where it makes sense, and refuses the others.

        Args:
            built_in: Which hook, and its options.

        Returns:
            Something that takes part in the calls of a point.

        Raises:
            InvalidOptions: A ready-made hook cannot work with these options.
        """
        result = await self.core.acall("hook.install", {"built_in": built_in})
        return AsyncHook.of(self.core, result)

    async def compose(
        self,
        hooks: Sequence[AsyncHook | str],
        *,
        name: str | None = None,
        priority: Priority | Literal["highest", "high", "normal", "low", "lowest"] | None = None,
    ) -> AsyncHook:
        """Have several hooks stand as one, with one handle.

        They lie together where the new hook lies, in the order given, the first outermost. Each keeps its
        handle and can be disabled by itself; when the new hook is disabled they all are, and when it is
        unregistered they are too.

        Args:
            hooks: The hooks; each part of no other.
            name: What lists call it; its handle when left out.
            priority: How far out it lies, and all its hooks with it. Default: 'normal'.

        Returns:
            Something that takes part in the calls of a point.

        Raises:
            NotFound: No hook has this handle.
            InvalidComposition: These hooks cannot stand as one.
        """
        options = clients.optional(ComposeOptions, name=name, priority=priority)
        result = await self.core.acall("hook.compose", {"hooks": hooks, "options": options})
        return AsyncHook.of(self.core, result)

    async def unregister(self, hook: AsyncHook | str) -> None:
        """Remove a hook.

        Its members, when it has some, are removed with it. Calls that are under way keep it to their end.

        Args:
            hook: The hook.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.unregister", {"hook": hook})

    async def execute(self, point: str, payload: Any, work: HookWork | None = None) -> Any:
        """Pass a point, with a program's own work inside or with nothing.

        Runs the hooks that stand at the point around `work`, or around nothing: then the result is the
        payload as the hooks have left it. The runtime's own points can be passed too, to try their hooks;
        the payload must then be what the point carries, with or without its `point`.

        Args:
            point: The point.
            payload: What passes it.
            work: What lies inside the hooks.

        Raises:
            Rejected: A hook has refused the call, or its result.
            Failed: A hook has failed, and its policy is to fail the call.
            TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            Replaced: A hook has put an error of its own in place of another, which is its cause.
            RateLimited: A rate-limiting hook lets no more calls pass for now.
            NestedTooDeep: A handler seems to call itself without end.
            InvalidPayload: A payload is not what its point carries.
        """
        result: Any = await self.core.acall(
            "hook.execute", {"point": point, "payload": payload, "work": work}
        )
        return result

    async def list(self, *, point: str | None = None, enabled: bool | None = None) -> builtins.list[HookInfo]:
        """The session's hooks, from the outside in.

        Those of a parent session, which lie further out, are not shown.

        Args:
            point: Only those that stand at this point.
            enabled: Only those that are enabled, or those that are not.

        Returns:
            A list. Each: A hook and what it has done.
        """
        filter = clients.optional(HookFilter, point=point, enabled=enabled)
        result: builtins.list[HookInfo] = await self.core.acall("hook.list", {"filter": filter})
        return result

    async def enable(self, hook: AsyncHook | str) -> None:
        """Have a hook called again.

        Failures in a row are counted anew.

        Args:
            hook: The hook.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.enable", {"hook": hook})

    async def disable(self, hook: AsyncHook | str) -> None:
        """Have a hook not called any more, until it is enabled again.

        Calls that are under way keep it to their end.

        Args:
            hook: The hook.

        Raises:
            NotFound: No hook has this handle.
        """
        await self.core.acall("hook.disable", {"hook": hook})

    async def get_info(self, hook: AsyncHook | str) -> HookInfo:
        """A hook and what it has done.

        Args:
            hook: The hook.

        Raises:
            NotFound: No hook has this handle.
        """
        result: HookInfo = await self.core.acall("hook.get_info", {"hook": hook})
        return result
