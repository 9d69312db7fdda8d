"""The only place where names of the C surface are made: prefixes, cases, reserved words."""

from __future__ import annotations

from collections.abc import Iterable

from bridgegen.casing import snake, upper
from bridgegen.model import Doc, Function, Interface, Module, Name

# Words that C11, C++20 or a usual header keeps; gnu modes also define unix, linux and i386.
_RESERVED = frozenset("""
    alignas alignof and and_eq asm assert atomic auto bitand bitor bool break case catch char
    char8_t char16_t char32_t class compl complex concept const const_cast consteval constexpr
    constinit continue co_await co_return co_yield decltype default delete do double dynamic_cast
    else enum errno explicit export extern false float for friend goto i386 if imaginary inline int
    int32_t int64_t linux long mutable namespace new noexcept noreturn not not_eq nullptr operator
    or or_eq private protected public register reinterpret_cast requires restrict return short
    signed size_t sizeof static static_assert static_cast stderr stdin stdout struct switch template
    this thread_local throw true try typedef typeid typename typeof uint32_t uint64_t union unix
    unsigned using virtual void volatile wchar_t while xor xor_eq
    """.split())  # noqa: SIM905

# What core.h defines, without the prefix: no generated name may be one of these.
CORE = frozenset("""
    status session error abi_version version last_error open close string_free string_copy call
    call_start call_wait call_cancel cancellable json_callback callback_new callback_free fail
    fail_json stream_next stream_next_start stream_close poll session_free session_from_id session_id
    """.split())  # noqa: SIM905

CORE_CONSTANTS = frozenset({"NOT_INITIALIZED", "OK", "END", "VERSION", "ABI_VERSION", "API", "CORE_H"})


class Names:
    """Names for one interface."""

    def __init__(self, interface: Interface, target: str = "c") -> None:
        options = interface.options.get(target, {})
        self._interface = interface
        self.prefix = str(options.get("prefix") or snake(interface.name))
        self.upper = upper(self.prefix)
        self._bridges = {module.name for module in interface.bridges}

    def _local(self, name: str, doc: Doc) -> str:
        return doc.rename.get("c", name)

    def joined(self, stem: str) -> str:
        """The C name of something that belongs to the interface as a whole."""
        return f"{self.prefix}_{stem}"

    def constant(self, stem: str) -> str:
        """A macro or enumerator of the interface as a whole."""
        return f"{self.upper}_{stem}"

    def stem(self, name: Name, doc: Doc) -> str:
        """A type's name without the interface's: ``desk.DeskConfig`` and ``desk.Config`` give ``desk_config``.

        Types of a module without functions stand without their module, unless the name is one of the core's.
        """
        local, module = snake(self._local(name.local, doc)), snake(name.module)
        if local == module or local.startswith(module + "_") or name.module not in self._bridges:
            stem = local
        else:
            stem = f"{module}_{local}"
        return f"{module}_{local}" if stem in CORE else stem

    def type(self, name: Name, doc: Doc) -> str:
        return self.joined(self.stem(name, doc))

    def function_stem(self, function: Function) -> str:
        return f"{snake(function.name.module)}_{snake(self._local(function.name.local, function.doc))}"

    def function(self, function: Function) -> str:
        return self.joined(self.function_stem(function))

    def status(self, code: str, doc: Doc) -> str:
        module, _, local = code.partition(".")
        return self.constant(f"E_{upper(module)}_{upper(self._local(local, doc))}")

    def enumerator(self, stem: str, value: str, doc: Doc) -> str:
        return self.constant(f"{stem.upper()}_{upper(self._local(value, doc)) or 'VALUE'}")

    def event(self, name: str) -> str:
        module, _, local = name.partition(".")
        return self.constant(f"EVENT_{upper(module)}_{upper(local)}")

    def header(self, module: Module) -> str:
        """The name of a module's header, without its ending; core.h is the core's."""
        name = snake(module.name)
        return f"{name}_" if name == "core" else name


def member(name: str, doc: Doc, taken: set[str] | None = None) -> str:
    """A field's or a parameter's name, free of reserved words and of what is ``taken`` (to which it is added)."""
    made = snake(doc.rename.get("c", name)) or "value"
    if made in _RESERVED or made[0].isdigit():
        made += "_"
    if taken is not None:
        made = fresh(made, taken)
    return made


def fresh(name: str, taken: set[str]) -> str:
    """``name``, with underscores at its end until nothing else has it; added to ``taken``."""
    while name in taken:
        name += "_"
    taken.add(name)
    return name


def is_reserved(name: str) -> bool:
    """Whether C, C++ or a usual header already gives ``name`` a meaning."""
    return name in _RESERVED


def repeated(names: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """``(name, first entity, later entity)`` for each name that two entities have."""
    seen: dict[str, str] = {}
    twice = []
    for entity, name in names:
        if name in seen and seen[name] != entity:
            twice.append((name, seen[name], entity))
        seen.setdefault(name, entity)
    return twice
