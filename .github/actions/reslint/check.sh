#!/usr/bin/env bash
# What the action runs. Reads PATHS, ARGUMENTS (one in each line), SINCE and SARIF; annotates, and writes the summary.
set -u
arguments=(check --output-format github)
[ -n "${GITHUB_STEP_SUMMARY:-}" ] && arguments+=(--output "markdown=$GITHUB_STEP_SUMMARY.reslint")
[ -n "${SARIF:-}" ] && arguments+=(--output "sarif=$SARIF")
[ -n "${SINCE:-}" ] && arguments+=("--since=$SINCE")
while IFS= read -r line; do [ -n "$line" ] && arguments+=("$line"); done <<<"${ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r line; do [ -n "$line" ] && arguments+=("$line"); done <<<"${PATHS:-.}"
status=0
reslint "${arguments[@]}" || status=$?
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$GITHUB_STEP_SUMMARY.reslint" ]; then
    cat "$GITHUB_STEP_SUMMARY.reslint" >>"$GITHUB_STEP_SUMMARY"
    rm "$GITHUB_STEP_SUMMARY.reslint"
fi
[ -n "${GITHUB_OUTPUT:-}" ] && echo "status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
