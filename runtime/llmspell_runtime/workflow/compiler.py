"""From a definition, as JSON, to a plan that runs; and everything that is wrong with it whatever the session holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from llmspell.workflow.constants import Limit
from llmspell.workflow.types import ErrorMode, IssueCode, Kind, OnError, Pattern

from llmspell_runtime.expressions import InvalidExpression
from llmspell_runtime.tool.schemas import SchemaError, checker
from llmspell_runtime.workflow.faults import Fault, in_order
from llmspell_runtime.workflow.formulas import Formula, Template, compile_template
from llmspell_runtime.workflow.plan import Block, Group, Leaf, Nested, Node, Plan, Retrying
from llmspell_runtime.workflow.references import (
    OF_THE_LANGUAGE,
    OURS,
    Ground,
    References,
    Spot,
    Use,
    order_of,
    waiting_for_each_other,
)

PATTERN_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    Pattern.SEQUENTIAL: frozenset(),
    Pattern.PIPELINE: frozenset(),
    Pattern.PARALLEL: frozenset({"max_concurrency", "error_mode"}),
    Pattern.CONDITIONAL: frozenset({"condition", "otherwise"}),
    Pattern.LOOP: frozenset({"for_each", "variable", "repeat_while", "repeat_until", "max_iterations"}),
    Pattern.MAP_REDUCE: frozenset({"over", "variable", "reduce", "max_concurrency", "error_mode"}),
}
"""What a definition may hold beside `steps`, by its pattern."""
_GIVEN: Final[Mapping[str, str]] = {
    Kind.TOOL: "arguments",
    Kind.AGENT: "input",
    Kind.SCRIPT: "input",
    Kind.WORKFLOW: "input",
    Kind.TRANSFORM: "value",
    Kind.WAIT: "seconds",
    Kind.EMIT: "data",
}
"""The field that says what a step works on."""
_READ = re.compile(r"(?<![\w.])input\s*\.\s*([A-Za-z_]\w*)(?!\w*\s*\()")
_QUOTED = re.compile(r"'(?:\\.|[^\\'])*'|\"(?:\\.|[^\\\"])*\"")


@dataclass(slots=True)
class Budget:
    """What is left of a definition's steps, shared with the workflows within it."""

    steps: int = Limit.STEPS


def compile_definition(definition: Mapping[str, Any]) -> tuple[Plan, list[Fault]]:
    """The plan of a definition of which every workflow that it names holds the definition, and its faults.

    The plan runs only when there are none.
    """
    compiler = _Compiler(definition, "", 0, Budget())
    plan = compiler.plan()
    return plan, in_order(compiler.faults)


class _Compiler:
    """One definition on its way to a plan."""

    def __init__(self, definition: Mapping[str, Any], place: str, depth: int, budget: Budget) -> None:
        self._definition, self._place, self._depth, self._budget = definition, place, depth, budget
        self.faults: list[Fault] = []
        self._references = References()
        self._blocks: list[tuple[Block, Ground, str]] = []
        self._variables: list[tuple[str, str]] = []
        self._nested_size = 0

    def plan(self) -> Plan:
        definition, place = self._definition, self._place
        pattern = definition.get("pattern", Pattern.SEQUENTIAL)
        self._check_fields(pattern)
        root = {name: definition[name] for name in PATTERN_FIELDS[pattern] if name in definition}
        root |= {"id": "", "kind": pattern, "steps": definition["steps"]}
        spot = self._references.top.add("")
        group = self._group(root, place, spot)
        output = None
        if "output" in definition:
            output = self._template(
                definition["output"], f"{place}/output", Spot("", self._references.top, 1)
            )
        self.faults += self._references.resolve()
        for name, path in self._variables:
            if name in self._references.steps:
                message = f"{name!r} is also the id of a step; choose another variable"
                self._fault(path, IssueCode.RESERVED_NAME, message)
        self._put_in_order()
        return Plan(
            name=definition["name"],
            root=group,
            ids=frozenset(self._references.steps),
            input_schema=self._schema("input_schema", definition.get("input_schema"), place),
            output=output,
            timeout=definition.get("timeout_seconds"),
            uses=self._references.uses_by_step(),
            size=len(self._references.steps) + self._nested_size,
        )

    def _fault(self, path: str, code: IssueCode, message: str) -> None:
        self.faults.append(Fault(path, code, message))

    def _check_fields(self, pattern: str) -> None:
        for name in sorted(frozenset[str]().union(*PATTERN_FIELDS.values()) - PATTERN_FIELDS[pattern]):
            if name in self._definition:
                others = [str(other) for other, fields in PATTERN_FIELDS.items() if name in fields]
                message = f"the pattern {pattern} has no {name}; it belongs to {' and '.join(others)}"
                self._fault(f"{self._place}/{name}", IssueCode.INVALID_FIELDS, message)

    def _schema(self, name: str, schema: Mapping[str, Any] | None, place: str) -> Mapping[str, Any] | None:
        if schema is not None:
            try:
                checker(dict(schema), any_value=True)
            except SchemaError as error:
                self._fault(f"{place}/{name}", IssueCode.INVALID_SCHEMA, str(error))
        return schema

    # --- lists of steps

    def _block(
        self, steps: Iterable[Mapping[str, Any]], place: str, ground: Ground, *, pipeline: bool = False
    ) -> Block:
        """The list of steps at ``place``, which is ``ground`` to those within."""
        nodes: list[Node] = []
        block = Block(nodes, is_parallel=not ground.ordered, is_pipeline=pipeline)
        self._blocks.append((block, ground, place))
        assert ground.owner is not None
        if self._depth + sum(1 for _ in ground.owner.upward()) > Limit.NESTING:
            message = f"steps lie more than {Limit.NESTING} deep in one another; make it flatter"
            self._fault(place, IssueCode.LIMIT, message)
            return block
        for number, step in enumerate(steps):
            if not self._count(place):
                break
            here = f"{place}/{number}"
            spot = ground.add(step["id"])
            self._name(step["id"], spot, f"{here}/id")
            nodes.append(self._node(step, here, spot, in_pipeline=pipeline))
        return block

    def _count(self, place: str) -> bool:
        self._budget.steps -= 1
        if self._budget.steps == -1:
            message = f"there are more than {Limit.STEPS} steps; split the workflow, or loop over items"
            self._fault(place, IssueCode.LIMIT, message)
        return self._budget.steps >= 0

    def _name(self, id: str, spot: Spot, path: str) -> None:
        if id in OURS or id in OF_THE_LANGUAGE:
            message = f"{id!r} means something else in expressions; choose another id"
            self._fault(path, IssueCode.RESERVED_NAME, message)
        if id in self._references.steps:
            message = f"another step has the id {id!r}; ids are unique in a workflow"
            self._fault(path, IssueCode.DUPLICATE_ID, message)
        else:
            self._references.steps[id] = spot

    def _put_in_order(self) -> None:
        """Take over into every block which step waits for which."""
        for block, ground, place in self._blocks:
            order, cycles = order_of(ground)
            self.faults += waiting_for_each_other(ground, cycles, place)
            block.order = order
            block.waits_for = [tuple(sorted(ground.after.get(n, ()))) for n in range(len(block.nodes))]

    # --- steps

    def _node(self, step: Mapping[str, Any], place: str, spot: Spot, *, in_pipeline: bool) -> Node:
        kind = Kind(step["kind"])
        if kind == Kind.WORKFLOW:
            node: Node = self._nested(step, place, spot)
        elif kind in _GIVEN:
            node = self._leaf(step, kind, place, spot, in_pipeline)
        else:
            node = self._group(step, place, spot)
        node.when = self._formula(step, "when", place, spot)
        node.continues = step.get("on_error") == OnError.CONTINUE
        node.timeout = step.get("timeout_seconds")
        if "fallback" in step:
            what = f"the fallback of {spot.id!r}"
            ground = Ground(spot, what, sealed=True, names=frozenset({"error"}))
            node.fallback = self._block(step["fallback"], f"{place}/fallback", ground)
        for number, id in enumerate(step.get("after", ())):
            self._references.named_after.append((spot, id, f"{place}/after/{number}"))
        return node

    def _leaf(self, step: Mapping[str, Any], kind: Kind, place: str, spot: Spot, in_pipeline: bool) -> Leaf:
        if kind == Kind.AGENT:
            self._check_agent(step, place, in_pipeline)
            self._schema("output_schema", step.get("output_schema"), place)
        retry = step.get("retry") or {}
        return Leaf(
            spot.id,
            kind,
            place,
            step=step,
            given=self._given(step, place, spot),
            retry=Retrying(
                attempts=retry.get("attempts", 1),
                delay=retry.get("delay_seconds", 1.0),
                factor=retry.get("factor", 2.0),
                max_delay=retry.get("max_delay_seconds", 60.0),
                codes=tuple(retry.get("codes", ())),
            ),
        )

    def _check_agent(self, step: Mapping[str, Any], place: str, in_pipeline: bool) -> None:
        if ("agent" in step) == ("config" in step):
            message = "an agent step has either an agent of the session or a config for one of its own"
            self._fault(place, IssueCode.INVALID_FIELDS, message)
        if "input" not in step and not in_pipeline:
            message = "an agent must be asked something; give an input, or put the step into a pipeline"
            self._fault(f"{place}/input", IssueCode.MISSING_INPUT, message)

    def _nested(self, step: Mapping[str, Any], place: str, spot: Spot) -> Nested:
        node = Nested(spot.id, Kind.WORKFLOW, place, given=self._given(step, place, spot))
        definition = step.get("definition")
        if definition is None:
            return node
        depth = self._depth + sum(1 for _ in spot.upward())
        inner = _Compiler(definition, f"{place}/definition", depth, self._budget)
        node.plan = inner.plan()
        self._nested_size += node.plan.size
        self.faults += (
            inner.faults if "workflow" not in step else _as_one(inner.faults, step["workflow"], place)
        )
        required = (node.plan.input_schema or {}).get("required")
        given = step.get("input")
        if isinstance(required, list) and isinstance(given, dict):
            for name in required:
                if isinstance(name, str) and name not in given:
                    message = (
                        f"the workflow {definition['name']!r} requires the input {name!r}, which is not given"
                    )
                    self._fault(f"{place}/input", IssueCode.MISSING_INPUT, message)
        return node

    def _group(self, step: Mapping[str, Any], place: str, spot: Spot) -> Group:
        kind = Kind(step["kind"])
        node = Group(spot.id, kind, place)
        what = f"the {kind} step {spot.id!r}" if spot.id else "the steps of the workflow"
        variable = step.get("variable", "item")
        ground = Ground(spot, what)
        if kind == Kind.PARALLEL:
            ground.ordered = False
        elif kind == Kind.PIPELINE:
            ground.names = frozenset({"previous"})
        elif kind == Kind.LOOP:
            ground.sealed, ground.names = True, frozenset({"index", "previous"})
        elif kind == Kind.MAP_REDUCE:
            ground.sealed, ground.names = True, frozenset({"index", variable})
        if kind == Kind.LOOP and "for_each" in step:
            ground.names |= {variable}
        node.variable = variable
        node.body = self._block(step["steps"], f"{place}/steps", ground, pipeline=kind == Kind.PIPELINE)
        node.collects = step.get("error_mode") == ErrorMode.COLLECT
        node.max_concurrency = step.get("max_concurrency", Limit.DEFAULT_CONCURRENCY)
        node.max_iterations = step.get("max_iterations", Limit.DEFAULT_ITERATIONS)
        self._shape(node, step, place, spot, ground)
        return node

    def _shape(self, node: Group, step: Mapping[str, Any], place: str, spot: Spot, ground: Ground) -> None:
        """What a kind of group has beside its steps."""
        node.condition = self._formula(step, "condition", place, spot)
        if node.kind == Kind.CONDITIONAL and "condition" not in step:
            message = "the pattern conditional needs a condition"
            self._fault(f"{place}/condition", IssueCode.INVALID_FIELDS, message)
        if node.kind == Kind.CONDITIONAL and "otherwise" in step:
            node.otherwise = self._block(step["otherwise"], f"{place}/otherwise", Ground(spot, ground.what))
        if node.kind == Kind.LOOP:
            node.items = self._formula(step, "for_each", place, spot)
            node.repeat_while = self._formula(step, "repeat_while", place, Spot("", ground, -1))
            node.repeat_until = self._formula(
                step, "repeat_until", place, Spot("", ground, len(ground.spots))
            )
            if sum(name in step for name in ("for_each", "repeat_while", "repeat_until")) != 1:
                message = "a loop has exactly one of for_each, repeat_while and repeat_until"
                self._fault(place, IssueCode.INVALID_FIELDS, message)
        if node.kind == Kind.MAP_REDUCE:
            self._map(node, step, place, spot)
        if "variable" in step:
            self._check_variable(step, place)

    def _map(self, node: Group, step: Mapping[str, Any], place: str, spot: Spot) -> None:
        node.items = self._formula(step, "over", place, spot)
        if "over" not in step:
            message = "the pattern map_reduce needs a list to go over"
            self._fault(f"{place}/over", IssueCode.INVALID_FIELDS, message)
        if "reduce" in step:
            what = f"the reduce of {spot.id!r}" if spot.id else "the workflow's reduce"
            ground = Ground(spot, what, sealed=True, names=frozenset({"results"}))
            node.reduce = self._block(step["reduce"], f"{place}/reduce", ground)

    def _check_variable(self, step: Mapping[str, Any], place: str) -> None:
        name, path = step["variable"], f"{place}/variable"
        if name in OF_THE_LANGUAGE or name in OURS - {"item"}:
            message = f"{name!r} means something else in expressions; choose another variable"
            self._fault(path, IssueCode.RESERVED_NAME, message)
        self._variables.append((name, path))
        if step["kind"] == Kind.LOOP and "for_each" not in step:
            message = "only a loop with for_each has an item; leave the variable out"
            self._fault(path, IssueCode.INVALID_FIELDS, message)

    # --- expressions

    def _given(self, step: Mapping[str, Any], place: str, spot: Spot) -> Template | None:
        name = _GIVEN[step["kind"]]
        return self._template(step[name], f"{place}/{name}", spot) if name in step else None

    def _template(self, value: Any, place: str, spot: Spot) -> Template:
        template, problems = compile_template(value)
        for within, error in problems:
            code = IssueCode.INVALID_TEMPLATE
            if isinstance(error, InvalidExpression):
                code = IssueCode.INVALID_EXPRESSION
            self._fault(place + within, code, str(error))
        for within, formula in template.formulas:
            self._use(formula, place + within, spot)
        return template

    def _formula(self, step: Mapping[str, Any], name: str, place: str, spot: Spot) -> Formula | None:
        if name not in step:
            return None
        path = f"{place}/{name}"
        try:
            formula = Formula(step[name])
        except InvalidExpression as error:
            self._fault(path, IssueCode.INVALID_EXPRESSION, str(error))
            return None
        self._use(formula, path, spot)
        return formula

    def _use(self, formula: Formula, path: str, spot: Spot) -> None:
        self._references.uses.append(Use(formula.names, spot, path))
        schema = self._definition.get("input_schema") or {}
        properties = schema.get("properties")
        if "input" not in formula.names or not isinstance(properties, dict) or not _is_closed(schema):
            return
        for name in dict.fromkeys(_READ.findall(_QUOTED.sub("''", formula.source))):
            if name not in properties:
                message = (
                    f"the input has no {name!r}; its schema has {', '.join(sorted(properties)) or 'nothing'}"
                )
                self._fault(path, IssueCode.MISSING_INPUT, message)


def _is_closed(schema: Mapping[str, Any]) -> bool:
    """Whether what is not among the properties is not expected."""
    open_words = (
        "additionalProperties",
        "patternProperties",
        "$ref",
        "$dynamicRef",
        "allOf",
        "anyOf",
        "oneOf",
        "if",
    )
    return not any(schema.get(word) for word in open_words)


def _as_one(faults: Iterable[Fault], workflow: str, place: str) -> list[Fault]:
    """The faults of a workflow of the session, shown where it is named."""
    shown = [f"{fault.path.partition('/definition')[2] or '/'}: {fault.message}" for fault in faults]
    if not shown:
        return []
    message = f"the workflow {workflow!r} cannot run: {'; '.join(shown)}"
    return [Fault(f"{place}/workflow", IssueCode.UNKNOWN_WORKFLOW, message)]
