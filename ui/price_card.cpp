// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_card.h"

#include "core/units.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

/** Spent, in calls that are out (hatched), this change (solid to what is likely at least, hatched to the most likely),
 * and what the cap leaves. */
class PriceCard::Bar : public QWidget
{
public:
    Bar() { setFixedHeight(theme().px(8)); }
    void set(double spent, double committed, const PriceAnswer& answer, double cap)
    {
        m_parts = {{spent, theme().dim, Qt::SolidPattern},
                   {committed, theme().dim, Qt::Dense4Pattern},
                   {answer.usdLow, theme().accent, Qt::SolidPattern},
                   {answer.usdHigh - answer.usdLow, theme().accent, Qt::Dense4Pattern}};
        m_cap = cap;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme().line);
        double x = 0;
        for (const Part& part : m_parts) {
            const double width = m_cap > 0 ? std::min(part.usd / m_cap * this->width(), this->width() - x) : 0;
            painter.fillRect(QRectF(x, 0, width, height()), QBrush(part.colour, part.pattern));
            x += width;
        }
    }

private:
    struct Part
    {
        double usd;
        QColor colour;
        Qt::BrushStyle pattern;
    };
    QVector<Part> m_parts;
    double m_cap = 0;
};

QString priceWords(const PriceAnswer& answer)
{
    const QLocale locale;
    if (answer.failure)
        return PriceCard::tr("unknown");
    if (answer.papers == 0)
        return PriceCard::tr("nothing to read");
    if (answer.free)
        return PriceCard::tr("no cost");
    if (answer.counted < answer.papers)
        return PriceCard::tr("counting, %1 of %2").arg(locale.toString(answer.counted), locale.toString(answer.papers));
    const QString low = formatUsd(answer.usdLow), high = formatUsd(answer.usdHigh);
    return low == high ? low : u"%1–%2"_s.arg(low, high);
}

QString priceSentence(const PriceAnswer& answer)
{
    const QLocale locale;
    if (answer.failure)
        return answer.failure->message;
    QStringList sentences;
    if (answer.papers > 0)
        sentences += PriceCard::tr("Reads %1 of %2 again.")
                         .arg(PriceCard::tr("%n columns", nullptr, int(answer.columns.size())),
                              PriceCard::tr("%n papers", nullptr, answer.papers));
    else
        sentences += PriceCard::tr("No paper is read again.");
    if (answer.toCome > 0)
        sentences +=
            PriceCard::tr("%n papers to come answer all columns in their first reading.", nullptr, answer.toCome);
    return sentences.join(u' ');
}

bool isOverCap(const PriceAnswer& answer, const StripState& strip)
{
    return !answer.free && !answer.failure && answer.usdLow > strip.capUsd - strip.spentUsd - strip.committedUsd;
}

PriceCard::PriceCard(QWidget* parent)
    : QFrame(parent), m_sum(wrappedLabel({}, FontRole::Count, {})), m_about(wrappedLabel({}, FontRole::Dense, {})),
      m_cap(wrappedLabel({}, FontRole::Secondary, u"dim"_s)), m_bar(new Bar)
{
    setProperty("edge", u"card"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10));
    column->setSpacing(theme().px(6));
    for (QWidget* part : std::initializer_list<QWidget*>{m_sum, m_about, m_bar, m_cap})
        column->addWidget(part);
}

void PriceCard::set(const PriceAnswer& answer, const StripState& strip)
{
    m_sum->setText(priceWords(answer));
    m_about->setText(priceSentence(answer));
    const bool paid = !answer.free && !answer.failure;
    m_bar->setVisible(paid);
    m_cap->setVisible(paid);
    m_bar->set(strip.spentUsd, strip.committedUsd, answer, strip.capUsd);
    const QString cap = tr("Spent %1, in calls %2, limit %3.")
                            .arg(formatUsd(strip.spentUsd), formatUsd(strip.committedUsd), formatUsd(strip.capUsd));
    m_cap->setText(isOverCap(answer, strip)
                       ? tr("%1 Needs %2 more than the limit leaves: reading pauses there.")
                             .arg(cap, formatUsd(answer.usdLow + strip.spentUsd + strip.committedUsd - strip.capUsd))
                       : cap);
    m_cap->setProperty("tone", isOverCap(answer, strip) ? u"amber"_s : u"dim"_s);
    setAccessibleName(QStringList{tr("Price of this change"), m_sum->text(), m_about->text()}.join(u", "_s));
}

} // namespace sheaf
