"""Random interfaces: valid ones load, and broken ones give diagnostics, never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bridgegen import pipeline, reporting
from bridgegen.checks.values import Context, problems
from bridgegen.load import load
from bridgegen.model import MISSING
from hypothesis import HealthCheck, given, settings

from tests.strategies.interfaces import Files, broken_interfaces, interfaces, write

FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@FEW
@given(interfaces())
def test_valid_interface_loads_without_a_word(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        interface, report, _ = load(write(files, Path(folder, "idl")))
    assert interface is not None and not len(report), list(report)
    assert [module.name for module in interface.modules] == files["interface"]["modules"]
    numbers = [function.number for module in interface.modules for function in module.functions]
    assert len(set(numbers)) == len(numbers) and 0 not in numbers


@FEW
@given(interfaces())
def test_types_come_after_those_they_need_whole(files: Files) -> None:
    from bridgegen.load.link import embedded

    with tempfile.TemporaryDirectory() as folder:
        interface, _, _ = load(write(files, Path(folder, "idl")))
    assert interface is not None
    for module in interface.modules:
        seen = set()
        for named in module.types:
            needed = {name for name in embedded(named) if name.module == module.name}
            assert needed <= seen
            seen.add(named.name)


@settings(FEW, max_examples=150)
@given(broken_interfaces())
def test_broken_interface_gives_diagnostics_with_a_place(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(files, Path(folder, "idl"))
        interface, report, sources = load(path)
        for format in reporting.FORMATS:
            reporting.render(report, sources, path.parent.parent, format)
    assert (interface is None) == report.has_errors
    for diagnostic in report:
        assert diagnostic.position is not None, diagnostic
        assert diagnostic.position.file in sources
        lines = sources[diagnostic.position.file].splitlines()
        assert 1 <= diagnostic.position.line <= len(lines)


@FEW
@given(interfaces())
def test_defaults_fit_their_types(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        interface, _, _ = load(write(files, Path(folder, "idl")))
    assert interface is not None
    for module in interface.modules:
        for named in module.types:
            for field in getattr(named, "fields", ()):
                if field.default is not MISSING:
                    assert not list(problems(field.default, field.type, Context(interface)))


@settings(FEW, max_examples=15)
@given(interfaces())
def test_every_target_renders_any_interface(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = pipeline.generate(write(files, Path(folder, "idl")), use_cache=False)
        assert [diagnostic for diagnostic in outcome.report if diagnostic.severity == "error"] == []
        again = pipeline.generate(Path(folder, "idl/interface.yaml"), only_check=True, use_cache=False)
        assert again.drift == []
