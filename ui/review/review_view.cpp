// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_view.h"

#include "ui/controls/combo_box.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/pdf_view.h"
#include "ui/review/error_gauge.h"
#include "ui/review/review_answer.h"
#include "ui/review/review_card.h"
#include "ui/review/review_model.h"
#include "ui/review/review_pages.h"
#include "ui/review/review_tree.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr std::optional<ReviewKind> tabKinds[] = {std::nullopt, ReviewKind::Differ, ReviewKind::NotFound,
                                                  ReviewKind::Near, ReviewKind::NoQuote};

/** Where a value's evidence is best looked for: the first quote in doubt, else the first; none where it has none. */
Quote quoteToShow(const Cell* cell)
{
    if (!cell || cell->quotes.isEmpty())
        return {};
    const auto doubtful =
        std::ranges::find_if(cell->quotes, [](const Quote& quote) { return quote.state != QuoteState::Proven; });
    return doubtful == cell->quotes.cend() ? cell->quotes.constFirst() : *doubtful;
}

} // namespace

/** The share of values that are proven. */
class ReviewView::ShareBar : public QWidget
{
public:
    void set(double share)
    {
        m_share = share;
        update();
    }
    QSize sizeHint() const override { return {theme().px(150), theme().px(8)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBar(painter, QRectF(0, (height() - theme().px(8)) / 2.0, width(), theme().px(8)), m_share, theme().accent);
    }

private:
    double m_share = 0;
};

ReviewView::ReviewView(PageCache* pages, QWidget* parent)
    : QWidget(parent), m_model(new ReviewModel(this)), m_tree(new ReviewTree(m_model)), m_tabs(new QTabBar),
      m_order(new ComboBox), m_pages(new ReviewPages(pages)), m_answer(new ReviewAnswer), m_about(new ElidedLabel),
      m_share(new ShareBar)
{
    setAccessibleName(tr("Review"));
    auto* splitter = new QSplitter;
    m_answer->setMinimumWidth(theme().px(280));
    fillPanes(splitter, {left(), m_pages, m_answer}, {272, 853, 315});
    layOutMode(this, modeBar(), splitter);
    addKeys();
    connect(m_tree, &ReviewTree::chosen, this, [this] {
        if (current() == std::exchange(m_shown, current()))
            return; // the list was filled anew
        m_details.reset();
        showCurrent();
        Q_EMIT currentChanged();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ReviewView::fill);
    connect(m_order, &QComboBox::currentIndexChanged, this, &ReviewView::fill);
    connect(m_answer, &ReviewAnswer::decided, this, [this](const Cell& cell) {
        if (const auto place = current())
            Q_EMIT decided(place->paper, cell);
    });
    connect(m_answer, &ReviewAnswer::goRequested, this, &ReviewView::go);
    connect(m_answer, &ReviewAnswer::exportRequested, this, &ReviewView::exportRequested);
    connect(m_answer, &ReviewAnswer::quoteClicked, this, &ReviewView::showQuote);
    connect(m_answer, &ReviewAnswer::chosenChanged, this, &ReviewView::showBestQuote);
    connect(m_answer, &ReviewAnswer::editing, this, [this](bool on) {
        for (QShortcut* letter : m_letters)
            letter->setEnabled(!on);
        if (!on)
            m_tree->setFocus();
    });
    connect(m_pages, &ReviewPages::wordsSelected, this,
            [this](const QString& words) { m_answer->card()->quote(words); });
}

QWidget* ReviewView::modeBar()
{
    auto* bar = new QWidget;
    QHBoxLayout* row = dressModeBar(bar);
    auto* title = new ElidedLabel(tr("Review"));
    title->setFont(theme().font(FontRole::Title));
    m_order->addItem(tr("By column"));
    m_order->addItem(tr("By paper"));
    m_order->setAccessibleName(tr("Order"));
    auto* leave = new KeyButton(tr("Leave"));
    leave->setKeyHint(u"Esc"_s);
    connect(leave, &QPushButton::clicked, this, &ReviewView::closeRequested);
    row->addWidget(title);
    row->addWidget(m_share);
    row->addWidget(m_about, 1);
    row->addWidget(textLabel(tr("Order"), FontRole::Dense, u"dim"_s));
    row->addWidget(m_order);
    row->addWidget(leave);
    return bar;
}

QWidget* ReviewView::left()
{
    auto* pane = new QWidget;
    pane->setProperty("pane", u"panel"_s);
    pane->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setProperty("small", true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setAccessibleName(tr("Which values"));
    for (int i = 0; i < int(std::size(tabKinds)); ++i)
        m_tabs->addTab({});
    column->addWidget(m_tabs);
    column->addWidget(m_tree, 1);
    return pane;
}

void ReviewView::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
        return shortcut;
    };
    m_letters = {key(Qt::Key_A, [this] { m_answer->accept(); }),
                 key(Qt::Key_E, [this] { m_answer->edit(); }),
                 key(Qt::Key_R, [this] { m_answer->reject(); }),
                 key(Qt::Key_1, [this] { m_answer->choose(ReaderRole::First); }),
                 key(Qt::Key_2, [this] { m_answer->choose(ReaderRole::Second); }),
                 key(Qt::Key_J, [this] { go(1); }),
                 key(Qt::Key_K, [this] { go(-1); }),
                 key(Qt::Key_Z, [this] { Q_EMIT undoRequested(); }),
                 key(Qt::Key_Space, [this] { m_pages->toggleZoom(); })};
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        key(QKeySequence(Qt::CTRL | enter), [this] { m_answer->saveEdit(); });
    key(Qt::Key_Escape, [this] { escape(); });
}

void ReviewView::escape()
{
    if (m_answer->isEditing())
        m_answer->cancelEdit();
    else
        Q_EMIT closeRequested();
}

void ReviewView::setList(const ReviewList& list, const QVector<Column>& columns)
{
    m_list = list;
    m_columns = columns;
    fill();
}

void ReviewView::fill()
{
    const ReviewCounts& counts = m_list.counts();
    const QLocale locale;
    const QString names[] = {tr("All %1"), tr("Differ %1"), tr("Not found %1"), tr("Near %1"), tr("No quote %1")};
    for (int i = 0; i < m_tabs->count(); ++i) {
        const int open = tabKinds[i] ? counts.openByKind.value(*tabKinds[i]) : counts.open;
        m_tabs->setTabText(i, names[i].arg(locale.toString(open)));
        m_tabs->setTabVisible(i, open > 0 || i == 0 || i == m_tabs->currentIndex());
    }
    const auto kind = tabKinds[std::max(0, m_tabs->currentIndex())];
    m_model->set(m_list.groups(m_order->currentIndex() == 1 ? ReviewOrder::ByPaper : ReviewOrder::ByColumn, kind));
    if (!current())
        go(1);
    showBar();
    showCurrent();
}

void ReviewView::showBar()
{
    const ReviewCounts& counts = m_list.counts();
    const QLocale locale;
    m_share->set(counts.values ? double(counts.proven) / counts.values : 0);
    QStringList parts{tr("%1 of %2 values proven").arg(locale.toString(counts.proven), locale.toString(counts.values)),
                      tr("%n to check", nullptr, counts.open)};
    if (counts.openOfAbstracts > 0)
        parts += tr("%n of them from abstracts, which are counted apart", nullptr, counts.openOfAbstracts);
    if (const QString error = errorWords(m_list.proven()); !error.isEmpty())
        parts += tr("estimated error %1").arg(error);
    m_about->setText(parts.join(u" · "_s));
}

std::optional<CellPlace> ReviewView::current() const
{
    const ReviewItem* item = m_model->item(m_tree->currentIndex());
    return item ? std::optional(item->place) : std::nullopt;
}

void ReviewView::setPaper(const std::shared_ptr<const PaperDetails>& details)
{
    m_details = details;
    showCurrent();
    if (m_answer->cell() && !m_answer->isEditing())
        showBestQuote();
}

void ReviewView::showBestQuote()
{
    showQuote(quoteToShow(m_answer->answer(m_answer->chosen())));
}

/** The chosen answer's quote, with the other reader's beside it. */
void ReviewView::showQuote(const Quote& quote)
{
    const bool first = m_answer->chosen() == ReaderRole::First;
    if (!m_answer->hasTwo()) {
        m_pages->showQuote(quote);
        return;
    }
    const Quote other = quoteToShow(m_answer->answer(first ? ReaderRole::Second : ReaderRole::First));
    m_pages->showQuotes(first ? quote : other, first ? other : quote, m_answer->chosen());
}

void ReviewView::showCurrent()
{
    const ReviewCounts& counts = m_list.counts();
    const auto place = current();
    if (!place) {
        m_pages->setPaper(nullptr);
        m_answer->setNothing(counts.values == 0 ? tr("Nothing has been read yet.")
                             : counts.open == 0 ? tr("All %n values are proven or decided.", nullptr, counts.values)
                                                : tr("Nothing of this kind is left to check."));
        return;
    }
    const auto column = std::ranges::find(m_columns, place->column, &Column::id);
    if (column == m_columns.cend())
        return;
    const PaperDetails* details = m_details && m_details->stored.paper.id == place->paper ? m_details.get() : nullptr;
    if (details)
        m_pages->setPaper(details);
    m_answer->set(*column, details, position());
    m_answer->setRate(*column, m_list.proven(column->id), m_list.agreement(column->id));
}

void ReviewView::go(int by)
{
    const QModelIndex next = m_model->nextOpen(m_tree->currentIndex(), by);
    if (next.isValid()) {
        m_tree->choose(next);
        return;
    }
    const ReviewItem* last = m_model->item(m_tree->currentIndex());
    if (last && last->decision == Decision::None)
        return;
    m_tree->setCurrentIndex({});
    m_shown.reset();
    showCurrent();
    Q_EMIT currentChanged();
}

void ReviewView::choose(const CellPlace& place)
{
    m_tree->choose(m_model->find(place));
}

QString ReviewView::position() const
{
    const QLocale locale;
    const int number = m_model->number(m_tree->currentIndex());
    return number ? tr("%1 of %2").arg(locale.toString(number), locale.toString(m_model->count())) : QString();
}

QList<QWidget*> ReviewView::panes() const
{
    return {m_tree, m_pages->markdown(), m_pages->pdf(), m_answer};
}

} // namespace sheaf
