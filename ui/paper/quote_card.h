// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QAbstractButton>

/** One quote with its page and state; pressing it opens the page. A quote that was not found carries no quotation
 * marks: it is no quotation. */
namespace sheaf {

class QuoteCard : public QAbstractButton
{
    Q_OBJECT
public:
    explicit QuoteCard(const Quote& quote, QWidget* parent = nullptr);
    const Quote& quote() const { return m_quote; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString words() const;
    QString note() const;
    QRect textBox(int width) const;
    Quote m_quote;
};

} // namespace sheaf
