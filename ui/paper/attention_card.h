// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QWidget>

/** What keeps a paper from going on, as a sentence, with the buttons that help. */
namespace sheaf {

class AttentionCard : public QWidget
{
    Q_OBJECT
public:
    explicit AttentionCard(const StoredPaper& stored, QWidget* parent = nullptr);

Q_SIGNALS:
    void browserRequested();
    void attachRequested();
    void abstractRequested();
    void retryRequested();
    void modelsRequested();
    void passwordGiven(const QString& password);

private:
    QWidget* passwordRow();
};

} // namespace sheaf
