"""XML to JSON and back.

The root element becomes an object with its name. An element is its text, or an object of its attributes (``@name``),
its children by name, and its text beside attributes (``#text``). Where that would lose the order of text and
children, they stand in a list under ``#content``. Names keep their prefixes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from bridge_runtime.values import write_json
from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep, TooLarge, Unsafe
from llmspell.output.types import Format

from llmspell_runtime.extras import needed
from llmspell_runtime.output.faults import NotReadable, NotWritable, pointer, require_value, shown
from llmspell_runtime.output.json_text import shortened

TEXT: Final = "#text"
CONTENT: Final = "#content"
_NAME: Final = re.compile(
    r"[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF]"
    r"[:A-Z_a-z\-.0-9\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF]*"
)
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK: Final = " \t\r\n"


def read(text: str) -> Any:
    """The value of an XML document. Raises NotReadable, Unsafe, TooDeep and TooLarge."""
    refused = needed("defusedxml", "output").DefusedXmlException
    reader = needed("defusedxml.expatreader", "output").DefusedExpatParser()
    elements = _Elements()
    reader.setContentHandler(elements)
    try:
        reader.parse(io.StringIO(text))
    except SAXParseException as error:
        line, column = error.getLineNumber(), error.getColumnNumber()
        raise NotReadable(error.getMessage(), line, None if column is None else column + 1) from None
    except refused as error:
        raise Unsafe(format=Format.XML, reason=_refusal(error)) from None
    require_value(elements.root)  # an element can be an object in a list in an object
    return elements.root


def _refusal(error: Exception) -> str:
    name = getattr(error, "name", None)
    return (
        f"it declares the entity {name!r}, and entities are not expanded"
        if name
        else "it refers to elsewhere"
    )


class _Elements(ContentHandler):
    """Builds the value as elements begin and end."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Any = None
        self._open: list[tuple[str, dict[str, str], list[Any]]] = []
        """Name, attributes and content (texts, and (name, value) of children) of the elements that are open."""
        self._count = 0

    def startElement(self, name: str, attrs: Any) -> None:
        if len(self._open) >= Limit.DEPTH:
            raise TooDeep(limit=Limit.DEPTH)
        self._count += 1 + len(attrs)
        if self._count > Limit.VALUES:
            raise TooLarge(what="the elements and attributes", limit=Limit.VALUES)
        self._open.append((name, dict(attrs.items()), []))

    def characters(self, content: str) -> None:
        inside = self._open[-1][2]
        if inside and isinstance(inside[-1], list):
            inside[-1].append(content)
        else:
            inside.append([content])

    def endElement(self, name: str) -> None:
        _, attributes, inside = self._open.pop()
        pieces = ["".join(piece) if isinstance(piece, list) else piece for piece in inside]
        value = _element({f"@{key}": item for key, item in attributes.items()}, pieces)
        if self._open:
            self._open[-1][2].append((name, value))
        else:
            self.root = {name: value}


def _element(attributes: dict[str, Any], pieces: list[Any]) -> Any:
    """The value of an element from its attributes and its content."""
    texts = [piece for piece in pieces if isinstance(piece, str)]
    if len(texts) == len(pieces):  # no children
        text = "".join(texts)
        if not attributes:
            return text
        return {**attributes, TEXT: text} if text else attributes
    if any(text.strip(_BLANK) for text in texts):
        return {**attributes, CONTENT: [p if isinstance(p, str) else {p[0]: p[1]} for p in pieces]}
    children = [piece for piece in pieces if not isinstance(piece, str)]
    grouped = _grouped(children)
    if grouped is None:
        return {**attributes, CONTENT: [{name: value} for name, value in children]}
    return {**attributes, **grouped}


def _grouped(children: list[tuple[str, Any]]) -> dict[str, Any] | None:
    """The children by name, those of one name in a list; None when that would lose their order."""
    grouped: dict[str, list[Any]] = {}
    last = None
    for name, value in children:
        if name in grouped and name != last:
            return None
        grouped.setdefault(name, []).append(value)
        last = name
    return {name: values[0] if len(values) == 1 else values for name, values in grouped.items()}


def write(value: Any, *, indent: int = 0, sort_keys: bool = False, root: str | None = None) -> str:
    """``value`` as an XML document without a declaration; inside an element ``root``, if one is named.

    With ``indent``, elements that hold nothing but elements have these on lines of their own. Raises NotWritable.
    """
    value = shortened(value)
    if root is not None:
        value = {root: value}
    elif not (isinstance(value, dict) and len(value) == 1):
        raise NotWritable(
            "", "it is not an object with one key, the root element; name one with the option 'root'"
        )
    ((name, inside),) = value.items()
    if isinstance(inside, list):
        raise NotWritable(
            pointer("", name),
            "a document has one root element, not a list of them; name one with the option 'root'",
        )
    return "".join(_Writer(indent, sort_keys).element(name, inside, pointer("", name), 0))


class _Writer:
    def __init__(self, indent: int, sort_keys: bool) -> None:
        self._indent, self._sort_keys = indent, sort_keys

    def element(self, name: str, value: Any, path: str, level: int) -> Iterator[str]:
        """The text of one element; values are nested within the limit, which bounds the recursion."""
        if not _NAME.fullmatch(name):
            raise NotWritable(path, f"{shown(name)} is not a name that XML elements can have")
        if not isinstance(value, dict):
            yield from self._tag(name, "", _text(value, path))
            return
        attributes, children = self._parts(value, path)
        if CONTENT in value:
            inside = "".join(self._content(value[CONTENT], pointer(path, CONTENT), level))
        else:
            pieces = ["".join(self.element(key, item, at, level + 1)) for key, item, at in children]
            inside = self._lines(pieces, level)
            if TEXT in value:
                inside = _text(value[TEXT], pointer(path, TEXT))
        yield from self._tag(name, attributes, inside)

    def _tag(self, name: str, attributes: str, inside: str) -> Iterator[str]:
        yield f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"

    def _lines(self, pieces: list[str], level: int) -> str:
        if not self._indent or not pieces:
            return "".join(pieces)
        begin = f"\n{' ' * self._indent * (level + 1)}"
        return begin + begin.join(pieces) + f"\n{' ' * self._indent * level}"

    def _content(self, content: Any, path: str, level: int) -> Iterator[str]:
        if not isinstance(content, list):
            raise NotWritable(path, "it is not a list of texts and objects with one key")
        for number, piece in enumerate(content):
            at = pointer(path, number)
            if isinstance(piece, dict) and len(piece) == 1:
                ((name, value),) = piece.items()
                yield from _Writer(0, self._sort_keys).element(name, value, pointer(at, name), level)
            elif isinstance(piece, dict | list):
                raise NotWritable(at, "it is neither text nor an object with one key")
            else:
                yield _text(piece, at)

    def _parts(self, value: dict[str, Any], path: str) -> tuple[str, list[tuple[str, Any, str]]]:
        """The attributes as text, and the children with their places; refuses what stands beside text."""
        attributes, children = "", []
        for key in sorted(value) if self._sort_keys else value:
            item, at = value[key], pointer(path, key)
            if key.startswith("@"):
                if not _NAME.fullmatch(key[1:]):
                    raise NotWritable(at, f"{shown(key[1:])} is not a name that XML attributes can have")
                attributes += f' {key[1:]}="{_text(item, at, _attribute)}"'
            elif isinstance(item, list) and key not in (TEXT, CONTENT):
                children += [(key, each, pointer(at, number)) for number, each in enumerate(item)]
            elif key not in (TEXT, CONTENT):
                children.append((key, item, at))
        if (TEXT in value) + (CONTENT in value) + bool(children) > 1:
            raise NotWritable(
                path,
                f"{TEXT}, {CONTENT} and elements stand beside one another; put all of them into {CONTENT}",
            )
        return attributes, children


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return _escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _text(value: Any, path: str, escape: Callable[[str], str] = _escape) -> str:
    """A scalar as XML text; null is no text."""
    if isinstance(value, dict | list):
        raise NotWritable(
            path, f"{'a list' if isinstance(value, list) else 'an object'} cannot stand where text does"
        )
    text = "" if value is None else value if isinstance(value, str) else write_json(value)
    found = _FORBIDDEN.search(text)
    if found:
        raise NotWritable(path, f"XML has no character U+{ord(found[0]):04X}")
    return escape(text)
