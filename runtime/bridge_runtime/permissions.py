"""What a session may do: deny by default, and every denial names the permission and how to grant it."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bridge_runtime.errors import InvalidArgument, PermissionDenied
from bridge_runtime.spec import Permission
from bridge_runtime.values import show

Grant = bool | tuple[str, ...]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


class Permissions:
    """The grants of one session; they never change.

    A grant is true for a permission without a list, and a list of paths, hosts or names for the others (true
    there means any of them). Relative paths are below the working directory at the time of opening.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, Permission],
        grants: Mapping[str, Any],
        *,
        within: Permissions | None = None,
    ) -> None:
        """Raises InvalidArgument for grants that make no sense, PermissionDenied for more than ``within`` has."""
        self._vocabulary = vocabulary
        self._grants: dict[str, Grant] = {}
        for name, given in grants.items():
            permission = vocabulary.get(name)
            if permission is None:
                known = ", ".join(vocabulary) or "none"
                raise _invalid(f"permissions.{name}", f"one of the permissions ({known})", name)
            grant = _read(permission, given)
            if grant is not False and grant != ():
                self._grants[name] = grant
        self._within = within
        if within is not None:
            for name in self._grants:
                self._refuse_more(name, within)

    def _refuse_more(self, name: str, parent: Permissions) -> None:
        for what in self.beyond(name, parent):
            raise PermissionDenied(
                permission=name,
                detail=f"{what} is more than the session that opens this one has",
                what=what,
                grant=_how(self._vocabulary[name], what),
            )

    def beyond(self, name: str, parent: Permissions) -> list[str]:
        """The parts of the grant of ``name`` that ``parent`` does not cover; empty when it covers all."""
        mine, theirs = self._grants.get(name, False), parent._grants.get(name, False)
        takes = self._vocabulary[name].takes
        if mine is False or (theirs is True and (mine is True or takes != "hosts")):
            return []
        if mine is True or theirs is False:
            return ["everything"] if mine is True else list(mine)
        hosts = ("*",) if theirs is True else theirs
        covers = {"paths": _below_any, "hosts": _host_granted}.get(takes, _among)
        return [what for what in mine if not covers(what, hosts)]

    def allows(self, name: str) -> bool:
        """Whether anything at all is granted for ``name``."""
        return name in self._grants

    def require(self, name: str) -> None:
        """Raises PermissionDenied unless something is granted for ``name``."""
        if name not in self._grants:
            raise self.denied(name)

    def denied(self, name: str, what: str = "", why: str = "") -> PermissionDenied:
        """The error of a denial: what was wanted, and what the opener of the session could have granted."""
        permission = self._vocabulary.get(name) or Permission(name)
        grant = _how(permission, what)
        reason = why or (
            f"{what} is not among what was granted" if what else "the session was opened without it"
        )
        return PermissionDenied(
            permission=name,
            detail=f"{reason}; open the session with permissions {grant}",
            what=what,
            grant=grant,
        )

    def require_path(self, name: str, path: str | os.PathLike[str]) -> Path:
        """The real path of ``path``, symbolic links and ``..`` followed; raises unless it is below a granted root.

        Use the path that is returned: the one that was given may lead elsewhere later.
        """
        grant = self._grants.get(name, ())
        text = os.fspath(path)
        if "\0" in text:
            raise _invalid("path", "a path without NUL", text, name)
        try:
            real = os.path.realpath(text)
        except OSError:
            raise self.denied(name, text, f"where {text} leads changes while it is looked at") from None
        if grant is True or (isinstance(grant, tuple) and _below_any(real, grant)):
            return Path(real)
        raise self.denied(name, real)

    def require_host(self, name: str, url: str) -> str:
        """The host of ``url`` (or of a bare host name); raises unless it is granted.

        A private, link-local or loopback address must be named itself: ``*`` and true do not cover it. A name
        is checked as text; pass the addresses it resolves to through ``require_address`` before connecting.
        """
        grant = self._grants.get(name, ())
        host = _host_of(url)
        if not host:
            raise _invalid("url", "a URL with a host", url, name)
        if _host_granted(host, ("*",) if grant is True else grant or ()):
            return host
        why = f"{host} is a private address and was not granted by name" if _is_inside(host) else ""
        raise self.denied(name, host, why)

    def require_address(self, name: str, host: str, address: str) -> None:
        """Raises unless ``host``, which resolved to ``address``, may be connected to there.

        A public name that resolves to a private address is refused unless the name itself was granted.
        """
        if self._within is not None:  # a child may name what its parent has by a wildcard only
            self._within.require_address(name, host, address)
        grant = self._grants.get(name, ())
        if isinstance(grant, tuple) and (host.lower().rstrip(".") in grant or address in grant):
            return
        if _is_inside(address):
            raise self.denied(
                name, host, f"{host} leads to the private address {address} and was not granted by name"
            )

    def require_name(self, name: str, value: str) -> None:
        """Raises unless ``value``, the name of something, is granted."""
        grant = self._grants.get(name, ())
        if grant is True or (isinstance(grant, tuple) and _among(value, grant)):
            return
        raise self.denied(name, value)

    def to_json(self) -> dict[str, Any]:
        """The grants as an opener writes them."""
        return {
            name: grant if isinstance(grant, bool) else list(grant) for name, grant in self._grants.items()
        }


def _invalid(path: str, expected: str, given: object, function: str = "session options") -> InvalidArgument:
    shown = show(given)
    problems = [{"path": path, "expected": expected, "given": shown}]
    detail = f"{path}: expected {expected}, given {shown}"
    return InvalidArgument(function=function, detail=detail, problems=problems)


def _read(permission: Permission, given: Any) -> Grant:
    if isinstance(given, bool):
        return given
    path = f"permissions.{permission.name}"
    if not permission.takes:
        raise _invalid(path, "true or false", given)
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise _invalid(path, f"true, or a list of {permission.takes}", given)
    found = []
    for item in given:
        if not isinstance(item, str) or not item or "\0" in item:
            raise _invalid(path, f"a list of {permission.takes} as strings", item)
        found.append(_normal(permission, item))
    return tuple(dict.fromkeys(found))


def _normal(permission: Permission, item: str) -> str:
    if permission.takes == "paths":
        return os.path.realpath(Path(item).expanduser())
    if permission.takes == "hosts":
        host = item.lower().rstrip(".")
        host = host[1:-1] if host.startswith("[") and host.endswith("]") else host
        if not host or "/" in host or "://" in item or ("*" in host and not _is_wildcard(host)):
            raise _invalid(
                f"permissions.{permission.name}", "host names: api.example.com, *.example.com", item
            )
        return host
    return item


def _is_wildcard(host: str) -> bool:
    return host == "*" or (host.startswith("*.") and "*" not in host[2:] and len(host) > 2)


def _how(permission: Permission, what: str) -> str:
    if not permission.takes:
        return f'{{"{permission.name}": true}}'
    listed = (
        what
        if what and what != "everything"
        else {"paths": ".", "hosts": "example.com"}.get(permission.takes, "*")
    )
    return f'{{"{permission.name}": ["{listed}"]}}'


def _below_any(path: str, roots: Iterable[str]) -> bool:
    return any(path == root or path.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def _among(value: str, names: Iterable[str]) -> bool:
    return value in names or "*" in names


def _host_of(url: str) -> str:
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().rstrip(".")


def _host_granted(host: str, granted: Iterable[str]) -> bool:
    """Whether a host, or a pattern of hosts, is among the granted ones; private addresses only by name."""
    if host in granted:
        return True
    if _is_inside(host):
        return False
    return any(p == "*" or (p.startswith("*.") and host.endswith(p[1:])) for p in granted)


def _is_inside(host: str) -> bool:
    """Whether ``host`` is an address, or a name, of this machine or of a private network."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        try:  # 127.1, 0x7f000001 and 2130706433 are addresses to the resolver too
            address = ipaddress.ip_address(socket.inet_ntoa(socket.inet_aton(host)))
        except (OSError, ValueError):
            return False
    if isinstance(address, ipaddress.IPv6Address):
        address = _carried(address) or address
    return not address.is_global or address.is_multicast


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to: mapped, 6to4, NAT64 or the old compatible form."""
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
