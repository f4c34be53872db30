// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"

/**
 * A result as a search index keeps it: one document a paper, with the paper's full text in `content` and each answer
 * with its state and quotes in `answers`. Nothing in it depends on when it is written. Pure functions, any thread.
 */
namespace sheaf {

QJsonObject indexedDocument(const SinkRecord& record, const QVector<Column>& columns, bool withText);
/** The index's "properties". What is not named here is kept and not searched, so that no answer can contradict it. */
QJsonObject indexedFields();
/** The fields that another index of the same name has as something else: "doi (text instead of keyword)". */
QStringList contradictions(const QJsonObject& properties);

} // namespace sheaf
