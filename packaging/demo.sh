#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is needed on Debian 12, builds Sheaf, and runs its main job on the example papers: no network but the package
# registry's, no key, no GPU. With a display the window opens on the result; without one the table is printed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build
source packaging/packages.sh

install_packages "${build_packages[@]}"
bash packaging/onnxruntime.sh || echo "Scanned pages will not be read: ONNX Runtime's headers are not to be had."
configure_and_build release

out=$root/build/demo
bin=$root/build/release/bin
mkdir -p "$out"
rm -rf "$out"/example.sheaf*
echo
echo "Reading the example papers"
status=0
"$bin/sheaf-cli" run resources/examples/examples.bib --project "$out/example.sheaf" --export "$out/example.csv" || status=$?
# 1 = some papers failed: one of the examples is broken on purpose.
[ "$status" -le 1 ] || exit "$status"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$bin/sheaf" "$out/example.sheaf"
fi
for theme in light dark; do
  QT_QPA_PLATFORM=offscreen "$bin/sheaf" "$out/example.sheaf" --theme "$theme" --screenshot "$out/window-$theme.png"
done
echo
"$bin/sheaf-cli" results "$out/example.sheaf" --format markdown -o "$out/example.md"
sed '/^## /,$d' "$out/example.md"
echo
echo "All answers:       ${out#"$root"/}/example.md, example.csv"
echo "The window:        ${out#"$root"/}/window-light.png, window-dark.png"
echo "The project file:  ${out#"$root"/}/example.sheaf   (open it with: build/release/bin/sheaf build/demo/example.sheaf)"
