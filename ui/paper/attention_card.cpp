// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/attention_card.h"

#include "pipeline/engine/model_fetch.h"
#include "ui/controls/key_button.h"
#include "ui/look/theme.h"
#include "ui/papers/row_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace sheaf {

AttentionCard::AttentionCard(const StoredPaper& stored, QWidget* parent) : QWidget(parent)
{
    const PaperStatus& status = stored.status;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme().px(4), 0, theme().px(4));
    column->setSpacing(theme().px(8));

    auto* reason = new QLabel(status.failure ? status.failure->message : stateLabel(status.state));
    reason->setWordWrap(true);
    reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    reason->setProperty("tone", status.state == State::Cancelled ? u"dim"_s : u"red"_s);
    column->addWidget(reason);

    const bool password =
        status.failure && (status.failure->code == "pdf.encrypted"_L1 || status.failure->code == "pdf.password"_L1);
    // There is none, or one that cannot be converted: another one may help.
    const bool wantsDocument =
        status.failure && (status.failure->stage == Stage::Acquire || status.failure->stage == Stage::Convert);
    if (password)
        column->addWidget(passwordRow());
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    const auto add = [&](const QString& text, auto signal) {
        auto* button = new KeyButton(text, KeyButton::Small);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    if (wantsDocument) {
        if (!stored.paper.ids.isEmpty() || !stored.paper.urls.isEmpty())
            add(tr("Open in browser"), &AttentionCard::browserRequested);
        add(tr("Attach PDF…"), &AttentionCard::attachRequested);
        if (hasAbstract(stored.paper))
            add(tr("Read the abstract"), &AttentionCard::abstractRequested);
    }
    if (status.failure && status.failure->code == "convert.no-text"_L1 && ModelFetch::isNeeded())
        add(tr("Fetch the models for scans"), &AttentionCard::modelsRequested);
    if (!password)
        add(tr("Retry"), &AttentionCard::retryRequested);
    row->addStretch();
    column->addLayout(row);
    if (wantsDocument) {
        auto* hint = new QLabel(tr("Or drop its PDF on the paper's row."));
        hint->setProperty("tone", u"dim"_s);
        hint->setFont(theme().font(FontRole::Secondary));
        column->addWidget(hint);
    }
}

QWidget* AttentionCard::passwordRow()
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setPlaceholderText(tr("Password of the PDF"));
    edit->setAccessibleName(edit->placeholderText());
    auto* open = new KeyButton(tr("Open"));
    open->setEnabled(false);
    row->addWidget(edit, 1);
    row->addWidget(open);
    connect(edit, &QLineEdit::textChanged, open, [open](const QString& text) { open->setEnabled(!text.isEmpty()); });
    const auto give = [this, edit] {
        if (!edit->text().isEmpty())
            Q_EMIT passwordGiven(edit->text());
    };
    connect(edit, &QLineEdit::returnPressed, this, give);
    connect(open, &QPushButton::clicked, this, give);
    return holder;
}

} // namespace sheaf
