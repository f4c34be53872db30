// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

/**
 * A work as a bibliography names it, with the fields and types of CSL-JSON (https://docs.citationstyles.org). Empty
 * fields were not printed. Value types, any thread.
 */
namespace sheaf {

struct CslName
{
    QString family;
    QString given;
    QString particle; ///< "van der", where it was printed apart from the family name
    QString suffix;   ///< "Jr."
    QString literal;  ///< an organisation; then nothing else is set

    bool operator==(const CslName&) const = default;
};

struct CslItem
{
    QString label; ///< printed in front: "12", "Bak+20"
    QString type;
    QString title;
    QVector<CslName> author, editor;
    int year = 0;
    QString container; ///< journal, proceedings or book that it is part of
    QString volume, issue, page;
    QString publisher, place, edition, version;
    QString genre; ///< of a thesis or report
    QString doi;   ///< normalised
    QString url;
    QString arxiv, pmid, isbn;
};

QJsonObject toJson(const CslName& name);
/** `id` is the item's CSL id, unique in its list. */
QJsonObject toJson(const CslItem& item, const QString& id);
/** A reference list: the ids are the places in the list, "ref-1" and so on. */
QJsonArray toJson(const QVector<CslItem>& items);

} // namespace sheaf
