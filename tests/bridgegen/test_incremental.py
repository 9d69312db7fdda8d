"""What a run remembers changes nothing: after any edit it gives what a run that remembers nothing gives."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bridgegen import pipeline, reporting
from bridgegen.diagnostics import Diagnostic
from hypothesis import HealthCheck, given, settings

from tests.strategies.edits import histories
from tests.strategies.interfaces import Files, write

SOME = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def generated(project: Path, *, use_cache: bool) -> tuple[list[Diagnostic], dict[str, bytes]]:
    """What a run says, and all files of the project after it."""
    outcome = pipeline.generate(project / "idl/interface.yaml", use_cache=use_cache)
    return reporting.ordered(outcome.report), files_below(project)


def assert_same(project: Path) -> list[Diagnostic]:
    """Runs in ``project`` with what earlier runs left, and in a copy with nothing remembered; gives what was said."""
    twin = project.with_name("twin")
    shutil.rmtree(twin, ignore_errors=True)
    shutil.copytree(project, twin)
    said, files = generated(project, use_cache=True)
    twin_said, twin_files = generated(twin, use_cache=False)
    assert said == twin_said
    assert sorted(files) == sorted(twin_files)
    differing = [name for name, data in files.items() if data != twin_files[name]]
    assert differing == []
    return said


@SOME
@given(histories())
def test_after_any_edit_a_run_gives_what_one_without_memory_gives(history: list[Files]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIDGEGEN_CACHE"] = f"{folder}/cache"
        project = Path(folder, "project")
        for files in history:
            write(files, project / "idl")
            assert_same(project)


def project_of(folder: Path, **modules: dict[str, Any]) -> Path:
    """A project with these modules."""
    header = {"interface": "demo", "version": "1.0.0", "summary": "A demo.", "modules": list(modules)}
    files = {name: {"bridge": name, "summary": f"Of {name}.", **content} for name, content in modules.items()}
    write({"interface": header, **files}, folder / "project/idl")
    return folder / "project"


def edit(project: Path, module: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes the file of ``module``."""
    path = project / f"idl/{module}.yaml"
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content, indent=1))


def function(**more: Any) -> dict[str, Any]:
    return {"summary": "Do it.", "examples": [{"name": "once"}], **more}


def test_one_module_takes_the_name_of_another(tmp_path: Path) -> None:
    project = project_of(
        tmp_path, shop={"functions": {"buy": function()}}, shop_desk={"functions": {"open": function()}}
    )
    assert assert_same(project) == []
    edit(project, "shop", lambda shop: shop["functions"].update(desk_open=function()))
    (collision,) = assert_same(project)
    assert collision.rule == "name-collision" and "demo_shop_desk_open" in collision.message
    edit(project, "shop", lambda shop: shop["functions"]["desk_open"].update(rename={"c": "open_desk"}))
    assert assert_same(project) == []
    edit(project, "shop", lambda shop: shop["functions"]["desk_open"].pop("rename"))
    assert {found.rule for found in assert_same(project)} == {"name-collision", "lock-name-changed"}


def test_helper_names_of_c_collide_across_modules(tmp_path: Path) -> None:
    """``demo_note_free`` is what frees a record of one module, and a function of another."""
    note = {"summary": "A note.", "type": "object", "properties": {"text": {"type": "string"}}}
    project = project_of(tmp_path, shared={"types": {"Note": note}}, note={"functions": {"make": function()}})
    assert assert_same(project) == []
    edit(project, "note", lambda module: module["functions"].update(free=function()))
    (collision,) = assert_same(project)
    assert collision.rule == "name-collision" and "demo_note_free" in collision.message


def test_types_of_two_modules_come_to_need_each_other(tmp_path: Path) -> None:
    holder = {
        "summary": "Holds.",
        "type": "object",
        "properties": {"other": {"$ref": "right.yaml#/types/Other"}},
    }
    other = {"summary": "Held.", "type": "object", "properties": {"text": {"type": "string"}}}
    project = project_of(tmp_path, left={"types": {"Holder": holder}}, right={"types": {"Other": other}})
    assert assert_same(project) == []
    back = {"$ref": "left.yaml#/types/Holder"}
    edit(project, "right", lambda right: right["types"]["Other"]["properties"].update(back=back))
    (circle,) = assert_same(project)
    assert circle.rule == "python-import-circle" and "left → right → left" in circle.message


def test_an_interface_has_one_session(tmp_path: Path) -> None:
    session = {"Inner": {"summary": "A session.", "session": True}}
    project = project_of(tmp_path, left={"resources": session}, right={"functions": {"go": function()}})
    assert assert_same(project) == []
    edit(project, "right", lambda right: right.update(resources=session))
    (second,) = assert_same(project)
    assert second.rule == "resource-session" and "right.Inner and left.Inner are both" in second.message


def test_an_event_of_a_module_that_was_not_there(tmp_path: Path) -> None:
    """An example may show a caller's own event; once a module has its first name, that module must declare it."""
    shown = function(examples=[{"name": "once", "events": ["user.noted"]}])
    project = project_of(tmp_path, shop={"functions": {"buy": shown}})
    assert assert_same(project) == []
    event = {"left": {"summary": "Gone.", "when": "At the end.", "payload": {}}}
    project = project_of(tmp_path, shop={"functions": {"buy": shown}}, user={"events": event})
    (unknown,) = assert_same(project)
    assert unknown.rule == "event-unknown"


def test_a_setting_that_several_targets_build_on(tmp_path: Path) -> None:
    project = project_of(tmp_path, shop={"functions": {"buy": function()}})
    assert_same(project)
    header = project / "idl/interface.yaml"
    header.write_text(json.dumps({**json.loads(header.read_text()), "targets": {"c": {"prefix": "other"}}}))
    (project / "idl/abi.lock").unlink()
    assert assert_same(project) == []
    assert (project / "idl/generated/cffi/other_cffi/shop.py").exists()


def forget(module: str) -> None:
    """Takes the contents of ``module`` out of the cache."""
    (entry,) = Path(os.environ["BRIDGEGEN_CACHE"]).rglob(f"modules/{module}")
    entry.unlink()


def test_a_module_that_did_not_change_is_not_read(tmp_path: Path) -> None:
    project = project_of(
        tmp_path, shop={"functions": {"buy": function()}}, zoo={"functions": {"visit": function()}}
    )
    pipeline.generate(project / "idl/interface.yaml")
    forget("zoo")
    edit(project, "shop", lambda shop: shop["functions"]["buy"].update(summary="Buy."))
    outcome = pipeline.generate(project / "idl/interface.yaml")
    assert "python/shop" in outcome.rendered and "python/zoo" not in outcome.rendered


def test_what_the_cache_lost_is_made_again(tmp_path: Path) -> None:
    money = {"types": {"Money": {"summary": "An amount.", "type": "integer"}}}
    price = function(parameters={"price": {"$ref": "shared.yaml#/types/Money", "required": False}})
    project = project_of(tmp_path, shared=money, shop={"functions": {"buy": price}})
    pipeline.generate(project / "idl/interface.yaml")
    forget("shared")
    edit(project, "shop", lambda shop: shop["functions"]["buy"].update(summary="Buy."))
    assert assert_same(project) == []
    assert "Buy." in (project / "idl/generated/docs/modules/shop.md").read_text()
