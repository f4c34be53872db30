// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_card.h"

#include "core/units.h"
#include "ui/controls/labels.h"
#include "ui/costs/cap_bar.h"
#include "ui/look/theme.h"

#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Both ends as exactly: "$0.006–$0.012". */
QString rangeWords(double usdLow, double usdHigh)
{
    if (usdHigh > 0 && usdHigh < 0.00005)
        return PriceCard::tr("under %1").arg(formatUsd(0.0001));
    const bool mixed = usdLow > 0 && usdLow < 0.01 && usdHigh >= 0.01;
    const auto words = [mixed](double usd) { return mixed ? u'$' + QLocale().toString(usd, 'f', 3) : formatUsd(usd); };
    const QString low = words(usdLow), high = words(usdHigh);
    return low == high ? low : u"%1–%2"_s.arg(low, high);
}

/** In millions, or in thousands where these would be all zeros. */
QString tokenRange(qint64 low, qint64 high)
{
    const QLocale locale;
    if (high < 1'000'000)
        return PriceCard::tr("%1–%2 thousand")
            .arg(locale.toString((low + 500) / 1000), locale.toString((high + 500) / 1000));
    return PriceCard::tr("%1–%2 million")
        .arg(locale.toString(double(low) / 1e6, 'f', 1), locale.toString(double(high) / 1e6, 'f', 1));
}

/** What the number of tokens was taken from. */
QString lengthWords(const RunEstimate& estimate)
{
    if (estimate.counted == 0)
        return PriceCard::tr("as papers usually are");
    if (estimate.counted == estimate.papers)
        return PriceCard::tr("by the papers' files");
    return PriceCard::tr("%n by their files, the others as papers usually are", nullptr, estimate.counted);
}

QStringList tokenWords(const RunEstimate& estimate)
{
    if (estimate.free || estimate.failure)
        return {};
    return {PriceCard::tr("%1 tokens in, %2 out, %3%4.")
                .arg(tokenRange(estimate.tokensInLow, estimate.tokensInHigh),
                     tokenRange(estimate.tokensOutLow, estimate.tokensOutHigh), lengthWords(estimate),
                     estimate.batches ? PriceCard::tr("; batches at their price") : QString()),
            estimate.papers > 0
                ? PriceCard::tr("A paper costs %1; of the sum, each column adds %2.")
                      .arg(rangeWords(estimate.usdLow / estimate.papers, estimate.usdHigh / estimate.papers),
                           rangeWords(estimate.columnUsdLow, estimate.columnUsdHigh))
                : QString()};
}

} // namespace

RunEstimate withSecondReading(const RunEstimate& first, const std::optional<RunEstimate>& second)
{
    if (!second || first.failure)
        return first;
    RunEstimate sum = first;
    sum.usdLow += second->usdLow;
    sum.usdHigh += second->usdHigh;
    sum.free = first.free && second->free;
    sum.failure = second->failure;
    return sum;
}

QString estimateWords(const RunEstimate& estimate)
{
    if (estimate.failure)
        return PriceCard::tr("unknown");
    return estimate.free ? PriceCard::tr("no cost") : u"≈ "_s + rangeWords(estimate.usdLow, estimate.usdHigh);
}

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
    return rangeWords(answer.usdLow, answer.usdHigh);
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
    if (answer.secondUsdHigh > 0 && answer.counted >= answer.papers)
        sentences +=
            PriceCard::tr("Second reader: %1 of it.").arg(rangeWords(answer.secondUsdLow, answer.secondUsdHigh));
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
      m_bar(new CapBar), m_cap(wrappedLabel({}, FontRole::Secondary, u"dim"_s))
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
    showUnder(answer, strip, tr("this change"));
    const bool over = isOverCap(answer, strip);
    const double needed = answer.usdLow + strip.spentUsd + strip.committedUsd - strip.capUsd;
    sayOnCap(over ? tr("Needs %1 more than the limit leaves.").arg(formatUsd(needed)) : QString(), over);
    nameAll(tr("Price of this change"));
}

void PriceCard::setEstimate(const RunEstimate& first, const std::optional<RunEstimate>& second, const StripState& strip)
{
    QStringList about = tokenWords(first);
    if (second && !second->free && !second->failure)
        about += tr("Second reader: %1 of it.").arg(rangeWords(second->usdLow, second->usdHigh));
    showEstimate(withSecondReading(first, second), about, strip);
}

void PriceCard::showEstimate(const RunEstimate& estimate, const QStringList& about, const StripState& strip)
{
    const QLocale locale;
    PriceAnswer answer{.papers = estimate.papers, .free = estimate.free, .failure = estimate.failure};
    answer.usdLow = estimate.usdLow;
    answer.usdHigh = estimate.usdHigh;
    m_sum->setText(estimateWords(estimate));
    m_about->setText(estimate.failure ? estimate.failure->message : about.join(u' '));
    m_about->setVisible(!m_about->text().isEmpty());
    showUnder(answer, strip, tr("this run"));
    const double left = std::max(0.0, strip.capUsd - strip.spentUsd - strip.committedUsd);
    const bool over = isOverCap(answer, strip);
    QString sentence = tr("The limit is never passed, batches included.");
    if (over && estimate.papers > 0)
        sentence =
            tr("The limit is enough for about %1 of %2 papers, then reading pauses.")
                .arg(locale.toString(int(left * estimate.papers / estimate.usdHigh)), locale.toString(estimate.papers));
    sayOnCap(answer.free || answer.failure ? QString() : sentence, over);
    nameAll(tr("Estimate"));
}

/** The bar and its legend, where there is something to pay. */
void PriceCard::showUnder(const PriceAnswer& answer, const StripState& strip, const QString& name)
{
    const auto inBatch = [](const WorkerLamp& lamp) { return lamp.kind == WorkerLamp::Batch; };
    m_bar->setVisible(!answer.free && !answer.failure);
    m_bar->set({.spent = strip.spentUsd,
                .committed = strip.committedUsd,
                .cap = strip.capUsd,
                .batches = std::ranges::any_of(strip.readers, inBatch),
                .addedLow = answer.usdLow,
                .addedHigh = answer.usdHigh,
                .addedName = name,
                .addedWords = rangeWords(answer.usdLow, answer.usdHigh)});
}

void PriceCard::sayOnCap(const QString& sentence, bool warns)
{
    m_cap->setText(sentence);
    m_cap->setVisible(!sentence.isEmpty());
    m_cap->setProperty("tone", warns ? u"amber"_s : u"dim"_s);
    m_cap->style()->unpolish(m_cap);
    m_cap->style()->polish(m_cap);
}

void PriceCard::nameAll(const QString& title)
{
    QStringList words{title, m_sum->text(), m_about->text()};
    if (!m_bar->isHidden())
        words += m_bar->words();
    if (!m_cap->isHidden())
        words += m_cap->text();
    setAccessibleName(words.join(u", "_s));
}

} // namespace sheaf
