// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/attention_desk.h"

#include "ui/papers/attention_bar.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/papers_page.h"
#include "ui/window/file_question.h"
#include "ui/window/session.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int reloadMs = 500;

QString folderOf(const Settings& settings)
{
    const QString chosen = settings.text(u"acquire.downloads.folder"_s);
    return chosen.isEmpty() ? DownloadWatch::systemFolder() : chosen;
}

} // namespace

bool wantsDocument(const PaperRow& row)
{
    const bool held = row.state == State::NeedsAttention || row.state == State::Failed;
    const bool isDocuments =
        row.failure && (row.failure->stage == Stage::Acquire || row.failure->stage == Stage::Convert);
    return held && isDocuments && row.failure->code != "pdf.encrypted"_L1 && row.failure->code != "pdf.password"_L1;
}

AttentionDesk::AttentionDesk(Session* session, PapersPage* page, QWidget* window)
    : QObject(window), m_session(session), m_page(page), m_bar(page->attention()), m_window(window)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &AttentionDesk::loadPapers);
    connect(m_session, &Session::settingsChanged, this, &AttentionDesk::watch);
    connect(m_session, &Session::fileChanged, this, [this] {
        m_bar->forgetQuestions();
        m_watch.setExpected(0);
    });
    connect(&m_watch, &DownloadWatch::matched, this, &AttentionDesk::take);
    connect(&m_watch, &DownloadWatch::unsure, this, [this](PaperId paper, const QString& path, const QString& reason) {
        if (m_wanting.contains(paper))
            m_bar->ask(paper, titleOf(paper), path, reason);
    });
    connect(&m_watch, &DownloadWatch::taken, &m_session->engine(), &Engine::attachFile);
    connect(m_bar, &AttentionBar::answered, this, [this](PaperId paper, const QString& path, bool same) {
        if (same)
            take(paper, path);
    });
    connect(m_bar, &AttentionBar::retryRequested, this, [this] { m_session->engine().retryPapers(m_unanswered); });
    connect(m_bar, &AttentionBar::folderRequested, this, &AttentionDesk::chooseFolder);
}

void AttentionDesk::refresh()
{
    QSet<PaperId> wanting;
    int needing = 0;
    QVector<PaperId> unanswered;
    QStringList silent;
    for (const PaperRow& row : m_page->papers()->rows()) {
        if (!wantsDocument(row))
            continue;
        wanting.insert(row.id);
        needing += row.state == State::NeedsAttention;
        if (row.failure->code == "acquire.no-answer"_L1) {
            unanswered.append(row.id);
            silent += row.failure->detail.split(u", "_s);
        }
    }
    if (wanting == m_wanting && needing == m_needing && unanswered == m_unanswered)
        return;
    m_wanting = wanting;
    m_needing = needing;
    m_unanswered = unanswered;
    silent.removeDuplicates();
    m_bar->setUnanswered(int(unanswered.size()), silent.join(u", "_s));
    watch();
    m_reload.start();
}

/** Only while somebody waits: what is downloaded at other times is none of our business. */
void AttentionDesk::watch()
{
    const Settings& settings = m_session->settings();
    const QString folder = settings.flag(u"acquire.downloads.watch"_s) ? folderOf(settings) : QString();
    m_watch.setFolder(m_wanting.isEmpty() ? QString() : folder);
    m_bar->set(m_needing, folder);
}

void AttentionDesk::loadPapers()
{
    m_session->loadExisting(this, [this](const ExistingPapers& existing) {
        QVector<Paper> papers = existing.papers;
        papers.removeIf([this](const Paper& paper) { return !m_wanting.contains(paper.id); });
        m_watch.setPapers(papers);
    });
}

void AttentionDesk::take(PaperId paper, const QString& path)
{
    if (!m_wanting.contains(paper))
        return;
    // Not where our own downloads lie: those count as open copies.
    m_watch.take(paper, path, m_session->file() + ".files/given"_L1);
    Q_EMIT said(tr("%1 goes to “%2”.").arg(QFileInfo(path).fileName(), titleOf(paper)));
}

QString AttentionDesk::titleOf(PaperId paper) const
{
    const PaperRow* row = m_page->papers()->find(paper);
    return row ? row->title : QString();
}

void AttentionDesk::chooseFolder()
{
    askForFiles(m_window, {tr("Watch this folder for documents"), {}, FileQuestion::Folder}, this,
                [this](const QStringList& paths) {
                    Settings settings = m_session->settings();
                    if (settings.set(u"acquire.downloads.folder"_s, paths.first()) &&
                        settings.set(u"acquire.downloads.watch"_s, u"true"_s))
                        m_session->applySettings(settings);
                });
}

} // namespace sheaf
