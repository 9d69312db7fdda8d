"""Files of scenarios, in JSON or YAML, as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from bridge_runtime.errors import InvalidArgument
from bridge_runtime.values import InvalidJson, read_json
from llmspell.testing.types import MockDefinition, ScenarioDefinition, ScenarioFile

from llmspell_runtime.extras import needed

VERSION: Final = 1

YAML_SUFFIXES: Final = frozenset({".yaml", ".yml"})

_MAX_VALUES: Final = 200_000


class NotScenarios(ValueError):
    """The text holds no scenarios, or of a version that is not known here; the message says why."""


def read(data: bytes, suffix: str) -> ScenarioFile:
    """What a file with this ending holds. Raises NotScenarios, and BrokenInstallation when YAML cannot be read here."""
    document = _yaml(data) if suffix.lower() in YAML_SUFFIXES else _json(data)
    if not isinstance(document, dict) or not {"scenarios", "steps"} & document.keys():
        raise NotScenarios("it has neither 'scenarios' nor, for a single one, 'steps'")
    if "scenarios" not in document:
        document = {"scenarios": [document]}
    version = document.get("version", VERSION)
    if version != VERSION:
        raise NotScenarios(f"it has version {version!r}; version {VERSION} is known here")
    try:
        file = ScenarioFile(**document)
    except InvalidArgument as error:
        raise NotScenarios(str(error.fields["detail"])) from None
    except (TypeError, RecursionError) as error:  # keys that are no text, or it is nested without end
        raise NotScenarios(str(error)) from None
    _refuse_functions(file)
    file.scenarios = [_whole(scenario, file) for scenario in file.scenarios]
    return file


def _json(data: bytes) -> Any:
    try:
        return read_json(data)
    except InvalidJson as error:
        raise NotScenarios(str(error)) from None


def _yaml(data: bytes) -> Any:
    yaml_text = needed("llmspell_runtime.yaml_text", "schema")
    try:
        return yaml_text.read_yaml(data.decode("utf-8"), max_values=_MAX_VALUES)
    except UnicodeDecodeError as error:
        raise NotScenarios(f"it is not UTF-8 text (byte {error.start})") from None
    except yaml_text.InvalidYaml as error:
        raise NotScenarios(f"not YAML: {error} (line {error.line}, column {error.column})") from None


def _refuse_functions(file: ScenarioFile) -> None:
    steps = [step for scenario in file.scenarios for step in scenario.steps]
    mocks = [*(file.mocks or ()), *(mock for scenario in file.scenarios for mock in scenario.mocks or ())]
    for fixture in file.fixtures or ():
        steps += [*(fixture.setup or ()), *(fixture.teardown or ())]
        mocks += fixture.mocks or ()
    if any(step.run is not None for step in steps) or any(mock.handler is not None for mock in mocks):
        raise NotScenarios("a file has no functions, so no step has 'run' and no mock a 'handler'")


def _whole(scenario: ScenarioDefinition, file: ScenarioFile) -> ScenarioDefinition:
    """A scenario with what its file gives to all."""
    tags = list(dict.fromkeys([*(file.tags or ()), *(scenario.tags or ())]))
    more: dict[str, Any] = {"tags": tags} if tags else {}
    if mocks := _joined(file.mocks, scenario.mocks):
        more["mocks"] = mocks
    if scenario.permissions is None and file.permissions is not None:
        more["permissions"] = file.permissions
    return scenario.model_copy(update=more)


def _joined(
    first: Iterable[MockDefinition] | None, second: Iterable[MockDefinition] | None
) -> list[MockDefinition]:
    return [*(first or ()), *(second or ())]
