"""Every example of workflow, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.workflow import Format, Pattern, ScriptStep, ToolStep, TransformStep, WaitStep

program = Program()


@program.example("workflow.create", "two_steps")
def create_two_steps(example: Example) -> None:
    """A handler of the program's own, and a tool that gets what it gave."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"width": 3, "height": 4}

        session.script.register_handler("measure", handler)
        with example.shown(session):
            example.result(
                session.workflow.create(
                    name="area",
                    steps=[
                        ScriptStep(id="size", handler="measure"),
                        ToolStep(
                            id="area",
                            tool="calculator",
                            arguments={"expression": "{{size.output.width}} * {{size.output.height}}"},
                        ),
                    ],
                )
            )


@program.example("workflow.create", "all_that_is_wrong")
def create_all_that_is_wrong(example: Example) -> None:
    """Every fault is reported, with its place."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.workflow.create(
                name="broken",
                steps=[
                    ScriptStep(id="first", handler="nobody"),
                    ToolStep(id="first", tool="calculator", arguments={"expression": "{{second.output}}"}),
                ],
            )
        )


@program.example("workflow.create", "twice")
def create_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)]))


@program.example("workflow.destroy", "gone")
def destroy_gone(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            flow.destroy()


@program.example("workflow.destroy", "unknown")
def destroy_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.workflow.destroy("workflow_9")


@program.example("workflow.execute", "handler_and_tool")
def execute_handler_and_tool(example: Example) -> None:
    """The second step works on what the first gave."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"width": 3, "height": 4}

        session.script.register_handler("measure", handler)
        flow = session.workflow.create(
            name="area",
            steps=[
                ScriptStep(id="size", handler="measure", input="{{input}}"),
                ToolStep(
                    id="area",
                    tool="calculator",
                    arguments={"expression": "{{size.output.width}} * {{size.output.height}}"},
                ),
            ],
            output={"room": "{{input.room}}", "area": "{{area.output.result}}"},
        )
        with example.shown(session):
            example.result(flow.execute(input={"room": "hall"}))


@program.example("workflow.execute", "step_fails")
def execute_step_fails(example: Example) -> None:
    """The error names the step; its cause is the step's own error."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        session.script.register_handler("broken", handler)
        flow = session.workflow.create(name="doomed", steps=[ScriptStep(id="try_it", handler="broken")])
        with example.shown(session):
            example.result(flow.execute())


@program.example("workflow.execute", "input_does_not_fit")
def execute_input_does_not_fit(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="greet",
            input_schema={"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
            steps=[TransformStep(id="text", value="Hello {{input.name}}")],
        )
        with example.shown(session):
            example.result(flow.execute(input={}))


@program.example("workflow.execute", "unknown")
def execute_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.execute("workflow_9"))


@program.example("workflow.start", "background")
def start_background(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(flow.start())


@program.example("workflow.start", "no_such_step")
def start_no_such_step(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(flow.start(pause_after=["b"]))


@program.example("workflow.pause", "at_once")
def pause_at_once(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = flow.start()
        with example.shown(session):
            run.pause()


@program.example("workflow.pause", "unknown")
def pause_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.workflow.pause("run_9")


@program.example("workflow.resume", "after_a_step")
def resume_after_a_step(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            run.resume()


@program.example("workflow.resume", "unknown")
def resume_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.workflow.resume("run_9")


@program.example("workflow.cancel", "in_the_middle")
def cancel_in_the_middle(example: Example) -> None:
    """The step that waits for an hour ends at once."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = flow.start()
        with example.shown(session):
            run.cancel()


@program.example("workflow.cancel", "unknown")
def cancel_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.workflow.cancel("run_9")


@program.example("workflow.get_status", "paused")
def get_status_paused(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            example.result(run.get_status())


@program.example("workflow.get_status", "completed")
def get_status_completed(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        run = flow.start()
        run.get_result()
        with example.shown(session):
            example.result(run.get_status())


@program.example("workflow.get_status", "unknown")
def get_status_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_status("run_9"))


@program.example("workflow.get_result", "of_a_background_run")
def get_result_of_a_background_run(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value="{{input * 2}}")])
        run = flow.start(input=21)
        with example.shown(session):
            example.result(run.get_result())


@program.example("workflow.get_result", "of_a_paused_run")
def get_result_of_a_paused_run(example: Example) -> None:
    """What it has come to so far, without an output."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            example.result(run.get_result())


@program.example("workflow.get_result", "of_a_cancelled_run")
def get_result_of_a_cancelled_run(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = flow.start()
        run.cancel()
        with example.shown(session):
            example.result(run.get_result())


@program.example("workflow.get_result", "not_in_time")
def get_result_not_in_time(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = flow.start()
        with example.shown(session):
            example.result(run.get_result(timeout_seconds=0.01))


@program.example("workflow.get_result", "unknown")
def get_result_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_result("run_9"))


@program.example("workflow.discard", "paused")
def discard_paused(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            run.discard()


@program.example("workflow.discard", "unknown")
def discard_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.workflow.discard("run_9")


@program.example("workflow.list", "two")
def list_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="one", description="Nothing much.", steps=[TransformStep(id="a", value=1)]
        )
        session.workflow.create(
            name="both",
            pattern=Pattern.PARALLEL,
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value=2)],
        )
        flow.execute()
        with example.shown(session):
            example.result(session.workflow.list())


@program.example("workflow.list", "none")
def list_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.list())


@program.example("workflow.get", "by_name")
def get_by_name(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(session.workflow.get("one"))


@program.example("workflow.get", "unknown")
def get_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get("nobody"))


@program.example("workflow.get_info", "fresh")
def get_info_fresh(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(flow.get_info())


@program.example("workflow.get_info", "unknown")
def get_info_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_info("workflow_9"))


@program.example("workflow.get_definition", "as_given")
def get_definition_as_given(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="both",
            pattern=Pattern.PARALLEL,
            steps=[TransformStep(id="a", value=None), WaitStep(id="b", seconds=0.0, after=["a"])],
        )
        with example.shown(session):
            example.result(flow.get_definition())


@program.example("workflow.get_definition", "unknown")
def get_definition_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_definition("workflow_9"))


@program.example("workflow.validate", "good")
def validate_good(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.validate(name="one", steps=[TransformStep(id="a", value=1)]))


@program.example("workflow.validate", "cycle")
def validate_cycle(example: Example) -> None:
    """Two steps that wait for each other, and a name that means nothing."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.workflow.validate(
                name="circle",
                pattern=Pattern.PARALLEL,
                steps=[
                    TransformStep(id="egg", value="{{hen.output}}"),
                    TransformStep(id="hen", value="From {{egg.output}} in {{inpt.year}}"),
                ],
            )
        )


@program.example("workflow.validate", "what_the_session_lacks")
def validate_what_the_session_lacks(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.workflow.validate(
                name="needy",
                steps=[ToolStep(id="look", tool="no_such_tool"), ToolStep(id="sum", tool="calculator")],
            )
        )


@program.example("workflow.list_runs", "paused")
def list_runs_paused(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            example.result(session.workflow.list_runs())


@program.example("workflow.list_runs", "none")
def list_runs_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.list_runs())


@program.example("workflow.compose", "pipeline")
def compose_pipeline(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.workflow.create(name="double", steps=[TransformStep(id="a", value="{{input * 2}}")])
        session.workflow.create(name="add-one", steps=[TransformStep(id="a", value="{{input + 1}}")])
        with example.shown(session):
            example.result(session.workflow.compose("both", ["double", "add-one"], pattern=Pattern.PIPELINE))


@program.example("workflow.compose", "not_a_loop")
def compose_not_a_loop(example: Example) -> None:
    """Some patterns need more than steps."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.workflow.create(name="double", steps=[TransformStep(id="a", value="{{input * 2}}")])
        session.workflow.create(name="add-one", steps=[TransformStep(id="a", value="{{input + 1}}")])
        with example.shown(session):
            example.result(session.workflow.compose("both", ["double"], pattern=Pattern.LOOP))


@program.example("workflow.get_dependencies", "diamond")
def get_dependencies_diamond(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="diamond",
            pattern=Pattern.PARALLEL,
            steps=[
                TransformStep(id="bottom", value="{{left.output + right.output}}"),
                TransformStep(id="left", value="{{top.output}}"),
                TransformStep(id="right", value=2, after=["top"]),
                TransformStep(id="top", value=1),
            ],
        )
        with example.shown(session):
            example.result(flow.get_dependencies())


@program.example("workflow.get_dependencies", "unknown")
def get_dependencies_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_dependencies("workflow_9"))


@program.example("workflow.serialize", "yaml")
def serialize_yaml(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(name="one", steps=[TransformStep(id="a", value="{{input}}")])
        with example.shown(session):
            example.result(flow.serialize(format=Format.YAML))


@program.example("workflow.serialize", "unknown")
def serialize_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.serialize("workflow_9"))


@program.example("workflow.deserialize", "by_hand")
def deserialize_by_hand(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.workflow.deserialize(
                'format: llmspell.workflow\nversion: 1\nworkflow:\n  name: greet\n  steps:\n    - {id: text, kind: transform, value: "Hello {{input.name}}"}\n'
            )
        )


@program.example("workflow.deserialize", "of_the_future")
def deserialize_of_the_future(example: Example) -> None:
    """A version that is not known is refused."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.workflow.deserialize('{"format": "llmspell.workflow", "version": 2, "workflow": {}}')
        )


@program.example("workflow.deserialize", "something_else")
def deserialize_something_else(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.deserialize("[1, 2]", format=Format.JSON))


@program.example("workflow.get_checkpoint", "paused")
def get_checkpoint_paused(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        with example.shown(session):
            example.result(run.get_checkpoint())


@program.example("workflow.get_checkpoint", "unknown")
def get_checkpoint_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.get_checkpoint("run_9"))


@program.example("workflow.restore", "after_the_first_step")
def restore_after_the_first_step(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"])
        run.get_result()
        checkpoint = run.get_checkpoint()
        run.discard()
        with example.shown(session):
            example.result(session.workflow.restore(checkpoint))


@program.example("workflow.restore", "something_else")
def restore_something_else(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.restore({}))


@program.example("workflow.recover", "one")
def recover_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session:
        flow = session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = flow.start(pause_after=["a"], checkpoint_file="runs.db")
        run.get_result()
        run.discard()
        with example.shown(session):
            example.result(session.workflow.recover("runs.db"))


@program.example("workflow.recover", "forbidden")
def recover_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.workflow.recover("runs.db"))


if __name__ == "__main__":
    program.run()
