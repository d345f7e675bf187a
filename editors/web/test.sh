#!/bin/sh
# Builds the page and tries it in headless Chromium.
# Prints "skipped: …" and ends with status 77 where something cannot be had.
set -u
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
TOOLS="$HERE/.test"

skip() { printf 'skipped: %s\n' "$*"; exit 77; }

command -v node >/dev/null || skip "there is no Node"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || skip "Node 20 or later is wanted, here is $(node --version)"
command -v npm >/dev/null || skip "there is no npm"
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$CHROMIUM" ]; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || skip "please install chromium"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 ||
        skip "chromium could not be installed"
    CHROMIUM=$(command -v chromium) || skip "there is no chromium"
fi
export CHROMIUM

mkdir -p "$TOOLS"
[ -f "$TOOLS/package.json" ] || echo '{"private":true}' >"$TOOLS/package.json"
if ! [ -d "$TOOLS/node_modules/playwright-core" ] || ! [ -d "$TOOLS/node_modules/axe-core" ]; then
    (cd "$TOOLS" && npm install --ignore-scripts --no-audit --no-fund playwright-core@1.65.1 axe-core@4.14.1) >"$TOOLS/npm.log" 2>&1 ||
        skip "npm could not get playwright-core and axe-core (see $TOOLS/npm.log)"
fi
if ! [ -d "$HERE/../vscode/node_modules/pyodide" ]; then
    (cd "$HERE/../vscode" && npm ci --no-audit --no-fund) >"$TOOLS/npm.log" 2>&1 ||
        skip "npm could not get Pyodide and esbuild (see $TOOLS/npm.log)"
fi
if ! [ -d "$HERE/node_modules/@codemirror/view" ]; then
    (cd "$HERE" && npm ci --ignore-scripts --no-audit --no-fund) >"$TOOLS/npm.log" 2>&1 ||
        skip "npm could not get CodeMirror (see $TOOLS/npm.log)"
fi

node "$HERE/../vscode/node_modules/typescript/bin/tsc" -p "$HERE" || exit 1
node "$HERE/build.mjs" || exit 1
exec node "$HERE/test/page.mjs" "$TOOLS"
