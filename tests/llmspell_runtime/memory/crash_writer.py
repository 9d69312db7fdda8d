"""The program that test_memory_crash.py kills: it forks writers, which write, acknowledge, and go on until they die."""

from __future__ import annotations

import os
import random
import sys
from typing import Any

from llmspell import Session
from llmspell.shared.types import Message

GRANTS: dict[str, Any] = {"fs.read": ["."], "fs.write": ["."]}
SPACES: tuple[dict[str, Any], ...] = ({"scope": "global"}, {"scope": "agent", "owner": "helper"})
WORDS = ("rain", "sun", "snow", "wind")

Operation = tuple[str, int, str, Any]
"""What is done, in which space, to which key, with what."""


def operation(number: int) -> Operation:
    """The operation of this number: the same for whoever writes and for whoever looks afterwards."""
    chance = random.Random(number)
    kind = chance.choice(("store", "store", "store", "delete", "clear", "say", "index"))
    text = " ".join([*chance.choices(WORDS, k=chance.randrange(200)), f"n{number}"])
    return kind, chance.randrange(2), f"key{chance.randrange(5)}", text


def embed(texts: list[str]) -> list[list[float]]:
    return [[float(len(text)), 1.0] for text in texts]


def write(start: int, acknowledge: int) -> None:
    """Do the operations from ``start`` on, and write a line to ``acknowledge`` after each."""
    with Session(permissions=GRANTS) as session:
        memory = session.memory
        memory.set_embedder(embed=embed, model="toy")
        chat = memory.create_conversation(max_tokens=10_000_000, name="chat")
        for number in range(start, sys.maxsize):
            kind, place, key, text = operation(number)
            space = {"type": "persistent", **SPACES[place]}
            if kind == "store":
                memory.store(key, {"text": text, "number": number}, tags=[text[:4]], **space)
            elif kind == "delete":
                memory.delete(key, **space)
            elif kind == "clear":
                memory.clear(**space)
            elif kind == "index":
                memory.index(**space)
            else:
                said = [Message(role="user", content=text), Message(role="assistant", content=text)]
                chat.add_messages(said)
            os.write(acknowledge, f"{number}\n".encode())


def main() -> None:
    """Fork a writer for each line of the input, which says the number to begin with and where to acknowledge."""
    for line in sys.stdin:
        start, pipe = line.split()
        child = os.fork()
        if child == 0:
            write(int(start), os.open(pipe, os.O_WRONLY))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("dead", flush=True)


if __name__ == "__main__":
    main()
