// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_row.h"

#include "ui/controls/key_button.h"
#include "ui/settings/keychain.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace sheaf {

KeyRow::KeyRow(Keychain* keychain, SecretName name, const QString& label, QWidget* parent)
    : QWidget(parent), m_keychain(keychain), m_name(name), m_edit(new QLineEdit)
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(label);
    auto* keepIt = new KeyButton(tr("Keep"));
    auto* forget = new KeyButton(tr("Forget"));
    m_forget = forget;
    keepIt->setEnabled(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(keepIt);
    row->addWidget(forget);
    connect(m_edit, &QLineEdit::textChanged, keepIt,
            [keepIt](const QString& text) { keepIt->setEnabled(!text.isEmpty()); });
    connect(m_edit, &QLineEdit::returnPressed, this, &KeyRow::keep);
    connect(keepIt, &QPushButton::clicked, this, &KeyRow::keep);
    connect(forget, &QPushButton::clicked, this, [this] { m_keychain->store(m_name, {}); });
    connect(m_keychain, &Keychain::changed, this, &KeyRow::refresh);
    refresh();
}

void KeyRow::keep()
{
    if (m_edit->text().isEmpty())
        return;
    m_keychain->store(m_name, m_edit->text().trimmed());
    m_edit->clear();
}

void KeyRow::refresh()
{
    const bool isThere = !m_keychain->source()(m_name).isEmpty();
    const bool isGiven = !secretFromEnvironment(m_name).isEmpty();
    m_forget->setEnabled(isThere && !isGiven);
    m_edit->setPlaceholderText(isGiven   ? tr("taken from %1").arg(secretVariable(m_name))
                               : isThere ? tr("a key is kept")
                                         : tr("kept in the keychain, never in a file"));
}

} // namespace sheaf
