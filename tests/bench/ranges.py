#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what flows through a network that finds or reads lines: the ranges that resources/models/NAME.ranges holds.

    ranges.py DETECTION.onnx PICTURE.ppm… > resources/models/NAME.ranges
    ranges.py --lines LISTING RECOGNITION.onnx PICTURE.ppm… > resources/models/NAME.ranges

The pictures are pages at 200 dpi, of all kinds that are to be read: scans, clean and dirty print, other scripts. LISTING is what
build/gpu's read_pages printed about them; a few lines of each page are taken by it. They go through the network, fused as ONNX Runtime
does it, and the least and the greatest value of every convolution's input and output are printed, except where a picture has become
a single value. Needs: pip install onnx onnxruntime==1.32.0 pillow.
"""
import argparse
import pathlib
import random
import re
import tempfile

import numpy
import onnx
import onnxruntime
from PIL import Image

LINE = re.compile(r"\s*(\d+)\s+(\d+)\s+(\d+)×(\d+)\s+(-?\d),\s*(-?\d)\s+(\d+)%")
ROWS, LINES_A_PAGE = 48, 6  # of the recognition's input
PAGE_DPI, SEARCH_DPI, STRIDE = 200, 110, 32  # of the pictures and of the detection's input


def fused(model, place):
    """The network as ONNX Runtime writes it after what it does on any processor."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(place / "fused.onnx")
    onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return onnx.load(options.optimized_model_filepath)


def measured(graph):
    """Tensors whose ranges are wanted. A rectifier behind a convolution is its output's lower end."""
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    names = []
    for node in graph.node:
        if node.op_type == "Conv":
            behind = users.get(node.output[0], [])
            names += [node.input[0], behind[0].output[0] if [n.op_type for n in behind] == ["Relu"] else node.output[0]]
    return list(dict.fromkeys(names))


def tensor(picture):
    return (numpy.asarray(picture, numpy.float32) / 127.5 - 1).transpose(2, 0, 1)[None]


def whole_pages(pictures):
    for page in pictures:
        picture = Image.open(page).convert("RGB")
        yield tensor(picture.resize([max(1, round(side * SEARCH_DPI / PAGE_DPI / STRIDE)) * STRIDE for side in picture.size], Image.BOX))


def some_lines(listing, pictures):
    wanted, lines, page = {str(p) for p in pictures}, {}, None
    for line in listing.read_text().splitlines():
        if line.startswith("== "):
            page = line[3:].strip()
        elif page in wanted and (match := LINE.match(line)) and match.group(5) == "1":
            lines.setdefault(page, []).append([int(g) for g in match.groups()[:4]])
    chance = random.Random(1)
    for page, boxes in lines.items():
        picture = Image.open(page).convert("RGB")
        for x, y, width, height in chance.sample(boxes, min(LINES_A_PAGE, len(boxes))):
            columns = max(64, round(width / height * ROWS))
            crop = picture.crop((x - width // 2, y - height // 2, x + width // 2, y + height // 2)).resize((columns, ROWS), Image.BILINEAR)
            yield tensor(crop)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--lines", type=pathlib.Path, metavar="LISTING")
    args.add_argument("model")
    args.add_argument("pictures", nargs="+")
    options = args.parse_args()
    with tempfile.TemporaryDirectory() as place:
        network = fused(options.model, pathlib.Path(place))
    names = measured(network.graph)
    name_of_input = network.graph.input[0].name
    shown = [name for name in names if name != name_of_input]
    network.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in shown)
    session = onnxruntime.InferenceSession(network.SerializeToString(), providers=["CPUExecutionProvider"])
    low, high = {name_of_input: -1.0}, {name_of_input: 1.0}
    for image in some_lines(options.lines, options.pictures) if options.lines else whole_pages(options.pictures):
        for name, values in zip(shown, session.run(shown, {name_of_input: image})):
            if values.shape[2:] != (1, 1):
                low[name] = min(low.get(name, 0), float(values.min()))
                high[name] = max(high.get(name, 0), float(values.max()))
    for name in names:
        if name in low:
            print(f"{name} {low[name]:.6g} {high[name]:.6g}")


if __name__ == "__main__":
    main()
