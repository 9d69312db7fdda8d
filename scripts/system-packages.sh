#!/bin/sh
# Installs the system packages the build and the tests need, or says in one line which are missing.
#   sh scripts/system-packages.sh build   what `make demo` needs
#   sh scripts/system-packages.sh test    what `make test` needs besides
set -eu

build="python3-venv python3-dev gcc pkg-config lua5.4 liblua5.4-dev luajit libluajit-5.1-dev"
test="$build g++ valgrind lua-check nodejs npm"
case "${1:-build}" in
    build) packages=$build ;;
    test) packages=$test ;;
    *) echo "usage: $0 build|test" >&2; exit 2 ;;
esac

missing=""
for package in $packages; do
    case $package in
        # What another package manager may have installed counts as well.
        nodejs) command -v node >/dev/null 2>&1 && continue ;;
        npm) command -v npm >/dev/null 2>&1 && continue ;;
    esac
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "not a Debian or Ubuntu machine: install the equivalents of:$missing" >&2
elif [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && exec apt-get install -y -qq --no-install-recommends $missing
elif sudo -n true 2>/dev/null; then
    sudo apt-get update -qq && exec sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
    echo "missing system packages; run: sudo apt-get install$missing" >&2
fi
exit 1
