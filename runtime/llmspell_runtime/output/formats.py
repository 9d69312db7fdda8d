"""The formats by name: how each is read, written and mended."""

from __future__ import annotations

from typing import Any

from llmspell.output.constants import Limit
from llmspell.output.errors import NotRepresentable, TooDeep, TooLarge, Unsafe
from llmspell.output.types import Format, FormatOptions

from llmspell_runtime.extras import needed
from llmspell_runtime.output import json_repair_step, json_text
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import NotReadable, NotWritable, require_text, require_value
from llmspell_runtime.output.fences import find_fences


def read(text: str, format: Format) -> Any:
    """The value of a text that is right. Raises NotReadable, Unsafe, TooDeep and TooLarge."""
    match format:
        case Format.JSON:
            return json_text.read(text)
        case Format.YAML:
            return _read_yaml(text)
        case Format.XML:
            from llmspell_runtime.output import xml_text

            return xml_text.read(text)
        case Format.MARKDOWN:
            from llmspell_runtime.output import markdown_tree

            require_text(text, Limit.MARKDOWN_CHARACTERS)
            return markdown_tree.read(text)
        case Format.PLAIN:
            return text


def write(value: Any, format: Format, options: FormatOptions | None = None) -> str:
    """``value`` as text. Raises NotRepresentable, TooDeep and TooLarge."""
    require_value(value)
    try:
        text = _written(value, format, options or FormatOptions())
    except NotWritable as error:
        raise NotRepresentable(format=format, path=error.path, reason=str(error)) from None
    require_text(text)
    return text


def _written(value: Any, format: Format, options: FormatOptions) -> str:
    sort_keys = options.sort_keys or False
    indent = options.indent if "indent" in options.model_fields_set else None
    match format:
        case Format.JSON:
            return json_text.write(value, indent=2 if indent is None else indent or 0, sort_keys=sort_keys)
        case Format.YAML:
            needed("yaml", "output")
            from llmspell_runtime.yaml_text import write_yaml

            return write_yaml(json_text.shortened(value), indent=max(indent or 2, 2), sort_keys=sort_keys)
        case Format.XML:
            from llmspell_runtime.output import xml_text

            return xml_text.write(value, indent=indent or 0, sort_keys=sort_keys, root=options.root)
        case Format.MARKDOWN:
            from llmspell_runtime.output import markdown_writing

            return markdown_writing.write(value)
        case _:
            if not isinstance(value, str):
                raise NotWritable("", "it is not text")
            return value


def mend(text: str, offset: int, format: Format, changes: Changes) -> Any:
    """The value of a text with mistakes; notes what was changed. Raises what ``read`` raises."""
    match format:
        case Format.JSON:
            return json_repair_step.repair(text, offset, changes)
        case Format.YAML:
            return _mend_yaml(text, offset, changes)
        case Format.XML:
            from llmspell_runtime.output import xml_repair, xml_text

            return xml_text.read(xml_repair.repair(text, offset, changes))
        case _:
            return read(text, format)


def _read_yaml(text: str) -> Any:
    needed("yaml", "output")
    from llmspell_runtime.yaml_text import InvalidYaml, TooDeepYaml, TooManyValues, UnsafeYaml, read_yaml

    try:
        return read_yaml(text, max_depth=Limit.DEPTH, max_values=Limit.VALUES)
    except UnsafeYaml as error:
        place = f", at line {error.line}, column {error.column}"
        raise Unsafe(format=Format.YAML, reason=f"{error}{place}") from None
    except TooDeepYaml:
        raise TooDeep(limit=Limit.DEPTH) from None
    except TooManyValues:
        raise TooLarge(what="the values", limit=Limit.VALUES) from None
    except InvalidYaml as error:
        raise NotReadable(str(error), error.line, error.column) from None


def _mend_yaml(text: str, offset: int, changes: Changes) -> Any:
    from llmspell_runtime.output import yaml_repair

    return yaml_repair.repair(text, offset, changes, _read_yaml)


def closed(text: str) -> str | None:
    """Markdown that ends in an open code fence, with its end; None when there is nothing to close."""
    fences = find_fences(text)
    if not fences or fences[-1].closed:
        return None
    opening = text[: fences[-1].start].rstrip("\n").rpartition("\n")[2].lstrip(" \t>")
    mark = opening[: len(opening) - len(opening.lstrip(opening[0]))]
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}{mark}\n"
