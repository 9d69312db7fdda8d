"""The same run everywhere: programs that tests start see no terminal's settings, and properties the same examples."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

for variable in (
    "COLUMNS",
    "LINES",
    "FORCE_COLOR",
    "NO_COLOR",
    "PY_COLORS",
    "MYPY_FORCE_COLOR",
    "PYTEST_ADDOPTS",
):
    os.environ.pop(variable, None)

settings.register_profile(
    "search",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # which says how busy the machine is
)
settings.register_profile("suite", settings.get_profile("search"), derandomize=True)
settings.load_profile("suite")
"""Nobody's change fails for an example that nobody has seen: ``pytest --hypothesis-profile search`` looks for new ones."""
