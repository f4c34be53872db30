// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;

/** Which papers the pilot reads: the ticked ones. Not modal; deletes itself. */
namespace sheaf {

class KeyButton;

class PilotPapersDialog : public QDialog
{
    Q_OBJECT
public:
    /** `papers` are those that can be read at once; `chosen` are ticked at first, and stand first. */
    PilotPapersDialog(const QVector<PaperRow>& papers, const QVector<PaperId>& chosen, QWidget* parent);
    /** What reading the ticked ones costs, "$0.02–0.03"; `tooMuch` for what the cap leaves. */
    void setPrice(const QString& words, bool tooMuch);
    /** priceWanted() for what is ticked. */
    void askPrice();

Q_SIGNALS:
    void papersChosen(const QVector<sheaf::PaperId>& papers);
    /** Others are ticked. */
    void priceWanted(const QVector<sheaf::PaperId>& papers);

private:
    void fill(const QVector<PaperRow>& papers, const QVector<PaperId>& chosen);
    void filter(const QString& text);
    void refresh();
    QVector<PaperId> ticked() const;

    QListWidget* m_papers;
    QLabel* m_count;
    QLabel* m_price;
    QTimer m_asking; ///< ticks come in bursts
    KeyButton* m_read;
};

} // namespace sheaf
