// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputs_session.h"

#define ORT_API_MANUAL_INIT // openRuntime() does it, for all of the program
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

struct OutputsSession::Private
{
    Ort::Env environment; ///< the one that there is: the runtime counts its users
    Ort::Session session{nullptr};
    std::string input;
    std::vector<std::string> outputs;
};

OutputsSession::OutputsSession(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
OutputsSession::~OutputsSession() = default;
OutputsSession::OutputsSession(OutputsSession&&) noexcept = default;
OutputsSession& OutputsSession::operator=(OutputsSession&&) noexcept = default;

std::expected<OutputsSession, std::string> OutputsSession::open(const std::string& modelPath, int threads)
try {
    Ort::SessionOptions settings;
    settings.SetIntraOpNumThreads(threads);
    settings.SetInterOpNumThreads(1);
    settings.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
    settings.AddConfigEntry("session.intra_op.allow_spinning", "0"); // as Session's
    auto priv = std::make_unique<Private>();
    priv->session = Ort::Session(priv->environment, modelPath.c_str(), settings);
    const Ort::AllocatorWithDefaultOptions allocator;
    priv->input = priv->session.GetInputNameAllocated(0, allocator).get();
    for (std::size_t i = 0; i < priv->session.GetOutputCount(); ++i)
        priv->outputs.emplace_back(priv->session.GetOutputNameAllocated(i, allocator).get());
    return OutputsSession(std::move(priv));
} catch (const std::exception& error) {
    return std::unexpected(std::string(error.what()));
}

std::expected<void, std::string> OutputsSession::run(const Tensor& input,
                                                     const std::function<void(std::span<const Output>)>& take,
                                                     const std::stop_token& stop) const
try {
    if (stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    Ort::RunOptions options;
    const std::stop_callback terminate(stop, [&] { options.SetTerminate(); });
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    // The runtime only reads its input, though its interface does not say so.
    const Ort::Value value = Ort::Value::CreateTensor<float>(
        memory, const_cast<float*>(input.values.data()), input.values.size(), input.shape.data(), input.shape.size());
    const char* const inputs[] = {d->input.c_str()};
    std::vector<const char*> names;
    for (const std::string& name : d->outputs)
        names.push_back(name.c_str());
    const std::vector<Ort::Value> answers = d->session.Run(options, inputs, &value, 1, names.data(), names.size());
    std::vector<std::vector<std::int64_t>> shapes;
    for (const Ort::Value& answer : answers)
        shapes.push_back(answer.GetTensorTypeAndShapeInfo().GetShape());
    std::vector<Output> outputs;
    for (std::size_t i = 0; i < answers.size(); ++i)
        outputs.push_back({shapes[i], answers[i].GetTensorData<float>()});
    take(outputs);
    return {};
} catch (const std::exception& error) {
    return std::unexpected(std::string(stop.stop_requested() ? "stopped" : error.what()));
}

} // namespace sheaf::gpu
