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
constexpr qsizetype mostPageBytes = 200 << 10;
constexpr qsizetype mostLinks = 3;

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

/** A link as it may be followed; empty = it may not. */
QUrl followable(const QString& link, const QUrl& base)
{
    const QUrl url = base.resolved(QUrl(link));
    const bool isWeb = (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
    const bool leadsInside = isThisComputer(url) && !isThisComputer(base);
    return !link.isEmpty() && link.size() <= longestUrl && isWeb && !leadsInside ? url : QUrl();
}

/** The words of a page that a reader would see, lower case, as far as is needed to tell its kind. */
QString visibleWords(const QByteArray& html)
{
    static const QRegularExpression hidden(uR"(<(script|style)\b.*?</\1\s*>|<[^>]{0,4000}>)"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(html.left(mostPageBytes)).replace(hidden, u" "_s).simplified().toLower();
}

bool containsAny(const QString& text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::ranges::any_of(phrases, [&](QLatin1StringView phrase) { return text.contains(phrase); });
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
        if (const QUrl url = followable(withoutEntities(attribute(tag, u"content"_s)), base); !url.isEmpty())
            return url;
    }
    return {};
}

QVector<QUrl> fullTextLinks(const QByteArray& html, const QUrl& base)
{
    static const QRegularExpression link(uR"(<a\b([^>]{0,4000})>(.{0,400}?)</a\s*>)"_s,
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression wording(
        uR"(full[\s-]*text|volltext|texte\s+int|texto\s+completo|\bpdf\b|view\s+online)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVector<QUrl> links;
    const QString page = QString::fromUtf8(html.left(mostPageBytes));
    for (auto it = link.globalMatch(page); it.hasNext() && links.size() < mostLinks;) {
        const auto match = it.next();
        if (!wording.match(match.captured(2)).hasMatch())
            continue;
        const QUrl url = followable(withoutEntities(attribute(match.captured(1), u"href"_s)), base);
        if (!url.isEmpty() && !links.contains(url))
            links.append(url);
    }
    return links;
}

PageKind pageKind(const QByteArray& html)
{
    if (containsAny(QString::fromUtf8(html.left(mostPageBytes)).toLower(),
                    {"cf-challenge"_L1, "challenge-platform"_L1, "g-recaptcha"_L1, "h-captcha"_L1, "datadome"_L1,
                     "px-captcha"_L1}))
        return PageKind::Challenge;
    const QString words = visibleWords(html);
    if (containsAny(words, {"are you a human"_L1, "you are human"_L1, "not a robot"_L1, "captcha"_L1,
                            "checking your browser"_L1, "just a moment"_L1, "unusual traffic"_L1}))
        return PageKind::Challenge;
    if (containsAny(words, {"buy this article"_L1, "purchase"_L1, "get access"_L1, "rent this article"_L1,
                            "institutional login"_L1, "access through your institution"_L1, "log in"_L1, "sign in"_L1,
                            "subscribe"_L1, "subscription"_L1, "pay per view"_L1}))
        return PageKind::Paywall;
    if (containsAny(words, {"not found"_L1, "404"_L1, "access denied"_L1, "forbidden"_L1, "no longer available"_L1,
                            "an error occurred"_L1, "service unavailable"_L1}))
        return PageKind::Error;
    return PageKind::Other;
}

} // namespace sheaf
