// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_dialog.h"

#include "core/units.h"
#include "ui/controls/dense_table.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/costs/ledger_model.h"
#include "ui/window/session.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QThreadPool>

namespace sheaf {

LedgerDialog::LedgerDialog(Session* session, QWidget* parent)
    : QDialog(parent), m_session(session), m_calls(new LedgerModel(this)), m_sums(wrappedLabel({}, FontRole::Body))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ledger"));
    auto* table = new DenseTable(tr("Calls to readers"));
    table->setModel(m_calls);
    table->setWidths({150, 240, 90, 90, 90, 90, 0});
    auto* close = new KeyButton(tr("Close"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_sums, 1);
    foot->addWidget(close);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(table, 1);
    rows->addLayout(foot);
    resize(theme().px(900), theme().px(460));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(session, &Session::fileChanged, this, &QDialog::reject);
    connect(session, &Session::snapshot, this, [this](const SnapshotPtr& snapshot) {
        if (snapshot->strip.spentUsd + snapshot->strip.committedUsd != m_shownUsd)
            load();
    });
    load();
}

void LedgerDialog::load()
{
    if (m_session->file().isEmpty() || std::exchange(m_loading, true))
        return;
    if (const SnapshotPtr& last = m_session->last())
        m_shownUsd = last->strip.spentUsd + last->strip.committedUsd;
    QThreadPool::globalInstance()->start(
        [file = m_session->file(), self = QPointer<LedgerDialog>(this), back = QCoreApplication::instance()]() mutable {
            const auto store = StoreReader::open(file);
            const QVector<CallRecord> calls = store ? (*store)->calls() : QVector<CallRecord>();
            QMetaObject::invokeMethod(back, [self = std::move(self), calls] {
                if (self)
                    self->showCalls(calls);
            });
        });
}

void LedgerDialog::showCalls(const QVector<CallRecord>& calls)
{
    m_loading = false;
    m_calls->set(calls);
    const double cap = m_session->settings().number(QStringLiteral("read.cap.usd"));
    m_sums->setText(calls.isEmpty() ? tr("No reader has been asked yet.")
                                    : tr("%1 The cap is %2.").arg(m_calls->sums(), formatUsd(cap)));
}

} // namespace sheaf
