"""What an implementation of hook provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.callbacks import Callback
from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from .types import BuiltInHook, ComposeOptions, HookDefinition, HookFilter, HookInfo

HookT = TypeVar("HookT", bound=Resource)


class HookService(Service, Generic[HookT]):
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

    @abstractmethod
    def register(self, definition: HookDefinition) -> HookT:
        """Have a handler take part in the calls of a point.

        Calls that are under way keep the hooks they began with.
        """

    @abstractmethod
    def install(self, built_in: BuiltInHook) -> HookT:
        """Put a ready-made hook in place.

        It works at each point where it makes sense, and refuses the others.

        Raises hook.invalid_options.
        """

    @abstractmethod
    def compose(self, hooks: builtins.list[HookT], options: ComposeOptions | None = None) -> HookT:
        """Have several hooks stand as one, with one handle.

        They lie together where the new hook lies, in the order given, the first outermost. Each keeps its
        handle and can be disabled by itself; when the new hook is disabled they all are, and when it is
        unregistered they are too.

        Raises hook.not_found, hook.invalid_composition.
        """

    @abstractmethod
    def unregister(self, hook: HookT) -> None:
        """Remove a hook.

        Its members, when it has some, are removed with it. Calls that are under way keep it to their end.

        Raises hook.not_found.
        """

    @abstractmethod
    async def execute(self, point: str, payload: Any, work: Callback[[Any], Any] | None = None) -> Any:
        """Pass a point, with a program's own work inside or with nothing.

        Runs the hooks that stand at the point around `work`, or around nothing: then the result is the
        payload as the hooks have left it. The runtime's own points can be passed too, to try their hooks;
        the payload must then be what the point carries, with or without its `point`.

        Raises hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep, hook.invalid_payload.
        """

    @abstractmethod
    def list(self, filter: HookFilter | None = None) -> builtins.list[HookInfo]:
        """The session's hooks, from the outside in.

        Those of a parent session, which lie further out, are not shown.
        """

    @abstractmethod
    def enable(self, hook: HookT) -> None:
        """Have a hook called again.

        Failures in a row are counted anew.

        Raises hook.not_found.
        """

    @abstractmethod
    def disable(self, hook: HookT) -> None:
        """Have a hook not called any more, until it is enabled again.

        Calls that are under way keep it to their end.

        Raises hook.not_found.
        """

    @abstractmethod
    def get_info(self, hook: HookT) -> HookInfo:
        """A hook and what it has done.

        Raises hook.not_found.
        """
