// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/read_again_dialog.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/costs/price_card.h"
#include "ui/window/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>

namespace sheaf {

namespace {} // namespace

ReadAgainDialog::ReadAgainDialog(Session* session, const QVector<PaperId>& papers, const QStringList& columns,
                                 QWidget* parent)
    : QDialog(parent), m_session(session), m_papers(papers), m_columns(new QListWidget), m_price(new PriceCard),
      m_read(new KeyButton(tr("Read again"), KeyButton::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Read again"));
    m_columns->setAccessibleName(tr("Questions to ask again"));
    for (const Column& column : session->columns()) {
        auto* item = new QListWidgetItem(column.name, m_columns);
        item->setData(Qt::UserRole, column.id);
        item->setToolTip(column.question);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(columns.isEmpty() || columns.contains(column.id) ? Qt::Checked : Qt::Unchecked);
    }
    auto* cancel = new KeyButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_read);
    m_read->setDefault(true);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(wrappedLabel(tr("%n papers answer these questions again. The answers stay until the new ones come; "
                                    "what you accepted, edited or rejected stays.",
                                    nullptr, int(papers.size())),
                                 FontRole::Body));
    rows->addWidget(m_columns, 1);
    rows->addWidget(m_price);
    rows->addLayout(buttons);
    resize(theme().px(420), theme().px(440));
    connect(m_columns, &QListWidget::itemChanged, this, &ReadAgainDialog::askPrice);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_read, &QPushButton::clicked, this, &ReadAgainDialog::readAgain);
    connect(&session->engine(), &Engine::priced, this, [this](const PriceAnswer& answer) {
        if (answer.id == PriceAsker::Again)
            m_price->set(answer, m_session->last() ? m_session->last()->strip : StripState());
    });
    connect(session, &Session::fileChanged, this, &QDialog::reject);
    askPrice();
}

QStringList ReadAgainDialog::ticked() const
{
    QStringList ids;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            ids += m_columns->item(i)->data(Qt::UserRole).toString();
    }
    return ids;
}

void ReadAgainDialog::askPrice()
{
    const QStringList columns = ticked();
    m_read->setEnabled(!columns.isEmpty());
    m_price->setVisible(!columns.isEmpty());
    if (!columns.isEmpty())
        m_session->engine().price({.id = PriceAsker::Again,
                                   .columns = m_session->columns(),
                                   .again = true,
                                   .papers = m_papers,
                                   .againColumns = columns});
}

void ReadAgainDialog::readAgain()
{
    m_session->engine().readAgain(m_papers, ticked());
    accept();
}

} // namespace sheaf
