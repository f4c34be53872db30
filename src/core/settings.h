// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QHash>
#include <QStringList>
#include <QVariant>

/**
 * Every setting of Sheaf with its type, default and range, under the same name in the window, the file and `--set`.
 * A value type without I/O: the store keeps a project's settings, the programs keep the user's. No secrets here: see
 * core/secrets.h.
 */
namespace sheaf {

struct SettingSpec
{
    QString key;
    QVariant defaultValue; ///< its type is the setting's type: QString, int, double or bool
    QString description;   ///< one line, translated
    QStringList choices;   ///< allowed values of a string, empty = any
    double minimum = 0;    ///< of a number
    double maximum = 0;    ///< minimum == maximum: no range
};

class Settings
{
public:
    static const QVector<SettingSpec>& specs();
    static const SettingSpec* spec(const QString& key);

    /** Parses and checks; the failure ("settings.unknown", "settings.value") names what is allowed. */
    Result<void> set(const QString& key, const QString& value);
    void reset(const QString& key) { m_values.remove(key); }

    QVariant value(const QString& key) const; ///< the default where unset; asserts that the key exists
    QString text(const QString& key) const { return value(key).toString(); }
    int integer(const QString& key) const { return value(key).toInt(); }
    double number(const QString& key) const { return value(key).toDouble(); }
    bool flag(const QString& key) const { return value(key).toBool(); }

    /** Only what was set, also where it equals the default: a file may set back what the user's settings changed. */
    QHash<QString, QString> changed() const;
    /** This, with every value that `over` sets. */
    Settings overlaid(const Settings& over) const;

    bool operator==(const Settings&) const = default;

private:
    QHash<QString, QVariant> m_values;
};

} // namespace sheaf
