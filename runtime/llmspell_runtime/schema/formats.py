"""The formats of JSON Schema 2020-12, asserted: the library's checkers, with stricter ones where those are too lax or slow."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from llmspell_runtime.extras import needed
from llmspell_runtime.schema.patterns import InvalidPattern, compile_pattern, spend_on

MAX_CHARACTERS: Final = 8192
"""Longer text has no format: some checkers take time that grows faster than the text."""
MAX_DURATION: Final = 128
"""Longer durations are none: their digits would be read as numbers."""
NAMES: Final = frozenset(
    {
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
        "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer",
        "relative-json-pointer", "regex",
    }
)  # fmt: skip
_ASCII_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]"
_ATOM: Final = r"[\u0080-\U0010ffff" + _ASCII_ATOM[1:]
_QUOTED: Final = r'"(?:[^"\\\r\n]|\\[^\r\n])*"'
_EMAIL: Final = re.compile(
    rf"(?P<local>{_ASCII_ATOM}+(?:\.{_ASCII_ATOM}+)*|{_QUOTED})@(?P<domain>[^@]+)", re.ASCII
)
_IDN_EMAIL: Final = re.compile(rf"(?P<local>{_ATOM}+(?:\.{_ATOM}+)*|{_QUOTED})@(?P<domain>[^@]+)")
_NOT_IN_IRI: Final = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufff0-\uffff]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")

_LIBRARIES: Final = {
    "date-time": "rfc3339_validator",
    "duration": "isoduration",
    "hostname": "fqdn",
    "idn-hostname": "idna",
    "json-pointer": "jsonpointer",
    "relative-json-pointer": "jsonpointer",
    "time": "rfc3339_validator",
    "uri": "rfc3986_validator",
    "uri-reference": "rfc3986_validator",
    "uri-template": "uri_template",
}
"""What the library's checkers of some formats need."""

_LEAP_SECOND: Final = re.compile(
    r"(?P<start>(?:.*[Tt])?(?P<hour>\d\d):(?P<minute>\d\d):)60"
    r"(?P<end>(?:\.\d+)?(?:[Zz]|(?P<offset>[+-]\d\d:\d\d)))",
    re.ASCII,
)
_LAST_MINUTE: Final = 23 * 60 + 59

Conforms = Callable[[str], bool]


class Formats:
    """What a validator of the library asks: ``check(instance, format)``, which raises FormatError."""

    def __init__(self, asserted: bool) -> None:
        self.asserted = asserted

    def check(self, instance: object, format: str) -> None:
        """Raise FormatError when ``instance`` is text and not of ``format``; unknown formats are remarks."""
        if not self.asserted or not isinstance(instance, str) or format not in NAMES:
            return
        if format == "regex":
            spend_on(instance)
        if not conforms(instance, format):
            from jsonschema.exceptions import FormatError

            raise FormatError(_pattern_fault(instance) if format == "regex" else "")


def conforms(text: str, format: str) -> bool:
    """Whether ``text`` is of the ``format``, one of ``NAMES``. Raises BrokenInstallation when its library is not there."""
    if len(text) > MAX_CHARACTERS:
        return False
    return _checker(format)(text)


@cache
def _checker(format: str) -> Conforms:
    """The check of one format."""
    return _OWN.get(format) or _library_check(format)


@cache
def _library_check(format: str) -> Conforms:
    """The library's check of one format."""
    if format in _LIBRARIES:
        needed(_LIBRARIES[format], "schema")
    from jsonschema import Draft202012Validator

    check, raises = Draft202012Validator.FORMAT_CHECKER.checkers[format]
    refusals: Any = (*(raises if isinstance(raises, tuple) else (raises,)), ValueError)

    def passes(text: str) -> bool:
        try:
            return bool(check(text))
        except refusals:
            return False

    return passes


def _is_date_time(text: str) -> bool:
    return _library_check("date-time")(_without_leap_second(text))


def _is_time(text: str) -> bool:
    return _library_check("time")(_without_leap_second(text))


def _is_duration(text: str) -> bool:
    return len(text) <= MAX_DURATION and _library_check("duration")(text)


def _without_leap_second(text: str) -> str:
    """``text`` a second earlier, where it is a second that Python has no time for: 60, in the last minute of a day in UTC."""
    found = _LEAP_SECOND.fullmatch(text)
    if found is None:
        return text
    ahead = found["offset"] or "+00:00"
    minutes = int(ahead[1:3]) * 60 + int(ahead[4:])
    local = int(found["hour"]) * 60 + int(found["minute"])
    in_utc = local + minutes if ahead[0] == "-" else local - minutes
    return f"{found['start']}59{found['end']}" if in_utc % (24 * 60) == _LAST_MINUTE else text


def _is_email(text: str) -> bool:
    found = _EMAIL.fullmatch(text)
    return found is not None and len(found["local"]) <= 64 and _is_mail_domain(found["domain"], "hostname")


def _is_idn_email(text: str) -> bool:
    found = _IDN_EMAIL.fullmatch(text)
    return found is not None and _is_mail_domain(found["domain"], "idn-hostname")


def _is_mail_domain(domain: str, format: str) -> bool:
    if domain.startswith("[") and domain.endswith("]"):
        address = domain[1:-1]
        return conforms(address[5:], "ipv6") if address.startswith("IPv6:") else conforms(address, "ipv4")
    return conforms(domain, format)


def _is_iri(text: str) -> bool:
    return _is_wide(text, "uri")


def _is_iri_reference(text: str) -> bool:
    return _is_wide(text, "uri-reference")


def _is_wide(text: str, narrow: str) -> bool:
    """RFC 3987, 3.1: an IRI is what becomes a URI when its other characters are percent-encoded."""
    if _NOT_IN_IRI.search(text) or _PRIVATE.search(text.partition("?")[0]):
        return False
    encoded = _NOT_ASCII.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
    return _checker(narrow)(encoded)


def _is_regex(text: str) -> bool:
    return not _pattern_fault(text)


def _pattern_fault(text: str) -> str:
    """Why ``text`` is no pattern; empty when it is one."""
    try:
        compile_pattern(text)
    except InvalidPattern as error:
        return str(error)
    return ""


_OWN: Final[dict[str, Conforms]] = {
    "date-time": _is_date_time,
    "duration": _is_duration,
    "email": _is_email,
    "idn-email": _is_idn_email,
    "iri": _is_iri,
    "iri-reference": _is_iri_reference,
    "regex": _is_regex,
    "time": _is_time,
}
