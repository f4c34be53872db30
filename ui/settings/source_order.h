// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/source_catalog.h"

#include <QListWidget>

/** The sources of documents in the order in which they are asked: dragged or moved with Alt+↑ and Alt+↓, switched with
 * Space, tested with T or the button in the row. */
namespace sheaf {

class SourceOrder : public QListWidget
{
    Q_OBJECT
public:
    explicit SourceOrder(QWidget* parent = nullptr);

    void set(const QVector<SourceChoice>& choices);
    QVector<SourceChoice> choices() const;
    QString currentSource() const;
    void choose(const QString& name);

    enum class Mood
    {
        Quiet,
        Good,
        Missing,
        Bad
    };
    /** What a row says at its right: "needs a key", "✓ answers". */
    void setWord(const QString& name, const QString& word, Mood mood);

Q_SIGNALS:
    void edited();
    void sourceChosen(const QString& name);
    void testRequested(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QListWidgetItem* itemOf(const QString& name) const;
    void toggle(QListWidgetItem* item);
    void moveBy(int by);
};

} // namespace sheaf
