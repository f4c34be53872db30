// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/session.h"

#include "shared_library.h"

#include <functional>
#include <mutex>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#define ORT_API_MANUAL_INIT
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <onnxruntime_cxx_api.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace sheaf::gpu {

namespace {

/** The opened library. Never closed: its threads may outlive everything else. */
struct Runtime
{
    std::mutex mutex;
    std::string version;
    Ort::Env* environment = nullptr;
    std::mutex logMutex;
    std::string logged; ///< the last error of its log, which knows more than the exception that follows it
};

Runtime& runtime()
{
    static auto* shared = new Runtime;
    return *shared;
}

/** What it throws becomes a line; the rest of the house knows no exceptions. */
template <typename Call> auto guarded(Call&& call) -> std::expected<decltype(call()), std::string>
{
    try {
        if constexpr (std::is_void_v<decltype(call())>) {
            call();
            return {};
        } else {
            return call();
        }
    } catch (const std::exception& error) {
        return std::unexpected(std::string(error.what()));
    }
}

void ORT_API_CALL listen(void*, OrtLoggingLevel, const char*, const char*, const char*, const char* message)
{
    const std::lock_guard lock(runtime().logMutex);
    std::string_view line(message);
    line = line.substr(0, line.find('\n'));
    constexpr std::string_view afterPlace = " : FAIL : "; // of its own sources
    if (const auto found = line.find(afterPlace); found != line.npos)
        line.remove_prefix(found + afterPlace.size());
    runtime().logged = line;
}

std::string takeLogged()
{
    const std::lock_guard lock(runtime().logMutex);
    return std::exchange(runtime().logged, std::string());
}

std::expected<std::string, std::string> openRuntimeLibrary(const char* name)
{
    const SharedLibrary library(name);
    const OrtApiBase* (*base)() = nullptr;
    if (!library)
        return std::unexpected(library.problem());
    if (!library.load(base, "OrtGetApiBase"))
        return std::unexpected(std::string(name) + " is not ONNX Runtime");
    const std::string version = base()->GetVersionString();
    const OrtApi* api = base()->GetApi(ORT_API_VERSION);
    if (!api)
        return std::unexpected("ONNX Runtime " + version + " is too old");
    Ort::InitApi(api);
    return version;
}

} // namespace

std::expected<std::string, std::string> openRuntime(const std::string& libraryPath)
{
    Runtime& shared = runtime();
    const std::lock_guard lock(shared.mutex);
    if (shared.environment)
        return shared.version;
    std::expected<std::string, std::string> opened = std::unexpected(std::string());
    if (!libraryPath.empty())
        opened = openRuntimeLibrary(libraryPath.c_str());
    if (!opened)
        opened = openRuntimeLibrary("libonnxruntime.so.1");
    if (!opened)
        return opened;
    const auto made =
        guarded([&] { shared.environment = new Ort::Env(ORT_LOGGING_LEVEL_ERROR, "sheaf", &listen, nullptr); });
    if (!made)
        return std::unexpected(made.error());
    shared.version = *opened;
    return shared.version;
}

std::expected<void, std::string> writeFused(const std::string& modelPath, const std::string& target)
{
    if (!runtime().environment)
        return std::unexpected(std::string("ONNX Runtime is not open"));
    return guarded([&] {
        Ort::SessionOptions settings;
        settings.SetIntraOpNumThreads(1);
        settings.SetGraphOptimizationLevel(ORT_ENABLE_EXTENDED);
        settings.AddConfigEntry("optimization.disable_specified_optimizers",
                                "ConvActivationFusion;MatmulTransposeFusion");
        settings.SetOptimizedModelFilePath(target.c_str());
        const Ort::Session session(*runtime().environment, modelPath.c_str(), settings);
    });
}

namespace {

/** Networks on a device, queued on its stream where there is one. */
void addDevice(Ort::SessionOptions& settings, const SessionOptions& options)
{
    OrtCUDAProviderOptionsV2* cuda = nullptr;
    Ort::ThrowOnError(Ort::GetApi().CreateCUDAProviderOptions(&cuda));
    const std::unique_ptr<OrtCUDAProviderOptionsV2, void (*)(OrtCUDAProviderOptionsV2*)> owner(
        cuda, Ort::GetApi().ReleaseCUDAProviderOptions);
    std::map<const char*, std::string> values{{"device_id", std::to_string(options.device)},
                                              // No slower than what the exhaustive search finds (measured on an H200).
                                              {"cudnn_conv_algo_search", "HEURISTIC"},
                                              // As much as is asked for: doubling would pass the limit early.
                                              {"arena_extend_strategy", "kSameAsRequested"}};
    if (options.memoryLimit > 0)
        values.emplace("gpu_mem_limit", std::to_string(options.memoryLimit));
    std::vector<const char*> keys, texts;
    for (const auto& [key, value] : values) {
        keys.push_back(key);
        texts.push_back(value.c_str());
    }
    Ort::ThrowOnError(Ort::GetApi().UpdateCUDAProviderOptions(cuda, keys.data(), texts.data(), keys.size()));
    if (options.stream)
        Ort::ThrowOnError(
            Ort::GetApi().UpdateCUDAProviderOptionsWithValue(cuda, "user_compute_stream", options.stream));
    settings.AppendExecutionProvider_CUDA_V2(*cuda);
}

} // namespace

struct Session::Private
{
    Ort::Session session{nullptr};
    std::string inputName;
    std::vector<std::string> outputNames;
    Ort::MemoryInfo host = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    std::optional<Ort::MemoryInfo> answers; ///< where a stream's runs leave them

    void run(const Ort::RunOptions& options, const TensorView& input, const TakeOutputs& take);
};

/** The answer is valid until `take` returns. */
void Session::Private::run(const Ort::RunOptions& options, const TensorView& input, const TakeOutputs& take)
{
    const auto size =
        std::size_t(std::reduce(input.shape.begin(), input.shape.end(), std::int64_t(1), std::multiplies()));
    // The runtime only reads its input, though its interface does not say so.
    const Ort::Value value =
        Ort::Value::CreateTensor<float>(input.isOnDevice ? *answers : host, const_cast<float*>(input.values), size,
                                        input.shape.data(), input.shape.size());
    Ort::IoBinding binding(session);
    binding.BindInput(inputName.c_str(), value);
    for (const std::string& name : outputNames)
        binding.BindOutput(name.c_str(), answers ? *answers : host);
    if (answers && !input.isOnDevice)
        binding.SynchronizeInputs(); // its copy may be queued on another stream than the run
    session.Run(options, binding);
    const std::vector<Ort::Value> answer = binding.GetOutputValues();
    std::vector<std::vector<std::int64_t>> shapes(answer.size());
    std::vector<Output> outputs(answer.size());
    for (std::size_t i = 0; i < answer.size(); ++i) {
        shapes[i] = answer[i].GetTensorTypeAndShapeInfo().GetShape();
        outputs[i] = {shapes[i], answer[i].GetTensorData<float>()};
    }
    take(outputs);
}

Session::Session(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::expected<Session, std::string> Session::open(const std::string& modelPath, const SessionOptions& options)
{
    if (!runtime().environment)
        return std::unexpected(std::string("ONNX Runtime is not open"));
    takeLogged();
    auto opened = guarded([&] {
        Ort::SessionOptions settings;
        settings.SetIntraOpNumThreads(options.threads);
        settings.SetInterOpNumThreads(1);
        settings.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
        // Inputs change their size with every line: a plan for memory would be made for each and never used again.
        settings.DisableMemPattern();
        // A waiting thread sleeps: the converters and the window need the processor.
        settings.AddConfigEntry("session.intra_op.allow_spinning", "0");
        // What leaves its answers in the host's memory is no device, but a test's stand-in for one.
        if (options.device >= 0 && options.memory != std::string_view("Cpu"))
            addDevice(settings, options);
        auto priv = std::make_unique<Private>();
        if (options.stream)
            priv->answers.emplace(options.memory, OrtDeviceAllocator, options.device, OrtMemTypeDefault);
        priv->session = Ort::Session(*runtime().environment, modelPath.c_str(), settings);
        Ort::AllocatorWithDefaultOptions allocator;
        priv->inputName = priv->session.GetInputNameAllocated(0, allocator).get();
        for (std::size_t i = 0; i < priv->session.GetOutputCount(); ++i)
            priv->outputNames.emplace_back(priv->session.GetOutputNameAllocated(i, allocator).get());
        return Session(std::move(priv));
    });
    if (const std::string logged = takeLogged(); !opened && !logged.empty())
        opened = std::unexpected(opened.error() + ": " + logged);
    return opened;
}

std::map<std::string, std::string> Session::metadata() const
{
    std::map<std::string, std::string> entries;
    const auto read = guarded([&] {
        Ort::AllocatorWithDefaultOptions allocator;
        const Ort::ModelMetadata metadata = d->session.GetModelMetadata();
        for (const auto& key : metadata.GetCustomMetadataMapKeysAllocated(allocator))
            if (const auto value = metadata.LookupCustomMetadataMapAllocated(key.get(), allocator))
                entries.emplace(key.get(), value.get());
    });
    return read ? entries : std::map<std::string, std::string>();
}

std::expected<void, std::string> Session::run(const TensorView& input, const TakeOutputs& take,
                                              const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    auto done = guarded([&] {
        Ort::RunOptions options;
        const std::stop_callback terminate(stop, [&] { options.SetTerminate(); });
        if (d->answers)
            options.AddConfigEntry("disable_synchronize_execution_providers", "1");
        d->run(options, input, take);
    });
    if (!done && stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    return done;
}

} // namespace sheaf::gpu
