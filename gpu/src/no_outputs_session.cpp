// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputs_session.h"

namespace sheaf::gpu {

struct OutputsSession::Private
{};

OutputsSession::OutputsSession(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
OutputsSession::~OutputsSession() = default;
OutputsSession::OutputsSession(OutputsSession&&) noexcept = default;
OutputsSession& OutputsSession::operator=(OutputsSession&&) noexcept = default;

std::expected<OutputsSession, std::string> OutputsSession::open(const std::string&, int)
{
    return std::unexpected(std::string("Sheaf was built without ONNX Runtime"));
}

std::expected<void, std::string> OutputsSession::run(const Tensor&, const std::function<void(std::span<const Output>)>&,
                                                     const std::stop_token&) const
{
    return std::unexpected(std::string("Sheaf was built without ONNX Runtime"));
}

} // namespace sheaf::gpu
