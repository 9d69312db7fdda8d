"""Every example of state, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.state import MergeStrategy, StateChange, Transform

program = Program()


@program.example("state.create", "cart")
def create_cart(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.state.create(
                name="cart",
                value={
                    "user": {"name": "Ada", "tags": ["new"]},
                    "items": [{"sku": "a1", "count": 2}],
                    "total": 9.5,
                },
            )
        )


@program.example("state.create", "with_schema")
def create_with_schema(example: Example) -> None:
    """The state meets its schema from the first value on."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.state.create(
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
def create_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(session.state.create(name="cart"))


@program.example("state.open", "cart")
def open_cart(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(session.state.open("cart"))


@program.example("state.open", "unknown")
def open_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.state.open("cart"))


@program.example("state.close", "cart")
def close_cart(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            state.close()


@program.example("state.close", "unknown")
def close_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.state.close("state_9")


@program.example("state.list", "one")
def list_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(session.state.list())


@program.example("state.list", "none")
def list_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.state.list())


@program.example("state.get_info", "changed")
def get_info_changed(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="note", value="a")
        state.set("", "b")
        with example.shown(session):
            example.result(state.get_info())


@program.example("state.get", "dotted")
def get_dotted(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.get(path="items[0].count"))


@program.example("state.get", "pointer")
def get_pointer(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.get(path="/user/tags/0"))


@program.example("state.get", "escaped")
def get_escaped(example: Example) -> None:
    """A dot in a key."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="hosts", value={"example.com": {"up": True}})
        with example.shown(session):
            example.result(state.get(path="example\\.com.up"))


@program.example("state.get", "fallback")
def get_fallback(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.get(path="user.email", fallback="none"))


@program.example("state.get", "nothing")
def get_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.get(path="user.email"))


@program.example("state.get", "no_path")
def get_no_path(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.get(path="items[x]"))


@program.example("state.set", "new_key")
def set_new_key(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.set("user.address.city", "Oslo"))


@program.example("state.set", "added")
def set_added(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.set("user.tags[-]", "kind"))


@program.example("state.set", "the_same")
def set_the_same(example: Example) -> None:
    """What is there already is no change."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.set("total", 9.5))


@program.example("state.set", "secret")
def set_secret(example: Example) -> None:
    """Events do not carry secrets."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.set("user.password", "hunter2"))


@program.example("state.set", "too_late")
def set_too_late(example: Example) -> None:
    """Somebody else has changed the state since it was read."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.set("total", 10)
        with example.shown(session):
            example.result(state.set("total", 11, expected_revision=0))


@program.example("state.set", "against_the_schema")
def set_against_the_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="counter",
            value={"count": 0},
            schema={
                "type": "object",
                "properties": {"count": {"type": "integer", "minimum": 0}},
                "required": ["count"],
            },
        )
        with example.shown(session):
            example.result(state.set("count", "many"))


@program.example("state.set", "beyond_the_list")
def set_beyond_the_list(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.set("items[5]", 1))


@program.example("state.delete", "key")
def delete_key(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.delete("user.tags"))


@program.example("state.delete", "nothing")
def delete_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.delete("user.email"))


@program.example("state.update", "two")
def update_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.update([StateChange(path="total", value=12), StateChange(path="user.tags")]))


@program.example("state.update", "one_fails")
def update_one_fails(example: Example) -> None:
    """The first change is not made either."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(
                state.update([StateChange(path="total", value=12), StateChange(path="items[7]", value=1)])
            )


@program.example("state.transform", "keep")
def transform_keep(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.transform(Transform.FILTER, keep=["user.name", "total"]))


@program.example("state.transform", "where")
def transform_where(example: Example) -> None:
    """An expression says which entries stay."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(state.transform(Transform.FILTER, where='value > 4 && key != "west"', store=False))


@program.example("state.transform", "predicate")
def transform_predicate(example: Example) -> None:
    """A function of the program says it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})

        def predicate(key: Any, value: Any) -> bool:
            example.called(key, value)
            return False

        with example.shown(session):
            example.result(state.transform(Transform.FILTER, predicate=predicate))


@program.example("state.transform", "flatten")
def transform_flatten(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.transform(Transform.FLATTEN, store=False))


@program.example("state.transform", "unflatten")
def transform_unflatten(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="flat", value={"a.b": 1, "a.c[0]": 2})
        with example.shown(session):
            example.result(state.transform(Transform.UNFLATTEN))


@program.example("state.transform", "sanitize")
def transform_sanitize(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="chat",
            value={"api_key": "abc", "text": "Use Bearer abcdefghijklmnop1234 here", "user_id": "17"},
        )
        with example.shown(session):
            example.result(state.transform(Transform.SANITIZE, names=["*_id"], store=False))


@program.example("state.transform", "prune")
def transform_prune(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="form", value={"a": None, "b": {"c": ""}, "d": [1, None], "e": 0})
        with example.shown(session):
            example.result(state.transform(Transform.PRUNE))


@program.example("state.transform", "no_expression")
def transform_no_expression(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(state.transform(Transform.FILTER, where="value >"))


@program.example("state.transform", "no_criteria")
def transform_no_criteria(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(name="sales", value={"north": 3, "south": 9, "west": 5})
        with example.shown(session):
            example.result(state.transform(Transform.FILTER))


@program.example("state.merge", "deep")
def merge_deep(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.merge({"user": {"tags": ["new", "kind"]}, "total": 10}))


@program.example("state.merge", "ours")
def merge_ours(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.merge({"total": 10, "paid": False}, strategy=MergeStrategy.OURS))


@program.example("state.merge", "refused")
def merge_refused(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.merge({"total": 10, "paid": False}, refuse_conflicts=True))


@program.example("state.snapshot", "named")
def snapshot_named(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.snapshot(name="before payment"))


@program.example("state.snapshot", "numbered")
def snapshot_numbered(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.snapshot(name="start")
        state.set("total", 0)
        with example.shown(session):
            example.result(state.snapshot())


@program.example("state.snapshot", "twice")
def snapshot_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.snapshot(name="start")
        state.set("total", 0)
        with example.shown(session):
            example.result(state.snapshot(name="start"))


@program.example("state.restore", "start")
def restore_start(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.snapshot(name="start")
        state.set("total", 0)
        with example.shown(session):
            example.result(state.restore("start"))


@program.example("state.restore", "unknown")
def restore_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.restore("start"))


@program.example("state.list_snapshots", "one")
def list_snapshots_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.snapshot(name="start")
        state.set("total", 0)
        with example.shown(session):
            example.result(state.list_snapshots())


@program.example("state.drop_snapshot", "one")
def drop_snapshot_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.snapshot(name="start")
        state.set("total", 0)
        with example.shown(session):
            example.result(state.drop_snapshot("start"))


@program.example("state.drop_snapshot", "unknown")
def drop_snapshot_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.drop_snapshot("start"))


@program.example("state.persist", "cart")
def persist_cart(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.persist("cart.json"))


@program.example("state.persist", "forbidden")
def persist_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        with example.shown(session):
            example.result(state.persist("cart.json"))


@program.example("state.load", "cart")
def load_cart(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        state = session.state.create(
            name="cart",
            value={
                "user": {"name": "Ada", "tags": ["new"]},
                "items": [{"sku": "a1", "count": 2}],
                "total": 9.5,
            },
        )
        state.persist("cart.json")
        with example.shown(session):
            example.result(session.state.load("cart.json", name="copy"))


@program.example("state.load", "missing")
def load_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.state.load("missing.json"))


@program.example("state.load", "another_format")
def load_another_format(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute(
            "file_write", {"path": "cart.json", "text": '{"format": "llmspell.state", "version": 9}'}
        )
        with example.shown(session):
            example.result(session.state.load("cart.json"))


if __name__ == "__main__":
    program.run()
