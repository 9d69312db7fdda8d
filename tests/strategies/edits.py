"""Random edits of random interfaces, as a person makes them one after the other: right ones, wrong ones, and back."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from tests.strategies.interfaces import Files, interfaces, paths

_TARGETS = ("python", "c", "lua", "typescript")
_NAMED = ("types", "constants", "errors", "callbacks", "resources", "functions", "events")


@st.composite
def histories(draw: st.DrawFn, most: int = 3) -> list[Files]:
    """An interface, and what it is after each of some edits of it or of an earlier state."""
    states = [draw(interfaces())]
    for _ in range(draw(st.integers(1, most), label="edits")):
        files = copy.deepcopy(draw(st.sampled_from(states)))
        draw(st.sampled_from([_reword, _reword, _rename, _remove, _use, _spoil, _reorder]))(draw, files)
        states.append(files)
    return states


def _module(draw: st.DrawFn, files: Files) -> dict[str, Any]:
    return files[draw(st.sampled_from([name for name in files if name != "interface"]))]


def _declared(draw: st.DrawFn, module: dict[str, Any]) -> tuple[dict[str, Any], str] | None:
    """A section of ``module``, and the name of something in it."""
    found = [(module[section], name) for section in _NAMED for name in module.get(section, ())]
    return draw(st.sampled_from(found)) if found else None


def _reword(draw: st.DrawFn, files: Files) -> None:
    """Another summary, of a module or of something in it."""
    module = _module(draw, files)
    declared = _declared(draw, module)
    entry = module if declared is None or draw(st.booleans()) else declared[0][declared[1]]
    entry["summary"] = draw(st.sampled_from(["Said anew.", "Said in other words.", "Said | `again`."]))


def _rename(draw: st.DrawFn, files: Files) -> None:
    """A name in one target that another entity may have already, or that is frozen."""
    module = _module(draw, files)
    others = [name for other in files.values() for section in _NAMED for name in other.get(section, ())]
    if declared := _declared(draw, module):
        name = draw(st.sampled_from([*others, "Session", "status", "events"]))
        declared[0][declared[1]]["rename"] = {draw(st.sampled_from(_TARGETS)): name}


def _remove(draw: st.DrawFn, files: Files) -> None:
    """Something is declared no more, though others may speak of it."""
    module = _module(draw, files)
    if declared := _declared(draw, module):
        del declared[0][declared[1]]
        if not declared[0]:
            for section in [section for section in _NAMED if module.get(section) == {}]:
                del module[section]


def _use(draw: st.DrawFn, files: Files) -> None:
    """A new function that takes and raises what another module declares: facts about that module change."""
    module, other = _module(draw, files), _module(draw, files)
    parameters = {
        f"value_{index}": {"$ref": f"{other['bridge']}.yaml#/types/{name}", "required": False}
        for index, name in enumerate(other.get("types", ()))
    }
    module.setdefault("functions", {})["newly_made"] = {
        "summary": "New.",
        "parameters": parameters,
        "errors": [f"{other['bridge']}.{name}" for name in other.get("errors", ())],
        "emits": [f"{other['bridge']}.{name}" for name in other.get("events", ())],
        "examples": [{"name": "called"}],
    }


def _spoil(draw: st.DrawFn, files: Files) -> None:
    """Anything at all is replaced by something of another kind."""
    content = draw(st.sampled_from(list(files.values())))
    path = draw(st.sampled_from(paths(content)))
    parent: Any = content
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = draw(st.sampled_from([None, True, -7, "wrong", [], {}, {"$ref": "#/types/No"}]))


def _reorder(draw: st.DrawFn, files: Files) -> None:
    """The modules in another order, or one of them left out; another version; a setting of a target."""
    header = files["interface"]
    kept = draw(st.permutations(header["modules"]))
    header["modules"] = kept[: draw(st.integers(1, len(kept)))]
    header["version"] = draw(st.sampled_from(["1.2.3", "1.3.0"]))
    header["targets"] = draw(st.sampled_from([{}, {}, {"c": {"prefix": "other"}}]))
