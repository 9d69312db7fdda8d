"""The interface as data: what every session of this package is made from."""

from __future__ import annotations

from bridge_runtime import spec

INTERFACE = spec.Interface(
    name="llmspell",
    version="0.1.0",
    modules={
        "shared": "llmspell.shared.spec",
        "session": "llmspell.session.spec",
        "provider": "llmspell.provider.spec",
        "agent": "llmspell.agent.spec",
        "tool": "llmspell.tool.spec",
        "event": "llmspell.event.spec",
        "memory": "llmspell.memory.spec",
        "state": "llmspell.state.spec",
        "schema": "llmspell.schema.spec",
        "output": "llmspell.output.spec",
        "hook": "llmspell.hook.spec",
        "script": "llmspell.script.spec",
        "workflow": "llmspell.workflow.spec",
        "testing": "llmspell.testing.spec",
    },
    implementation="llmspell_runtime",
    permissions={
        "llm": spec.Permission("llm", "Call a language model through a provider.", ""),
        "fs.read": spec.Permission("fs.read", "Read files below the listed folders.", "paths"),
        "fs.write": spec.Permission("fs.write", "Write files below the listed folders.", "paths"),
        "net": spec.Permission("net", "Send HTTP requests to the listed hosts.", "hosts"),
        "process": spec.Permission("process", "Start processes and read facts about this one.", ""),
        "env": spec.Permission("env", "Read the listed environment variables.", "names"),
    },
    default_grants={"llm": True},
)
