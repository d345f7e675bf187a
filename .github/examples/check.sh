#!/bin/sh
# Any other service: a line for each finding, a page to look at, and the status of reslint (0, 1 or 2).
set -eu
reslint check --output-format concise --output html=reslint.html "$@"
