#!/bin/sh
# A resolution typed by hand in every editor that is here, at 60, 130 and 200 ms a key, with Enter once and twice, and in
# VS Code, the only one that writes numbers by itself, also without the numbers that it writes. Takes half an hour.
# Usage: typing.sh [MILLISECONDS…]
set -u
PROJECT=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
failed=0
for key in ${*:-60 130 200}; do
    echo "== $key ms a key =="
    RESLINT_TEST_KEY=$key "$PROJECT/.ci/test" tests/editors/test_typing.py -q -rs || failed=1
    RESLINT_TEST_KEY=$key sh "$PROJECT/editors/vscode/scripts/test.sh" typing || failed=1
done
exit "$failed"
