"""The mocks of one session: made, found, lent by the session around it, and taken away."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError
from llmspell.testing.errors import AlreadyExists, InvalidDefinition, NotFound
from llmspell.testing.types import MockDefinition, MockType

from llmspell_runtime.testing.clock import Clock
from llmspell_runtime.testing.definitions import Definitions
from llmspell_runtime.testing.mocks import AnsweringMock, Mock, ServiceMock
from llmspell_runtime.testing.names import Unfilled

if TYPE_CHECKING:
    from bridge_runtime.session import Session

DESCRIPTION = "A mock: it answers what a test has written."


class Doubles:
    """Mocks by name."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session, self._clock = session, clock
        self._mocks: dict[str, Mock] = {}
        self._lent: set[str] = set()
        self._numbers = count(1)
        self.lender: Doubles | None = None
        """Whose functions may be used here by name."""

    def make(self, definition: MockDefinition) -> Mock:
        """Make a mock, and its tool or provider. Raises AlreadyExists, InvalidDefinition, InvalidMatcher."""
        name = definition.name or self._free_name()
        if name in self._mocks:
            raise AlreadyExists(kind="mock", name=name)
        Definitions(self._session.interface, "mock", name).mock(definition)
        mock: Mock
        if definition.type is MockType.SERVICE:
            mock = ServiceMock(name, definition, self._provider(name, definition))
        else:
            mock = AnsweringMock(name, definition, self._session.interface, self._clock.sleep)
            if definition.type is MockType.OBJECT:
                self._register(mock)
        self._mocks[name] = mock
        return mock

    def lend(self, mock: Mock) -> None:
        """Make a tool of a mock of another session known here too. Raises AlreadyExists."""
        if isinstance(mock, AnsweringMock):
            if mock.definition.type is MockType.OBJECT:
                self._register(mock)
            self._mocks[mock.name] = mock
            self._lent.add(mock.name)
        else:
            self.make(mock.definition.model_copy(update={"name": mock.name}))

    def _free_name(self) -> str:
        return next(name for number in self._numbers if (name := f"mock_{number}") not in self._mocks)

    def _register(self, mock: AnsweringMock) -> None:
        definition = mock.definition
        tool: dict[str, Any] = {
            "name": mock.name,
            "description": definition.description or DESCRIPTION,
            "handler": mock,
            "tags": ["mock"],
        }
        if definition.parameters is not None:
            tool["parameters"] = definition.parameters
        try:
            self._session.call("tool.register", {"definition": tool})
        except BridgeError as error:
            if error.code == "tool.already_exists":
                raise AlreadyExists(kind="tool", name=mock.name) from None
            raise self._refused(mock.name, "/parameters", error) from None

    def _provider(self, name: str, definition: MockDefinition) -> Any:
        script = [step.to_json() for step in definition.script or ()]
        config: dict[str, Any] = {"type": "scripted", "name": name, "script": script}
        if definition.model is not None:
            config["model"] = definition.model
        try:
            return self._session.call("provider.create", {"config": config})
        except BridgeError as error:
            if error.code == "provider.name_taken":
                raise AlreadyExists(kind="provider", name=name) from None
            raise self._refused(name, "/script", error) from None

    def _refused(self, name: str, path: str, error: BridgeError) -> BridgeError:
        if error.code.startswith("runtime."):
            return error
        reason = str(error.fields.get("reason") or error.message)
        return InvalidDefinition(kind="mock", name=name, path=path, reason=reason)

    def find(self, name: str) -> Mock:
        """The mock of this name, here or where it can be lent from; raises NotFound."""
        here: Doubles | None = self
        while here is not None:
            if name in here._mocks:
                return here._mocks[name]
            here = here.lender
        raise not_found("mock", name, self._mocks)

    def function(self, name: str) -> Callable[..., Any]:
        """What stands where a step writes ``{$mock: name}``; raises Unfilled."""
        try:
            mock = self.find(name)
        except NotFound as error:
            raise Unfilled(error.message) from None
        if not isinstance(mock, AnsweringMock):
            raise Unfilled(f"mock {name!r} is a provider, which cannot be passed as a function")
        return mock

    def all(self) -> list[Mock]:
        """Those that are known in this session, oldest first."""
        return list(self._mocks.values())

    def wasted(self) -> list[Mock]:
        """Strict ones of this session that have responses left over."""
        own = (mock for name, mock in self._mocks.items() if name not in self._lent)
        return [mock for mock in own if mock.definition.strict and mock.unused]

    async def remove(self, mock: Mock) -> None:
        """Take a mock away, and its tool or provider, unless that is gone already."""
        self._mocks.pop(mock.name, None)
        try:
            if isinstance(mock, ServiceMock):
                await self._session.acall("provider.destroy", {"provider": mock.provider})
            elif mock.definition.type is MockType.OBJECT:
                await self._session.acall("tool.unregister", {"name": mock.name})
        except BridgeError as error:
            if error.code not in ("provider.not_found", "tool.not_found", "provider.script_unfinished"):
                raise


def not_found(kind: str, name: str, known: Any) -> NotFound:
    """The error for a name that nothing has, with those that there are."""
    names = list(known)
    listed = ", ".join(map(repr, names[:20])) + (" and more" if len(names) > 20 else "")
    said = f"{'is' if len(names) == 1 else 'are'} {listed}" if names else "is none"
    return NotFound(kind=kind, name=name, known=said)
