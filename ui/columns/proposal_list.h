// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/read/proposals.h"

#include <QWidget>

class QListWidget;

/** Proposed columns under the questions: asked for at a price that is named, ticked, and put into the table unapplied.
 */
namespace sheaf {

class ElidedLabel;
class KeyButton;

class ProposalList : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalList(QWidget* parent = nullptr);

    /** What asking would cost, empty = unknown; a reason why it cannot be asked, empty = it can. */
    void setOffer(const QString& price, const QString& reason);
    void setAnswer(const ProposalAnswer& answer);

Q_SIGNALS:
    void proposeRequested();
    void accepted(const QVector<sheaf::Column>& columns);

private:
    void ask();
    void accept();
    void refresh();

    ElidedLabel* m_about;
    KeyButton* m_propose;
    KeyButton* m_accept;
    QListWidget* m_list;
    QVector<ColumnProposal> m_proposals;
    QString m_reason;
    bool m_asking = false;
};

} // namespace sheaf
