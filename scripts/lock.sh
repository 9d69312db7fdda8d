#!/bin/sh
# Writes requirements/*.txt from pyproject.toml: every version pinned, every file hashed, no registry's address.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null 2>&1 || { echo "error: the lock is made by uv, which is not here; run: pip install uv" >&2; exit 1; }
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
        --custom-compile-command "make lock" "$@" >/dev/null ||
        { echo "error: uv could not resolve what pyproject.toml pins; the lock is as it was" >&2; exit 1; }
}
compile pyproject.toml -o requirements/runtime.txt
compile requirements/build.in --all-extras pyproject.toml -o requirements/dev.txt
