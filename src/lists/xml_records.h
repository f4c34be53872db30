// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/paper_builder.h"

#include <span>

/**
 * What the flat XML formats share: records as lists of their leaves (xml_tree.h), each with its path below the record.
 * Linear; any thread.
 */
namespace sheaf {

struct XmlField
{
    QString path; ///< "titles/title"
    QString kind; ///< the attribute that tells what the value is: IdType, EIdType, name, …
    QString value;
    int line = 0;
};

struct XmlRecord
{
    int line = 0;
    QVector<XmlField> fields;
};

struct XmlRule
{
    QLatin1StringView path;
    PaperField field;
};

QVector<XmlRecord> xmlRecords(const QString& text, const QStringList& recordNames, QVector<ListWarning>& warnings);
/** Earlier rules win where several give the same. */
void applyXml(PaperBuilder& builder, const XmlRecord& record, std::span<const XmlRule> rules);

} // namespace sheaf
