// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QJsonObject>

/**
 * What a courier is told, through its standard input and nowhere else: one line of JSON, then the body. The line says
 * how long the body is, so that an order that was cut by the death of its sender is not carried out. Any thread.
 */
namespace sheaf {

struct CourierOrder
{
    QString spoolFolder;
    QString id;
    HttpRequest request;
};

QByteArray packOrder(const CourierOrder& order);
/** Nothing when the order is incomplete. */
std::optional<CourierOrder> unpackOrder(const QByteArray& bytes);

} // namespace sheaf
