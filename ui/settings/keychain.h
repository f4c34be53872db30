// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"

#include <QObject>

#include <memory>

/** The user's keys in the system's keychain; the environment wins over it. Keys are read once, after the first paint,
 * and held in memory; they are never written to a file. A key that the keychain does not take is kept until Sheaf
 * closes. */
namespace sheaf {

class Keychain : public QObject
{
    Q_OBJECT
public:
    explicit Keychain(QObject* parent = nullptr);
    ~Keychain() override;

    /** May be called from any thread, also after this object is gone. */
    SecretSource source() const;
    /** Stores what a service gave; any thread, nothing once this object is gone. */
    SecretKeeper keeper();
    void load();
    /** Empty = forget it. stored() follows. */
    void store(SecretName name, const QString& value);

Q_SIGNALS:
    void changed();
    void stored(sheaf::SecretName name, bool ok, const QString& sentence);

private:
    struct Memory;
    std::shared_ptr<Memory> m_memory;
};

} // namespace sheaf
