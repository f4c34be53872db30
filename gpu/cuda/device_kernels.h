// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/components.h"
#include "gpu/kernels/ctc.h"
#include "gpu/kernels/sampling.h"

#include <string>
#include <vector>

/**
 * The kernels on a CUDA device: each calls the function of gpu/kernels that the host's loop calls. Data goes there and
 * back within a call; `milliseconds` is the kernel's own time. An empty string means that all went well.
 */
namespace sheaf::gpu::cuda {

/** Each map's image of rows × columns into its place in a batch of three planes. */
std::string sampleImages(const Bitmap& bitmap, const std::vector<SampleMap>& maps, const Normalisation& normal,
                         int rows, int columns, std::vector<float>& batch, float& milliseconds);

std::string labelComponents(const ProbabilityMap& map, float threshold, std::vector<int>& labels, float& milliseconds);

/** Mean probability inside each box. */
std::string meansInside(const ProbabilityMap& map, const std::vector<OrientedBox>& boxes, std::vector<float>& means,
                        float& milliseconds);

/** The most probable class of each step of a batch. */
std::string bestClasses(const std::vector<float>& probabilities, int classes, std::vector<BestClass>& best,
                        float& milliseconds);

} // namespace sheaf::gpu::cuda
