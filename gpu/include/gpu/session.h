// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/**
 * Networks through ONNX Runtime, whose library is opened at run time: a program without it starts and works, and hears
 * here why there are no sessions. Errors are one line for the log.
 */
namespace sheaf::gpu {

/** Opens the library on the first call that finds one: `libraryPath`, else the system's own. Its version, for example
 * "1.32.0". Thread-safe. */
std::expected<std::string, std::string> openRuntime(const std::string& libraryPath);

/** Writes a model as the runtime has it after those of its optimisations that every processor understands: what is
 * multiplied and added to a convolution is part of it. */
std::expected<void, std::string> writeFused(const std::string& modelPath, const std::string& target);

using TensorShape = std::array<std::int64_t, 4>;

/** Values that somebody else owns: float32, in the order batch, channel, row, column. */
struct TensorView
{
    TensorShape shape{};
    const float* values = nullptr;
    bool isOnDevice = false; ///< in the memory of the session's device, else in the host's

    /** Some of the batch's images. */
    TensorView images(std::int64_t first, std::int64_t count) const
    {
        return {{count, shape[1], shape[2], shape[3]}, values + first * shape[1] * shape[2] * shape[3], isOnDevice};
    }
};

/** What a network takes, in the host's memory. */
struct Tensor
{
    TensorShape shape{};
    std::vector<float> values;

    /** Sets the shape; the values are undefined. */
    void reshape(std::int64_t batch, std::int64_t channels, std::int64_t height, std::int64_t width);
    std::size_t planeSize() const { return std::size_t(shape[2] * shape[3]); }
    TensorView view() const { return {shape, values.data()}; }
};

/** One tensor of what a network answers; valid inside the call that hands it over. */
struct Output
{
    std::span<const std::int64_t> shape;
    const float* values = nullptr;

    /** What it says of one of the batch's images. */
    Output ofImage(std::int64_t image) const;
};

/** Takes all outputs, in the model's order. */
using TakeOutputs = std::function<void(std::span<const Output>)>;

struct SessionOptions
{
    int threads = 1;               ///< inside one run, on the processor
    int device = -1;               ///< CUDA's number of it; -1 = the processor
    std::uint64_t memoryLimit = 0; ///< of the device's memory, bytes; 0 = no limit
    /** The device's stream that runs are queued on, and ONNX Runtime's name of the memory that their answers are left
     * in. Null: the session has a stream of its own, waits for each run and copies its answer to the host. */
    void* stream = nullptr;
    const char* memory = "";
};

class Session
{
public:
    /** Loads a model (tens to hundreds of ms); openRuntime() came before. */
    static std::expected<Session, std::string> open(const std::string& modelPath, const SessionOptions& options = {});
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    /** The model's own metadata. */
    std::map<std::string, std::string> metadata() const;

    /** One input, all outputs. Blocks; thread-safe; a stop ends it within a few ms with the error "stopped". With
     * a stream the answer is in the device's memory and may still be on its way: what reads it is queued behind it. */
    std::expected<void, std::string> run(const TensorView& input, const TakeOutputs& take,
                                         const std::stop_token& stop = {}) const;

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
