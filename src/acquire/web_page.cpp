// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/web_page.h"

#include "net/http_client.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype longestUrl = 2000;
constexpr qsizetype longestTag = 4000;

QString attribute(QStringView tag, const QString& name)
{
    const QRegularExpression pattern(u"\\b%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(tag);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

QString withoutEntities(QString text)
{
    return text.replace("&amp;"_L1, "&"_L1).replace("&#38;"_L1, "&"_L1).replace("&#x26;"_L1, "&"_L1).trimmed();
}

} // namespace

QUrl citationPdfUrl(const QByteArray& html, const QUrl& base)
{
    const QString page = QString::fromUtf8(html);
    qsizetype begin = 0, end = 0;
    while ((begin = page.indexOf("<meta"_L1, end, Qt::CaseInsensitive)) >= 0 &&
           (end = page.indexOf('>'_L1, begin)) >= 0) {
        const QStringView tag = QStringView(page).mid(begin, std::min(end - begin, longestTag));
        const QString name = attribute(tag, u"name"_s) + attribute(tag, u"property"_s);
        if (name.compare("citation_pdf_url"_L1, Qt::CaseInsensitive) != 0)
            continue;
        const QString content = withoutEntities(attribute(tag, u"content"_s));
        const QUrl url = base.resolved(QUrl(content));
        const bool isWeb = (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
        const bool leadsInside = isThisComputer(url) && !isThisComputer(base);
        if (!content.isEmpty() && content.size() <= longestUrl && isWeb && !leadsInside)
            return url;
    }
    return {};
}

} // namespace sheaf
