// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/session.h"

#include "shared_library.h"

#include <mutex>
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

struct Session::Private
{
    Ort::Session session{nullptr};
    std::string inputName, outputName;
};

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
        if (options.device >= 0) {
            OrtCUDAProviderOptions cuda{};
            cuda.device_id = options.device;
            // Trying all ways of each convolution takes seconds for each new shape, and lines have many.
            cuda.cudnn_conv_algo_search = OrtCudnnConvAlgoSearchHeuristic;
            cuda.arena_extend_strategy = 1; // as much as is asked for: doubling would pass the limit early
            if (options.memoryLimit > 0)
                cuda.gpu_mem_limit = options.memoryLimit;
            settings.AppendExecutionProvider_CUDA(cuda);
        }
        auto priv = std::make_unique<Private>();
        priv->session = Ort::Session(*runtime().environment, modelPath.c_str(), settings);
        Ort::AllocatorWithDefaultOptions allocator;
        priv->inputName = priv->session.GetInputNameAllocated(0, allocator).get();
        priv->outputName = priv->session.GetOutputNameAllocated(0, allocator).get();
        return Session(std::move(priv));
    });
    if (const std::string logged = takeLogged(); !opened && !logged.empty())
        opened = std::unexpected(opened.error() + ": " + logged);
    return opened;
}

std::string Session::metadata(const std::string& key) const
{
    return guarded([&] {
               Ort::AllocatorWithDefaultOptions allocator;
               const auto found =
                   d->session.GetModelMetadata().LookupCustomMetadataMapAllocated(key.c_str(), allocator);
               return found ? std::string(found.get()) : std::string();
           })
        .value_or(std::string());
}

std::expected<void, std::string> Session::run(const Tensor& input, const std::function<void(const Output&)>& take,
                                              const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    auto done = guarded([&] {
        Ort::RunOptions options;
        const std::stop_callback terminate(stop, [&] { options.SetTerminate(); });
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        // The runtime only reads its input, though its interface does not say so.
        const Ort::Value value =
            Ort::Value::CreateTensor<float>(memory, const_cast<float*>(input.values.data()), input.values.size(),
                                            input.shape.data(), input.shape.size());
        const char* const inputs[] = {d->inputName.c_str()};
        const char* const outputs[] = {d->outputName.c_str()};
        const std::vector<Ort::Value> answers = d->session.Run(options, inputs, &value, 1, outputs, 1);
        const std::vector<std::int64_t> shape = answers.front().GetTensorTypeAndShapeInfo().GetShape();
        take({shape, answers.front().GetTensorData<float>()});
    });
    if (!done && stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    return done;
}

} // namespace sheaf::gpu
