"""Hearing what happens in a session: by pattern through the event bridge, and typed by one event's own type.

Run it:  python examples/python/events.py
"""

from __future__ import annotations

import llmspell
from llmspell.agent.events import COMPLETE
from llmspell.event import Event
from llmspell.provider import ScriptStep, Type


def show(event: Event) -> None:
    """Called once for each event that matches, in order."""
    print(event.type, sorted(event.data))


def main() -> None:
    with llmspell.Session() as session:
        session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(text="Hello."), ScriptStep(text="Bye.")]
        )
        agent = session.agent.create(name="helper", provider="scripted")

        subscription = session.event.subscribe("agent.*", show)
        agent.run("Hi")
        session.event.unsubscribe(subscription)

        texts: list[str] = []
        session.on(COMPLETE, lambda event: texts.append(event.data.text))  # event.data is an AgentCompleted
        agent.run("See you")
        print(texts)


if __name__ == "__main__":
    main()
