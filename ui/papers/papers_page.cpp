// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/papers_page.h"

#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/paper/log_view.h"
#include "ui/papers/attention_bar.h"
#include "ui/papers/facet_view.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/window/empty_view.h"
#include "ui/window/keyboard_view.h"
#include "ui/window/recent_files.h"
#include "ui/window/setup_view.h"

#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Below this the right pane becomes a tab. */
constexpr int narrowPixels = 1180;

QWidget* scrolling(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    content->setProperty("pane", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    area->setWidget(content);
    return area;
}

} // namespace

PapersPage::PapersPage(RecentFiles* recent, DetailsSource details, QWidget* parent)
    : QWidget(parent), m_papers(new PaperModel(this)), m_filter(new PaperFilter(m_papers, this)),
      m_loader(std::move(details)), m_facetView(new FacetView), m_attention(new AttentionBar),
      m_table(new PaperTable(m_papers, m_filter)), m_empty(new EmptyView(recent)), m_dock(new DetailDock),
      m_setup(new SetupView), m_keyboard(new KeyboardView), m_log(new LogView(tr("Nothing has happened yet."))),
      m_setupDock(new TabPane), m_narrowTabs(new QTabBar), m_splitter(new QSplitter), m_centre(new QStackedWidget),
      m_right(new QStackedWidget)
{
    m_setupDock->add(m_setup, tr("Set-up"));
    m_setupDock->add(m_keyboard, tr("Keyboard"));
    m_setupDock->add(m_log, tr("Log"));
    m_centre->addWidget(scrolling(m_empty));
    auto* papers = new QWidget;
    auto* pile = new QVBoxLayout(papers);
    pile->setContentsMargins(0, 0, 0, 0);
    pile->setSpacing(0);
    pile->addWidget(m_attention);
    pile->addWidget(m_table, 1);
    m_centre->addWidget(papers);
    m_right->addWidget(m_setupDock);
    m_right->addWidget(m_dock);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_facetView);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_facetView->setMinimumWidth(theme().px(120));
    m_right->setMinimumWidth(theme().px(280));
    m_centre->setMinimumWidth(theme().px(320));
    if (!m_splitter->restoreState(QSettings().value(u"window/panes"_s).toByteArray()))
        m_splitter->setSizes({theme().px(170), theme().px(840), theme().px(430)});
    m_narrowTabs->setExpanding(false);
    m_narrowTabs->addTab(tr("Papers"));
    m_narrowTabs->addTab(tr("Details"));
    m_narrowTabs->setAccessibleName(tr("Papers or details"));
    m_narrowTabs->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_narrowTabs);
    column->addWidget(m_splitter, 1);
    connect(m_narrowTabs, &QTabBar::currentChanged, this, &PapersPage::refreshPanes);
    connectTable();
}

void PapersPage::connectTable()
{
    connect(m_papers, &PaperModel::rowReplaced, this,
            [this](const PaperRow* before, const PaperRow* after) { m_facets.replace(before, after); });
    connect(m_facetView, &FacetView::chosen, m_filter, &PaperFilter::setFacet);
    connect(m_facetView, &FacetView::chosen, m_attention,
            [this](const Facet& facet) { m_attention->setWanted(facet.group == Facet::NeedsAttention); });
    connect(m_table, &PaperTable::currentPaperChanged, this, [this] {
        showPapers(papersShown());
        m_wantedAnswer.clear();
        loadDetails();
    });
    connect(m_table, &PaperTable::selectionCountChanged, this, &PapersPage::selectionCountChanged);
    connect(m_table, &PaperTable::columnActivated, this, [this](PaperId, const QString& column) {
        if (m_narrow)
            m_narrowTabs->setCurrentIndex(1);
        if (m_loading)
            m_wantedAnswer = column;
        else if (!column.isEmpty())
            m_dock->showAnswer(column);
    });
    connect(&m_loader, &DetailsLoader::loaded, this,
            [this](PaperId paper, const std::shared_ptr<const PaperDetails>& details) {
                if (paper != m_shown)
                    return;
                m_loading = false;
                m_dock->set(details);
                if (!m_wantedAnswer.isEmpty())
                    m_dock->showAnswer(std::exchange(m_wantedAnswer, {}));
                Q_EMIT detailsShown();
            });
}

void PapersPage::apply(const Snapshot& snapshot)
{
    m_file = snapshot.file;
    m_papers->apply(snapshot);
    if (snapshot.reset)
        m_facets.recount(m_papers->rows());
    m_facetView->setFacets(m_facets);
    if (snapshot.reset || m_table->currentPaper() == 0)
        chooseFirst();
    const bool shownChanged = std::any_of(snapshot.rows.cbegin(), snapshot.rows.cend(),
                                          [this](const PaperRow& row) { return row.id == m_shown; });
    if (shownChanged)
        loadDetails();
}

/** A paper that has answers, so that the right pane is not empty. */
void PapersPage::chooseFirst()
{
    const auto& rows = m_papers->rows();
    const auto done =
        std::find_if(rows.cbegin(), rows.cend(), [](const PaperRow& row) { return row.state == State::Done; });
    if (done != rows.cend())
        m_table->select(done->id);
    else if (!rows.isEmpty())
        m_table->select(rows.first().id);
}

void PapersPage::loadDetails()
{
    m_shown = m_table->currentPaper();
    if (m_shown == 0) {
        m_loading = false;
        m_dock->set(nullptr);
        return;
    }
    m_loading = true;
    m_loader.load(m_file, m_shown);
}

void PapersPage::setColumns(const QVector<Column>& columns)
{
    m_papers->setColumns(columns);
    m_facets.setColumns(columns);
    m_facets.recount(m_papers->rows());
    m_facetView->setFacets(m_facets);
    m_dock->setColumns(columns);
    m_table->restoreLayout();
}

void PapersPage::clear()
{
    m_papers->clear();
    m_facets.recount({});
    m_facetView->setFacets(m_facets);
    m_shown = 0;
    m_dock->set(nullptr);
}

void PapersPage::showPapers(bool papers)
{
    m_centre->setCurrentIndex(papers ? 1 : 0);
    m_right->setCurrentIndex(papers ? 1 : 0);
}

bool PapersPage::papersShown() const
{
    return m_centre->currentIndex() == 1;
}

void PapersPage::choose(const Facet& facet)
{
    m_facetView->choose(facet);
}

void PapersPage::setFacetsShown(bool shown)
{
    m_facetsWanted = shown;
    refreshPanes();
}

void PapersPage::setDockShown(bool shown)
{
    m_dockWanted = shown;
    refreshPanes();
}

QList<QWidget*> PapersPage::panes() const
{
    QWidget* dockPage = papersShown() ? m_dock->page() : m_setupDock->page();
    return {m_facetView, papersShown() ? static_cast<QWidget*>(m_table) : m_empty, dockPage};
}

void PapersPage::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    refreshPanes();
}

void PapersPage::refreshPanes()
{
    const bool details = m_narrow && m_narrowTabs->currentIndex() == 1;
    m_narrowTabs->setVisible(m_narrow && m_dockWanted);
    m_facetView->setVisible(m_facetsWanted && !details);
    m_centre->setVisible(!details || !m_dockWanted);
    m_right->setVisible(m_dockWanted && (!m_narrow || details));
}

void PapersPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setNarrow(width() < theme().px(narrowPixels));
}

const PaperRow* PapersPage::rowAt(QPoint global) const
{
    const QPoint at = m_table->viewport()->mapFromGlobal(global);
    if (!m_table->isVisible() || !m_table->viewport()->rect().contains(at))
        return nullptr;
    const QModelIndex index = m_table->indexAt(at);
    return index.isValid() ? m_papers->find(index.data(PaperModel::IdRole).toLongLong()) : nullptr;
}

void PapersPage::toggleKeyboard()
{
    const bool shown = m_right->currentWidget() == m_setupDock && m_setupDock->page() == m_keyboard;
    if (shown) {
        m_setupDock->showPage(m_setup);
        showPapers(papersShown());
    } else {
        m_right->setCurrentWidget(m_setupDock);
        m_setupDock->showPage(m_keyboard);
    }
}

void PapersPage::note(const QString& text)
{
    m_notes.append({QDateTime::currentDateTimeUtc(), 0, u"note"_s, text});
    m_log->set(m_notes);
}

void PapersPage::saveLayout() const
{
    QSettings().setValue(u"window/panes"_s, m_splitter->saveState());
    m_table->saveLayout();
}

} // namespace sheaf
