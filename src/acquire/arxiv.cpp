// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_registry.h"

using namespace Qt::StringLiterals;

/** arXiv: an id is enough, nothing has to be asked. Its etiquette (one connection, three seconds) is in courtesy.cpp.
 */
namespace sheaf {

namespace {

QString arxivIdOf(const Paper& paper)
{
    if (!paper.ids.arxiv.isEmpty())
        return paper.ids.arxiv;
    const bool isArxivDoi = paper.ids.doi.startsWith("10.48550/"_L1);
    return isArxivDoi ? arxivFrom(paper.ids.doi).value_or(QString()) : QString();
}

class Arxiv : public SourceResolver
{
public:
    explicit Arxiv(QUrl base) : m_base(std::move(base)) {}

    QString name() const override { return u"arxiv"_s; }
    QString displayName() const override { return u"arXiv"_s; }
    bool knows(const Paper& paper) const override { return !arxivIdOf(paper).isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<QVector<Candidate>>)> done) override
    {
        const QUrl url = addressUnder(m_base, "/pdf/"_L1 + arxivIdOf(paper));
        const Candidate candidate{url, name(), u"submittedVersion"_s, {}, {}, false};
        QMetaObject::invokeMethod(
            context, [candidate, done = std::move(done)] { done(QVector<Candidate>{candidate}); },
            Qt::QueuedConnection);
    }

private:
    QUrl m_base;
};

} // namespace

std::unique_ptr<SourceResolver> makeArxiv(const Settings& settings)
{
    return std::make_unique<Arxiv>(QUrl(settings.text(u"acquire.arxiv.url"_s)));
}

} // namespace sheaf
