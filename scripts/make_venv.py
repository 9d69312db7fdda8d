"""Makes .venv with every locked dependency and the project itself, editable."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / ".venv"


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"Python 3.11 or newer is needed, this is {found}: make PYTHON=python3.12 …", file=sys.stderr)
        return 1
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        print(
            f"{sys.executable} was built without a shared libpython, which libllmspell.so needs; "
            "choose another: make PYTHON=/usr/bin/python3 …",
            file=sys.stderr,
        )
        return 1
    if not (TARGET / "bin" / "python").exists():
        venv.create(TARGET, with_pip=True, symlinks=True)
    python = TARGET / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--require-hashes", "-r", str(ROOT / "requirements" / "dev.txt")], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        print(f"setting up .venv failed at: {' '.join(error.cmd)}", file=sys.stderr)
        sys.exit(1)
