#!/bin/sh
# Sees to the programs and headers that the build and the tests need, or says in one line which are missing.
#   sh scripts/system-packages.sh build   what `make demo` needs
#   sh scripts/system-packages.sh test    what `make test` needs besides
# $PYTHON is the Python that all is built with. What counts is what is there, not who installed it: apt-get is asked
# for what is missing, as root or with a sudo that needs no password.
set -u

python=${PYTHON:-python3}

program() { command -v "$1" >/dev/null 2>&1; }

if [ "$python" != python3 ] && ! program "$python"; then
    echo "error: there is no $python here; install it, or choose another: make PYTHON=python3 …" >&2
    exit 1
fi

# The packages of that Python, as Debian calls them: python3-dev, or python3.12-dev for one that is not the default.
python_package() {
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
    default=$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
    if [ -z "$version" ] || [ "$version" = "$default" ]; then echo "python3-$1"; else echo "python$version-$1"; fi
}

# Needs are given one by one, as the Debian package that meets them.
is_met() {
    case $1 in
        python3*-venv) "$python" -c 'import ensurepip, venv' ;;
        python3*-dev) "$python" -c '
import glob, sys, sysconfig
name, get = "libpython%d.%d*.so" % sys.version_info[:2], sysconfig.get_config_var
open(sysconfig.get_paths()["include"] + "/Python.h").close()
sys.exit(not any(glob.glob("%s/%s" % (get(key), name)) for key in ("LIBDIR", "LIBPL")))' ;;
        gcc) program gcc && program cc ;;
        g++) program g++ ;;
        libc6-dev) echo '#include <stdio.h>' | gcc -E - ;;
        liblua5.4-dev) pkg-config --exists lua5.4 ;;
        libluajit-5.1-dev) pkg-config --exists luajit ;;
        lua-check) program luacheck ;;
        nodejs) program node ;;
        *) program "$1" ;;
    esac >/dev/null 2>&1
}

build="gcc libc6-dev pkg-config $(python_package venv) $(python_package dev) lua5.4 liblua5.4-dev luajit libluajit-5.1-dev"
case "${1:-build}" in
    build) needs=$build ;;
    test) needs="$build g++ valgrind lua-check nodejs npm pypy3" ;;
    *) echo "usage: $0 build|test" >&2; exit 2 ;;
esac

find_missing() {
    missing=""
    for need in $needs; do is_met "$need" || missing="$missing $need"; done
    [ -z "$missing" ]
}

find_missing && exit 0
if ! program apt-get; then
    echo "error: missing here, by their names in Debian:$missing; install what your system calls them, and try again" >&2
    exit 1
elif [ "$(id -u)" = 0 ]; then
    as_root="env"
elif program sudo && sudo -n true 2>/dev/null; then
    as_root="sudo env"
else
    echo "error: system packages are missing; run: sudo apt-get install$missing" >&2
    exit 1
fi

echo "installing system packages:$missing" >&2
asked=$missing
log=${TMPDIR:-/tmp}/system-packages.$$.log
# A source that cannot be updated need not be one that is used: what counts is whether the installation succeeds.
$as_root apt-get update -qq >"$log" 2>&1
if $as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=120 $asked >>"$log" 2>&1 && find_missing; then
    rm -f "$log"
    exit 0
fi
reason=$(grep '^E:' "$log" | tail -n 1)
echo "error: apt-get could not install$asked: ${reason:-$python does not find$missing}; all that it said is in $log" >&2
exit 1
