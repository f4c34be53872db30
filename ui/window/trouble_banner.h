// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

/** What stopped a whole stage: the sentence, the button that helps, and when it goes on by itself. */
namespace sheaf {

class TroubleBanner : public QWidget
{
    Q_OBJECT
public:
    explicit TroubleBanner(QWidget* parent = nullptr);
    void set(const QVector<StageTrouble>& troubles);

Q_SIGNALS:
    void actionRequested(const QString& action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();
    void showTimes();
    QVBoxLayout* m_rows;
    QVector<StageTrouble> m_troubles;
    QVector<QLabel*> m_times;
    QTimer m_clock;
};

} // namespace sheaf
