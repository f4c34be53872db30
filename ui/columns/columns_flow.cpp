// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columns_flow.h"

#include "core/units.h"
#include "pipeline/read/pilot.h"
#include "ui/columns/column_model.h"
#include "ui/columns/column_sets.h"
#include "ui/columns/columns_view.h"
#include "ui/columns/pilot_papers_dialog.h"
#include "ui/columns/proposal_list.h"
#include "ui/costs/price_card.h"
#include "ui/papers/paper_model.h"
#include "ui/window/file_question.h"
#include "ui/window/session.h"
#include "ui/window/undo_bar.h"

#include <QInputDialog>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int askAfterMs = 250;

} // namespace

ColumnsFlow::ColumnsFlow(Session* session, const PaperModel* papers, ColumnsView* view, UndoBar* undo, QWidget* window)
    : QObject(window), m_session(session), m_papers(papers), m_view(view), m_undo(undo), m_window(window)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(askAfterMs);
    connect(&m_asking, &QTimer::timeout, this, &ColumnsFlow::askPrice);
    connect(view, &ColumnsView::priceWanted, &m_asking, qOverload<>(&QTimer::start));
    connect(view, &ColumnsView::applyRequested, this, &ColumnsFlow::apply);
    connect(view, &ColumnsView::closeRequested, this, &ColumnsFlow::end);
    connect(view, &ColumnsView::loadRequested, this, &ColumnsFlow::load);
    connect(view, &ColumnsView::shareRequested, this, &ColumnsFlow::share);
    connect(view, &ColumnsView::saveRequested, this, &ColumnsFlow::save);
    connect(&session->engine(), &Engine::priced, this, [this](const PriceAnswer& answer) {
        if (answer.id == PriceAsker::Editor) {
            m_price = answer;
            m_priceTold = true;
            showPrice();
        } else if (answer.id == PriceAsker::Proposals) {
            m_proposalPrice = answer;
            showOffer();
        }
    });
    connect(view->proposals(), &ProposalList::proposeRequested, &session->engine(), &Engine::proposeColumns);
    connect(&session->engine(), &Engine::proposed, view->proposals(), &ProposalList::setAnswer);
    connect(view, &ColumnsView::pilotRequested, this, &ColumnsFlow::runPilot);
    connect(view, &ColumnsView::restRequested, this, &ColumnsFlow::readRest);
    connect(view, &ColumnsView::pilotPapersRequested, this, &ColumnsFlow::askForPilotPapers);
    connect(session, &Session::snapshot, this, &ColumnsFlow::showPrice);
    connect(session, &Session::snapshot, this, [this](const SnapshotPtr& snapshot) { keepPilot(*snapshot); });
    connect(session, &Session::columnsChanged, this, [this] { m_view->columns()->setApplied(m_session->columns()); });
    view->columns()->setApplied(session->columns());
}

void ColumnsFlow::begin()
{
    if (m_active)
        return;
    m_active = true;
    m_view->setOwnSets(ownColumnSets());
    askPrice();
    showPilot();
    showOffer();
    if (!m_session->file().isEmpty())
        m_session->engine().price(
            {.id = PriceAsker::Proposals, .columns = {proposalQuestion(m_view->columns()->applied())}});
    Q_EMIT entered();
}

/** What was not applied stays in the editor until the file is closed. */
void ColumnsFlow::end()
{
    if (std::exchange(m_active, false))
        Q_EMIT left();
}

void ColumnsFlow::askPrice()
{
    if (!m_active)
        return;
    m_price = {};
    m_priceTold = false;
    if (m_session->file().isEmpty())
        showPrice();
    else
        m_session->engine().price({.id = PriceAsker::Editor, .columns = m_view->columns()->columns()});
}

void ColumnsFlow::showPrice()
{
    if (!m_active)
        return;
    m_view->setPrice(m_price, m_session->last() ? m_session->last()->strip : StripState());
    showPilot();
}

/** The papers' model takes in the same snapshot later: of a paper that joins the pilot it knows what came before. */
void ColumnsFlow::keepPilot(const Snapshot& snapshot)
{
    if (snapshot.reset)
        m_pilotRows.clear();
    m_pilotRows.removeIf([&](const auto& kept) { return !snapshot.pilot.contains(kept.key()); });
    for (const PaperId paper : snapshot.pilot)
        if (const PaperRow* row = m_papers->find(paper); row && !snapshot.reset && !m_pilotRows.contains(paper))
            m_pilotRows.insert(paper, *row);
    for (const PaperRow& row : snapshot.rows)
        if (snapshot.pilot.contains(row.id))
            m_pilotRows.insert(row.id, row);
    showPilot();
}

void ColumnsFlow::showPilot()
{
    const SnapshotPtr last = m_session->last();
    if (!m_active || !last)
        return;
    PilotState pilot{.wanted = m_session->settings().integer(u"read.pilot"_s)};
    for (const PaperId paper : last->pilot)
        if (const auto row = m_pilotRows.constFind(paper); row != m_pilotRows.cend())
            pilot.rows.append(*row);
    pilot.over =
        std::ranges::any_of(last->troubles, [](const StageTrouble& t) { return t.failure.code == "read.pilot"_L1; });
    const bool told = m_price.papers > 0 && m_price.counted == m_price.papers && !m_price.free && !m_price.failure;
    if (told)
        pilot.price = formatUsd(m_price.usdHigh / m_price.papers * usualPilot);
    pilot.whyNot = whyNoPilot(*last);
    pilot.canBegin = pilot.whyNot.isEmpty();
    m_view->setPilot(pilot);
}

/** Empty where there is something for a pilot to read: papers that nobody has read, or a question that was changed. */
QString ColumnsFlow::whyNoPilot(const Snapshot& last) const
{
    const ColumnModel& columns = *m_view->columns();
    if (last.totals.papers == 0)
        return tr("There are no papers yet.");
    if (!columns.problem().isEmpty())
        return columns.problem();
    int unread = 0;
    for (const State state :
         {State::Waiting, State::Acquiring, State::QueuedForConversion, State::Converting, State::QueuedForReading})
        unread += last.totals.byState.value(state);
    if (unread > 0)
        return {};
    if (!columns.isChanged())
        return tr("All papers that could be read have answered these columns. Change or add one to try it out.");
    const bool told = m_priceTold && !m_price.failure;
    return told && m_price.papers == 0 ? tr("What was changed asks the papers nothing new.") : QString();
}

void ColumnsFlow::showOffer()
{
    const PriceAnswer& price = m_proposalPrice;
    QString words, reason;
    if (m_session->settings().text(u"read.kind"_s) == "offline"_L1)
        reason = tr("The offline reader proposes nothing: choose a model.");
    else if (price.failure)
        reason = price.failure->message;
    else if (price.papers == 0)
        reason = tr("After the first papers are read.");
    else if (price.counted == price.papers)
        words = price.free ? tr("no cost")
                           : formatUsd(price.usdHigh / price.papers * std::min(ProposalPapers, price.papers));
    m_view->proposals()->setOffer(words, reason);
}

/** What was changed is asked of the pilot's papers alone; the others wait. */
void ColumnsFlow::runPilot()
{
    Settings settings = m_session->settings();
    if (!settings.set(u"read.pilot"_s, QString::number(usualPilot)))
        return;
    settings.reset(u"read.pilot.papers"_s); // an earlier pilot's may have nothing left to read
    m_session->applySettings(settings);
    if (m_view->columns()->isChanged())
        apply();
    m_session->engine().start();
}

void ColumnsFlow::askForPilotPapers()
{
    QVector<PaperRow> readable;
    for (const PaperRow& row : m_papers->rows())
        if (row.state == State::QueuedForReading || row.state == State::Reading || row.state == State::Done)
            readable.append(row);
    auto* dialog = new PilotPapersDialog(readable, m_session->last()->pilot, m_window);
    connect(dialog, &PilotPapersDialog::papersChosen, this, &ColumnsFlow::choosePilotPapers);
    connect(dialog, &PilotPapersDialog::priceWanted, this, [this](const QVector<PaperId>& papers) {
        m_session->engine().price(
            {.id = PriceAsker::Pilot, .columns = m_session->columns(), .papers = papers, .onlyPapers = true});
    });
    connect(&m_session->engine(), &Engine::priced, dialog, [this, dialog](const PriceAnswer& answer) {
        if (answer.id == PriceAsker::Pilot)
            dialog->setPrice(priceWords(answer), isOverCap(answer, m_session->last()->strip));
    });
    connect(m_session, &Session::fileChanged, dialog, &QDialog::reject);
    dialog->show();
    dialog->askPrice();
}

void ColumnsFlow::choosePilotPapers(const QVector<PaperId>& papers)
{
    Settings settings = m_session->settings();
    if (!settings.set(u"read.pilot"_s, QString::number(papers.size())) ||
        !settings.set(u"read.pilot.papers"_s, pilotText(papers)))
        return;
    m_session->applySettings(settings);
    m_session->engine().start();
}

void ColumnsFlow::readRest()
{
    Settings settings = m_session->settings();
    if (!settings.set(u"read.pilot"_s, u"0"_s))
        return;
    m_session->applySettings(settings);
    m_session->engine().start();
}

void ColumnsFlow::apply()
{
    const QVector<Column> before = m_view->columns()->applied();
    const int changes = m_view->columns()->changes();
    m_session->applyColumns(m_view->columns()->columns());
    m_undo->offer(tr("Applied %n changes to the columns.", nullptr, changes),
                  [this, before] { m_session->applyColumns(before); });
}

ColumnSet ColumnsFlow::edited(const QString& name) const
{
    const QVector<Column>& columns = m_view->columns()->columns();
    return {name, tr("saved %1").arg(QLocale().toString(QDate::currentDate(), QLocale::ShortFormat)), columns};
}

void ColumnsFlow::load()
{
    askForFiles(m_window, {tr("Load columns"), tr("Columns (*.json)"), FileQuestion::OneFile}, this,
                [this](const QStringList& paths) {
                    if (const auto set = readColumnSet(paths.first()))
                        m_view->columns()->addMissing(set->columns);
                    else
                        m_view->say(set.error().message);
                });
}

void ColumnsFlow::share()
{
    askForFiles(m_window,
                {tr("Share the columns"), tr("Columns (*.json)"), FileQuestion::SaveAs, u"columns.json"_s, u"json"_s},
                this, [this](const QStringList& paths) {
                    const QString name = QFileInfo(paths.first()).completeBaseName();
                    const auto written = writeColumnSet(edited(name), paths.first());
                    m_view->say(written ? tr("Written to “%1”.").arg(paths.first()) : written.error().message);
                });
}

void ColumnsFlow::save()
{
    auto* question = new QInputDialog(m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Save as set"));
    question->setLabelText(tr("Name of the set"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (name.trimmed().isEmpty())
            return;
        const auto saved = saveColumnSet(edited(name.simplified()));
        m_view->say(saved ? tr("Saved as “%1”.").arg(name.simplified()) : saved.error().message);
        m_view->setOwnSets(ownColumnSets());
    });
    question->show();
}

} // namespace sheaf
