// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

/** What is spent, what is out in calls, what is about to be added and what the limit leaves then: one bar, and under it
 * a legend with each part's sum. Amounts in US dollars; main thread. */
namespace sheaf {

class CapBar : public QWidget
{
    Q_OBJECT
public:
    struct Sums
    {
        double spent = 0, committed = 0, cap = 0;
        bool batches = false;               ///< the committed sum is out in batches
        double addedLow = 0, addedHigh = 0; ///< what is likely; solid up to the low end, hatched up to the high one
        QString addedName;                  ///< "this change"
        QString addedWords;                 ///< its sum
    };

    explicit CapBar(QWidget* parent = nullptr);
    void set(const Sums& sums);
    /** "spent $0.62, in calls $0.12, this change $0.31, left of $3.00 $1.95". */
    QString words() const;

private:
    class Bar;
    static constexpr int PartCount = 4;

    Bar* m_bar;
    QLabel* m_names[PartCount];
    QLabel* m_amounts[PartCount];
};

} // namespace sheaf
