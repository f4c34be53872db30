// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QXmlStreamAttributes>

#include <optional>

/** A TEI document as a tree with mixed content: a service's answer is read whole. Nothing is fetched, depth is bounded.
 * Pure, any thread. */
namespace sheaf {

struct TeiNode
{
    QString name; ///< without prefix; empty = a stretch of text
    QString text; ///< of a stretch
    QXmlStreamAttributes attributes;
    QVector<TeiNode> parts;

    QString attribute(QLatin1StringView key) const { return attributes.value(key).toString(); }
    /** The first child of this name, null if there is none. */
    const TeiNode* first(QLatin1StringView childName) const;
    QVector<const TeiNode*> all(QLatin1StringView childName) const;
    /** In the order of the document, at any depth. */
    QVector<const TeiNode*> everywhere(QLatin1StringView descendantName) const;
};

/** Nothing for XML that is broken or is no TEI. */
std::optional<TeiNode> readTei(const QByteArray& xml);

} // namespace sheaf
