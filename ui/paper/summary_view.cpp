// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/summary_view.h"

#include "core/agreement.h"
#include "pipeline/acquire/filled_fields.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/theme.h"
#include "ui/paper/attention_card.h"
#include "ui/paper/page_preview.h"
#include "ui/paper/quote_card.h"
#include "ui/papers/row_words.h"

#include <QJsonArray>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QLabel* label(const QString& text, FontRole role, const QString& tone = {})
{
    QLabel* made = wrappedLabel(text, role, tone);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/** Whether the quotes already say all of this entry: an extractive answer is its own quotes, and is shown once. */
bool saidByQuotes(const QString& entry, const QVector<Quote>& quotes)
{
    QString rest = foldForMatching(entry);
    for (const Quote& quote : quotes) {
        const QString folded = foldForMatching(quote.text);
        if (quote.state == QuoteState::NotFound || folded.isEmpty())
            continue;
        if (folded.contains(rest))
            return true;
        rest.remove(folded);
    }
    return rest.trimmed().isEmpty();
}

QStringList entriesToShow(const Cell& cell)
{
    QStringList entries;
    const QJsonArray list = cell.value.isArray() ? cell.value.toArray() : QJsonArray{cell.value};
    for (const QJsonValue& entry : list) {
        const QString text = valueWords(entry);
        if (!text.isEmpty() && !saidByQuotes(text, cell.quotes))
            entries += text;
    }
    return entries;
}

bool isShortList(const QStringList& entries)
{
    return std::all_of(entries.cbegin(), entries.cend(), [](const QString& entry) { return entry.size() <= 40; });
}

} // namespace

SummaryView::SummaryView(PageCache* cache, QWidget* parent) : QScrollArea(parent), m_cache(cache)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Summary"));
    set(nullptr, {});
}

void SummaryView::set(const std::shared_ptr<const PaperDetails>& details, const QVector<Column>& columns)
{
    const int kept = details ? verticalScrollBar()->value() : 0;
    const QString title = widget() ? widget()->objectName() : QString();
    m_heads.clear();
    auto* content = new QWidget;
    content->setProperty("pane", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(14));
    layout->setSpacing(0);
    if (details) {
        content->setObjectName(QString::number(details->stored.paper.id));
        addHead(layout, *details);
        addBasis(layout, details->stored);
        addFilled(layout, *details);
        addAttention(layout, *details);
        for (const Column& column : columns) {
            const auto cell = std::find_if(details->record.cbegin(), details->record.cend(),
                                           [&column](const Cell& c) { return c.column == column.id; });
            if (cell != details->record.cend())
                addCell(layout, column, *cell, details->stored.status.basis);
            addSecond(layout, column, *details);
        }
        addPreview(layout, *details);
    } else {
        layout->addWidget(label(tr("Choose a paper to see its answers."), FontRole::Body, u"dim"_s));
    }
    layout->addStretch();
    setWidget(content);
    if (title == content->objectName())
        verticalScrollBar()->setValue(kept);
}

void SummaryView::addHead(QVBoxLayout* layout, const PaperDetails& details)
{
    const Paper& paper = details.stored.paper;
    layout->addWidget(label(paper.title.isEmpty() ? paper.ids.doi : paper.title, FontRole::Title));
    layout->addSpacing(theme().px(3));
    auto* meta = label(paperFacts(details.stored), FontRole::Secondary, u"dim"_s);
    meta->setToolTip(QStringList{details.stored.status.validationReason, details.stored.status.provenance}.join(u'\n'));
    layout->addWidget(meta);
    if (!details.stored.status.notice.isEmpty()) {
        layout->addSpacing(theme().px(5));
        layout->addWidget(label(details.stored.status.notice, FontRole::Body, u"red"_s));
    }
}

/** A remark with what can be done about it beside it. */
KeyButton* SummaryView::addLink(QVBoxLayout* layout, const QString& remark, const QString& text)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, theme().px(2), 0, 0);
    row->setSpacing(theme().px(8));
    auto* button = new KeyButton(text, KeyButton::Link);
    button->setFont(theme().font(FontRole::Secondary));
    button->setAccessibleName(u"%1: %2"_s.arg(text, remark));
    row->addWidget(label(remark, FontRole::Secondary, u"dim"_s), 1);
    row->addWidget(button, 0, Qt::AlignTop);
    layout->addLayout(row);
    return button;
}

void SummaryView::addBasis(QVBoxLayout* layout, const StoredPaper& stored)
{
    if (stored.status.basis != TextBasis::AbstractOnly)
        return;
    if (stored.status.state == State::Done) {
        KeyButton* find = addLink(layout, tr("Answered from its abstract."), tr("Look for the full text"));
        connect(find, &QPushButton::clicked, this, [this, id = stored.paper.id] { Q_EMIT fullTextRequested(id); });
    } else if (stored.status.conversionKey.isEmpty()) {
        layout->addWidget(
            label(tr("Answered from its abstract; its full text is looked for."), FontRole::Secondary, u"dim"_s));
    }
}

/** What does not come from the list, each with a way back. */
void SummaryView::addFilled(QVBoxLayout* layout, const PaperDetails& details)
{
    const Paper& paper = details.stored.paper;
    for (const FilledField& filled : details.stored.status.filled) {
        if (filled.undone)
            continue;
        const QString source = filled.source.isEmpty() ? tr("the document") : filled.source;
        const QString value = filled.field == "title"_L1 ? QString() : fieldText(paper, filled.field);
        const QString said =
            tr("Filled in from %1: %2").arg(source, (fieldLabel(filled.field) + u' ' + value).trimmed());
        KeyButton* undo = addLink(layout, said, tr("Undo"));
        connect(undo, &QPushButton::clicked, this,
                [this, id = paper.id, field = filled.field] { Q_EMIT takeBackRequested(id, field); });
    }
}

void SummaryView::addAttention(QVBoxLayout* layout, const PaperDetails& details)
{
    const PaperStatus& status = details.stored.status;
    const PaperId id = details.stored.paper.id;
    layout->addSpacing(theme().px(6));
    if (status.state == State::NeedsAttention || status.state == State::Failed || status.state == State::Cancelled) {
        auto* card = new AttentionCard(details.stored);
        connect(card, &AttentionCard::browserRequested, this, [this, id] { Q_EMIT browserRequested(id); });
        connect(card, &AttentionCard::attachRequested, this, [this, id] { Q_EMIT attachRequested(id); });
        connect(card, &AttentionCard::modelsRequested, this, &SummaryView::modelsRequested);
        connect(card, &AttentionCard::abstractRequested, this, [this, id] { Q_EMIT abstractRequested(id); });
        connect(card, &AttentionCard::retryRequested, this, [this, id] { Q_EMIT retryRequested(id); });
        connect(card, &AttentionCard::passwordGiven, this,
                [this, id](const QString& password) { Q_EMIT passwordGiven(id, password); });
        layout->addWidget(card);
    } else if (status.state == State::Skipped) {
        layout->addWidget(label(tr("The same paper is already in the list: %1").arg(status.duplicateReason),
                                FontRole::Body, u"dim"_s));
    } else if (details.record.isEmpty()) {
        layout->addWidget(label(tr("%1. Its answers appear here when it has been read.").arg(stateLabel(status.state)),
                                FontRole::Body, u"dim"_s));
    }
    if (details.record.isEmpty() && !details.stored.paper.abstractText.isEmpty()) {
        layout->addSpacing(theme().px(8));
        layout->addWidget(label(tr("Abstract, from the list"), FontRole::Section, u"dim"_s));
        layout->addSpacing(theme().px(3));
        layout->addWidget(label(details.stored.paper.abstractText, FontRole::Body));
    }
}

void SummaryView::addCell(QVBoxLayout* layout, const Column& column, const Cell& cell, TextBasis basis)
{
    layout->addSpacing(theme().px(10));
    auto* head = label(column.name, FontRole::Section, u"dim"_s);
    head->setToolTip(column.question);
    m_heads.insert(column.id, head);
    layout->addWidget(head);
    layout->addSpacing(theme().px(4));
    const CellState state = cellState(cell);
    if (state == CellState::Empty) {
        const bool asked = basis != TextBasis::AbstractOnly; // the paper itself
        layout->addWidget(
            label(asked ? tr("The paper does not say.") : tr("The abstract does not say."), FontRole::Body, u"dim"_s));
        return;
    }
    const QStringList entries = entriesToShow(cell);
    if (entries.size() > 1 && !isShortList(entries)) {
        for (const QString& entry : entries)
            layout->addWidget(label(u"• "_s + entry, FontRole::Body));
    } else if (!entries.isEmpty()) {
        layout->addWidget(label(entries.join(u" · "_s), FontRole::Body));
    }
    for (const Quote& quote : cell.quotes) {
        auto* card = new QuoteCard(quote);
        connect(card, &QAbstractButton::clicked, this, [this, quote] { Q_EMIT quoteClicked(quote); });
        layout->addSpacing(theme().px(5));
        layout->addWidget(card);
    }
    if (state == CellState::NoQuote && column.quoteRequired) {
        layout->addSpacing(theme().px(3));
        layout->addWidget(label(u"%1 %2"_s.arg(cellSign(state), cellWord(state)), FontRole::Secondary, u"amber"_s));
    }
}

/** What the second reader says, where that is something else and nobody has decided. */
void SummaryView::addSecond(QVBoxLayout* layout, const Column& column, const PaperDetails& details)
{
    const auto cellIn = [&column](const Record& record) {
        const auto cell = std::ranges::find(record, column.id, &Cell::column);
        return cell == record.cend() ? nullptr : &*cell;
    };
    const Cell *shown = cellIn(details.record), *first = cellIn(details.first), *second = cellIn(details.second);
    if (!shown || !first || !second || shown->decision != Decision::None ||
        answersAgree(first->value, second->value, column).value_or(false))
        return;
    const QString value = valueWords(second->value);
    layout->addSpacing(theme().px(4));
    layout->addWidget(
        label(u"%1 %2"_s.arg(differSign(), value.isEmpty() ? tr("The second reader: the paper does not say.")
                                                           : tr("The second reader: %1").arg(value)),
              FontRole::TwoLine, u"blue"_s));
}

void SummaryView::addPreview(QVBoxLayout* layout, const PaperDetails& details)
{
    if (details.stored.status.pages < 1 || details.stored.status.filePath.isEmpty())
        return;
    for (const Cell& cell : details.record) {
        for (const Quote& quote : cell.quotes) {
            if (quote.page < 1 || quote.boxes.isEmpty())
                continue;
            auto* preview = new PagePreview(m_cache, details.stored.status.filePath, quote);
            connect(preview, &QAbstractButton::clicked, this, [this, quote] { Q_EMIT quoteClicked(quote); });
            layout->addSpacing(theme().px(12));
            layout->addWidget(preview);
            return;
        }
    }
}

void SummaryView::scrollToColumn(const QString& column)
{
    if (QWidget* head = m_heads.value(column))
        verticalScrollBar()->setValue(head->y() - theme().px(10));
}

} // namespace sheaf
