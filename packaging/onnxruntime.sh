#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# onnxruntime.sh: puts ONNX Runtime's C and C++ headers where gpu/ looks for them (build/onnxruntime), once. Debian 13 and later have
# them as a package; for Debian 12 the same package is taken from Debian 13 and only unpacked, with an APT state of its own, so that
# the system's sources stay as they are. The library itself is opened at run time and comes with `sheaf-cli models fetch`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place=$root/build/onnxruntime
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

[ -n "$(find /usr/include "$place" -name onnxruntime_cxx_api.h -print -quit 2>/dev/null)" ] && exit 0
mirror=$(apt-cache policy | sed -n 's/^ *[0-9]* \(https\?:[^ ]*\) [a-z]*\/main .*/\1/p' | grep -v security | head -1)
[ -n "$mirror" ] || { echo "no Debian mirror is configured, so ONNX Runtime's headers cannot be fetched" >&2; exit 1; }

state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
echo "deb [signed-by=$keyring] $mirror trixie main" >"$state/sources.list"
apt=(apt-get -qq -o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$state/lists"
  -o "Dir::Cache=$state/cache" -o APT::Sandbox::User=)
"${apt[@]}" update
(cd "$state" && "${apt[@]}" download libonnxruntime-dev)
rm -rf "$place"
mkdir -p "$place"
dpkg -x "$state"/libonnxruntime-dev_*.deb "$state/tree"
mv "$(dirname "$(find "$state/tree" -name onnxruntime_cxx_api.h)")" "$place/include"
echo "ONNX Runtime's headers are in ${place#"$root"/}"
