// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/error_gauge.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/review/review_list.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double widest = 0.10; ///< the scale's right end

QString percent(double share)
{
    const double value = share * 100;
    return QLocale().toString(value, 'f', value < 9.95 && std::abs(value - std::round(value)) > 0.05 ? 1 : 0);
}

QString whatIsLeft(const ErrorRate& rate)
{
    if (rate.values == 0)
        return ErrorGauge::tr("No value of this column is proven yet.");
    const int more = checksUntil(rate, reviewLimit);
    const QString share = rate.checked ? ErrorGauge::tr("Error of the proven values %1.").arg(errorWords(rate))
                                       : ErrorGauge::tr("None of the proven values has been checked.");
    if (more == 0)
        return share + u' ' + ErrorGauge::tr("You may stop here.");
    if (rate.checked + more >= rate.values)
        return share + u' ' + ErrorGauge::tr("All %n values left have to be checked.", nullptr, more);
    return share + u' ' +
           ErrorGauge::tr("After about %n more values from the sample you may stop here.", nullptr, more);
}

} // namespace

QString errorWords(const ErrorRate& rate)
{
    if (rate.checked == 0)
        return {};
    if (rate.low == rate.high)
        return ErrorGauge::tr("%1 %").arg(percent(rate.low));
    return ErrorGauge::tr("%1–%2 %").arg(percent(rate.low), percent(rate.high));
}

QString agreementWords(const Column& column, const AgreementTally& agreement)
{
    const QString uncompared =
        agreement.uncompared() > 0
            ? ErrorGauge::tr("%n free texts of two readers are not compared.", nullptr, agreement.uncompared())
            : QString();
    if (agreement.compared() == 0)
        return uncompared;
    const QString share =
        ErrorGauge::tr("The readers agree on %1 % of %2")
            .arg(percent(agreement.share()), ErrorGauge::tr("%n values", nullptr, agreement.compared()));
    const auto kappa = hasCategories(column) ? agreement.kappa() : std::nullopt;
    const QString agree = kappa ? u"%1 (κ %2)."_s.arg(share, QLocale().toString(*kappa, 'f', 2)) : share + u'.';
    return QStringList{agree, uncompared}.join(u' ').trimmed();
}

ErrorGauge::ErrorGauge(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    set({}, {}, {});
}

void ErrorGauge::set(const Column& column, const ErrorRate& rate, const AgreementTally& agreement)
{
    m_head = column.name;
    m_rate = rate;
    m_note = whatIsLeft(rate);
    m_agreement = agreementWords(column, agreement);
    setAccessibleName(QStringList{m_head, m_note, m_agreement}.join(u". "_s));
    updateGeometry();
    update();
}

QSize ErrorGauge::sizeHint() const
{
    return {theme().px(300), theme().px(m_agreement.isEmpty() ? 134 : 156)};
}

void ErrorGauge::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box = contentsRect();
    const QRect head(box.left(), box.top(), box.width(), t.px(18));
    const QString checked =
        tr("%1 of %2 checked").arg(QLocale().toString(m_rate.checked), QLocale().toString(m_rate.values));
    painter.setPen(t.dim);
    painter.setFont(t.font(FontRole::Secondary));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, checked);
    const int taken = painter.fontMetrics().horizontalAdvance(checked) + t.px(8);
    painter.setFont(t.font(FontRole::Section));
    drawElided(painter, head.adjusted(0, 0, -taken, 0), tr("%1 so far").arg(m_head));
    const QRectF bar(box.left(), box.top() + t.px(26), box.width(), t.px(6));
    drawBar(painter, bar, 0, t.accent);
    const auto x = [&](double share) { return bar.left() + bar.width() * std::min(share, widest) / widest; };
    if (m_rate.checked > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_rate.high > reviewLimit ? t.amber : t.accent);
        painter.drawRoundedRect(
            QRectF(x(m_rate.low), bar.top(), std::max(3.0, x(m_rate.high) - x(m_rate.low)), bar.height()), 3, 3);
    }
    painter.fillRect(QRectF(x(reviewLimit) - 1, bar.top() - t.px(4), 2, bar.height() + t.px(8)), t.text);
    const QRect scale(box.left(), box.top() + t.px(36), box.width(), t.px(18));
    painter.setPen(t.dim);
    painter.setFont(t.font(FontRole::Secondary));
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter, tr("%1 %").arg(0));
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, tr("%1 %").arg(percent(widest)));
    painter.drawText(scale, Qt::AlignHCenter | Qt::AlignVCenter, tr("limit, %1 %").arg(percent(reviewLimit)));
    painter.setPen(t.text);
    painter.setFont(t.font(FontRole::TwoLine));
    painter.drawText(box.adjusted(0, t.px(58), 0, 0), Qt::TextWordWrap,
                     m_agreement.isEmpty() ? m_note : m_note + u'\n' + m_agreement);
}

} // namespace sheaf
