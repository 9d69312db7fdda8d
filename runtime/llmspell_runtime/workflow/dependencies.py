"""Which steps of a plan depend on which, as the interface shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from llmspell.workflow.types import DependencyGraph, StepDependencies

from llmspell_runtime.workflow.plan import Block, Group, Node, Plan


@dataclass(slots=True)
class _Drawing:
    plan: Plan
    order: list[str] = field(default_factory=list)
    steps: list[StepDependencies] = field(default_factory=list)

    def block(self, block: Block, within: str | None) -> None:
        """Add the steps of a list, and those that they hold."""
        for number, node in enumerate(block.nodes):
            if block.is_parallel:
                after = [block.nodes[other].id for other in block.waits_for[number]]
            else:
                after = [block.nodes[number - 1].id] if number else []
            uses = sorted(self.plan.uses.get(node.id, ()))
            self.steps.append(
                StepDependencies(id=node.id, kind=node.kind, within=within, after=after, uses=uses)
            )
            for inner in _blocks_of(node):
                self.block(inner, node.id)

    def put_in_order(self, block: Block) -> None:
        for number in block.order:
            node = block.nodes[number]
            self.order.append(node.id)
            for inner in _blocks_of(node):
                self.put_in_order(inner)


def dependencies_of(plan: Plan) -> DependencyGraph:
    """The graph of a plan's own steps; those of workflows that it runs are not among them."""
    drawing = _Drawing(plan)
    for block in _blocks_of(plan.root):
        drawing.block(block, None)
        drawing.put_in_order(block)
    return DependencyGraph(order=drawing.order, steps=drawing.steps)


def _blocks_of(node: Node) -> Iterator[Block]:
    """The lists of steps that a step holds."""
    held = (node.body, node.otherwise, node.reduce) if isinstance(node, Group) else ()
    for block in (*held, node.fallback):
        if block is not None:
            yield block
