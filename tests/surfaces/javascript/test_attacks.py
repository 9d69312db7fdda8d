"""What a script must not be able to do: reach Python, forge the host's messages, or break more than itself."""

from __future__ import annotations

import contextlib

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed
from bridge_runtime.session import Session

from tests.bridge_runtime.workshop import bench_of
from tests.surfaces.javascript.conftest import Run

_SEARCH = """
  const seen = new Set();
  const found = [];
  const python = /PythonFunction|python|__class__|__globals__|__subclasses__/;
  const visit = (value, path) => {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value)) return;
    seen.add(value);
    if (python.test(Object.prototype.toString.call(value))) found.push(path);
    for (const key of Reflect.ownKeys(value)) {
      if (python.test(String(key))) found.push(`${path}.${String(key)}`);
      const { get, value: inner } = Object.getOwnPropertyDescriptor(value, key) ?? {};
      visit(get ?? inner, `${path}.${String(key)}`);
    }
    visit(Object.getPrototypeOf(value), `${path}.prototype`);
  };
"""


def test_nothing_of_python_can_be_reached(run: Run) -> None:
    """Everything reachable from the globals, a bridge, a resource, an error and a stream is JavaScript's own."""
    script = f"""{_SEARCH}
      const box = await bench.openBox("a");
      let error;
      try {{ await bench.fail("declared"); }} catch (caught) {{ error = caught; }}
      for (const [name, value] of Object.entries({{ globalThis, workshop, bench, box, error, stream: bench.count(1) }})) visit(value, name);
      export default [found, seen.size > 500];
    """
    assert run(script) == [[], True]


def test_no_globals_of_other_hosts(run: Run) -> None:
    names = [
        "std",
        "os",
        "process",
        "require",
        "Deno",
        "Bun",
        "fetch",
        "XMLHttpRequest",
        "WebAssembly",
        "print",
        "load",
    ]
    assert run(f"export default {names}.filter((name) => name in globalThis)") == []


@pytest.mark.parametrize(
    "name",
    [
        "__class__",
        "__init__",
        "constructor",
        "bench.__class__",
        "bench.__init__",
        "runtime.__class__",
        "_way",
        "bench",
        "",
        "..",
        "bench.add.x",
    ],
)
def test_only_functions_of_the_interface_can_be_called(run: Run, name: str) -> None:
    with pytest.raises(BridgeError) as caught:
        run(f"await workshop.call({name!r}, {{}});")
    assert caught.value.code == "runtime.unknown_function"


def test_permissions_hold(run: Run) -> None:
    with pytest.raises(BridgeError) as caught:
        run("await bench.secret();")
    assert caught.value.code == "runtime.permission_denied"


@pytest.mark.parametrize(
    "sabotage",
    [
        "JSON.stringify = () => 'not json';",
        "JSON.parse = () => ({ kind: 'forged' });",
        "Array.prototype.push = () => 0;",
        "Array.prototype.toJSON = () => [['done', 'forged']];",
        "Object.prototype.toJSON = () => 'forged';",
        "Promise.prototype.then = () => { throw new Error('no'); };",
        "Map.prototype.get = () => undefined;",
        "Object.defineProperty(Object.prototype, 'error', { get() { throw new Error('no'); }, set() {} });",
    ],
)
def test_a_script_that_breaks_the_language_breaks_only_itself(
    run: Run, session: Session, sabotage: str
) -> None:
    """It may fail in any way, but with an error of ours, and the session stays as it was."""
    with contextlib.suppress(BridgeError):
        run(f"{sabotage} await bench.nap(); export default 'done';", idle_seconds=0.1)
    assert session.call_json("bench.add", {"a": 1}) == 2
    assert run("export default await bench.nap();") == "rested"


def test_keys_that_javascript_treats_specially(run: Run) -> None:
    script = """
      const value = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": 2}');
      const { value: back } = await bench.echo(value);
      export default [Object.keys(back), {}.polluted === undefined, back.__proto__.polluted];
    """
    assert run(script) == [["__proto__", "constructor", "toString"], True, True]


def test_deep_recursion_and_deep_values(run: Run) -> None:
    with pytest.raises(CallbackFailed, match="stack"):
        run("const deep = () => deep() + 1; deep();")
    with pytest.raises(BridgeError):
        run("let value = []; for (let i = 0; i < 100000; i++) value = [value]; await bench.echo(value);")


def test_a_callback_that_misbehaves(run: Run, session: Session) -> None:
    for body in (
        "return 5",
        "return { then(resolve) { resolve(() => 1) } }",
        "throw undefined",
        "throw { get stack() { throw 1 } }",
    ):
        with pytest.raises(BridgeError):
            run(f"await bench.ask(() => {{ {body} }});")
    assert bench_of(session).log == []


def test_getters_and_proxies_as_arguments(run: Run) -> None:
    with pytest.raises(CallbackFailed, match="trap"):
        run("await bench.echo({ get a() { throw new Error('trap'); } });")
    assert run("export default await bench.echo(new Proxy({ a: 1 }, {}))") == {"value": {"a": 1}}
