"""Types and texts as the reference writes them."""

from __future__ import annotations

import json

from bridgegen import casing
from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    CallbackOf,
    Doc,
    HandleOf,
    Interface,
    Json,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Ref,
    Scalar,
    TypeExpr,
)
from bridgegen.targets.docs.places import Places


class Words:
    """Writes for the page of one module; the empty name is that of a page of the whole."""

    def __init__(self, interface: Interface, module: str) -> None:
        self._interface = interface
        self._module = module
        self.places = Places(interface)

    def link(self, name: Name, shown: str = "") -> str:
        """A link to what is called ``name``."""
        text = shown or (name.local if name.module == self._module else str(name))
        target = f"#{self.places.of(name)}"
        if name.module != self._module:
            folder = "" if self._module else "modules/"
            target = f"{folder}{casing.kebab(name.module)}.md{target}"
        return f"[{text}]({target})"

    def type(self, expr: TypeExpr) -> str:
        """A type, with links to those that have a name."""
        match expr:
            case Scalar():
                if expr.const is not MISSING:
                    return f"`{json.dumps(expr.const, ensure_ascii=False)}`"
                return f"{expr.kind} ({expr.format})" if expr.format else expr.kind
            case AnyJson():
                return "any JSON"
            case ListOf():
                return f"list of {self.type(expr.item)}"
            case MapOf(value=AnyJson()):
                return "object"
            case MapOf():
                return f"map of {self.type(expr.value)}"
            case Ref():
                return self.link(expr.name)
            case HandleOf():
                return self.link(expr.resource)
            case CallbackOf():
                return self.link(expr.callback)
            case Nullable():
                return f"{self.type(expr.inner)} or null"

    def constraints(self, expr: TypeExpr) -> str:
        """What a value must meet besides its type: "at least 1"."""
        if isinstance(expr, Nullable):
            return self.constraints(expr.inner)
        if isinstance(expr, Ref) and isinstance(self._interface_type(expr.name), Alias):
            return ""
        found = getattr(expr, "constraints", {})
        return "; ".join(
            text.format(value=_code(found[name]), s="" if found[name] == 1 else "s")
            for name, text in _CONSTRAINTS.items()
            if name in found
        )

    def _interface_type(self, name: Name) -> object:
        return self._interface.type(name)


_CONSTRAINTS = {
    "minimum": "at least {value}",
    "maximum": "at most {value}",
    "exclusiveMinimum": "above {value}",
    "exclusiveMaximum": "below {value}",
    "multipleOf": "a multiple of {value}",
    "minLength": "at least {value} character{s}",
    "maxLength": "at most {value} character{s}",
    "pattern": "matches {value}",
    "minItems": "at least {value} item{s}",
    "maxItems": "at most {value} item{s}",
    "uniqueItems": "no item twice",
}


def _code(value: Json) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f"`{text}`" if isinstance(value, str) else text


def default(value: Json) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def about(doc: Doc) -> str:
    """Summary and description, as paragraphs, and what to know before relying on it."""
    parts = [doc.summary, doc.description]
    if doc.deprecated:
        parts.append(f"**Deprecated:** {doc.deprecated}")
    if doc.stability != "stable":
        parts.append(f"*{doc.stability.capitalize()}: may change.*")
    if doc.since:
        parts.append(f"Since {doc.since}.")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def cell(*texts: str) -> str:
    """Texts as one cell of a table."""
    return " ".join(" ".join(text.split()) for text in texts if text.strip()).replace("|", "\\|")


def sentence(text: str) -> str:
    """``text`` with a capital and a full stop; nothing of nothing. What it quotes stays as it is."""
    return f"{text[0].upper()}{text[1:]}." if text else ""


def short(doc: Doc) -> str:
    """What fits into a cell."""
    deprecated = f"**Deprecated:** {doc.deprecated}" if doc.deprecated else ""
    return cell(doc.summary, doc.description, deprecated)
