"""Errors are classes by code, with typed fields; one base class catches them all.

Run it:  python examples/python/errors.py
"""

from __future__ import annotations

import llmspell
from llmspell.agent import NotFound
from llmspell.provider import Type


def main() -> None:
    with llmspell.Session() as session:
        try:
            session.agent.get_state("no-such-agent")
        except NotFound as error:
            print(error.code, "->", error)

        try:
            session.tool.execute("file_read", {"path": "/etc/hostname"})
        except llmspell.BridgeError as error:
            print(error.code, "->", error.fields["permission"])

        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        try:
            agent.run("Anybody there?")
        except llmspell.BridgeError as error:
            print(error.code, "recovery:", error.recovery, "trace:", bool(error.trace_id))


if __name__ == "__main__":
    main()
