// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paper_delegate.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/row_words.h"

#include <QAbstractProxyModel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QColor lightColour(StepLight light)
{
    switch (light) {
    case StepLight::Done:
        return theme().accent;
    case StepLight::Working:
        return theme().blue;
    case StepLight::Trouble:
        return theme().red;
    case StepLight::Held:
        return theme().amber;
    case StepLight::Idle:
        break;
    }
    return theme().line;
}

} // namespace

PaperDelegate::PaperDelegate(const PaperModel* papers, const QAbstractProxyModel* order, QObject* parent)
    : QStyledItemDelegate(parent), m_papers(papers), m_order(order)
{}

void PaperDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& t = theme();
    const PaperRow& row = m_papers->row(m_order->mapToSource(index).row());
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, t.soft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    const QRect box = option.rect.adjusted(t.px(8), 0, -t.px(8), -1);
    const int column = index.column();
    painter->setPen(t.text);
    if (column == PaperModel::StateColumn) {
        paintState(*painter, box, row);
    } else if (column == PaperModel::PaperColumn) {
        paintPaper(*painter, box, row, selected);
    } else if (column >= PaperModel::FirstValueColumn && column < m_papers->quotesColumn()) {
        paintValue(*painter, box, row, m_papers->columns().at(column - PaperModel::FirstValueColumn).id);
    } else {
        painter->setFont(t.font(FontRole::Dense));
        if (column == m_papers->quotesColumn() && row.quotesProven < row.quotesTotal)
            painter->setPen(t.amberText);
        drawFigures(*painter, box, Qt::AlignRight, index.data().toString());
    }
    if (option.state & QStyle::State_HasFocus) { // the cell that Enter opens
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.accent, t.px(2)));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), t.px(4), t.px(4));
    }
    painter->restore();
}

void PaperDelegate::paintState(QPainter& painter, const QRect& box, const PaperRow& row) const
{
    const Theme& t = theme();
    double x = box.left() + t.px(3.5);
    for (const StepLight light : stepLights(row)) {
        drawDot(painter, QPointF(x, box.center().y() + 1), t.px(7), lightColour(light));
        x += t.px(10);
    }
    painter.setFont(t.font(FontRole::TwoLine));
    if (needsUser(row))
        painter.setPen(t.red);
    else if (row.state == State::Paused || lacksSecondReading(row) ||
             (row.state == State::Done && row.isAbstractOnly()))
        painter.setPen(t.amberText);
    else if (row.state == State::Skipped || row.state == State::Cancelled)
        painter.setPen(t.dim);
    const int left = int(x) + t.px(1);
    drawElided(painter, QRect(left, box.top(), box.right() - left + t.px(6), box.height()), stateWord(row));
}

void PaperDelegate::paintPaper(QPainter& painter, const QRect& box, const PaperRow& row, bool selected) const
{
    const Theme& t = theme();
    const int half = box.height() / 2;
    QFont title = t.font(FontRole::Body);
    title.setWeight(QFont::Medium);
    painter.setFont(title);
    QStringList below{row.notice.section(u": "_s, 0, 0), row.authors, row.venue,
                      row.validation == "skipped"_L1 ? uncheckedWord() : QString()};
    below.removeAll(QString());
    const QRect upper(box.left(), box.top() + t.px(3), box.width(), half - t.px(1));
    drawElided(painter, below.isEmpty() ? box : upper, row.title.isEmpty() ? row.doi : row.title);
    painter.setFont(t.font(FontRole::Secondary));
    painter.setPen(!row.notice.isEmpty() ? t.red : selected ? t.dimOnSoft : t.dim);
    drawElided(painter, QRect(box.left(), box.top() + half, box.width(), half - t.px(2)), below.join(u" · "_s));
}

void PaperDelegate::paintValue(QPainter& painter, const QRect& box, const PaperRow& row, const QString& column) const
{
    const Theme& t = theme();
    const CellState state = row.cellStates.value(column, CellState::Empty);
    QRect text = box;
    painter.setFont(t.font(FontRole::TwoLine));
    const bool differ = row.differs(column);
    if (differ || state == CellState::Near || state == CellState::NotFound) {
        const int sign = t.px(14);
        text.setRight(box.right() - sign);
        painter.setPen(differ ? t.blue : state == CellState::Near ? t.amberText : t.red);
        painter.drawText(QRect(box.right() - sign, box.top(), sign, box.height()), Qt::AlignRight | Qt::AlignVCenter,
                         differ ? differSign() : cellSign(state));
        painter.setPen(t.text);
    }
    drawTwoLines(painter, text, row.values.value(column));
}

QSize PaperDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {theme().px(80), theme().px(40)};
}

} // namespace sheaf
