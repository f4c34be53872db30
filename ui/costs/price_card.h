// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"
#include "pipeline/read/price.h"
#include "pipeline/read/run_estimate.h"

#include <QFrame>

class QLabel;

/** What a change of the columns costs, before it is applied: the sum, what for, and its place under the cap. */
namespace sheaf {

class CapBar;

class PriceCard : public QFrame
{
    Q_OBJECT
public:
    explicit PriceCard(QWidget* parent = nullptr);
    void set(const PriceAnswer& answer, const StripState& strip);
    /** Of a run that has not begun: what is likely, and how far the cap reaches. */
    void setEstimate(const RunEstimate& first, const std::optional<RunEstimate>& second, const StripState& strip);

private:
    void showEstimate(const RunEstimate& estimate, const QStringList& about, const StripState& strip);
    void showUnder(const PriceAnswer& answer, const StripState& strip, const QString& name);
    void sayOnCap(const QString& sentence, bool warns);
    void nameAll(const QString& title);

    QLabel* m_sum;
    QLabel* m_about;
    CapBar* m_bar;
    QLabel* m_cap;
};

/** "$1.20–$1.60", "no cost", "unknown". */
QString estimateWords(const RunEstimate& estimate);
/** Both readers' as one sum. */
RunEstimate withSecondReading(const RunEstimate& first, const std::optional<RunEstimate>& second);
/** "$0.40–0.90", "no cost"; while it is counted, how far that is. */
QString priceWords(const PriceAnswer& answer);
/** "reads 1 column of 241 papers again": what the price is for. */
QString priceSentence(const PriceAnswer& answer);
/** Whether what is likely does not fit under what the cap leaves. */
bool isOverCap(const PriceAnswer& answer, const StripState& strip);

} // namespace sheaf
