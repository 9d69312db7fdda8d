"""What happened in one session, found and played back in a later one: a recording in an SQLite file.

Run it:  python examples/python/recording.py
"""

from __future__ import annotations

import tempfile

import llmspell
from llmspell.event import Event, EventCriteria
from llmspell.provider import ScriptStep, Type


def work(folder: str) -> None:
    """Two runs of an agent, recorded."""
    with llmspell.Session(permissions={"llm": True, "fs.write": [folder]}) as session:
        session.event.record(path=f"{folder}/events.db")
        script = [ScriptStep(text="Hello."), ScriptStep(text="Bye.")]
        session.provider.create(type=Type.SCRIPTED, script=script)
        agent = session.agent.create(name="helper", provider="scripted")
        agent.run("Hi")
        agent.run("See you")


def show(event: Event) -> None:
    """Called once for each event, in order."""
    print("replayed", event.type)


def look(folder: str) -> None:
    """All that belongs to the run that ended in "Bye."."""
    file = f"{folder}/events.db"
    with llmspell.Session(permissions={"fs.read": [folder]}) as session:
        (end,) = session.event.filter(pattern="agent.complete", data={"text": "Bye."}, path=file)
        run = EventCriteria(correlation_id=end.correlation_id)
        session.event.replay(run, show, path=file, speed=1.0)  # with the pauses that there were


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work(folder)
        look(folder)


if __name__ == "__main__":
    main()
