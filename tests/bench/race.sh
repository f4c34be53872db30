#!/bin/sh
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Races sheaf-cli against two built-in pipelines on the same stand-in services (../shared/eval/race.py, needs Python's
# aiohttp): total time, share of time the GPU was busy, time to the first answer, papers paid twice.
#
#   tests/bench/race.sh [FOLDER OF sheaf-cli] [MORE OPTIONS OF race.py]
#   tests/bench/race.sh build/dev/bin --services '--batch-s 30'
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "${1:-$here/../../build/dev/bin}" && pwd)
[ $# -gt 0 ] && shift
race=${SHEAF_SHARED:-$here/../../../shared}/eval/race.py
if [ ! -f "$race" ]; then
    echo "race.sh: $race is not on this machine" >&2
    exit 2
fi
export SHEAF_READ_KEY=race
# The conversions of an earlier race must not come from the cache: each race has its own, in its own folder.
exec python3 "$race" --client "sheaf=env XDG_CACHE_HOME=cache $bin/sheaf-cli run {list} --project race.sheaf --progress none \
 --set acquire.email=race@example.org --set acquire.metadata=false --set acquire.unpaywall.url={base}/unpaywall \
 --set convert.kind=marker-server --set convert.url={base} \
 --set read.kind=anthropic --set read.url={base} --set read.model=race --set read.price.in=1 --set read.price.out=5 \
 --set read.poll.seconds=1" "$@"
