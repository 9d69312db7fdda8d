"""Two threads change one state without losing a change; a snapshot undoes them; a file carries it to the next session.

Run it:  python examples/python/shared_state.py
"""

from __future__ import annotations

import tempfile
import threading

import llmspell
from llmspell.state import State
from llmspell.state.errors import Conflict, SchemaViolation

SCHEMA = {"type": "object", "properties": {"sold": {"type": "integer", "maximum": 20}}}


def sell(state: State, times: int) -> None:
    """Read, change, and begin anew when somebody else was faster."""
    for _ in range(times):
        while True:
            revision = state.get_info().revision
            try:
                state.set("sold", state.get("sold") + 1, expected_revision=revision)
                break
            except Conflict:
                continue


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        grants = {"fs.read": [folder], "fs.write": [folder]}
        with llmspell.Session(permissions=grants) as session:
            state = session.state.create(name="tickets", value={"sold": 0}, schema=SCHEMA)
            state.snapshot("start")
            sellers = [threading.Thread(target=sell, args=(state, 10)) for _ in range(2)]
            for seller in sellers:
                seller.start()
            for seller in sellers:
                seller.join()
            print(state.get("sold"), "sold")
            try:
                state.set("sold", 21)
            except SchemaViolation as error:
                print(error.message)
            state.persist(f"{folder}/tickets.json")
        with llmspell.Session(permissions=grants) as session:
            state = session.state.load(f"{folder}/tickets.json")
            state.restore("start")
            print(state.get("sold"), "sold at the start; revision", state.get_info().revision)


if __name__ == "__main__":
    main()
