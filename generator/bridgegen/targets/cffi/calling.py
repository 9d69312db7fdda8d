"""Python that stands behind the C functions, and Python that calls the C functions of callbacks."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.targets.c.functions import Argument, CCallback, CFunction, Result
from bridgegen.targets.c.shapes import Shape
from bridgegen.targets.cffi import reading, writing
from bridgegen.targets.cffi.scope import Scope, python_names


def _parameter_names(arguments: tuple[Argument, ...]) -> list[str]:
    return [name for a in arguments for name in (a.name, a.has, a.is_null) if name]


def _result_names(result: Result | None) -> list[str]:
    return [] if result is None else [result.name, *([result.is_null] if result.is_null else [])]


def function(function: CFunction, scope: Scope) -> Iterator[str]:
    """What stands behind one function of the header; behind a stream, what opens it and what asks it for an item."""
    result = None if function.streams else function.result
    receives = ["stream"] if function.streams else _result_names(result)
    names = python_names([*_parameter_names(function.arguments), *receives])
    yield "@export"
    yield f"def {function.behind}({', '.join(['session', *names.values()])}):"
    if _is_guaranteed(function):
        yield from (f"    {line}" for line in _trusted(function, names, scope))
        return
    yield "    arguments = {}"
    indent = "    "
    takes_callback = any(a.shape.has_callback for a in function.arguments)
    gives_session = result is not None and _holds_session(result.shape)
    if takes_callback:
        yield "    with SESSIONS[session].taking() as session:"
        indent += "    "
    elif gives_session:
        yield "    session = SESSIONS[session]"
    for a in function.arguments:
        yield from (f"{indent}{line}" for line in reading.argument(a, names, scope))
    asked = "session" if takes_callback or gives_session else "SESSIONS[session]"
    via = "call" if function.streams else "ask"
    call = f"{asked}.{via}({str(function.function.name)!r}, arguments)"
    if function.streams:
        yield f"{indent}{names['stream']}[0] = new_text({call})"
    elif result is None:
        yield f"{indent}{call}"
    else:
        yield f"{indent}value = {call}"
        yield from (f"{indent}{line}" for line in writing.result(result, names, scope))
    yield "    return OK"
    if function.streams:
        yield ""
        yield ""
        yield from _next(function, scope)


def _is_guaranteed(function: CFunction) -> bool:
    """Whether C's types say all there is to say about the arguments, so that nothing is left to validate."""
    return (
        not function.function.is_async
        and not function.streams
        and not (function.result is not None and _holds_session(function.result.shape))
        and all(_is_argument_guaranteed(argument) for argument in function.arguments)
    )


def _is_argument_guaranteed(argument: Argument) -> bool:
    shape = argument.shape
    scalar = shape.is_number or shape.kind in ("text", "enum", "handle", "session")
    return scalar and argument.parameter.required and not (shape.nullable or shape.is_constrained)


def _trusted(function: CFunction, names: dict[str, str], scope: Scope) -> Iterator[str]:
    """Statements that call a function with its arguments in order; what is not given is None, and refused there."""
    given = []
    for argument in function.arguments:
        shape, place = argument.shape, names[argument.name]
        if shape.is_number:
            given.append(place)
        else:
            value = (
                f"string({place}).decode()" if shape.kind != "enum" else reading.element(shape, place, scope)
            )
            given.append(f"{value} if {place} else None")
    call = f"SESSIONS[session].trusted[{str(function.function.name)!r}]({', '.join(given)})"
    if function.result is None:
        yield call
    else:
        yield f"value = {call}"
        yield from writing.result(function.result, names, scope)
    yield "return OK"


def _next(function: CFunction, scope: Scope) -> Iterator[str]:
    names = python_names(["stream", *_result_names(function.result)])
    yield "@export"
    yield f"def {function.behind}_next({', '.join(['session', *names.values()])}):"
    yield f"    value = SESSIONS[session].next(text({names['stream']}))"
    yield "    if value is END:"
    yield "        return END_STATUS"
    if function.result is not None:
        yield from (f"    {line}" for line in writing.result(function.result, names, scope))
    yield "    return OK"


def _holds_session(shape: Shape) -> bool:
    return shape.kind == "session" or (shape.item is not None and _holds_session(shape.item))


def callback(callback: CCallback, shape: Shape, scope: Scope) -> Iterator[str]:
    """What calls one callback: ``values`` are its arguments as JSON values."""
    yield f"def call_{shape.stem}(call, user_data, values, session):"
    yield "    keep = []"
    yield "    try:"
    passed = ["user_data"]
    for index, argument in enumerate(callback.arguments):
        yield from (f"        {line}" for line in _passed(argument, index, passed, scope))
    result = callback.result
    if result is not None:
        yield f"        result = ffi.new({_place(result)!r})"
        passed.append("result")
        if result.is_null:
            yield '        result_is_null = ffi.new("bool *")'
            passed.append("result_is_null")
    yield f"        status = call({', '.join(passed)})"
    if result is not None and (kept := _kept(result.shape)):
        yield f"        {kept}"
    yield "        if status != OK:"
    yield "            raise callback_failed(status)"
    if result is not None:
        yield from (f"        {line}" for line in _returned(result, scope))
    yield "    finally:"
    yield "        for free, place in keep:"
    yield "            free(place)"


def _place(result: Result) -> str:
    return {"text": "char **", "json": "char **"}.get(result.shape.kind, result.shape.result)


def _passed(argument: Argument, index: int, passed: list[str], scope: Scope) -> Iterator[str]:
    """Statements that make the C arguments of one parameter, whose expressions are added to ``passed``."""
    shape, given = argument.shape, f"len(values) > {index}"
    if argument.has:
        passed.append(given)
    if argument.name:
        yield f"a{index} = ffi.NULL"
        passed.append(f"a{index}" if shape.kind != "enum" else f"a{index} or 0")
        if shape.is_number and argument.parameter.required and not shape.nullable:
            yield f"a{index} = values[{index}]"
        else:
            yield f"if {given} and (v := values[{index}]) is not None:"
            yield from (f"    {line}" for line in _made(shape, f"a{index}", scope))
    if argument.is_null:
        passed.append(f"{given} and values[{index}] is None")


def _made(shape: Shape, target: str, scope: Scope) -> Iterator[str]:
    """Statements that make ``target`` the C argument for ``v``; what must be freed goes into ``keep``."""
    if shape.is_number:
        yield f"{target} = ffi.new({f'{shape.c} *'!r}, v)"
    elif shape.is_struct:
        yield f"{target} = ffi.new({f'{shape.c} *'!r})"
        yield f"keep.append((lib.{shape.c}_free, {target}))"
        yield f"{scope.writer(shape)}({target}, v)"
    elif shape.kind == "session":
        yield f"{target} = new_session(session, v)"
        yield f"keep.append((lib.{shape.c.removesuffix(' *')}_free, {target}))"
    elif shape.kind == "enum":
        yield f"{target} = {scope.enum_numbers(shape)}[v]"
    else:
        made = "new_json(v)" if shape.kind == "json" else "new_text(v)"
        yield f"{target} = {made}"
        yield f"keep.append((lib.bridge_free, {target}))"
        if shape.kind == "handle":
            yield f"{target} = cast({shape.c!r}, {target})"


def _kept(shape: Shape) -> str:
    """The statement that sees to it that what a callback gave is freed, also when it failed."""
    if shape.is_struct:
        return f"keep.append((lib.{shape.c}_free, result))"
    if shape.kind == "session":
        return f"keep.append((lib.{shape.c.removesuffix(' *')}_free, result[0]))"
    return "keep.append((lib.bridge_free, result[0]))" if shape.kind in ("text", "json", "handle") else ""


def _returned(result: Result, scope: Scope) -> Iterator[str]:
    """Statements that return what a callback gave."""
    shape = result.shape
    if result.is_null:
        yield "if result_is_null[0]:"
        yield "    return None"
    if shape.is_struct:
        yield f"return {reading.element(shape, 'result', scope)}"
    elif shape.is_number:
        yield "return result[0]"
    elif shape.kind == "enum":
        yield f"return {scope.enum_names(shape)}[result[0]] if result[0] else None"
    elif shape.kind == "session":
        yield f"return {reading.element(shape, 'result[0]', scope)} if result[0] else None"
    else:
        yield "if not (p := result[0]):"
        yield "    return None"
        yield f"return {reading.element(shape, 'p', scope)}"
