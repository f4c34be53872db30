#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/fuzz/run.sh SECONDS [TARGET...]: builds the fuzz targets and lets each run that long, page_pipe on seeds that the page worker makes of
# the example papers. What was found before stays in build/fuzz/corpus; a finding is left beside it and fails the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:?seconds for each target}
shift
[ $# -gt 0 ] || set -- page_pipe page_markdown
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_seeds "${@/#/fuzz_}"
build/fuzz/bin/fuzz_seeds build/fuzz/seeds resources/examples/pdf/*.pdf
export QT_LOGGING_RULES='*=false'
declare -A length=([page_pipe]=24000 [page_markdown]=1500) seeds=([page_pipe]=build/fuzz/seeds)
for target in "$@"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  build/fuzz/bin/fuzz_"$target" -max_total_time="$seconds" -max_len="${length[$target]}" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$target-" "$corpus" ${seeds[$target]:+"${seeds[$target]}"} >build/fuzz/"$target".log 2>&1 || { tail -60 build/fuzz/"$target".log; exit 1; }
  grep -E '^(Done|stat::number_of_executed_units|.*DONE)' build/fuzz/"$target".log
done
