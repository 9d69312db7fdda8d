"""Types of one's own beside those of the interface, and the way that a value takes from one to another."""

from typing import Any

from llmspell import Session
from llmspell.session.errors import UnknownConversion


def summary(order: dict[str, Any]) -> str:
    """An order in words."""
    return f"{order['count']} {order['item']}"


def from_csv(line: str) -> dict[str, Any]:
    """An order as a line of a table has it."""
    item, count = line.split(",")
    return {"item": item, "count": int(count)}


with Session() as session:
    conversions = session.session
    conversions.register_conversion("shop.Order", "text", summary)
    conversions.register_conversion("shop.Line", "shop.Order", from_csv)

    # Nobody said how a line becomes a message; two conversions of ours and one that every session knows lead there.
    print(conversions.convert("pens,3", "shop.Line", "shared.Message"))
    path = conversions.find_conversion("shop.Line", "shared.Message")
    print(path.cost, [step.name for step in path.steps])

    # Of two ways the cheaper one is taken, and of two as cheap the shorter.
    conversions.register_conversion("shop.Line", "text", lambda line: f"as it stands: {line}", cost=1.5)
    print(conversions.convert("pens,3", "shop.Line", "text"))

    try:
        conversions.convert({}, "shop.Ordr", "text")
    except UnknownConversion as error:
        print(error)
