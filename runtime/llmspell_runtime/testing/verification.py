"""What a mock should have been asked, held against its calls."""

from __future__ import annotations

from llmspell.testing.types import AssertType, CallExpectation

from llmspell_runtime.testing.comparison import Effort, Mismatch, compared, shown
from llmspell_runtime.testing.matchers import expecting
from llmspell_runtime.testing.mocks import Mock
from llmspell_runtime.testing.places import ABSENT, below


def call_mismatches(mock: Mock, expected: CallExpectation) -> list[Mismatch]:
    """Where the calls of ``mock`` are not the expected ones; raises InvalidMatcher and LimitExceeded."""
    given = [call.arguments for call in mock.recorded]
    found = _counted(mock.calls, expected)
    if expected.called_with is not None:
        wanted = expecting(expected.called_with, "/called_with")
        effort = Effort()
        if not any(wanted.fits(arguments, effort) for arguments in given):
            message = f"expected a call with {shown(expected.called_with)}, given {shown(given)}"
            found.append(Mismatch("/calls", message, expected.called_with, given))
    if expected.last_called_with is not None:
        last = given[-1] if given else ABSENT
        path = below("/calls", max(len(given) - 1, 0))
        found += compared(expecting(expected.last_called_with, "/last_called_with"), last, path)
    if expected.calls is not None:
        found += compared(expecting(expected.calls, "/calls"), given, "/calls")
    if expected.all_used and mock.unused:
        found.append(unused_mismatch(mock))
    return found


def unused_mismatch(mock: Mock, path: str = "/unused") -> Mismatch:
    """The mismatch of a mock that has responses left over."""
    return Mismatch(
        path, f"expected all responses to be used, {_numbers(mock.unused)} left over", [], mock.unused
    )


def assertion_type(mismatch: Mismatch) -> AssertType:
    """What a mismatch of calls was an assertion of."""
    return AssertType.EQUALS if isinstance(mismatch.expected, int) else AssertType.MATCHES


def _counted(calls: int, expected: CallExpectation) -> list[Mismatch]:
    times = 0 if expected.never else expected.times
    asks = expected.model_fields_set - {"never", "all_used"} or expected.never or expected.all_used
    least = expected.at_least if asks else 1
    limits = [
        (times, "", times is not None and calls != times),
        (least, "at least ", least is not None and calls < least),
        (expected.at_most, "at most ", expected.at_most is not None and calls > expected.at_most),
    ]
    return [
        Mismatch(
            "/calls", f"expected {words}{limit} call{'' if limit == 1 else 's'}, given {calls}", limit, calls
        )
        for limit, words, broken in limits
        if broken
    ]


def _numbers(unused: list[int]) -> str:
    words = "response" if len(unused) == 1 else "responses"
    listed = ", ".join(map(str, unused[:10])) + (" and more" if len(unused) > 10 else "")
    return f"{words} {listed} {'is' if len(unused) == 1 else 'are'}"
