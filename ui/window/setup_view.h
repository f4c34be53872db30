// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QScrollArea>

/** The Set-up tab of the empty window: facts of this machine with the button that helps, and what runs where. */
namespace sheaf {

class SetupView : public QScrollArea
{
    Q_OBJECT
public:
    explicit SetupView(QWidget* parent = nullptr);
    void set(const QVector<SetupFact>& facts, const Settings& settings);

Q_SIGNALS:
    void actionRequested(const QString& action);

private:
    QWidget* factRow(const SetupFact& fact);
    QWidget* whereTable(const Settings& settings);
};

/** "choose-reader" → "Choose reader…"; empty where this window has no such button. */
QString actionText(const QString& action);
/** The hosts that a step sends to under these settings; empty = nothing leaves. */
QString acquireHosts(const Settings& settings);
/** Whether catalogues are asked for what lists leave out, which happens before Start. */
bool asksCatalogues(const Settings& settings);
QString convertHost(const Settings& settings);
QString readHost(const Settings& settings);
/** Of both readers. */
QString readHosts(const Settings& settings);

} // namespace sheaf
