"""Every example of state, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.state import MergeStrategy, StateChange, Transform

program = Program()


@program.example("state.create", "cart")
async def create_cart(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.state.create(
                    name="cart",
                    value={
                        "user": {"name": "Ada", "tags": ["new"]},
                        "items": [{"sku": "a1", "count": 2}],
                        "total": 9.5,
                    },
                )
            )


@program.example("state.create", "with_schema")
async def create_with_schema(example: Example) -> None:
    """The state meets its schema from the first value on."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.state.create(
                    name="counter",
                    value={"count": -1},
                    schema={
                        "type": "object",
                        "properties": {"count": {"type": "integer", "minimum": 0}},
                        "required": ["count"],
                    },
                )
            )


@program.example("state.create", "twice")
async def create_twice(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await session.state.create(name="cart"))


@program.example("state.open", "cart")
async def open_cart(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await session.state.open("cart"))


@program.example("state.open", "unknown")
async def open_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.state.open("cart"))


@program.example("state.close", "cart")
async def close_cart(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            await state.close()


@program.example("state.close", "unknown")
async def close_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.state.close("state_9")


@program.example("state.list", "one")
async def list_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await session.state.list())


@program.example("state.list", "none")
async def list_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.state.list())


@program.example("state.get_info", "changed")
async def get_info_changed(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="note", value="a")
        await state.set("", "b")
        with example.shown(session):
            example.result(await state.get_info())


@program.example("state.get", "dotted")
async def get_dotted(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.get(path="items[0].count"))


@program.example("state.get", "pointer")
async def get_pointer(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.get(path="/user/tags/0"))


@program.example("state.get", "escaped")
async def get_escaped(example: Example) -> None:
    """A dot in a key."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="hosts", value={"example.com": {"up": True}})
        with example.shown(session):
            example.result(await state.get(path="example\\.com.up"))


@program.example("state.get", "fallback")
async def get_fallback(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.get(path="user.email", fallback="none"))


@program.example("state.get", "nothing")
async def get_nothing(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.get(path="user.email"))


@program.example("state.get", "no_path")
async def get_no_path(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.get(path="items[x]"))


@program.example("state.set", "new_key")
async def set_new_key(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.set("user.address.city", "Oslo"))


@program.example("state.set", "added")
async def set_added(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.set("user.tags[-]", "kind"))


@program.example("state.set", "the_same")
async def set_the_same(example: Example) -> None:
    """What is there already is no change."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.set("total", 9.5))


@program.example("state.set", "secret")
async def set_secret(example: Example) -> None:
    """Events do not carry secrets."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.set("user.password", "hunter2"))


@program.example("state.set", "too_late")
async def set_too_late(example: Example) -> None:
    """Somebody else has changed the state since it was read."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.set("total", 10)
        with example.shown(session):
            example.result(await state.set("total", 11, expected_revision=0))


@program.example("state.set", "against_the_schema")
async def set_against_the_schema(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="counter",
            value={"count": 0},
            schema={
                "type": "object",
                "properties": {"count": {"type": "integer", "minimum": 0}},
                "required": ["count"],
            },
        )
        with example.shown(session):
            example.result(await state.set("count", "many"))


@program.example("state.set", "beyond_the_list")
async def set_beyond_the_list(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.set("items[5]", 1))


@program.example("state.delete", "key")
async def delete_key(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.delete("user.tags"))


@program.example("state.delete", "nothing")
async def delete_nothing(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.delete("user.email"))


@program.example("state.update", "two")
async def update_two(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(
                await state.update([StateChange(path="total", value=12), StateChange(path="user.tags")])
            )


@program.example("state.update", "one_fails")
async def update_one_fails(example: Example) -> None:
    """The first change is not made either."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(
                await state.update(
                    [StateChange(path="total", value=12), StateChange(path="items[7]", value=1)]
                )
            )


@program.example("state.transform", "keep")
async def transform_keep(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.transform(Transform.FILTER, keep=["user.name", "total"]))


@program.example("state.transform", "where")
async def transform_where(example: Example) -> None:
    """An expression says which entries stay."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(
                await state.transform(Transform.FILTER, where='value > 4 && key != "west"', store=False)
            )


@program.example("state.transform", "predicate")
async def transform_predicate(example: Example) -> None:
    """A function of the program says it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})

        def predicate(key: Any, value: Any) -> bool:
            example.called(key, value)
            return False

        with example.shown(session):
            example.result(await state.transform(Transform.FILTER, predicate=predicate))


@program.example("state.transform", "flatten")
async def transform_flatten(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.transform(Transform.FLATTEN, store=False))


@program.example("state.transform", "unflatten")
async def transform_unflatten(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="flat", value={"a.b": 1, "a.c[0]": 2})
        with example.shown(session):
            example.result(await state.transform(Transform.UNFLATTEN))


@program.example("state.transform", "sanitize")
async def transform_sanitize(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="chat",
            value={"api_key": "abc", "text": "Use Bearer abcdefghijklmnop1234 here", "user_id": "17"},
        )
        with example.shown(session):
            example.result(await state.transform(Transform.SANITIZE, names=["*_id"], store=False))


@program.example("state.transform", "prune")
async def transform_prune(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="form", value={"a": None, "b": {"c": ""}, "d": [1, None], "e": 0}
        )
        with example.shown(session):
            example.result(await state.transform(Transform.PRUNE))


@program.example("state.transform", "no_expression")
async def transform_no_expression(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(await state.transform(Transform.FILTER, where="value >"))


@program.example("state.transform", "no_criteria")
async def transform_no_criteria(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(await state.transform(Transform.FILTER))


@program.example("state.merge", "deep")
async def merge_deep(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.merge({"user": {"tags": ["new", "kind"]}, "total": 10}))


@program.example("state.merge", "ours")
async def merge_ours(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.merge({"total": 10, "paid": False}, strategy=MergeStrategy.OURS))


@program.example("state.merge", "refused")
async def merge_refused(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.merge({"total": 10, "paid": False}, refuse_conflicts=True))


@program.example("state.snapshot", "named")
async def snapshot_named(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.snapshot(name="before payment"))


@program.example("state.snapshot", "numbered")
async def snapshot_numbered(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.snapshot(name="start")
        await state.set("total", 0)
        with example.shown(session):
            example.result(await state.snapshot())


@program.example("state.snapshot", "twice")
async def snapshot_twice(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.snapshot(name="start")
        await state.set("total", 0)
        with example.shown(session):
            example.result(await state.snapshot(name="start"))


@program.example("state.restore", "start")
async def restore_start(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.snapshot(name="start")
        await state.set("total", 0)
        with example.shown(session):
            example.result(await state.restore("start"))


@program.example("state.restore", "unknown")
async def restore_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.restore("start"))


@program.example("state.list_snapshots", "one")
async def list_snapshots_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.snapshot(name="start")
        await state.set("total", 0)
        with example.shown(session):
            example.result(await state.list_snapshots())


@program.example("state.drop_snapshot", "one")
async def drop_snapshot_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.snapshot(name="start")
        await state.set("total", 0)
        with example.shown(session):
            example.result(await state.drop_snapshot("start"))


@program.example("state.drop_snapshot", "unknown")
async def drop_snapshot_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.drop_snapshot("start"))


@program.example("state.persist", "cart")
async def persist_cart(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.write": ["."]}, record_events=True
    ) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.persist("cart.json"))


@program.example("state.persist", "forbidden")
async def persist_forbidden(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(await state.persist("cart.json"))


@program.example("state.load", "cart")
async def load_cart(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        state = await session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        await state.persist("cart.json")
        with example.shown(session):
            example.result(await session.state.load("cart.json", name="copy"))


@program.example("state.load", "missing")
async def load_missing(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.state.load("missing.json"))


@program.example("state.load", "another_format")
async def load_another_format(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute(
            "file_write", {"path": "cart.json", "text": '{"format": "llmspell.state", "version": 9}'}
        )
        with example.shown(session):
            example.result(await session.state.load("cart.json"))


if __name__ == "__main__":
    program.run()
