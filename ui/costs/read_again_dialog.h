// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QDialog>

class QLabel;
class QListWidget;

/** Which questions are put to papers again that have answered, and what that costs: nothing is read before it is
 * confirmed. Not modal; deletes itself. */
namespace sheaf {

class KeyButton;
class PriceCard;
class Session;

class ReadAgainDialog : public QDialog
{
    Q_OBJECT
public:
    /** `columns` are ticked at first, empty = all. */
    ReadAgainDialog(Session* session, const QVector<PaperId>& papers, const QStringList& columns, QWidget* parent);
    QStringList ticked() const;

private:
    void askPrice();
    void readAgain();

    Session* m_session;
    const QVector<PaperId> m_papers;
    QListWidget* m_columns;
    PriceCard* m_price;
    KeyButton* m_read;
};

} // namespace sheaf
