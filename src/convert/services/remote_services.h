// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/remote_service.h"
#include "convert/services/service_calls.h"

/** The services of the registry, each made in the file of its kind. Private to this room. */
namespace sheaf {

struct ServiceSetup
{
    ServiceAddress address;
    QString model;  ///< "convert.model": of a server that has several
    QString folder; ///< "convert.folder": that a service without uploads reads from
    QString prompt; ///< "convert.prompt"; empty = ours
};

std::unique_ptr<RemoteService> makeMarkerService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeDatalabService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeDoclingService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeMineruService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeGrobidService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeJobService(const ServiceSetup& setup);
std::unique_ptr<RemoteService> makeVisionService(const ServiceSetup& setup);

} // namespace sheaf
