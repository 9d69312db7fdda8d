"""Every example of output, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.output import Format, Recovery

program = Program()


@program.example("output.parse", "strict")
def parse_strict(example: Example) -> None:
    """A text that is right is read as it stands."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                '{"city": "Oslo", "temperature": 22.5, "alert": null}',
                format=Format.JSON,
                recovery=Recovery.STRICT,
            )
        )


@program.example("output.parse", "fenced")
def parse_fenced(example: Example) -> None:
    """A model that explains itself around a fenced block."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse('Here is the weather:\n```json\n{"city": "Oslo"}\n```\nAnything else?')
        )


@program.example("output.parse", "repaired")
def parse_repaired(example: Example) -> None:
    """Quotes, a comma and an end are missing; every change is told."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.parse('{\'city\': "Oslo", "days": [1, 2', format=Format.JSON))


@program.example("output.parse", "extracted")
def parse_extracted(example: Example) -> None:
    """A schema guides the search for a value in prose."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                "Name: Ada Lovelace\nBorn: 1815",
                format=Format.JSON,
                recovery=Recovery.BEST_EFFORT,
                schema={
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
                    "required": ["name", "born"],
                },
            )
        )


@program.example("output.parse", "yaml")
def parse_yaml(example: Example) -> None:
    """The rules are those of YAML 1.2."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.parse("on: no\nsize: 0o17\nwhen: 2026-11-21\n", format=Format.YAML))


@program.example("output.parse", "xml")
def parse_xml(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                '<trip days="2"><city>Oslo</city><city>Bergen</city><note>By <b>train</b>.</note></trip>'
            )
        )


@program.example("output.parse", "markdown")
def parse_markdown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                "# Plan\n\n- pack\n- go\n\n| day | place |\n| --- | ----- |\n| 1 | *Oslo* |\n",
                format=Format.MARKDOWN,
            )
        )


@program.example("output.parse", "refused")
def parse_refused(example: Example) -> None:
    """Without recovery the text must be right; the error says where it is not."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse('{"city": "Oslo",}', format=Format.JSON, recovery=Recovery.STRICT)
        )


@program.example("output.parse", "mismatch")
def parse_mismatch(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                '{"name": "Ada"}',
                schema={
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
                    "required": ["name", "born"],
                },
            )
        )


@program.example("output.parse", "entity_bomb")
def parse_entity_bomb(example: Example) -> None:
    """What would grow without end is not expanded."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.parse('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', format=Format.XML))


@program.example("output.parse", "too_deep")
def parse_too_deep(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.parse(
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                format=Format.JSON,
            )
        )


@program.example("output.parse", "bad_schema")
def parse_bad_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.parse("1", schema={"type": "objekt"}))


@program.example("output.format", "json")
def format_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.format(
                {"city": "Oslo", "days": [1, 2]}, format=Format.JSON, indent=0, sort_keys=True
            )
        )


@program.example("output.format", "yaml")
def format_yaml(example: Example) -> None:
    """A text that another reader would take for something else is quoted."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.format(
                {"city": "Oslo", "country": "NO", "days": [1, 2.5, None], "note": "two\nlines"},
                format=Format.YAML,
                sort_keys=True,
            )
        )


@program.example("output.format", "xml")
def format_xml(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.format(
                {"trip": {"@days": "2", "city": ["Oslo", "Bergen"], "note": "a < b"}},
                format=Format.XML,
                sort_keys=True,
            )
        )


@program.example("output.format", "xml_root")
def format_xml_root(example: Example) -> None:
    """A value that is not one element is put into one."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.format(
                {"city": "Oslo", "warm": True}, format=Format.XML, root="weather", indent=2, sort_keys=True
            )
        )


@program.example("output.format", "markdown")
def format_markdown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.format(
                [
                    {"type": "heading", "level": 2, "text": "Plan"},
                    {
                        "type": "list",
                        "ordered": True,
                        "items": [
                            [{"type": "paragraph", "text": "pack"}],
                            [{"type": "paragraph", "text": "go"}],
                        ],
                    },
                    {"type": "code", "language": "sh", "text": "make trip"},
                ],
                format=Format.MARKDOWN,
            )
        )


@program.example("output.format", "no_element")
def format_no_element(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.format([1, 2], format=Format.XML))


@program.example("output.format", "no_text")
def format_no_text(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.format({"city": "Oslo"}, format=Format.PLAIN))


@program.example("output.detect_format", "json")
def detect_format_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.detect_format('{"city": "Oslo"}'))


@program.example("output.detect_format", "broken_json")
def detect_format_broken_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.detect_format('{"city": "Oslo",'))


@program.example("output.detect_format", "yaml")
def detect_format_yaml(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.detect_format("city: Oslo\ndays: [1, 2]\n"))


@program.example("output.detect_format", "prose")
def detect_format_prose(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.detect_format("The weather in Oslo is fine."))


@program.example("output.validate_format", "good")
def validate_format_good(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.validate_format("<a><b/></a>", Format.XML))


@program.example("output.validate_format", "mistake")
def validate_format_mistake(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.validate_format("city: Oslo\ncity: Bergen\n", Format.YAML))


@program.example("output.validate_format", "mismatch")
def validate_format_mismatch(example: Example) -> None:
    """All faults at once."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.validate_format(
                '{"name": 7}',
                Format.JSON,
                schema={
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
                    "required": ["name", "born"],
                },
            )
        )


@program.example("output.extract_json", "two")
def extract_json_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.extract_json('First {"a": 1}, then\n```json\n[true]\n```\n'))


@program.example("output.extract_json", "by_schema")
def extract_json_by_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.extract_json(
                '[1] {"a": 1} {"name": "Ada", "born": 1815}',
                schema={
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
                    "required": ["name", "born"],
                },
            )
        )


@program.example("output.extract_json", "none")
def extract_json_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.extract_json("Nothing here."))


@program.example("output.extract_markdown", "answer")
def extract_markdown_answer(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.extract_markdown(
                "Sure.\n\n# Plan\n\nSee [the map](https://example.com/map).\n\n1. pack\n2. go\n\n## Code\n\n```python\nprint(1)\n```\n\n| day | place |\n| --- | --- |\n| 1 | Oslo |\n"
            )
        )


@program.example("output.extract_markdown", "nothing")
def extract_markdown_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.extract_markdown(""))


@program.example("output.recover", "truncated_json")
def recover_truncated_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.recover('{"city": "Oslo", "days": [1, 2'))


@program.example("output.recover", "xml")
def recover_xml(example: Example) -> None:
    """An end tag that is missing, and a character that must be written otherwise."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.recover("<answer><city>Oslo & Bergen</answer>", format=Format.XML))


@program.example("output.recover", "right")
def recover_right(example: Example) -> None:
    """Nothing is changed where nothing is wrong."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.recover('{"city":"Oslo"}'))


@program.example("output.recover", "hopeless")
def recover_hopeless(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.recover("I cannot say.", format=Format.JSON))


@program.example("output.get_schema", "plain")
def get_schema_plain(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.get_schema(Format.PLAIN))


@program.example("output.get_schema", "json")
def get_schema_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.get_schema(Format.JSON))


@program.example("output.get_instructions", "json")
def get_instructions_json(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.output.get_instructions(
                format=Format.JSON, schema={"type": "object", "required": ["city"]}
            )
        )


@program.example("output.get_instructions", "plain")
def get_instructions_plain(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.output.get_instructions(format=Format.PLAIN))


if __name__ == "__main__":
    program.run()
