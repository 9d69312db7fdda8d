"""How the suite looks for counterexamples: among the same examples everywhere, and without a clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "search",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # which says how busy the machine is
)
settings.register_profile("suite", settings.get_profile("search"), derandomize=True)
settings.load_profile("suite")
"""Nobody's change fails for an example that nobody has seen: ``pytest --hypothesis-profile search`` looks for new ones."""
