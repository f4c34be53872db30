// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_registry.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** The places that the list itself names. Those that look like a PDF come first of all sources; pages come last, as
 * most are a publisher's, where only a few lead on to an open PDF. */
namespace sheaf {

bool leadsToPdf(const QUrl& url)
{
    const QString path = url.path().toLower();
    return path.endsWith("pdf"_L1) || path.contains("/pdf/"_L1) || path.contains("/pdfdirect/"_L1) ||
           path.contains("/doi/pdf"_L1) || path.contains("/content/pdf"_L1) || path.endsWith(".md"_L1) ||
           path.endsWith(".txt"_L1);
}

namespace {

class ListUrls : public SourceResolver
{
public:
    explicit ListUrls(bool pdfs) : m_pdfs(pdfs) {}

    QString displayName() const override { return QCoreApplication::translate("acquire", "List"); }
    bool knows(const Paper& paper) const override { return !candidates(paper).isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        answerLater<Candidates>(context, std::move(done), candidates(paper));
    }

private:
    Candidates candidates(const Paper& paper) const
    {
        Candidates found;
        for (const QString& text : paper.urls) {
            const QUrl url(text.trimmed());
            const bool isWeb = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
            if (isWeb && leadsToPdf(url) == m_pdfs)
                found.append({url, {}, {}, {}, !m_pdfs});
        }
        return found;
    }

    bool m_pdfs;
};

} // namespace

std::unique_ptr<SourceResolver> makeListPdfs(const SourceSetup&)
{
    return std::make_unique<ListUrls>(true);
}

std::unique_ptr<SourceResolver> makeListPages(const SourceSetup&)
{
    return std::make_unique<ListUrls>(false);
}

} // namespace sheaf
