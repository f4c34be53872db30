// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/session.h"

namespace sheaf::gpu {

namespace {

std::unexpected<std::string> leftOut()
{
    return std::unexpected(std::string("Sheaf was built without ONNX Runtime"));
}

} // namespace

struct Session::Private
{};

Session::Session(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::expected<std::string, std::string> openRuntime(const std::string&)
{
    return leftOut();
}

std::expected<void, std::string> writeFused(const std::string&, const std::string&)
{
    return leftOut();
}

std::expected<Session, std::string> Session::open(const std::string&, const SessionOptions&)
{
    return leftOut();
}

std::map<std::string, std::string> Session::metadata() const
{
    return {};
}

std::expected<void, std::string> Session::run(const TensorView&, const TakeOutputs&, const std::stop_token&) const
{
    return leftOut();
}

} // namespace sheaf::gpu
