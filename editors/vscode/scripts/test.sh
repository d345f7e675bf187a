#!/bin/sh
# Tests the extension: types, pure modules, and the packaged file in a real VS Code, four ways, with pictures.
# Usage: test.sh [newest] [RUN…], where RUN is path, bundled, pyodide or web; or test.sh [newest] typing, which types a
# resolution by hand (RESLINT_TEST_KEY: milliseconds a key). Without “newest” it is the oldest VS Code that is tested. RESLINT_VSCODE names where VS Code is set up.
# Ends with status 77 and a line "skipped: …" where something cannot be had; that is no pass.
set -u
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
AGE=oldest
HOME_OF_CODE=${RESLINT_VSCODE:-$HERE/.test/vscode}
if [ "${1:-}" = newest ]; then
    shift
    AGE=newest
    HOME_OF_CODE=${RESLINT_VSCODE:-$HERE/.test/vscode-newest}
fi
cd "$HERE" || exit 2
mkdir -p .test

command -v npm >/dev/null || { echo "skipped: there is no npm"; exit 77; }
if [ ! -d node_modules ]; then
    npm ci --no-audit --no-fund >.test/npm.log 2>&1 || { cat .test/npm.log; echo "skipped: npm could not get the tools"; exit 77; }
fi
npm run --silent typecheck || exit 1
npm run --silent test >.test/unit.log 2>&1 || { cat .test/unit.log; exit 1; }
grep -E '^# (tests|pass|fail)' .test/unit.log
npm run --silent package >.test/package.log 2>&1 || { cut -c1-500 .test/package.log | tail -40; exit 1; }
sh scripts/setup.sh "$HOME_OF_CODE" "$AGE"
status=$?
[ "$status" = 0 ] || exit "$status"
# The Node that this VS Code wants, where that of the system is another one.
if [ -x "$HOME_OF_CODE/bin/node" ]; then PATH="$HOME_OF_CODE/bin:$PATH"; export PATH; fi

if [ "${1:-}" = typing ]; then exec node scripts/typing.mjs "$HOME_OF_CODE"; fi
node scripts/editor-test.mjs "$HOME_OF_CODE" "$@" || exit 1
if [ $# = 0 ] && [ "$AGE" = oldest ]; then node scripts/pictures.mjs "$HOME_OF_CODE" || exit 1; fi
