// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/proposal_list.h"

#include "ui/columns/column_model.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {
constexpr int shownLines = 4;
}

ProposalList::ProposalList(QWidget* parent)
    : QWidget(parent), m_about(new ElidedLabel), m_propose(new KeyButton(tr("Propose columns"), KeyButton::Link)),
      m_accept(new KeyButton(tr("Accept"))), m_list(new QListWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(14), theme().px(6), theme().px(14), theme().px(8));
    column->setSpacing(theme().px(6));
    auto* head = new QHBoxLayout;
    auto* title = new ElidedLabel(tr("Proposed"));
    title->setFont(theme().font(FontRole::Strong));
    m_about->setFont(theme().font(FontRole::Dense));
    m_about->setProperty("tone", u"dim"_s);
    head->addWidget(title);
    head->addWidget(m_about, 1);
    head->addWidget(m_accept);
    head->addWidget(m_propose);
    column->addLayout(head);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Proposed columns"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(shownLines * theme().px(27));
    m_list->hide();
    m_accept->hide();
    connect(m_propose, &QPushButton::clicked, this, &ProposalList::ask);
    connect(m_accept, &QPushButton::clicked, this, &ProposalList::accept);
    connect(m_list, &QListWidget::itemChanged, this, &ProposalList::refresh);
    refresh();
}

void ProposalList::setOffer(const QString& price, const QString& reason)
{
    m_reason = reason;
    m_propose->setText(price.isEmpty() ? tr("Propose columns") : tr("Propose columns, %1").arg(price));
    refresh();
}

void ProposalList::ask()
{
    m_asking = true;
    refresh();
    Q_EMIT proposeRequested();
}

void ProposalList::setAnswer(const ProposalAnswer& answer)
{
    m_asking = false;
    m_proposals = answer.proposals;
    m_list->clear();
    for (const ColumnProposal& proposal : std::as_const(m_proposals)) {
        const QString line = tr("%1: %2 (%3; answered in %4 of %5)")
                                 .arg(proposal.column.name, proposal.column.question, columnTypeWord(proposal.column))
                                 .arg(proposal.papers)
                                 .arg(answer.asked);
        auto* item = new QListWidgetItem(line, m_list);
        item->setToolTip(proposal.column.question);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    refresh();
    if (answer.failure)
        m_about->setText(answer.failure->message);
}

void ProposalList::accept()
{
    QVector<Column> columns;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        if (m_list->item(row)->checkState() != Qt::Checked)
            continue;
        columns.prepend(m_proposals.takeAt(row).column);
        delete m_list->takeItem(row);
    }
    refresh();
    Q_EMIT accepted(columns);
}

void ProposalList::refresh()
{
    int ticked = 0;
    for (int row = 0; row < m_list->count(); ++row)
        ticked += m_list->item(row)->checkState() == Qt::Checked;
    m_list->setVisible(m_list->count() > 0);
    m_accept->setVisible(m_list->count() > 0);
    m_accept->setEnabled(ticked > 0);
    m_propose->setEnabled(m_reason.isEmpty() && !m_asking);
    m_about->setText(m_asking              ? tr("reading a few of your papers…")
                     : !m_reason.isEmpty() ? m_reason
                                           : tr("from a few of your papers, as unlike as there are"));
}

} // namespace sheaf
