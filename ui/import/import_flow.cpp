// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_flow.h"

#include "ui/import/import_facts.h"
#include "ui/import/import_view.h"
#include "ui/window/file_question.h"
#include "ui/window/session.h"

#include <QDesktopServices>
#include <QShortcut>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

ImportFlow::ImportFlow(Session* session, ImportView* view, QWidget* window)
    : QObject(window), m_session(session), m_view(view), m_window(window)
{
    connect(view, &ImportView::cancelled, this, &ImportFlow::cancel);
    connect(view, &ImportView::planChanged, this, &ImportFlow::onPlan);
    connect(view, &ImportView::fileRequested, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(view, &ImportView::addMoreRequested, this, [this] {
        askForFiles(
            m_window,
            {tr("Add more"), tr("Lists and documents (%1)").arg(u"*.pdf "_s + listPatterns()), FileQuestion::ManyFiles},
            this, [this](const QStringList& paths) {
                begin({paths, {}});
            });
    });
    connect(view->facts(), &ImportFacts::startRequested, this, &ImportFlow::start);
    connect(view->facts(), &ImportFacts::targetRequested, this, &ImportFlow::chooseTarget);
    const auto key = [this, view](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, view);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { start(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { start(); });
    key(QKeySequence(Qt::Key_Escape), [this] { cancel(); });
}

void ImportFlow::begin(const Dropped& dropped)
{
    if (!m_active) {
        m_active = true;
        const QString name = dropped.paths.isEmpty() ? QString() : dropped.paths.first();
        const QString file = m_session->file();
        m_target = file.isEmpty() ? Session::suggestedPath(name) : file;
        m_view->clear();
        m_view->setCompletion(m_session->settings(), m_session->secrets());
        m_view->setAdding(m_session->papers() > 0);
        showFacts();
        m_view->facts()->setTarget(m_target, file.isEmpty());
        Q_EMIT entered();
    }
    m_view->setZotero(ZoteroAccess::from(m_session->settings(), m_session->secrets()));
    if (m_session->file().isEmpty()) {
        m_view->setExisting({});
        m_view->add(dropped.paths, dropped.text);
        return;
    }
    m_waiting.paths += dropped.paths;
    m_waiting.text += dropped.text;
    m_session->loadExisting(this, [this](const ExistingPapers& existing) {
        const Dropped waiting = std::exchange(m_waiting, {});
        if (!m_active || waiting.isEmpty())
            return;
        m_view->setExisting(existing);
        m_view->add(waiting.paths, waiting.text);
    });
}

void ImportFlow::beginAndStart(const Dropped& dropped)
{
    m_autoStart = true;
    begin(dropped);
}

bool ImportFlow::isBusy() const
{
    return m_autoStart || !m_waiting.isEmpty() || (m_active && !m_view->isFinished());
}

void ImportFlow::showFacts()
{
    StripState strip = m_session->last() ? m_session->last()->strip : StripState();
    strip.capUsd = m_session->settings().number(u"read.cap.usd"_s);
    m_view->facts()->set(m_session->columns(), m_session->settings());
    m_view->facts()->setEstimate(m_view->plan() ? m_view->plan()->lengths() : PaperLengths(), strip);
}

void ImportFlow::onPlan(bool finished)
{
    showFacts();
    const bool read = finished && !m_view->plan()->dropped.isEmpty();
    if (read && !m_view->plan()->completing && std::exchange(m_autoStart, false))
        start();
    Q_EMIT changed();
}

void ImportFlow::cancel()
{
    leave(false);
}

void ImportFlow::start()
{
    if (!m_active || !m_view->isReady())
        return;
    const std::shared_ptr<const ImportPlan> plan = m_view->plan();
    leave(true);
    m_session->start(*plan, m_target);
}

void ImportFlow::leave(bool started)
{
    if (!m_active)
        return;
    m_active = false;
    m_autoStart = false;
    m_waiting = {};
    m_view->clear();
    Q_EMIT left(started);
}

void ImportFlow::chooseTarget()
{
    askForFiles(m_window, {tr("Keep in"), tr("Sheaf files (*.sheaf)"), FileQuestion::SaveAs, m_target, u"sheaf"_s},
                this, [this](const QStringList& paths) {
                    m_target = paths.first();
                    m_view->facts()->setTarget(m_target, true);
                });
}

} // namespace sheaf
