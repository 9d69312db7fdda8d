"""Types that the compiler's tests share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

Command = Callable[..., "subprocess.CompletedProcess[str]"]
"""Runs ``bridgegen`` with arguments in ``cwd``, as the fixture ``command`` gives it."""
