"""Every example of workflow, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.workflow import Format, Pattern, ScriptStep, ToolStep, TransformStep, WaitStep

program = Program()


@program.example("workflow.create", "two_steps")
async def create_two_steps(example: Example) -> None:
    """A handler of the program's own, and a tool that gets what it gave."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"width": 3, "height": 4}

        await session.script.register_handler("measure", handler)
        with example.shown(session):
            example.result(
                await session.workflow.create(
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
async def create_all_that_is_wrong(example: Example) -> None:
    """Every fault is reported, with its place."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.create(
                    name="broken",
                    steps=[
                        ScriptStep(id="first", handler="nobody"),
                        ToolStep(
                            id="first", tool="calculator", arguments={"expression": "{{second.output}}"}
                        ),
                    ],
                )
            )


@program.example("workflow.create", "twice")
async def create_twice(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)]))


@program.example("workflow.destroy", "gone")
async def destroy_gone(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            await flow.destroy()


@program.example("workflow.destroy", "unknown")
async def destroy_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.workflow.destroy("workflow_9")


@program.example("workflow.execute", "handler_and_tool")
async def execute_handler_and_tool(example: Example) -> None:
    """The second step works on what the first gave."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"width": 3, "height": 4}

        await session.script.register_handler("measure", handler)
        flow = await session.workflow.create(
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
            example.result(await flow.execute(input={"room": "hall"}))


@program.example("workflow.execute", "step_fails")
async def execute_step_fails(example: Example) -> None:
    """The error names the step; its cause is the step's own error."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        await session.script.register_handler("broken", handler)
        flow = await session.workflow.create(name="doomed", steps=[ScriptStep(id="try_it", handler="broken")])
        with example.shown(session):
            example.result(await flow.execute())


@program.example("workflow.execute", "input_does_not_fit")
async def execute_input_does_not_fit(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="greet",
            input_schema={"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
            steps=[TransformStep(id="text", value="Hello {{input.name}}")],
        )
        with example.shown(session):
            example.result(await flow.execute(input={}))


@program.example("workflow.execute", "unknown")
async def execute_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.execute("workflow_9"))


@program.example("workflow.start", "background")
async def start_background(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(await flow.start())


@program.example("workflow.start", "no_such_step")
async def start_no_such_step(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(await flow.start(pause_after=["b"]))


@program.example("workflow.pause", "at_once")
async def pause_at_once(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = await flow.start()
        with example.shown(session):
            await run.pause()


@program.example("workflow.pause", "unknown")
async def pause_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.workflow.pause("run_9")


@program.example("workflow.resume", "after_a_step")
async def resume_after_a_step(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            await run.resume()


@program.example("workflow.resume", "unknown")
async def resume_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.workflow.resume("run_9")


@program.example("workflow.cancel", "in_the_middle")
async def cancel_in_the_middle(example: Example) -> None:
    """The step that waits for an hour ends at once."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = await flow.start()
        with example.shown(session):
            await run.cancel()


@program.example("workflow.cancel", "unknown")
async def cancel_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.workflow.cancel("run_9")


@program.example("workflow.get_status", "paused")
async def get_status_paused(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            example.result(await run.get_status())


@program.example("workflow.get_status", "completed")
async def get_status_completed(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        run = await flow.start()
        await run.get_result()
        with example.shown(session):
            example.result(await run.get_status())


@program.example("workflow.get_status", "unknown")
async def get_status_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_status("run_9"))


@program.example("workflow.get_result", "of_a_background_run")
async def get_result_of_a_background_run(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value="{{input * 2}}")])
        run = await flow.start(input=21)
        with example.shown(session):
            example.result(await run.get_result())


@program.example("workflow.get_result", "of_a_paused_run")
async def get_result_of_a_paused_run(example: Example) -> None:
    """What it has come to so far, without an output."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            example.result(await run.get_result())


@program.example("workflow.get_result", "of_a_cancelled_run")
async def get_result_of_a_cancelled_run(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = await flow.start()
        await run.cancel()
        with example.shown(session):
            example.result(await run.get_result())


@program.example("workflow.get_result", "not_in_time")
async def get_result_not_in_time(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="slow", steps=[WaitStep(id="rest", seconds=3600.0)])
        run = await flow.start()
        with example.shown(session):
            example.result(await run.get_result(timeout_seconds=0.01))


@program.example("workflow.get_result", "unknown")
async def get_result_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_result("run_9"))


@program.example("workflow.discard", "paused")
async def discard_paused(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            await run.discard()


@program.example("workflow.discard", "unknown")
async def discard_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.workflow.discard("run_9")


@program.example("workflow.list", "two")
async def list_two(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="one", description="Nothing much.", steps=[TransformStep(id="a", value=1)]
        )
        await session.workflow.create(
            name="both",
            pattern=Pattern.PARALLEL,
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value=2)],
        )
        await flow.execute()
        with example.shown(session):
            example.result(await session.workflow.list())


@program.example("workflow.list", "none")
async def list_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.list())


@program.example("workflow.get", "by_name")
async def get_by_name(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(await session.workflow.get("one"))


@program.example("workflow.get", "unknown")
async def get_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get("nobody"))


@program.example("workflow.get_info", "fresh")
async def get_info_fresh(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value=1)])
        with example.shown(session):
            example.result(await flow.get_info())


@program.example("workflow.get_info", "unknown")
async def get_info_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_info("workflow_9"))


@program.example("workflow.get_definition", "as_given")
async def get_definition_as_given(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="both",
            pattern=Pattern.PARALLEL,
            steps=[TransformStep(id="a", value=None), WaitStep(id="b", seconds=0.0, after=["a"])],
        )
        with example.shown(session):
            example.result(await flow.get_definition())


@program.example("workflow.get_definition", "unknown")
async def get_definition_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_definition("workflow_9"))


@program.example("workflow.validate", "good")
async def validate_good(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.validate(name="one", steps=[TransformStep(id="a", value=1)])
            )


@program.example("workflow.validate", "cycle")
async def validate_cycle(example: Example) -> None:
    """Two steps that wait for each other, and a name that means nothing."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.validate(
                    name="circle",
                    pattern=Pattern.PARALLEL,
                    steps=[
                        TransformStep(id="egg", value="{{hen.output}}"),
                        TransformStep(id="hen", value="From {{egg.output}} in {{inpt.year}}"),
                    ],
                )
            )


@program.example("workflow.validate", "what_the_session_lacks")
async def validate_what_the_session_lacks(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.validate(
                    name="needy",
                    steps=[ToolStep(id="look", tool="no_such_tool"), ToolStep(id="sum", tool="calculator")],
                )
            )


@program.example("workflow.list_runs", "paused")
async def list_runs_paused(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            example.result(await session.workflow.list_runs())


@program.example("workflow.list_runs", "none")
async def list_runs_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.list_runs())


@program.example("workflow.compose", "pipeline")
async def compose_pipeline(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.workflow.create(name="double", steps=[TransformStep(id="a", value="{{input * 2}}")])
        await session.workflow.create(name="add-one", steps=[TransformStep(id="a", value="{{input + 1}}")])
        with example.shown(session):
            example.result(
                await session.workflow.compose("both", ["double", "add-one"], pattern=Pattern.PIPELINE)
            )


@program.example("workflow.compose", "not_a_loop")
async def compose_not_a_loop(example: Example) -> None:
    """Some patterns need more than steps."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.workflow.create(name="double", steps=[TransformStep(id="a", value="{{input * 2}}")])
        await session.workflow.create(name="add-one", steps=[TransformStep(id="a", value="{{input + 1}}")])
        with example.shown(session):
            example.result(await session.workflow.compose("both", ["double"], pattern=Pattern.LOOP))


@program.example("workflow.get_dependencies", "diamond")
async def get_dependencies_diamond(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
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
            example.result(await flow.get_dependencies())


@program.example("workflow.get_dependencies", "unknown")
async def get_dependencies_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_dependencies("workflow_9"))


@program.example("workflow.serialize", "yaml")
async def serialize_yaml(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(name="one", steps=[TransformStep(id="a", value="{{input}}")])
        with example.shown(session):
            example.result(await flow.serialize(format=Format.YAML))


@program.example("workflow.serialize", "unknown")
async def serialize_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.serialize("workflow_9"))


@program.example("workflow.deserialize", "by_hand")
async def deserialize_by_hand(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.deserialize(
                    'format: llmspell.workflow\nversion: 1\nworkflow:\n  name: greet\n  steps:\n    - {id: text, kind: transform, value: "Hello {{input.name}}"}\n'
                )
            )


@program.example("workflow.deserialize", "of_the_future")
async def deserialize_of_the_future(example: Example) -> None:
    """A version that is not known is refused."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.workflow.deserialize(
                    '{"format": "llmspell.workflow", "version": 2, "workflow": {}}'
                )
            )


@program.example("workflow.deserialize", "something_else")
async def deserialize_something_else(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.deserialize("[1, 2]", format=Format.JSON))


@program.example("workflow.get_checkpoint", "paused")
async def get_checkpoint_paused(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        with example.shown(session):
            example.result(await run.get_checkpoint())


@program.example("workflow.get_checkpoint", "unknown")
async def get_checkpoint_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.get_checkpoint("run_9"))


@program.example("workflow.restore", "after_the_first_step")
async def restore_after_the_first_step(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"])
        await run.get_result()
        checkpoint = await run.get_checkpoint()
        await run.discard()
        with example.shown(session):
            example.result(await session.workflow.restore(checkpoint))


@program.example("workflow.restore", "something_else")
async def restore_something_else(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.restore({}))


@program.example("workflow.recover", "one")
async def recover_one(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.write": ["."]}, record_events=True
    ) as session:
        flow = await session.workflow.create(
            name="two",
            steps=[TransformStep(id="a", value=1), TransformStep(id="b", value="{{a.output + 1}}")],
        )
        run = await flow.start(pause_after=["a"], checkpoint_file="runs.db")
        await run.get_result()
        await run.discard()
        with example.shown(session):
            example.result(await session.workflow.recover("runs.db"))


@program.example("workflow.recover", "forbidden")
async def recover_forbidden(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.workflow.recover("runs.db"))


if __name__ == "__main__":
    program.run()
