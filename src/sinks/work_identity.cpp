// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/work_identity.h"

#include <QCryptographicHash>

namespace sheaf {

QByteArray workIdentity(const Paper& paper, const QByteArray& fileHash)
{
    const Identifiers& ids = paper.ids;
    if (!ids.doi.isEmpty())
        return ids.doi.toUtf8();
    if (!ids.arxiv.isEmpty())
        return "arxiv:" + ids.arxiv.toUtf8();
    if (!ids.pmid.isEmpty())
        return "pmid:" + ids.pmid.toUtf8();
    if (!ids.pmcid.isEmpty())
        return "pmcid:" + ids.pmcid.toUtf8();
    if (!fileHash.isEmpty())
        return "sha256:" + fileHash;
    const QString author = paper.authors.isEmpty() ? QString() : foldForMatching(paper.authors.constFirst().family);
    return "title:" + foldForMatching(paper.title).toUtf8() + '|' + QByteArray::number(paper.year) + '|' +
           author.toUtf8();
}

QString workHash(const Paper& paper, const QByteArray& fileHash)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(workIdentity(paper, fileHash), QCryptographicHash::Sha256).toHex());
}

} // namespace sheaf
