// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identifiers.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A DOI as the handbook's §2.2 has it, with the characters that publishers really use; angle brackets only as in a
 * SICI. */
const QRegularExpression& doiPattern()
{
    static const QRegularExpression pattern(
        uR"(\b10\.\d{4,9}(?:\.\d+)*/(?:[^\s"'<>«»“”{}|\\^`\p{C}]|<\d+:[\w:-]*>(?=\d))+)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression& newArxivPattern()
{
    static const QRegularExpression pattern(uR"((?<![\d./])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d]))"_s);
    return pattern;
}

const QRegularExpression& oldArxivPattern()
{
    static const QRegularExpression pattern(
        uR"(\b((?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|alg-geom|chao-dyn|cmp-lg|comp-gas|dg-ga|funct-an|patt-sol|q-alg|solv-int|adap-org|math|physics|nlin|cs|q-bio|q-fin|stat)(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)"_s);
    return pattern;
}

/** Closing punctuation goes; a bracket only when it was not opened inside the DOI, as old Wiley and Elsevier DOIs hold
 * pairs of them. */
QString withoutTrail(QString doi)
{
    const auto unbalanced = [&doi](QChar open, QChar close) {
        return doi.endsWith(close) && doi.count(close) > doi.count(open);
    };
    for (bool again = true; again && !doi.isEmpty();) {
        again = false;
        const QChar last = doi.back();
        if (u".,;:?!*'’\"&"_s.contains(last) || unbalanced('('_L1, ')'_L1) || unbalanced('['_L1, ']'_L1)) {
            doi.chop(1);
            again = true;
        }
    }
    static const QRegularExpression extension(uR"(\.(pdf|html?|xml|epub)$)"_s);
    return doi.remove(extension);
}

/** `10.1234/abc?download=1` and `…#page` come from URLs; a DOI with them is unheard of. */
QString withoutUrlTail(const QString& doi)
{
    const auto cut = std::ranges::find_if(doi, [](QChar c) { return c == '?'_L1 || c == '#'_L1 || c == '&'_L1; });
    return doi.left(cut - doi.begin());
}

QString cleanDoi(QStringView raw)
{
    return withoutTrail(withoutUrlTail(raw.toString().toLower()));
}

QString cleanArxiv(const QRegularExpressionMatch& match)
{
    QString id = match.captured(1);
    static const QRegularExpression subject(uR"(\.[A-Z]{2}/)"_s);
    return id.replace(subject, u"/"_s);
}

void appendNew(QStringList& list, const QString& value)
{
    if (!value.isEmpty() && !list.contains(value))
        list.append(value);
}

} // namespace

std::optional<QString> doiFrom(QStringView text)
{
    QString candidate = text.trimmed().toString();
    if (candidate.contains("%2f"_L1, Qt::CaseInsensitive))
        candidate = QUrl::fromPercentEncoding(candidate.toUtf8());
    const auto match = doiPattern().match(candidate);
    if (!match.hasMatch())
        return std::nullopt;
    static const QRegularExpression lead(
        uR"(^[\s{(\["'<]*(?:(?:https?://)?[\w.-]*doi[\w.-]*(?:/[\w./-]*?)?/|doi\s*[:=]?\s*)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringView before = QStringView(candidate).left(match.capturedStart());
    const bool isUrl = before.startsWith("http"_L1, Qt::CaseInsensitive);
    if (!isUrl && !lead.match(before).hasMatch())
        return std::nullopt;
    const QString doi = cleanDoi(match.capturedView());
    return doi.size() > 8 ? std::optional(doi) : std::nullopt;
}

std::optional<QString> arxivFrom(QStringView text)
{
    static const QRegularExpression lead(
        uR"(^(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv\s*[:.]\s*|(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.)?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringView trimmed = text.trimmed();
    const QStringView rest = trimmed.mid(lead.match(trimmed).capturedLength());
    for (const QRegularExpression* pattern : {&newArxivPattern(), &oldArxivPattern()}) {
        const auto match = pattern->match(rest);
        static const QRegularExpression tail(uR"(^(?:\.pdf)?(?:\s*\[[\w.-]+\])?[/.,;]?$)"_s);
        if (match.hasMatch() && match.capturedStart() == 0 && tail.match(rest.mid(match.capturedEnd())).hasMatch())
            return cleanArxiv(match);
    }
    return std::nullopt;
}

QStringList findDois(QStringView text)
{
    QStringList found;
    for (auto it = doiPattern().globalMatch(text); it.hasNext();) {
        const QString doi = cleanDoi(it.next().capturedView());
        if (doi.size() > 8)
            appendNew(found, doi);
    }
    return found;
}

QStringList findArxivIds(QStringView text)
{
    // A bare "2101.01234" may be any number: in running text an id must be named as arXiv's or stand in its URL.
    static const QRegularExpression named(
        uR"((?:arxiv\s*(?:preprint)?\s*[:.]?\s*(?:arxiv\s*:\s*)?|arxiv\.org/(?:abs|pdf|html|format)/|10\.48550/arxiv\.)([\w.-]+(?:/\d{7})?))"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto it = named.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        for (const QRegularExpression* pattern : {&newArxivPattern(), &oldArxivPattern()}) {
            const auto id = pattern->match(match.capturedView(1));
            if (id.hasMatch() && id.capturedStart() == 0)
                appendNew(found, cleanArxiv(id));
        }
    }
    return found;
}

QStringList findUrls(QStringView text)
{
    static const QRegularExpression pattern(uR"(https?://[^\s"'<>{}|\\^`\p{C}]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        QString url = it.next().captured();
        while (!url.isEmpty() &&
               (u".,;:!?'\""_s.contains(url.back()) || (url.endsWith(')'_L1) && !url.contains('('_L1))))
            url.chop(1);
        if (QUrl(url, QUrl::StrictMode).isValid())
            appendNew(found, url);
    }
    return found;
}

QString arxivDoi(QStringView arxivId)
{
    return u"10.48550/arxiv."_s + arxivId.toString().toLower();
}

} // namespace sheaf
