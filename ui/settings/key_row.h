// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"

#include <QWidget>

class QLineEdit;

/** A key of the user's: typed once, kept in the keychain, never shown again. */
namespace sheaf {

class Keychain;

class KeyRow : public QWidget
{
    Q_OBJECT
public:
    KeyRow(Keychain* keychain, SecretName name, const QString& label, QWidget* parent = nullptr);
    QLineEdit* edit() const { return m_edit; }

private:
    void keep();
    void refresh();

    Keychain* m_keychain;
    const SecretName m_name;
    QLineEdit* m_edit;
    QWidget* m_forget;
};

} // namespace sheaf
