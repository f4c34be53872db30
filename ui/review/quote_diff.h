// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

/** Where a reader's quote and the page's own words part. Pure. */
namespace sheaf {

struct DiffRun
{
    enum Kind
    {
        Same,
        OnlyQuote,
        OnlyPage
    };
    Kind kind = Same;
    QString text; ///< words with a space between

    bool operator==(const DiffRun&) const = default;
};

/** Word by word, by their longest common sequence; case and punctuation do not count, and the page's form is shown. */
QVector<DiffRun> quoteDiff(const QString& quote, const QString& page);

} // namespace sheaf
