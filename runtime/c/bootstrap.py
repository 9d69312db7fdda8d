"""The first Python that runs inside the library: makes its other modules importable from where they are compiled in.

PREFIX is replaced when the library is built. Nothing here may fail for a reason a user can cause.
"""

import marshal
import sys
from importlib.machinery import ModuleSpec

from _PREFIX_native import ffi, lib


class Glue:
    """Finds and loads the package PREFIX_glue."""

    @staticmethod
    def code(name):
        size = ffi.new("size_t *")
        data = lib.bridge_glue_code(name.encode(), size)
        return marshal.loads(ffi.buffer(data, size[0])) if data else None

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        package, _, module = name.partition(".")
        if package == "PREFIX_glue" and (
            not module or lib.bridge_glue_code(module.encode(), ffi.new("size_t *"))
        ):
            return ModuleSpec(name, cls, is_package=not module)
        return None

    @staticmethod
    def create_module(spec):
        return None

    @classmethod
    def exec_module(cls, module):
        name = module.__name__.partition(".")[2]
        if name == "_values":
            exec(cls.code("_names"), module.__dict__)
            module.ffi, module.lib = ffi, lib
        if name:
            exec(cls.code(name), module.__dict__)


sys.meta_path.insert(0, Glue)


@ffi.def_extern(name="bridge_py_start")
def start():
    try:
        import PREFIX_glue._core

        return PREFIX_glue._core.start()
    except BaseException as error:
        reason = (
            f"the library cannot use the Python environment {sys.prefix}: {type(error).__name__}: {error}"
        )
        if isinstance(error, ModuleNotFoundError):
            reason += "; install the package PREFIX there"
        place = reason.encode("utf-8", "replace").replace(b"\0", b"")
        nothing = ffi.NULL
        code = b"runtime.broken_installation"
        return lib.bridge_refuse(
            lib.bridge_status_of(code), 500, code, place, b"none", nothing, nothing, nothing
        )
