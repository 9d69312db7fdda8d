"""The library's validator of JSON Schema 2020-12, held to a budget.

The classes of ``jsonschema`` cannot be subclassed; ``extend`` makes a class of its own, whose three methods that walk
the schema are replaced here:

- each schema that is looked at costs steps, and so does each error, whose text the library makes of the whole value;
- a subschema with a ``$schema`` of its own would be given to the library's own class, past all of this: not here;
- a validator is made for a subschema only where references mean something else there, which makes checks faster too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing.jsonschema import DRAFT202012

from llmspell_runtime.schema.budget import current, spend, weight
from llmspell_runtime.schema.keywords import KEYWORDS


@cache
def validator_class() -> Any:
    """The class: ``cls(schema, registry=…, format_checker=…)``; its checks run inside ``budget.spending()``."""
    made: Any = extend(Draft202012Validator, validators=KEYWORDS)  # type: ignore[no-untyped-call]
    made.evolve = _evolve
    made.within = _within
    made.descend = _descend
    made.iter_errors = _iter_errors
    return made


def _evolve(self: Any, **changes: Any) -> Any:
    spend(3)
    given = {
        "schema": self.schema,
        "registry": self._registry,
        "format_checker": self.format_checker,
        "_resolver": self._resolver,
    }
    return type(self)(**{**given, **changes})


def _within(self: Any, schema: Any) -> Any:
    """The validator of ``schema``, a part of this one's."""
    if isinstance(schema, dict) and "$id" in schema:
        inside = self._resolver.in_subresource(DRAFT202012.create_resource(schema))
        return self.evolve(schema=schema, _resolver=inside)
    return self.evolve(schema=schema)


def _iter_errors(self: Any, instance: Any) -> Iterator[ValidationError]:
    return _errors(self, instance, self.schema)


def _descend(
    self: Any, instance: Any, schema: Any, path: Any = None, schema_path: Any = None, resolver: Any = None
) -> Iterator[ValidationError]:
    if schema is True:
        return
    validator = self
    if resolver is not None:
        validator = self.evolve(schema=schema, _resolver=resolver)
    elif schema is not False and "$id" in schema:
        validator = self.within(schema)
    for error in _errors(validator, instance, schema):
        if path is not None:
            error.path.appendleft(path)
        if schema_path is not None:
            error.schema_path.appendleft(schema_path)
        yield error


def _errors(validator: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """What of ``instance`` does not fit ``schema``, which ``validator`` knows the place of."""
    if schema is True:
        return
    budget = current()
    budget.spend(weight(schema))
    if schema is False:
        nothing: Any = None
        yield ValidationError(
            "false", validator=nothing, validator_value=nothing, instance=instance, schema=False
        )
        return
    functions = validator.VALIDATORS
    budget.enter()
    try:
        for keyword, argument in schema.items():
            function = functions.get(keyword)
            if function is None:
                continue
            for error in function(validator, argument, instance, schema) or ():
                budget.spend(1 + len(error.message) // 64)
                error._set(
                    validator=keyword,
                    validator_value=argument,
                    instance=instance,
                    schema=schema,
                    type_checker=validator.TYPE_CHECKER,
                )
                if keyword != "if":
                    error.schema_path.appendleft(keyword)
                yield error
    finally:
        budget.depth -= 1
