// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device_kernels.h"

#include <cuda_runtime.h>

namespace sheaf::gpu::cuda {

namespace {

/** Remembers the first error of a chain of calls; later ones are left out. */
class Calls
{
public:
    bool operator()(cudaError_t result)
    {
        if (m_first == cudaSuccess)
            m_first = result;
        return m_first == cudaSuccess;
    }
    std::string problem() const { return m_first == cudaSuccess ? std::string() : cudaGetErrorString(m_first); }

private:
    cudaError_t m_first = cudaSuccess;
};

template <typename Value> class DeviceArray
{
public:
    DeviceArray(Calls& calls, std::size_t size) : m_calls(calls), m_size(size)
    {
        calls(cudaMalloc(&m_data, size * sizeof(Value)));
    }
    DeviceArray(Calls& calls, const Value* values, std::size_t size) : DeviceArray(calls, size)
    {
        if (calls(cudaSuccess))
            calls(cudaMemcpy(m_data, values, size * sizeof(Value), cudaMemcpyHostToDevice));
    }
    ~DeviceArray() { cudaFree(m_data); }
    DeviceArray(const DeviceArray&) = delete;
    DeviceArray& operator=(const DeviceArray&) = delete;

    Value* data() const { return m_data; }
    void copyTo(std::vector<Value>& out) const
    {
        out.resize(m_size);
        if (m_calls(cudaSuccess))
            m_calls(cudaMemcpy(out.data(), m_data, m_size * sizeof(Value), cudaMemcpyDeviceToHost));
    }

private:
    Calls& m_calls;
    std::size_t m_size;
    Value* m_data = nullptr;
};

/** Runs kernels between two events. */
template <typename Launch> void timed(Calls& calls, float& milliseconds, Launch&& launch)
{
    cudaEvent_t begin = nullptr, end = nullptr;
    if (!calls(cudaEventCreate(&begin)) || !calls(cudaEventCreate(&end)))
        return;
    calls(cudaEventRecord(begin));
    launch();
    calls(cudaGetLastError());
    calls(cudaEventRecord(end));
    calls(cudaEventSynchronize(end));
    calls(cudaEventElapsedTime(&milliseconds, begin, end));
    cudaEventDestroy(begin);
    cudaEventDestroy(end);
}

const dim3 tile(32, 8);

dim3 tilesOver(int width, int height, int depth = 1)
{
    return dim3((width + tile.x - 1) / tile.x, (height + tile.y - 1) / tile.y, depth);
}

__device__ int columnOfThread()
{
    return int(blockIdx.x * blockDim.x + threadIdx.x);
}

__device__ int rowOfThread()
{
    return int(blockIdx.y * blockDim.y + threadIdx.y);
}

__global__ void sampleKernel(Bitmap bitmap, const SampleMap* maps, Normalisation normal, int rows, int columns,
                             float* batch)
{
    const int x = columnOfThread(), y = rowOfThread();
    if (x >= columns || y >= rows)
        return;
    const std::ptrdiff_t plane = std::ptrdiff_t(rows) * columns;
    samplePixel(bitmap, maps[blockIdx.z], normal, batch + 3 * plane * blockIdx.z, columns, plane, x, y);
}

__global__ void ownLabelKernel(ProbabilityMap map, float threshold, int* labels)
{
    const int x = columnOfThread(), y = rowOfThread();
    if (x < map.width && y < map.height)
        labels[y * map.width + x] = ownLabel(map, threshold, x, y);
}

__global__ void joinKernel(int* labels, int width, int height)
{
    const int x = columnOfThread(), y = rowOfThread();
    if (x < width && y < height)
        joinNeighbours(labels, width, x, y);
}

__global__ void flattenKernel(int* labels, int width, int height)
{
    const int x = columnOfThread(), y = rowOfThread();
    const int pixel = y * width + x;
    if (x < width && y < height && labels[pixel] >= 0)
        labels[pixel] = rootOf(labels, pixel);
}

constexpr int threadsOfReduction = 128;

/** A block a box. */
__global__ void meanKernel(ProbabilityMap map, const OrientedBox* boxes, float* means)
{
    __shared__ float sums[threadsOfReduction];
    __shared__ int counts[threadsOfReduction];
    const OrientedBox box = boxes[blockIdx.x];
    const PixelRange range = pixelsAround(box, map.width, map.height);
    const int width = range.x1 - range.x0 + 1, all = width * (range.y1 - range.y0 + 1);
    float sum = 0;
    int count = 0;
    for (int i = int(threadIdx.x); i < all; i += threadsOfReduction) {
        const int x = range.x0 + i % width, y = range.y0 + i / width;
        if (isInside(box, x, y)) {
            sum += map.at(x, y);
            ++count;
        }
    }
    sums[threadIdx.x] = sum;
    counts[threadIdx.x] = count;
    for (int half = threadsOfReduction / 2; half > 0; half /= 2) {
        __syncthreads();
        if (int(threadIdx.x) < half) {
            sums[threadIdx.x] += sums[threadIdx.x + half];
            counts[threadIdx.x] += counts[threadIdx.x + half];
        }
    }
    if (threadIdx.x == 0)
        means[blockIdx.x] = counts[0] > 0 ? sums[0] / float(counts[0]) : 0;
}

/** A block a step: each thread finds the best of its classes, then the best of those. */
__global__ void bestClassKernel(const float* probabilities, int classes, BestClass* best)
{
    __shared__ BestClass found[threadsOfReduction];
    const float* const step = probabilities + std::ptrdiff_t(blockIdx.x) * classes;
    BestClass own{int(threadIdx.x) < classes ? int(threadIdx.x) : 0, -1};
    for (int i = int(threadIdx.x); i < classes; i += threadsOfReduction)
        own = betterOf(own, {i, step[i]});
    found[threadIdx.x] = own;
    for (int half = threadsOfReduction / 2; half > 0; half /= 2) {
        __syncthreads();
        if (int(threadIdx.x) < half)
            found[threadIdx.x] = betterOf(found[threadIdx.x], found[threadIdx.x + half]);
    }
    if (threadIdx.x == 0)
        best[blockIdx.x] = found[0];
}

} // namespace

std::string sampleImages(const Bitmap& bitmap, const std::vector<SampleMap>& maps, const Normalisation& normal,
                         int rows, int columns, std::vector<float>& batch, float& milliseconds)
{
    Calls calls;
    const DeviceArray<std::uint8_t> pixels(calls, bitmap.pixels, std::size_t(bitmap.width) * bitmap.height * 4);
    const DeviceArray<SampleMap> places(calls, maps.data(), maps.size());
    const DeviceArray<float> out(calls, maps.size() * 3 * std::size_t(rows) * columns);
    if (calls(cudaSuccess))
        timed(calls, milliseconds, [&] {
            sampleKernel<<<tilesOver(columns, rows, int(maps.size())), tile>>>(
                {pixels.data(), bitmap.width, bitmap.height}, places.data(), normal, rows, columns, out.data());
        });
    out.copyTo(batch);
    return calls.problem();
}

std::string labelComponents(const ProbabilityMap& map, float threshold, std::vector<int>& labels, float& milliseconds)
{
    Calls calls;
    const std::size_t size = std::size_t(map.width) * map.height;
    const DeviceArray<float> values(calls, map.values, size);
    const DeviceArray<int> out(calls, size);
    if (calls(cudaSuccess))
        timed(calls, milliseconds, [&] {
            const dim3 tiles = tilesOver(map.width, map.height);
            ownLabelKernel<<<tiles, tile>>>({values.data(), map.width, map.height}, threshold, out.data());
            joinKernel<<<tiles, tile>>>(out.data(), map.width, map.height);
            flattenKernel<<<tiles, tile>>>(out.data(), map.width, map.height);
        });
    out.copyTo(labels);
    return calls.problem();
}

std::string meansInside(const ProbabilityMap& map, const std::vector<OrientedBox>& boxes, std::vector<float>& means,
                        float& milliseconds)
{
    Calls calls;
    const DeviceArray<float> values(calls, map.values, std::size_t(map.width) * map.height);
    const DeviceArray<OrientedBox> places(calls, boxes.data(), boxes.size());
    const DeviceArray<float> out(calls, boxes.size());
    if (calls(cudaSuccess))
        timed(calls, milliseconds, [&] {
            meanKernel<<<int(boxes.size()), threadsOfReduction>>>({values.data(), map.width, map.height}, places.data(),
                                                                  out.data());
        });
    out.copyTo(means);
    return calls.problem();
}

std::string bestClasses(const std::vector<float>& probabilities, int classes, std::vector<BestClass>& best,
                        float& milliseconds)
{
    Calls calls;
    const std::size_t steps = probabilities.size() / std::size_t(classes);
    const DeviceArray<float> values(calls, probabilities.data(), probabilities.size());
    const DeviceArray<BestClass> out(calls, steps);
    if (calls(cudaSuccess))
        timed(calls, milliseconds,
              [&] { bestClassKernel<<<int(steps), threadsOfReduction>>>(values.data(), classes, out.data()); });
    out.copyTo(best);
    return calls.problem();
}

} // namespace sheaf::gpu::cuda
