"""What a script sees: promises, streams, functions, errors, time, and how it ends."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import (
    BrokenInstallation,
    CallbackFailed,
    InvalidArgument,
    LimitExceeded,
    Unsupported,
)
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.session import Session

from tests.bridge_runtime.workshop import NoBox, bench_of, open_session
from tests.surfaces.javascript.conftest import Run


def test_default_export_is_the_result(run: Run) -> None:
    assert run("export default { sum: await bench.add(1, { b: 41 }), none: undefined, nil: null }") == {
        "sum": 42,
        "nil": None,
    }
    assert run("await bench.add(1)") is None


def test_a_resource_as_result_is_its_handle(run: Run) -> None:
    assert run('export default [await bench.openBox("a")]') == ["box_1"]


def test_undefined_is_absent_and_null_is_null(run: Run) -> None:
    script = """
      const some = await bench.echo({ a: undefined, b: null, list: [], object: {} }, { label: null });
      const none = await bench.echo(0, { label: undefined });
      const part = await bench.describe({ name: "bolt", note: null });
      export default { some, none, part, absent: "size" in part };
    """
    assert run(script) == {
        "some": {"value": {"b": None, "list": [], "object": {}}, "label": None},
        "none": {"value": 0},
        "part": {"name": "bolt", "note": None},
        "absent": False,
    }


def test_large_integers_keep_every_digit(run: Run) -> None:
    script = """
      const { value } = await bench.echo([9007199254740991, 9007199254740993n, -9223372036854775808n, 5n, 1e300]);
      export default { value, kinds: value.map((item) => typeof item) };
    """
    assert run(script) == {
        "value": [9007199254740991, 9007199254740993, -9223372036854775808, 5, 1e300],
        "kinds": ["number", "bigint", "bigint", "number", "number"],
    }


def test_text_survives(run: Run) -> None:
    text = "Ærø \u2028 \0 \U0001f600 '\"\\ ${x} */"
    assert run(f"export default (await bench.echo(await bench.where({json.dumps(text)}))).value") == text


def test_same_handle_same_object(run: Run) -> None:
    script = 'const box = await bench.openBox("a"); export default [(await bench.boxes())[0] === box, `${box}`, box.id]'
    assert run(script) == [True, "[Box box_1]", "box_1"]


def test_methods_and_functions_are_the_same(run: Run, session: Session) -> None:
    script = """
      const box = await bench.openBox("a");
      const puts = [await box.put("nail"), await bench.put(box, "nail"), await bench.put("box_1", "nail")];
      if ((await box.closeBox()) === undefined) puts.push("nothing");
      export default puts;
    """
    assert run(script) == [1, 2, 3, "nothing"]
    assert bench_of(session).log == ["released a", "closed a"]


def test_await_using_releases(run: Run, session: Session) -> None:
    run('{ await using box = await bench.openBox("a"); await box.put("nail"); }')
    assert bench_of(session).log == ["released a", "closed a"]


def test_async_functions_run_at_the_same_time(run: Run) -> None:
    script = """
      const order = [];
      const first = bench.ask(async (question) => { order.push("asked"); await bench.nap(); return question; });
      const second = bench.nap().then(() => order.push("napped"));
      await Promise.all([first, second]);
      export default order.sort();
    """
    assert run(script) == ["asked", "napped"]


def test_async_callbacks_may_wait_for_each_other(run: Run) -> None:
    """Answers come in any order: no callback waits on another's stack."""
    script = """
      let release;
      const released = new Promise((resolve) => (release = resolve));
      const first = bench.ask(async () => { await released; return "first"; });
      const second = bench.ask(async () => { release(); return "second"; });
      export default await Promise.all([first, second]);
    """
    assert run(script) == [["first"], ["second"]]


def test_functions_anywhere_in_arguments(run: Run) -> None:
    assert (
        run(
            "export default await bench.order({ parts: [{ name: 'bolt' }], on_done: async (text) => `${text}!` })"
        )
        == "bolt!"
    )


def test_a_call_that_never_waits_calls_functions(run: Run) -> None:
    assert run("export default await bench.askNow((question) => question.toUpperCase(), { times: 2 })") == [
        "QUESTION 0",
        "QUESTION 1",
    ]
    with pytest.raises(Unsupported, match="cannot wait"):
        run("await bench.askNow(async () => { await bench.nap(); return ''; })")


def test_posted_functions_run_in_order_before_the_end(run: Run, lines: list[str]) -> None:
    run(
        "await bench.post(async (question) => { await bench.nap(); console.log(question); return ''; }, { times: 3 });"
    )
    assert lines == ["log: question 0", "log: question 1", "log: question 2"]


def test_an_error_of_a_function_reaches_its_caller(run: Run) -> None:
    script = """
      const seen = [];
      for (const thrown of [new WorkshopError("bench.no_box", "mine", { fields: { box: "b" } }), new TypeError("no"), "text"]) {
        try { await bench.ask(() => { throw thrown; }); } catch (error) { seen.push([error.code, error.message, error.fields]); }
      }
      export default seen;
    """
    mine, ours, text = run(script)
    assert mine == ["bench.no_box", "mine", {"box": "b"}]
    assert ours[0] == text[0] == "runtime.callback_failed"
    assert "no" in ours[1] and "text" in text[1]


def test_errors_keep_what_they_carry(run: Run) -> None:
    script = """
      try { await bench.nest("declared"); } catch (error) {
        const { code, fields, recovery, httpStatus, message, name } = error;
        export_ = { code, fields, recovery, httpStatus, message, name, is: WorkshopError.is(error, "bench.no_box"),
          cause: error.cause.message, trace: error.traceId.length, same: error.traceId === error.cause.traceId,
          real: error instanceof Error, json: JSON.parse(JSON.stringify(error)).http_status, here: error.stack.includes("<input>:4") };
      }
      export default export_;
    """
    assert run("let export_;\n" + script) == {
        "code": "bench.no_box",
        "fields": {"box": "outer"},
        "recovery": "none",
        "httpStatus": 404,
        "message": "no box 'outer'; make one with bench.open_box",
        "name": "WorkshopError",
        "is": True,
        "cause": "no box 'box_0'; make one with bench.open_box",
        "trace": 16,
        "same": True,
        "real": True,
        "json": 404,
        "here": True,
    }


# --- streams -------------------------------------------------------------------------------------


def test_stream(run: Run) -> None:
    assert run("const all = []; for await (const n of bench.count(3)) all.push(n); export default all;") == [
        0,
        1,
        2,
    ]
    assert run("export default await bench.count(3).toArray()") == [0, 1, 2]


def test_a_stream_left_early_is_closed(run: Run, session: Session) -> None:
    run("for await (const n of bench.count(1000)) if (n === 1) break;")
    assert bench_of(session).log == ["count ended"]


def test_a_stream_left_behind_is_closed_at_the_end(run: Run, session: Session) -> None:
    run("await bench.count(1000).next();")
    assert bench_of(session).log == ["count ended"]


def test_a_stream_that_fails(run: Run) -> None:
    script = """
      const seen = [];
      try { for await (const n of bench.count(5, { fails_at: 2 })) seen.push(n); } catch (error) { seen.push(error.code); }
      export default seen;
    """
    assert run(script) == [0, 1, "runtime.internal"]


def test_a_stream_nobody_reads_never_begins(run: Run, session: Session) -> None:
    run("bench.count(5);")
    assert bench_of(session).log == []


# --- cancelling ----------------------------------------------------------------------------------


def test_abort_cancels_the_call(run: Run, session: Session) -> None:
    script = """
      const controller = new AbortController();
      const waiting = bench.wait({ signal: controller.signal });
      await bench.nap();
      controller.abort("enough");
      try { await waiting; } catch (error) { var seen = [error.code, error.cause, error.httpStatus]; }
      export default seen;
    """
    assert run(script) == ["runtime.cancelled", "enough", 499]
    assert bench_of(session).log == ["waiting", "stopped waiting"]


def test_timeout_signals_and_signals_aborted_before(run: Run, session: Session) -> None:
    script = """
      const codes = [];
      for (const signal of [AbortSignal.timeout(1), AbortSignal.abort(), AbortSignal.any([AbortSignal.abort()])]) {
        try { await bench.wait({ signal }); } catch (error) { codes.push(error.code + " " + error.cause.name); }
      }
      export default codes;
    """
    assert run(script) == [
        "runtime.cancelled TimeoutError",
        "runtime.cancelled AbortError",
        "runtime.cancelled AbortError",
    ]
    # On a busy machine the millisecond may be over before the call begins.
    assert bench_of(session).log in (["waiting", "stopped waiting"], [])


def test_abort_closes_a_stream(run: Run, session: Session) -> None:
    script = """
      const controller = new AbortController();
      let code;
      try {
        for await (const n of bench.count(1000, { signal: controller.signal })) if (n === 2) controller.abort();
      } catch (error) { code = error.code; }
      export default code;
    """
    assert run(script) == "runtime.cancelled"
    assert bench_of(session).log == ["count ended"]


# --- sessions ------------------------------------------------------------------------------------


def test_a_session_within_has_all_bridges(run: Run) -> None:
    script = """
      const room = await bench.openRoom({ options: { name: "north" } });
      const box = await room.bench.openBox("inner");
      const inner = await room.bench.openRoom({ options: { name: "deep" } });
      export default [await room.roomName(), await box.put("x"), (await bench.boxes()).length, room.bench === room.bench,
        (await inner.bench.openBox("y")).id];
    """
    assert run(script) == ["north", 1, 0, True, "box_1"]


def test_a_closed_session_within(run: Run) -> None:
    with pytest.raises(Exception, match="session room_1 is closed"):
        run("const room = await bench.openRoom(); await room.closeRoom(); await room.bench.add(1);")


def test_opening_sessions_is_the_hosts_choice(run: Run) -> None:
    script = 'const other = await open({ name: "x", record_events: true }); await other.bench.say("a"); const seen = await other.recordedEvents(); await other.close(); export default seen;'
    with pytest.raises(Unsupported, match="one session"):
        run(script)
    assert run(script, open_session=lambda options: open_session(**options)) == [
        {"type": "bench.said", "data": {"line": "a"}}
    ]


# --- how a script ends ----------------------------------------------------------------------------


def test_calls_and_timers_that_nobody_awaits_are_finished(run: Run, lines: list[str]) -> None:
    run(
        "bench.nap().then((text) => console.log(text)); setTimeout(() => console.log('later'), 1); console.log('end');"
    )
    assert sorted(lines) == ["log: end", "log: later", "log: rested"]


def test_intervals_and_stopped_timers(run: Run) -> None:
    script = """
      let ticks = 0;
      clearTimeout(setTimeout(() => { throw new Error("stopped"); }, 1));
      await new Promise((resolve) => { const timer = setInterval(() => { if (++ticks === 3) { clearInterval(timer); resolve(); } }, 1); });
      export default ticks;
    """
    assert run(script) == 3


def test_waiting_for_nothing_is_an_error(run: Run) -> None:
    with pytest.raises(CallbackFailed, match="nothing will settle"):
        run("await new Promise(() => {});")


def test_waiting_for_callbacks_that_never_come_ends_too(run: Run) -> None:
    with pytest.raises(CallbackFailed, match="nothing but its callbacks"):
        run("await bench.post(() => '', { times: 0 }); await new Promise(() => {});", idle_seconds=0.01)


def test_uncaught_errors_say_where(run: Run) -> None:
    with pytest.raises(CallbackFailed) as caught:
        run("const x = 1;\nfunction inner() { null.y; }\ninner();")
    assert caught.value.message.startswith("spell.js:3: TypeError: ")
    assert caught.value.fields["line"] == 3
    assert "inner (spell.js:3" in caught.value.fields["stack"]
    with pytest.raises(CallbackFailed, match=r"spell.js:4: Error: late"):
        run("await bench.nap();\nawait bench.nap();\nthrow new Error('late');")
    with pytest.raises(CallbackFailed, match=r"spell.js:2: SyntaxError"):
        run("let = ;")
    with pytest.raises(CallbackFailed, match="threw 5"):
        run("throw 5;")


def test_an_uncaught_error_of_a_call_stays_what_it_is(run: Run) -> None:
    with pytest.raises(NoBox) as caught:
        run("\nawait bench.fail('declared');")
    assert caught.value.fields == {"box": "box_0"}
    assert caught.value.__notes__[0].startswith("spell.js:3")


@pytest.mark.parametrize(
    "source",
    [
        "bench.fail('declared');",
        "\nbench.fail('declared');\nawait bench.nap();",
        "export default 1; bench.echo(1); bench.fail('declared');",
        "setTimeout(() => bench.fail('declared'), 0);",
    ],
)
def test_a_failed_call_that_nothing_waits_for_ends_the_script(run: Run, source: str) -> None:
    with pytest.raises(NoBox) as caught:
        run(source)
    assert caught.value.__notes__[0].startswith("spell.js:")


@pytest.mark.parametrize(
    "source",
    [
        "await bench.fail('declared').catch(() => {});",
        "try { await bench.fail('declared'); } catch {}",
        "bench.fail('declared').then(() => {}, () => {});",
        "await Promise.allSettled([bench.fail('declared'), bench.add(1)]);",
        "const late = bench.fail('declared'); await bench.nap(); await late.catch(() => {});",
        "await (async () => bench.fail('declared'))().catch(() => {});",
        "await Promise.race([Promise.resolve(1), bench.fail('declared')]);",
        "const stop = new AbortController(); bench.wait({ signal: stop.signal }); stop.abort();",
        "bench.add(1);",
    ],
)
def test_what_somebody_listens_to_is_his_own_affair(run: Run, source: str) -> None:
    assert run(source) is None


def test_an_error_in_a_timer_ends_the_script(run: Run) -> None:
    with pytest.raises(CallbackFailed, match=r"spell.js:2: Error: tick"):
        run("setTimeout(() => { throw new Error('tick'); }, 0); await new Promise(() => {});")


def test_what_runs_is_cancelled_when_a_script_fails(run: Run, session: Session) -> None:
    with pytest.raises(CallbackFailed, match="over"):
        run("bench.wait(); await bench.nap(); throw new Error('over');")
    assert bench_of(session).log == ["waiting", "stopped waiting"]


def test_functions_of_a_script_that_has_ended(run: Run, session: Session) -> None:
    run("await bench.post(() => '', { times: 0 });")
    assert session.foreign == {}


def test_endless_computation_and_memory_are_limited(run: Run) -> None:
    with pytest.raises(LimitExceeded, match="turn_seconds"):
        run("for (;;);", turn_seconds=0.05)
    with pytest.raises(LimitExceeded, match="memory_bytes"):
        run("const all = []; for (;;) all.push(new Array(1000).fill('x'));", memory_bytes=16_000_000)


# --- arguments that are not right -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("bench.echo(NaN)", "value is NaN"),
        ("bench.echo({ a: [1, Infinity] })", r"value.a\[1\] is Infinity"),
        ("bench.echo([undefined])", r"value\[0\] is undefined"),
        ("bench.echo(() => 1)", "no function is expected there"),
        ("bench.echo(Symbol('x'))", "value is a symbol"),
        ("bench.echo(new Map())", "value is a Map"),
        ("bench.echo('\\ud800')", "half of a surrogate pair"),
        ("(() => { const a = {}; a.a = a; return bench.echo(a); })()", "value.a holds itself"),
        ("bench.add(1, 2)", "options by name"),
        ("bench.add(1, { c: 2 })", r"c: expected one of the parameters \(a, b\)"),
        ("bench.add('one')", "a: expected"),
        ("bench.add()", "a: expected a value"),
        ("bench.describe({ name: 'x', size: 0 })", "size"),
        ("bench.ask(5)", "asker"),
        (
            "bench.order({ parts: [], on_doen: () => 'done' })",
            "order.on_doen is a function, and no function is expected there; functions are expected in on_done",
        ),
    ],
)
def test_bad_arguments(run: Run, call: str, message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        run(f"await {call};")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("bench.opnBox('a')", "BenchBridge has no opnBox; did you mean openBox?"),
        ("bench.open_box('a')", "BenchBridge has no open_box; did you mean openBox?"),
        ("workshop.bnech", "WorkshopSession has no bnech; did you mean bench?"),
        ("box.wieght()", "Box has no wieght; it has "),
        (
            "(({ echo }) => echo(1))(bench)",
            "bench.echo was called without the object it belongs to; call it as a method, or bind it",
        ),
    ],
)
def test_misspelt_names_say_what_was_meant(run: Run, expression: str, message: str) -> None:
    script = f"""
      const box = await bench.openBox("a");
      let said;
      try {{
        await {expression};
      }} catch (error) {{
        said = `${{error.name}}: ${{error.message}}`;
      }}
      export default said;
    """
    assert run(script).startswith(f"TypeError: {message}")


def test_what_anything_is_asked_for_is_no_misspelling(run: Run) -> None:
    script = """
      const box = await bench.openBox("a");
      const same = (await Promise.resolve(bench)) === bench && (await box) === box;
      export default { same, text: JSON.stringify({ bench, box }), kind: bench instanceof Object, in: "x" in box };
    """
    assert run(script) == {"same": True, "text": '{"bench":{},"box":"box_1"}', "kind": True, "in": False}


def test_unknown_imports(run: Run) -> None:
    with pytest.raises(CallbackFailed, match="cannot import 'left-pad'; there are workshop, workshop/bench"):
        run('import pad from "left-pad";')
    with pytest.raises(CallbackFailed, match="a script is one file"):
        run('import pad from "./pad.js";')
    with pytest.raises(CallbackFailed, match='no export "nobody"'):
        run('import { nobody } from "workshop";')
    with pytest.raises(CallbackFailed, match="head of a script"):
        run('const x = 1;\nimport pad from "workshop";')


def test_console(run: Run, lines: list[str]) -> None:
    run(
        "console.log('a', 1, null, undefined, { b: [true, 2n], c: { d: new Date(0) } }); console.error(new Map([[1, 'x']])); console.warn();"
    )
    assert lines == [
        "log: a 1 null undefined { b: [ true, 2n ], c: { d: 1970-01-01T00:00:00.000Z } }",
        'error: Map [ [ 1, "x" ] ]',
        "warn: ",
    ]


# --- the host itself ------------------------------------------------------------------------------


def test_in_an_asynchronous_session(package: Path) -> None:
    async def main() -> Any:
        session = open_session(asynchronous=True)
        host = JavaScriptHost(session, package=package)
        source = 'import { bench } from "workshop"; export default [await bench.add(1), await bench.nap(), await bench.ask(async (q) => q)];'
        try:
            with pytest.raises(Unsupported, match="arun"):
                session.attach()
                host.run(source)
            return await host.arun(source)
        finally:
            await session.aclose()

    assert asyncio.run(main()) == [2, "rested", ["question 0"]]


def test_two_scripts_in_two_threads(session: Session, package: Path) -> None:
    results: list[Any] = []

    def work() -> None:
        source = 'import { bench } from "workshop"; export default await bench.ask(async (q) => { await bench.nap(); return q; }, { times: 5 });'
        results.append(JavaScriptHost(session, package=package).run(source))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[f"question {number}" for number in range(5)]] * 4


def test_a_missing_package(session: Session, tmp_path: Path) -> None:
    with pytest.raises(BrokenInstallation, match="holds no generated JavaScript package"):
        JavaScriptHost(session, package=tmp_path).run("")
    with pytest.raises(BrokenInstallation, match="is missing"):
        JavaScriptHost(session)


def test_a_script_file(session: Session, package: Path, tmp_path: Path) -> None:
    script = tmp_path / "spell.js"
    script.write_text(
        "#!/usr/bin/env spell\n'use strict';\n/* why */ import { bench as b } from 'workshop'\nexport default await b.add(1)\n"
    )
    host = JavaScriptHost(session, package=package)
    assert host.run_file(script) == 2
    with pytest.raises(InvalidArgument, match="cannot be read"):
        host.run_file(tmp_path / "none.js")
