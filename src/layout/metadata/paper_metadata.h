// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/references/csl_item.h"

#include <QStringList>

/** What a paper prints about itself. Value types, any thread. */
namespace sheaf {

struct PaperMetadata
{
    CslItem work;                      ///< title, authors in order, journal, volume, pages, year, DOI, arXiv id
    QVector<QStringList> affiliations; ///< of each author of `work`; may be shorter
    QString abstract;
    QStringList keywords;
    QString language; ///< ISO 639-1, of the running text; empty if unsure
};

/** CSL-JSON, with `abstract`, `keyword` and `language`; authors carry `affiliation` as Crossref has it. */
QJsonObject toJson(const PaperMetadata& metadata);

} // namespace sheaf
