// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QWidget>

class QPlainTextEdit;

/** History as lines that can be selected and copied. */
namespace sheaf {

class LogView : public QWidget
{
    Q_OBJECT
public:
    explicit LogView(const QString& emptyText, QWidget* parent = nullptr);
    /** Oldest first; stays at its end when it was there. */
    void set(const QVector<HistoryEntry>& entries);

private:
    void setText(const QString& text);
    QPlainTextEdit* m_text;
    QString m_shown;
};

QString logLine(const HistoryEntry& entry);

} // namespace sheaf
