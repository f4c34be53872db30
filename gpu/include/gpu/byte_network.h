// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

/**
 * Networks that calculate in bytes. Convolutions and multiplications by fixed matrices take bytes in place of floats
 * (linear quantisation: Jacob et al., Quantization and Training of Neural Networks for Efficient
 * Integer-Arithmetic-Only Inference, 2018), which takes half the time on processors that have an instruction for it.
 */
namespace sheaf::gpu {

/** The processor sums products of bytes without overflow (VNNI); without it bytes would cost letters. */
bool sumsBytes();

/** Writes the network at `model` in bytes to `target`, whole or not at all; openRuntime() came before. `ranges`: a
 * line `TENSOR LEAST GREATEST` for the inputs and outputs of the convolutions that are to calculate in bytes, named as
 * ONNX Runtime names them after its basic optimisations; others stay as they are. About a second. */
std::expected<void, std::string> writeByteNetwork(const std::string& model, const std::string& ranges,
                                                  const std::string& target);

} // namespace sheaf::gpu
