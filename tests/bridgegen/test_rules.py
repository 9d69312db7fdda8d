"""Every rule that the compiler reports has a page, and every page a rule."""

from __future__ import annotations

import re
from pathlib import Path

import bridgegen
from bridgegen import rules

_TEXT = re.compile(r"\"([a-z]+(?:-[a-z]+)+)\"")
_MADE = re.compile(r"(?:Diagnostic|error|warning)\(\s*\"([a-z]+(?:-[a-z]+)+)\"")


def reported() -> set[str]:
    """Ids that stand in the compiler's own code, and those that a target makes a diagnostic with."""
    package = Path(bridgegen.__file__).parent
    found = {"error-unknown", "event-unknown", "function-unknown"}  # made of the kind of what is missing
    for path in package.rglob("*.py"):
        of_a_target = path.relative_to(package).parts[0] == "targets" and path.parent.name != "targets"
        found.update((_MADE if of_a_target else _TEXT).findall(path.read_text()))
    return found


def test_rules_of_targets_are_seen() -> None:
    assert {"lua-field-rename", "python-spread-name", "typescript-callback-in-callback"} <= reported()


def test_every_page_is_about_a_rule_that_is_reported() -> None:
    assert set(rules.names()) <= reported()


def test_every_rule_that_is_reported_has_a_page() -> None:
    categories = {name.partition("-")[0] for name in rules.names()}
    ids = {name for name in reported() if name.partition("-")[0] in categories}
    assert ids - set(rules.names()) == set()


def test_pages_have_a_title_and_say_more() -> None:
    for rule in rules.every():
        assert rule.title and not rule.title.endswith(".")
        assert len(rule.page.splitlines()) >= 3, rule.name


def test_unknown_rule_is_none() -> None:
    assert rules.get("no-such-rule") is None
    assert rules.get("../../etc/passwd") is None
