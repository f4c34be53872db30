// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_quote.h"

#include "ui/look/theme.h"
#include "ui/review/quote_diff.h"

#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QVector<DiffRun> runsOf(const Quote& quote)
{
    const QString text = quote.text.simplified();
    if (quote.state != QuoteState::Near || quote.found.isEmpty())
        return {{DiffRun::Same, text}};
    return quoteDiff(text, quote.found);
}

int countWords(const QVector<DiffRun>& runs, DiffRun::Kind kind)
{
    int count = 0;
    for (const DiffRun& run : runs)
        count += run.kind == kind ? int(run.text.count(u' ')) + 1 : 0;
    return count;
}

} // namespace

QString quotePlace(const Quote& quote)
{
    QStringList parts;
    if (quote.page)
        parts += ReviewQuote::tr("p. %1").arg(quote.page);
    if (quote.state == QuoteState::Proven)
        parts += ReviewQuote::tr("word for word");
    if (quote.state == QuoteState::Near) {
        const QVector<DiffRun> runs = runsOf(quote);
        if (const int added = countWords(runs, DiffRun::OnlyQuote))
            parts += ReviewQuote::tr("%n words not on the page", nullptr, added);
        if (const int left = countWords(runs, DiffRun::OnlyPage))
            parts += ReviewQuote::tr("%n words left out", nullptr, left);
    }
    if (quote.state == QuoteState::NotFound)
        parts += quote.claimedPage ? ReviewQuote::tr("not in the paper; the reader named p. %1").arg(quote.claimedPage)
                                   : ReviewQuote::tr("not in the paper");
    if (quote.page && quote.claimedPage && quote.page != quote.claimedPage)
        parts += ReviewQuote::tr("the reader named p. %1").arg(quote.claimedPage);
    return parts.join(u" · "_s);
}

ReviewQuote::ReviewQuote(const Quote& quote, QWidget* parent) : QAbstractButton(parent), m_state(quote.state)
{
    const bool isQuotation = quote.state == QuoteState::Proven || quote.state == QuoteState::Near;
    m_text = isQuotation ? u"“"_s : QString();
    for (const DiffRun& run : runsOf(quote)) {
        if (m_text.size() > 1)
            m_text += u' ';
        const QPair<int, int> range(int(m_text.size()), int(run.text.size()));
        m_text += run.text;
        if (run.kind == DiffRun::OnlyQuote)
            m_struck.append(range);
        else if (run.kind == DiffRun::OnlyPage)
            m_underlined.append(range);
    }
    if (isQuotation)
        m_text += u'”';
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(u"%1, %2"_s.arg(quote.text.simplified(), quotePlace(quote)));
    setToolTip(tr("Struck: only the reader has it. Underlined: only the page has it."));
}

QList<QTextLayout::FormatRange> ReviewQuote::formats() const
{
    QList<QTextLayout::FormatRange> formats;
    for (const auto& [begin, length] : m_struck) {
        QTextCharFormat format;
        format.setFontStrikeOut(true);
        format.setForeground(theme().red);
        formats.append({begin, length, format});
    }
    for (const auto& [begin, length] : m_underlined) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        format.setForeground(theme().amberText);
        formats.append({begin, length, format});
    }
    return formats;
}

double ReviewQuote::layOut(QTextLayout& layout, int width) const
{
    layout.setFont(theme().font(FontRole::TwoLine));
    layout.setText(m_text);
    layout.setFormats(formats());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(20, width - theme().px(14)));
        line.setPosition({0, y});
        y += line.height() + theme().px(2);
    }
    layout.endLayout();
    return y;
}

int ReviewQuote::heightForWidth(int width) const
{
    QTextLayout layout;
    return qCeil(layOut(layout, width)) + theme().px(4);
}

QSize ReviewQuote::sizeHint() const
{
    const int width = theme().px(270);
    return {width, heightForWidth(width)};
}

void ReviewQuote::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, t.px(3), height()), m_state == QuoteState::Proven     ? t.accent
                                                     : m_state == QuoteState::Near     ? t.amber
                                                     : m_state == QuoteState::NotFound ? t.red
                                                                                       : t.line);
    painter.setPen(m_state == QuoteState::NotFound ? t.dim : t.text);
    QTextLayout layout;
    layOut(layout, width());
    layout.draw(&painter, {double(t.px(11)), double(t.px(2))});
}

} // namespace sheaf
