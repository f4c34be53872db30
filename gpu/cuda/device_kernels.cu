// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device_kernels.h"

#include "gpu/kernels/components.h"
#include "gpu/kernels/ctc.h"

#include <cuda_runtime.h>

#include <initializer_list>

namespace sheaf::gpu {

namespace {

/** Null, or the text of the first error. */
const char* firstProblem(std::initializer_list<cudaError_t> results)
{
    for (const cudaError_t result : results)
        if (result != cudaSuccess)
            return cudaGetErrorString(result);
    return nullptr;
}

/** Of the kernel that was just queued; an error that does not last is forgotten. */
const char* queued()
{
    return firstProblem({cudaGetLastError()});
}

cudaStream_t streamOf(void* stream)
{
    return static_cast<cudaStream_t>(stream);
}

const char* openStream(int device, void** stream)
{
    cudaStream_t made = nullptr;
    cudaMemPool_t pool = nullptr;
    // What is released stays with the program: each run would else wait for the driver.
    std::uint64_t kept = std::uint64_t(1) << 28;
    const char* problem = firstProblem({cudaSetDevice(device), cudaStreamCreateWithFlags(&made, cudaStreamNonBlocking),
                                        cudaDeviceGetDefaultMemPool(&pool, device)});
    if (!problem)
        problem = firstProblem({cudaMemPoolSetAttribute(pool, cudaMemPoolAttrReleaseThreshold, &kept)});
    *stream = made;
    return problem;
}

void closeStream(int device, void* stream)
{
    cudaSetDevice(device);
    cudaStreamDestroy(streamOf(stream));
}

const char* allocate(int device, void* stream, std::size_t bytes, void** data)
{
    const char* problem = firstProblem({cudaSetDevice(device), cudaMallocAsync(data, bytes, streamOf(stream))});
    cudaGetLastError(); // no room is no reason for the next call to fail
    return problem;
}

void release(int device, void* stream, void* data)
{
    cudaSetDevice(device);
    cudaFreeAsync(data, streamOf(stream));
}

const char* allocatePinned(int device, std::size_t bytes, void** data)
{
    const char* problem = firstProblem({cudaSetDevice(device), cudaMallocHost(data, bytes)});
    cudaGetLastError();
    return problem;
}

void releasePinned(void* data)
{
    cudaFreeHost(data);
}

const char* copy(int device, void* stream, void* to, const void* from, std::size_t bytes)
{
    return firstProblem({cudaSetDevice(device), cudaMemcpyAsync(to, from, bytes, cudaMemcpyDefault, streamOf(stream))});
}

const char* wait(int device, void* stream)
{
    return firstProblem({cudaSetDevice(device), cudaStreamSynchronize(streamOf(stream))});
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

__global__ void sampleKernel(const DeviceCrop* crops, Normalisation normal, float beyond, int rows, int columns,
                             float* batch)
{
    const int x = columnOfThread(), y = rowOfThread();
    if (x >= columns || y >= rows)
        return;
    const DeviceCrop& crop = crops[blockIdx.z];
    const std::ptrdiff_t plane = std::ptrdiff_t(rows) * columns;
    float* const planes = batch + 3 * plane * blockIdx.z;
    if (x < crop.columns && y < crop.rows) {
        samplePixel(crop.page, crop.map, normal, planes, columns, plane, x, y);
        return;
    }
    for (int channel = 0; channel < 3; ++channel)
        planes[channel * plane + std::ptrdiff_t(y) * columns + x] = beyond;
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
__global__ void bestClassKernel(const float* probabilities, int classes, float2* best)
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
        best[blockIdx.x] = make_float2(float(found[0].index), found[0].probability);
}

const char* sample(int device, void* stream, const DeviceCrop* crops, int count, const Normalisation* normal,
                   float beyond, int rows, int columns, float* batch)
{
    void* places = nullptr;
    const std::size_t bytes = std::size_t(count) * sizeof(DeviceCrop);
    if (const char* problem = allocate(device, stream, bytes, &places))
        return problem;
    const char* problem = copy(device, stream, places, crops, bytes);
    if (!problem) {
        sampleKernel<<<tilesOver(columns, rows, count), tile, 0, streamOf(stream)>>>(
            static_cast<const DeviceCrop*>(places), *normal, beyond, rows, columns, batch);
        problem = queued();
    }
    release(device, stream, places);
    return problem;
}

const char* bestClasses(int device, void* stream, const float* probabilities, int steps, int classes, float* best)
{
    cudaSetDevice(device);
    bestClassKernel<<<steps, threadsOfReduction, 0, streamOf(stream)>>>(probabilities, classes,
                                                                        reinterpret_cast<float2*>(best));
    return queued();
}

const char* labelComponents(int device, void* stream, const ProbabilityMap* map, float threshold, int* labels)
{
    cudaSetDevice(device);
    const dim3 tiles = tilesOver(map->width, map->height);
    ownLabelKernel<<<tiles, tile, 0, streamOf(stream)>>>(*map, threshold, labels);
    joinKernel<<<tiles, tile, 0, streamOf(stream)>>>(labels, map->width, map->height);
    flattenKernel<<<tiles, tile, 0, streamOf(stream)>>>(labels, map->width, map->height);
    return queued();
}

const char* meansInside(int device, void* stream, const ProbabilityMap* map, const OrientedBox* boxes, int count,
                        float* means)
{
    cudaSetDevice(device);
    meanKernel<<<count, threadsOfReduction, 0, streamOf(stream)>>>(*map, boxes, means);
    return queued();
}

} // namespace

extern "C" const DeviceKernels* sheafDeviceKernels()
{
    static const DeviceKernels kernels{DeviceKernels::currentVersion,
                                       "Cuda",
                                       openStream,
                                       closeStream,
                                       allocate,
                                       release,
                                       allocatePinned,
                                       releasePinned,
                                       copy,
                                       wait,
                                       sample,
                                       bestClasses,
                                       labelComponents,
                                       meansInside};
    return &kernels;
}

} // namespace sheaf::gpu
