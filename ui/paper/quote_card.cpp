// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/quote_card.h"

#include "ui/look/theme.h"
#include "ui/papers/row_words.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace sheaf {

QuoteCard::QuoteCard(const Quote& quote, QWidget* parent) : QAbstractButton(parent), m_quote(quote)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(u"%1, %2"_s.arg(words(), note()));
    QStringList tip;
    if (quote.state == QuoteState::Near && !quote.found.isEmpty())
        tip += tr("On the page: “%1”").arg(quote.found);
    if (quote.state == QuoteState::NotFound)
        tip += tr("The reader gave these words as a quote, but they do not stand in the paper.");
    if (quote.claimedPage && quote.page && quote.claimedPage != quote.page)
        tip += tr("The reader named page %1; the words stand on page %2.").arg(quote.claimedPage).arg(quote.page);
    setToolTip(tip.join(u'\n'));
}

QString QuoteCard::words() const
{
    const QString text = m_quote.text.simplified();
    return m_quote.state == QuoteState::NotFound ? text : u"“%1”"_s.arg(text);
}

QString QuoteCard::note() const
{
    const QString state = u"%1 %2"_s.arg(quoteSign(m_quote.state), quoteWord(m_quote.state));
    return m_quote.page ? tr("p. %1 %2").arg(m_quote.page).arg(state) : state;
}

QRect QuoteCard::textBox(int width) const
{
    const Theme& t = theme();
    const int right = QFontMetrics(t.font(FontRole::Secondary)).horizontalAdvance(note()) + t.px(20);
    return {t.px(12), t.px(6), std::max(t.px(60), width - t.px(12) - t.px(10) - right), 100000};
}

int QuoteCard::heightForWidth(int width) const
{
    const QRect text = QFontMetrics(theme().font(FontRole::TwoLine))
                           .boundingRect(textBox(width), Qt::TextWordWrap | Qt::AlignLeft, words());
    return text.height() + theme().px(13);
}

QSize QuoteCard::sizeHint() const
{
    const int width = theme().px(380);
    return {width, heightForWidth(width)};
}

void QuoteCard::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QColor edge = t.accent, note = t.dimOnSoft, fill = t.soft;
    if (m_quote.state == QuoteState::Near) {
        edge = t.amber;
        note = t.amberText;
        fill = t.panel;
    } else if (m_quote.state != QuoteState::Proven) {
        edge = m_quote.state == QuoteState::NotFound ? t.red : t.line;
        note = m_quote.state == QuoteState::NotFound ? t.red : t.dim;
        fill = t.panel;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), t.px(4), t.px(4));
    painter.setClipPath(shape);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, t.px(3), height()), edge);
    painter.setFont(t.font(FontRole::TwoLine));
    painter.setPen(m_quote.state == QuoteState::NotFound ? t.dim : t.text);
    painter.drawText(textBox(width()), Qt::TextWordWrap | Qt::AlignLeft, words());
    painter.setFont(t.font(FontRole::Secondary));
    painter.setPen(note);
    painter.drawText(rect().adjusted(0, t.px(6), -t.px(10), 0), Qt::AlignRight | Qt::AlignTop, this->note());
}

} // namespace sheaf
