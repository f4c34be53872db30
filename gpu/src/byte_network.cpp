// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/byte_network.h"

#include "gpu/session.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <unistd.h>
#include <vector>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#endif
#include <onnx/onnx_pb.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace sheaf::gpu {

namespace {

/** A number stands for scale · (byte − zero). */
struct Scale
{
    float scale = 1;
    std::uint8_t zero = 0;
};

std::map<std::string, Scale> scalesOf(const std::string& ranges)
{
    std::map<std::string, Scale> scales;
    std::istringstream lines(ranges);
    std::string name;
    float least = 0, greatest = 0;
    while (lines >> name >> least >> greatest) {
        least = std::min(least, 0.0F); // nothing must stay nothing
        const float scale = std::max(std::max(greatest, 0.0F) - least, 1e-6F) / 255;
        scales[name] = {scale, std::uint8_t(std::lround(-least / scale))};
    }
    return scales;
}

std::vector<float> floatsOf(const onnx::TensorProto& tensor)
{
    if (!tensor.has_raw_data())
        return {tensor.float_data().begin(), tensor.float_data().end()};
    std::vector<float> values(tensor.raw_data().size() / sizeof(float));
    std::memcpy(values.data(), tensor.raw_data().data(), values.size() * sizeof(float));
    return values;
}

/** Weights in signed bytes: each group of values that makes one output has a scale of its own. */
struct ByteWeights
{
    std::vector<std::int8_t> values;
    std::vector<float> scales;
};

/** `groupOf`: the output that the value of that index belongs to. */
template <typename GroupOf> ByteWeights inBytes(std::span<const float> weights, std::size_t outputs, GroupOf groupOf)
{
    ByteWeights result{std::vector<std::int8_t>(weights.size()), std::vector<float>(outputs, 1e-9F)};
    for (std::size_t i = 0; i < weights.size(); ++i)
        result.scales[groupOf(i)] = std::max(result.scales[groupOf(i)], std::abs(weights[i]) / 127);
    for (std::size_t i = 0; i < weights.size(); ++i)
        result.values[i] = std::int8_t(std::lround(weights[i] / result.scales[groupOf(i)]));
    return result;
}

/** Rewrites one network's nodes. */
class ByteGraph
{
public:
    ByteGraph(onnx::GraphProto& graph, std::map<std::string, Scale> scales)
        : m_graph(graph), m_scales(std::move(scales))
    {
        for (const onnx::TensorProto& tensor : graph.initializer())
            m_constants[tensor.name()] = &tensor;
        for (const onnx::NodeProto& node : graph.node())
            for (const std::string& input : node.input())
                m_users[input].push_back(&node);
        for (const onnx::ValueInfoProto& output : graph.output())
            m_wanted.insert(output.name());
    }

    void rewrite()
    {
        for (const onnx::NodeProto& node : m_graph.node()) {
            const bool isRewritten = node.op_type() == "Conv"     ? rewriteConvolution(node)
                                     : node.op_type() == "MatMul" ? rewriteProduct(node)
                                                                  : m_swallowed.contains(&node);
            if (!isRewritten)
                keep(node);
        }
        m_graph.mutable_node()->Clear();
        for (onnx::NodeProto& node : m_nodes)
            if (node.op_type() != "DequantizeLinear" || m_wanted.contains(node.output(0)))
                *m_graph.add_node() = std::move(node);
        for (onnx::TensorProto& tensor : m_made)
            *m_graph.add_initializer() = std::move(tensor);
    }

private:
    void keep(const onnx::NodeProto& node)
    {
        m_wanted.insert(node.input().begin(), node.input().end());
        m_nodes.push_back(node);
    }

    onnx::NodeProto& add(const char* type, const std::vector<std::string>& inputs, const std::string& output)
    {
        onnx::NodeProto& node = m_nodes.emplace_back();
        node.set_op_type(type);
        node.set_name(output + "/" + type);
        for (const std::string& input : inputs)
            node.add_input(input);
        node.add_output(output);
        return node;
    }

    template <typename Value>
    std::string constant(const std::string& name, onnx::TensorProto::DataType type, std::span<const Value> values,
                         std::span<const std::int64_t> shape)
    {
        onnx::TensorProto& tensor = m_made.emplace_back();
        tensor.set_name(name);
        tensor.set_data_type(type);
        for (const std::int64_t side : shape)
            tensor.add_dims(side);
        tensor.set_raw_data(values.data(), values.size_bytes());
        return name;
    }

    /** The names of a tensor's scale and zero, made when they are first asked for. */
    std::pair<std::string, std::string> scaleNames(const std::string& tensor)
    {
        const std::string scale = tensor + "/scale", zero = tensor + "/zero";
        if (m_scaled.insert(tensor).second) {
            const Scale& how = m_scales.at(tensor);
            constant<float>(scale, onnx::TensorProto::FLOAT, {&how.scale, 1}, {});
            constant<std::uint8_t>(zero, onnx::TensorProto::UINT8, {&how.zero, 1}, {});
        }
        return {scale, zero};
    }

    std::string bytesOf(const std::string& tensor)
    {
        const std::string bytes = tensor + "/bytes";
        if (m_inBytes.insert(tensor).second) {
            m_wanted.insert(tensor);
            const auto [scale, zero] = scaleNames(tensor);
            add("QuantizeLinear", {tensor, scale, zero}, bytes);
        }
        return bytes;
    }

    /** A rectifier behind a convolution is the lower end of the convolution's range. */
    std::string outputOf(const onnx::NodeProto& node)
    {
        const auto& users = m_users[node.output(0)];
        if (users.size() != 1 || users.front()->op_type() != "Relu")
            return node.output(0);
        const std::string& rectified = users.front()->output(0);
        const auto scale = m_scales.find(rectified);
        if (scale == m_scales.end() || scale->second.zero != 0)
            return node.output(0);
        m_swallowed.insert(users.front());
        return rectified;
    }

    std::vector<std::string> weightNames(const std::string& name, const ByteWeights& weights,
                                         std::span<const std::int64_t> shape)
    {
        const std::int64_t outputs = std::int64_t(weights.scales.size());
        const std::vector<std::int8_t> zeros(weights.scales.size());
        return {constant<std::int8_t>(name + "/bytes", onnx::TensorProto::INT8, weights.values, shape),
                constant<float>(name + "/scales", onnx::TensorProto::FLOAT, weights.scales, {&outputs, 1}),
                constant<std::int8_t>(name + "/zeros", onnx::TensorProto::INT8, zeros, {&outputs, 1})};
    }

    bool rewriteConvolution(const onnx::NodeProto& node)
    {
        const auto weights = m_constants.find(node.input(1));
        const auto bias = node.input_size() > 2 ? m_constants.find(node.input(2)) : m_constants.end();
        if (weights == m_constants.end() || (node.input_size() > 2 && bias == m_constants.end()) ||
            !m_scales.contains(node.input(0)))
            return false;
        const std::string output = outputOf(node);
        if (!m_scales.contains(output))
            return false;
        const auto& shape = weights->second->dims();
        const std::vector<float> values = floatsOf(*weights->second);
        const std::size_t outputs = std::size_t(shape[0]), each = values.size() / outputs;
        const ByteWeights bytes = inBytes(values, outputs, [&](std::size_t i) { return i / each; });
        const auto [inScale, inZero] = scaleNames(node.input(0));
        const auto [outScale, outZero] = scaleNames(output);
        std::vector<std::string> inputs{bytesOf(node.input(0)), inScale, inZero};
        for (std::string& name : weightNames(node.input(1), bytes, {shape.data(), std::size_t(shape.size())}))
            inputs.push_back(std::move(name));
        inputs.push_back(outScale);
        inputs.push_back(outZero);
        if (bias != m_constants.end())
            inputs.push_back(biasName(*bias->second, m_scales.at(node.input(0)).scale, bytes.scales));
        *add("QLinearConv", inputs, output + "/bytes").mutable_attribute() = node.attribute();
        m_inBytes.insert(output);
        add("DequantizeLinear", {output + "/bytes", outScale, outZero}, output);
        return true;
    }

    std::string biasName(const onnx::TensorProto& bias, float inputScale, std::span<const float> weightScales)
    {
        const std::vector<float> values = floatsOf(bias);
        std::vector<std::int32_t> whole(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            whole[i] = std::int32_t(std::lround(values[i] / (inputScale * weightScales[i])));
        const auto size = std::int64_t(whole.size());
        return constant<std::int32_t>(bias.name() + "/whole", onnx::TensorProto::INT32, whole, {&size, 1});
    }

    /** By a fixed matrix. What it multiplies is put into bytes by the range that it has at the time. */
    bool rewriteProduct(const onnx::NodeProto& node)
    {
        const auto matrix = m_constants.find(node.input(1));
        if (matrix == m_constants.end() || matrix->second->dims_size() != 2)
            return false;
        const auto& shape = matrix->second->dims();
        const auto columns = std::size_t(shape[1]);
        const std::vector<float> values = floatsOf(*matrix->second);
        const ByteWeights bytes = inBytes(values, columns, [&](std::size_t i) { return i % columns; });
        std::vector<std::string> inputs{node.input(0)};
        for (std::string& name : weightNames(node.input(1), bytes, {shape.data(), 2}))
            inputs.push_back(std::move(name));
        m_wanted.insert(node.input(0));
        std::string output = node.output(0);
        if (const auto& users = m_users[output]; users.size() == 1 && users.front()->op_type() == "Add") {
            const onnx::NodeProto& sum = *users.front();
            const auto bias = m_constants.find(sum.input(sum.input(0) == output ? 1 : 0));
            if (bias != m_constants.end() && bias->second->dims_size() == 1) {
                inputs.insert(inputs.end(), {bias->first});
                output = sum.output(0);
                m_swallowed.insert(&sum);
            }
        }
        add("DynamicQuantizeMatMul", inputs, output).set_domain("com.microsoft");
        return true;
    }

    onnx::GraphProto& m_graph;
    const std::map<std::string, Scale> m_scales;
    std::map<std::string, const onnx::TensorProto*> m_constants;
    std::map<std::string, std::vector<const onnx::NodeProto*>> m_users;
    std::set<const onnx::NodeProto*> m_swallowed;
    std::set<std::string> m_scaled, m_inBytes;
    std::set<std::string> m_wanted; ///< tensors that somebody takes as floats
    std::vector<onnx::NodeProto> m_nodes;
    std::vector<onnx::TensorProto> m_made;
};

/** Weights that no node takes any more. */
void dropUnused(onnx::GraphProto& graph)
{
    std::set<std::string> used;
    for (const onnx::NodeProto& node : graph.node())
        used.insert(node.input().begin(), node.input().end());
    auto* const constants = graph.mutable_initializer();
    const auto unused = std::remove_if(constants->begin(), constants->end(),
                                       [&](const onnx::TensorProto& tensor) { return !used.contains(tensor.name()); });
    constants->erase(unused, constants->end());
}

} // namespace

bool sumsBytes()
{
#if defined(__x86_64__)
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool isShort = __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a & (1U << 4)) != 0; // AVX-VNNI
    return __builtin_cpu_supports("avx512vnni") || (isShort && __builtin_cpu_supports("avx2"));
#else
    return false;
#endif
}

std::expected<void, std::string> writeByteNetwork(const std::string& model, const std::string& ranges,
                                                  const std::string& target)
{
    const std::string own = target + '.' + std::to_string(getpid()); // others may be writing it, too
    const std::string fused = own + ".fused", part = own + ".part";
    if (const auto written = writeFused(model, fused); !written)
        return written;
    onnx::ModelProto network;
    const bool isRead = [&] {
        std::ifstream file(fused, std::ios::binary);
        return network.ParseFromIstream(&file);
    }();
    std::error_code problem;
    std::filesystem::remove(fused, problem);
    if (!isRead)
        return std::unexpected(fused + " is no network");
    ByteGraph(*network.mutable_graph(), scalesOf(ranges)).rewrite();
    dropUnused(*network.mutable_graph());
    std::ofstream file(part, std::ios::binary);
    const bool isWritten = network.SerializeToOstream(&file) && file.flush();
    file.close();
    if (isWritten)
        std::filesystem::rename(part, target, problem);
    if (isWritten && !problem)
        return {};
    std::filesystem::remove(part, problem);
    return std::unexpected(target + " cannot be written");
}

} // namespace sheaf::gpu
