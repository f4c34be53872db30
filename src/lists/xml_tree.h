// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

#include <QHash>

#include <functional>

/**
 * XML as small trees, one a record, names without their prefix. Mark-up within text (<i>, <style>) is dissolved. Broken
 * XML ends the list with a warning; what stood before is kept. No DTD is fetched, entities are limited
 * (QXmlStreamReader), and what is nested deeper than any bibliographic format is skipped. Linear; any thread.
 */
namespace sheaf {

struct XmlNode
{
    QString name;
    QHash<QString, QString> attributes;
    QString text; ///< its own, white space folded
    QVector<XmlNode> children;
    int line = 0;

    /** The first below a path ("titles/title"), nullptr if there is none. */
    const XmlNode* find(QStringView path) const;
    /** Its text, empty if there is none. */
    QString textAt(QStringView path) const;
    /** All that a path leads to, in the order of the document. */
    QVector<const XmlNode*> all(QStringView path) const;
};

/** `depth`: 0 for the document's element. What is within a record is not asked about. */
using IsXmlRecord = std::function<bool(QStringView name, int depth)>;

QVector<XmlNode> xmlNodes(const QString& text, const IsXmlRecord& isRecord, QVector<ListWarning>& warnings);

} // namespace sheaf
