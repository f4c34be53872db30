// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/**
 * Identifiers of papers, normalised so that equal papers compare equal. Pure functions, any thread.
 * DOI: lower case, no resolver prefix, no trailing punctuation or file extension. arXiv: "2101.01234" or
 * "math/0211159", no version. PMID: digits. PMCID: "PMC" and digits.
 */
namespace sheaf {

struct Identifiers
{
    QString doi;
    QString arxiv;
    QString pmid;
    QString pmcid;

    bool isEmpty() const { return doi.isEmpty() && arxiv.isEmpty() && pmid.isEmpty() && pmcid.isEmpty(); }
    bool operator==(const Identifiers&) const = default;
};

/** The DOI that `text` is (with or without "doi:", a resolver URL, braces, trailing punctuation), else nothing. */
std::optional<QString> doiFrom(QStringView text);
/** The arXiv id that `text` is ("arXiv:1706.03762v7", an abs/pdf URL, a 10.48550 DOI, an old-style id), else nothing.
 */
std::optional<QString> arxivFrom(QStringView text);

/** All distinct identifiers standing anywhere in running text, in order of appearance. */
QStringList findDois(QStringView text);
QStringList findArxivIds(QStringView text);
QStringList findUrls(QStringView text);

/** The DOI that arXiv registers for an id: "10.48550/arxiv.1706.03762". */
QString arxivDoi(QStringView arxivId);

} // namespace sheaf
