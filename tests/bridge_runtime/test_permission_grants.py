"""Deny by default: paths after symbolic links and dots, hosts by name, and denials that say the way out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bridge_runtime.errors import InvalidArgument, PermissionDenied
from bridge_runtime.permissions import Permissions
from workshop import PERMISSIONS, open_session


def granted(**grants: object) -> Permissions:
    return Permissions(PERMISSIONS, {name.replace("_", "."): grant for name, grant in grants.items()})


def test_nothing_is_allowed_by_default(tmp_path: Path) -> None:
    permissions = granted()
    for attempt in (
        lambda: permissions.require("secrets"),
        lambda: permissions.require_path("fs.read", tmp_path),
        lambda: permissions.require_host("net", "https://example.com"),
        lambda: permissions.require_name("env", "HOME"),
    ):
        with pytest.raises(PermissionDenied) as caught:
            attempt()
        assert caught.value.fields["permission"] in PERMISSIONS
        assert caught.value.fields["grant"] in str(caught.value)


def test_paths_are_followed_to_where_they_lead(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "root-beside"
    (root / "inner").mkdir(parents=True)
    outside.mkdir()
    (root / "link").symlink_to(outside)
    permissions = granted(fs_read=[str(root)])
    assert permissions.require_path("fs.read", root / "inner" / ".." / "new.txt") == root / "new.txt"
    assert permissions.require_path("fs.read", root) == root
    for bad in (root / ".." / "root-beside", root / "link" / "x", outside, "/", root / "inner" / "../../x"):
        with pytest.raises(PermissionDenied) as caught:
            permissions.require_path("fs.read", bad)
        assert caught.value.fields["what"] == os.path.realpath(bad)


def test_a_root_behind_a_link_is_its_target(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    permissions = granted(fs_read=[str(tmp_path / "link")])
    assert permissions.require_path("fs.read", tmp_path / "real" / "x")


def test_relative_roots_are_fixed_when_the_session_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    permissions = granted(fs_read=["data"])
    monkeypatch.chdir("/")
    assert permissions.require_path("fs.read", tmp_path / "data" / "x")
    with pytest.raises(PermissionDenied):
        permissions.require_path("fs.read", "data/x")


def test_a_link_that_goes_while_it_is_followed_is_a_denial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to("nowhere")

    def gone(path: object) -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "readlink", gone)
    with pytest.raises(PermissionDenied, match="changes while it is looked at"):
        granted(fs_read=[str(tmp_path)]).require_path("fs.read", tmp_path / "link")


def test_a_nul_in_a_path_is_no_path() -> None:
    with pytest.raises(InvalidArgument):
        granted(fs_read=["/"]).require_path("fs.read", "a\0b")


@pytest.mark.parametrize(
    ("grants", "url", "allowed"),
    [
        (["api.example.com"], "https://api.example.com/x", True),
        (["api.example.com"], "https://API.EXAMPLE.COM.:8443/", True),
        (["api.example.com"], "https://example.com", False),
        (["api.example.com"], "https://api.example.com.evil.org", False),
        (["api.example.com"], "https://api.example.com@evil.org", False),
        (["*.example.com"], "https://a.b.example.com", True),
        (["*.example.com"], "https://example.com", False),
        (["*.example.com"], "https://badexample.com", False),
        (["*"], "https://anything.org", True),
        (["*"], "http://127.0.0.1:8080", False),
        (["*"], "http://127.1/", False),
        (["*"], "http://2130706433/", False),
        (["*"], "http://[::1]/", False),
        (["*"], "http://[::ffff:10.0.0.1]/", False),
        (["*"], "http://169.254.169.254/latest", False),
        (["*"], "http://[64:ff9b::7f00:1]/", False),
        (["*"], "http://[64:ff9b::808:808]/", True),
        (["*"], "http://224.0.0.1/", False),
        (["*"], "http://[ff0e::1]/", False),
        (["*"], "http://[::127.0.0.1]/", False),
        (["*"], "http://localhost", False),
        (["*"], "http://8.8.8.8", True),
        (["127.0.0.1"], "http://127.0.0.1:8080", True),
        (["localhost"], "http://localhost:1", True),
        (["[::1]"], "http://[::1]:1", True),
    ],
)
def test_hosts(grants: list[str], url: str, allowed: bool) -> None:
    permissions = granted(net=grants)
    if allowed:
        permissions.require_host("net", url)
    else:
        with pytest.raises(PermissionDenied):
            permissions.require_host("net", url)


def test_a_public_name_must_not_lead_inside() -> None:
    permissions = granted(net=["*.example.com", "inside.example.org"])
    permissions.require_address("net", "www.example.com", "93.184.216.34")
    permissions.require_address("net", "inside.example.org", "10.0.0.1")
    with pytest.raises(PermissionDenied, match="private address"):
        permissions.require_address("net", "www.example.com", "10.0.0.1")


def test_names() -> None:
    granted(env=["HOME"]).require_name("env", "HOME")
    granted(env=["*"]).require_name("env", "ANY")
    with pytest.raises(PermissionDenied, match='"env": \\["PATH"\\]'):
        granted(env=["HOME"]).require_name("env", "PATH")


@pytest.mark.parametrize(
    "grants",
    [
        {"flying": True},
        {"secrets": ["x"]},
        {"fs.read": "."},
        {"fs.read": [5]},
        {"net": ["http://x"]},
        {"net": ["a*b"]},
    ],
)
def test_grants_that_make_no_sense(grants: dict[str, object]) -> None:
    with pytest.raises(InvalidArgument) as caught:
        open_session(permissions=grants)
    assert caught.value.fields["problems"][0]["path"].startswith("permissions")


@pytest.mark.parametrize(
    ("parent", "child", "fits"),
    [
        ({"fs.read": ["/a"]}, {"fs.read": ["/a/b"]}, True),
        ({"fs.read": ["/a"]}, {"fs.read": ["/a/../b"]}, False),
        ({"fs.read": ["/a"]}, {"fs.read": True}, False),
        ({"fs.read": True}, {"fs.read": ["/x"]}, True),
        ({}, {"secrets": True}, False),
        ({"secrets": True}, {}, True),
        ({"net": ["*.example.com"]}, {"net": ["a.example.com"]}, True),
        ({"net": ["a.example.com"]}, {"net": ["*.example.com"]}, False),
        ({"net": ["*"]}, {"net": ["127.0.0.1"]}, False),
        ({"env": ["A"]}, {"env": ["A", "B"]}, False),
    ],
)
def test_a_child_never_has_more(parent: dict[str, object], child: dict[str, object], fits: bool) -> None:
    outer = Permissions(PERMISSIONS, parent)
    if fits:
        Permissions(PERMISSIONS, child, within=outer)
    else:
        with pytest.raises(PermissionDenied, match="more than"):
            Permissions(PERMISSIONS, child, within=outer)


def test_a_child_does_not_name_its_way_inside() -> None:
    child = Permissions(PERMISSIONS, {"net": ["a.example.com"]}, within=granted(net=["*.example.com"]))
    child.require_host("net", "https://a.example.com")
    with pytest.raises(PermissionDenied):
        child.require_address("net", "a.example.com", "10.0.0.1")
    with pytest.raises(PermissionDenied):
        Permissions(PERMISSIONS, {"net": ["127.0.0.1"]}, within=granted(net=True))
