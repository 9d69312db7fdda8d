"""The built-in look at the machine: facts a tool may need, and nothing that identifies its user."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions


async def system_info(arguments: Mapping[str, Any], permissions: Permissions) -> dict[str, Any]:
    """The asked-for ``sections`` (all when not given) of: os, cpu, memory, time, runtime. Raises PermissionDenied."""
    permissions.require("process")
    wanted = arguments.get("sections") or list(_SECTIONS)
    return {section: _SECTIONS[section]() for section in wanted}


def _os() -> dict[str, Any]:
    return {"name": platform.system(), "release": platform.release(), "machine": platform.machine()}


def _cpu() -> dict[str, Any]:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    found: dict[str, Any] = {"count": os.cpu_count(), "usable": usable}
    if hasattr(os, "getloadavg"):
        found["load"] = [round(value, 2) for value in os.getloadavg()]
    return found


def _memory() -> dict[str, Any]:
    """Total and available bytes; nothing where the system does not say."""
    found = {}
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return {}
    for line in lines:
        name, _, rest = line.partition(":")
        if name in ("MemTotal", "MemAvailable"):
            key = "total_bytes" if name == "MemTotal" else "available_bytes"
            found[key] = int(rest.split()[0]) * 1024
    return found


def _time() -> dict[str, Any]:
    now = datetime.now().astimezone()
    return {"now": now.isoformat(timespec="seconds"), "zone": now.tzname() or ""}


def _runtime() -> dict[str, Any]:
    return {
        "language": platform.python_implementation(),
        "version": platform.python_version(),
        "platform": sys.platform,
    }


_SECTIONS = {"os": _os, "cpu": _cpu, "memory": _memory, "time": _time, "runtime": _runtime}
