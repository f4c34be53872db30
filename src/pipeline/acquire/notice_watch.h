// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/completer.h"
#include "pipeline/engine/paper_book.h"

/**
 * Asks catalogues, in groups and once for as long as the file is open, what became of the papers of a run since they
 * came out: a retraction is shown beside the paper, which is read all the same. Engine thread.
 */
namespace sheaf {

class NoticeWatch : public QObject
{
    Q_OBJECT
public:
    NoticeWatch(PaperBook& papers, const SecretSource& secrets) : m_papers(papers), m_secrets(secrets) {}

    /** Those that have a DOI and were not asked about; nobody where the settings do not let catalogues be asked. */
    void ask(const QVector<PaperId>& papers, const Settings& settings);
    /** Its answer is known. */
    void skip(PaperId paper) { m_asked.insert(paper); }
    /** Gives up what is out; it is asked about at the next start. */
    void stop();
    bool isBusy() const { return m_completer != nullptr; }

Q_SIGNALS:
    void moved();

private:
    void next();
    void tell(PaperId paper, const Completion& known);

    PaperBook& m_papers;
    const SecretSource m_secrets;
    Settings m_settings;
    QSet<PaperId> m_asked;
    QVector<PaperId> m_waiting, m_out;
    std::unique_ptr<Completer> m_completer; ///< while it asks
};

} // namespace sheaf
