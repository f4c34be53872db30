// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/notice_watch.h"

namespace sheaf {

void NoticeWatch::ask(const QVector<PaperId>& papers, const Settings& settings)
{
    if (!Completer::isAllowed(settings))
        return;
    m_settings = settings;
    for (const PaperId paper : papers) {
        const PaperEntry* entry = m_papers.find(paper);
        if (!entry || entry->paper.ids.doi.isEmpty() || entry->status.state == State::Skipped ||
            m_asked.contains(paper))
            continue;
        m_asked.insert(paper);
        m_waiting.append(paper);
    }
    if (!m_completer)
        next();
}

void NoticeWatch::next()
{
    m_out = std::exchange(m_waiting, {});
    if (m_out.isEmpty())
        return;
    QVector<Paper> papers;
    for (const PaperId paper : std::as_const(m_out))
        if (const PaperEntry* entry = m_papers.find(paper))
            papers.append(entry->paper);
    m_completer = std::make_unique<Completer>(m_settings, m_secrets);
    connect(m_completer.get(), &Completer::completed, this,
            [this, papers](int index, const Completion& known) { tell(papers[index].id, known); });
    connect(m_completer.get(), &Completer::finished, this, [this] {
        m_completer.release()->deleteLater();
        next();
        Q_EMIT moved();
    });
    m_completer->start(papers);
}

void NoticeWatch::tell(PaperId paper, const Completion& known)
{
    const QString notice = noticeSentence(known);
    if (notice.isEmpty())
        return;
    m_papers.update(
        paper, [&notice](PaperStatus& s) { s.notice = notice; }, notice);
    Q_EMIT moved();
}

void NoticeWatch::stop()
{
    m_completer.reset();
    for (const QVector<PaperId>& open : {std::exchange(m_out, {}), std::exchange(m_waiting, {})})
        for (const PaperId paper : open)
            m_asked.remove(paper);
}

} // namespace sheaf
