// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"
#include "pipeline/acquire/download_watch.h"

#include <QObject>
#include <QSet>
#include <QTimer>

/** Brings what the user downloads to the papers that need a document: watches the folder while there are such papers,
 * gives what is surely a paper's to it, and asks about the rest. Main thread. */
namespace sheaf {

class AttentionBar;
class PapersPage;
class Session;
struct PaperRow;

class AttentionDesk : public QObject
{
    Q_OBJECT
public:
    AttentionDesk(Session* session, PapersPage* page, QWidget* window);

    /** After rows have changed. */
    void refresh();
    /** The paper's page was opened: its document is to be expected. */
    void expect(PaperId paper) { m_watch.setExpected(paper); }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void loadPapers();
    void watch();
    void chooseFolder();
    void take(PaperId paper, const QString& path);
    QString titleOf(PaperId paper) const;

    Session* m_session;
    PapersPage* m_page;
    AttentionBar* m_bar;
    QWidget* m_window;
    DownloadWatch m_watch;
    QTimer m_reload;               ///< papers come in bursts
    QSet<PaperId> m_wanting;       ///< the failed ones, too
    QVector<PaperId> m_unanswered; ///< as a source was down
    int m_needing = 0;             ///< those that need attention
};

/** It has no document, or one that is of no use: another one may help. */
bool wantsDocument(const PaperRow& row);

} // namespace sheaf
