// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "net/http_client.h"

/**
 * What a conversion service's troubles mean, in one vocabulary. Four outcomes that must not be mixed up: this document
 * is bad (convert.failed, convert.timeout, convert.memory), later (convert.service-busy), our request is bad
 * (convert.service-refused, convert.service-key), the service is down (convert.service-down). Pure, any thread.
 */
namespace sheaf {

/** The device had no memory for the document: a smaller range of pages may fit. */
inline constexpr QLatin1StringView outOfMemoryCode("convert.memory");
/** The service does not know our job any more. Never leaves this room. */
inline constexpr QLatin1StringView jobLostCode("convert.job-lost");

std::unexpected<Failure> documentFailed(const QString& detail);
std::unexpected<Failure> documentTimedOut(const QString& detail);
std::unexpected<Failure> documentNeedsMemory(const QString& detail);
std::unexpected<Failure> serviceIsBusy(const QString& detail);
std::unexpected<Failure> serviceIsDown(const QString& detail);
std::unexpected<Failure> serviceRefuses(const QString& detail);
std::unexpected<Failure> jobIsLost(const QString& detail);
std::unexpected<Failure> conversionStopped();

/** Of a request that got no reply. */
std::unexpected<Failure> failureOfNet(const Failure& failure);
/** Of a status ≥ 400, as most services mean it. */
std::unexpected<Failure> failureOfStatus(const HttpReply& reply);
/** The reply itself where its status is below 400. */
Result<HttpReply> checkedReply(Result<HttpReply> reply);
/** Whether a failed document's reason is the memory of the service's device. */
bool isMemoryTrouble(QStringView reason);

/** The troubles of the service as a whole: no other converter is tried for them, the stage waits. */
bool isServiceTrouble(const Failure& failure);

} // namespace sheaf
