// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QObject>

class QWidget;

/** The control for one setting, made from its type, range and choices. */
namespace sheaf {

class SettingEditor : public QObject
{
    Q_OBJECT
public:
    SettingEditor(const SettingSpec& spec, QWidget* parent);
    const SettingSpec& spec() const { return m_spec; }
    QWidget* widget() const { return m_widget; }
    void set(const QVariant& value);
    QString value() const;

Q_SIGNALS:
    void edited();

private:
    SettingSpec m_spec;
    QWidget* m_widget;
};

/** A choice's name for people: "marker-server" → "marker server". */
QString choiceName(const QString& key, const QString& choice);

} // namespace sheaf
