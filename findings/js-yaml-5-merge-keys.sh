#!/bin/sh
# js-yaml 5 no longer follows YAML's merge keys.
#
# One would guess: "<<: *base" fills in the keys of the base, as in PyYAML and in js-yaml 4.
# What happens: js-yaml 5 gives a key named "<<" and the keys of the base within it, without an error. A rule file
# that a Python program reads as meant loses its inherited keys in an editor extension after an update.
# Versions: js-yaml 5.5.0 and 4.1.0 (installed side by side).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{}' >package.json
npm install --silent --no-audit --no-fund --cache cache \
    five@npm:js-yaml@5.5.0 four@npm:js-yaml@4.1.0
cat >run.mjs <<'END'
import { load as five } from "five";
import four from "four";

const text = "base: &base\n  severity: warning\nrule:\n  <<: *base\n  code: P001\n";
console.log("4:", JSON.stringify(four.load(text).rule));
console.log("5:", JSON.stringify(five(text).rule));
END
cat >expected <<'END'
4: {"severity":"warning","code":"P001"}
5: {"<<":{"severity":"warning"},"code":"P001"}
END
node run.mjs >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
