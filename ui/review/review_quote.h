// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QAbstractButton>
#include <QTextLayout>

/** A quote as it is reviewed: words that only the reader has are struck, words that only the page has are underlined.
 * Pressing it shows its place. */
namespace sheaf {

class ReviewQuote : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ReviewQuote(const Quote& quote, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /** Lays the text out for this width; the height it takes. */
    double layOut(QTextLayout& layout, int width) const;
    QList<QTextLayout::FormatRange> formats() const;

    QuoteState m_state;
    QString m_text;
    QVector<QPair<int, int>> m_struck, m_underlined; ///< begin, length in m_text
};

/** "p. 4 · word for word", "p. 4 · 2 words differ": where it stands, and how well. */
QString quotePlace(const Quote& quote);

} // namespace sheaf
