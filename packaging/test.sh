#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and tests everything on Debian 12: style, the headless build without CUDA, the sanitizers on what runs in threads,
# a moment of fuzzing, the package, and last all tests, so that ctest's summary is the end of the output.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build
source packaging/packages.sh
export QT_QPA_PLATFORM=offscreen

step() { printf '\n== %s (%s s so far)\n' "$1" "$SECONDS"; }
step "packages"
install_packages "${build_packages[@]}" "${test_packages[@]}"
bash packaging/onnxruntime.sh || echo "Scanned pages will not be read: ONNX Runtime's headers are not to be had."

step "style"
bash packaging/lint.sh format

step "build (dev)"
configure_and_build dev

# A file takes clang-tidy seven seconds: here it looks at the room that all others build on, `lint.sh tidy` at everything.
step "lint"
bash packaging/lint.sh tidy src/core/*.cpp

step "build without the window and without CUDA"
configure_and_build headless

for preset in asan tsan; do
  step "$preset"
  configure_and_build "$preset" sanitized
  ctest --preset "$preset" -L sanitized -j 2
done

step "fuzzing, for a moment"
bash tests/fuzz/run.sh 20

step "package"
bash packaging/package.sh dev

step "models"
build/dev/bin/sheaf-cli models fetch || echo "the tests that need real models will be skipped"

step "all tests"
ctest --preset dev -j 2
