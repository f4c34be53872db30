// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/pilot_papers_dialog.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/papers/row_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostPapers = 50; // as the setting read.pilot allows
constexpr int askAfterMs = 250;

} // namespace

PilotPapersDialog::PilotPapersDialog(const QVector<PaperRow>& papers, const QVector<PaperId>& chosen, QWidget* parent)
    : QDialog(parent), m_papers(new QListWidget), m_count(textLabel({}, FontRole::Dense, u"dim"_s)),
      m_price(textLabel({}, FontRole::Strong, {})), m_read(new KeyButton(tr("Read these"), KeyButton::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The pilot's papers"));
    auto* find = new QLineEdit;
    find->setPlaceholderText(tr("Filter"));
    find->setAccessibleName(tr("Filter the papers"));
    find->setClearButtonEnabled(true);
    m_papers->setAccessibleName(tr("Papers that can be read"));
    m_papers->setUniformItemSizes(true);
    auto* cancel = new KeyButton(tr("Cancel"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count);
    foot->addSpacing(theme().px(8));
    foot->addWidget(m_price, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_read);
    m_read->setDefault(true);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(wrappedLabel(tr("The pilot reads these papers, then waits for you. What was answered already is "
                                    "not read again. Only papers whose text is at hand are listed."),
                                 FontRole::Dense));
    rows->addWidget(find);
    rows->addWidget(m_papers, 1);
    rows->addLayout(foot);
    resize(theme().px(520), theme().px(480));
    fill(papers, chosen);
    connect(find, &QLineEdit::textChanged, this, &PilotPapersDialog::filter);
    connect(m_papers, &QListWidget::itemChanged, this, &PilotPapersDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_read, &QPushButton::clicked, this, [this] {
        Q_EMIT papersChosen(ticked());
        accept();
    });
    m_price->setAccessibleName(tr("Price of reading them"));
    m_asking.setSingleShot(true);
    m_asking.setInterval(askAfterMs);
    connect(&m_asking, &QTimer::timeout, this, &PilotPapersDialog::askPrice);
    m_papers->setFocus();
    refresh();
}

void PilotPapersDialog::fill(const QVector<PaperRow>& papers, const QVector<PaperId>& chosen)
{
    QVector<const PaperRow*> ordered;
    for (const PaperRow& row : papers)
        ordered.append(&row);
    std::ranges::stable_partition(ordered, [&](const PaperRow* row) { return chosen.contains(row->id); });
    for (const PaperRow* row : std::as_const(ordered)) {
        auto* item = new QListWidgetItem(u"%1, %2"_s.arg(shortPaperName(*row), row->title), m_papers);
        item->setData(Qt::UserRole, row->id);
        item->setToolTip(row->title);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(row->id) ? Qt::Checked : Qt::Unchecked);
    }
    m_papers->setCurrentRow(0);
}

void PilotPapersDialog::filter(const QString& text)
{
    for (int i = 0; i < m_papers->count(); ++i)
        m_papers->item(i)->setHidden(!m_papers->item(i)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

void PilotPapersDialog::refresh()
{
    const int count = int(ticked().size());
    m_count->setText(count > mostPapers ? tr("%n papers ticked, more than a pilot takes", nullptr, count)
                                        : tr("%n papers ticked", nullptr, count));
    m_read->setEnabled(count > 0 && count <= mostPapers);
    m_price->clear(); // it was of others
    m_asking.start();
}

void PilotPapersDialog::askPrice()
{
    m_asking.stop();
    if (const QVector<PaperId> papers = ticked(); !papers.isEmpty())
        Q_EMIT priceWanted(papers);
}

void PilotPapersDialog::setPrice(const QString& words, bool tooMuch)
{
    if (m_asking.isActive() || !m_read->isEnabled())
        return; // others are ticked by now
    m_price->setText(tooMuch ? tr("%1, more than the cap leaves").arg(words) : words);
    m_price->setProperty("tone", tooMuch ? u"amber"_s : QString());
    m_price->style()->unpolish(m_price);
    m_price->style()->polish(m_price);
}

QVector<PaperId> PilotPapersDialog::ticked() const
{
    QVector<PaperId> papers;
    for (int i = 0; i < m_papers->count(); ++i)
        if (m_papers->item(i)->checkState() == Qt::Checked)
            papers.append(m_papers->item(i)->data(Qt::UserRole).toLongLong());
    return papers;
}

} // namespace sheaf
