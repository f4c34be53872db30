// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/strip/stage_cards.h"

#include <QWidget>

/** The picture of the run, live: six cards with arrows, or one line. Clicking a card asks for its papers. */
namespace sheaf {

class StripView : public QWidget
{
    Q_OBJECT
public:
    explicit StripView(QWidget* parent = nullptr);

    void setState(const StripState& state, RunState run);
    void setAcquireLimit(int papers);
    void setCompact(bool compact);
    /** What the compact line says at its right end instead of the time left. */
    void setNote(const QString& note);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cardClicked(sheaf::StageCard card);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF cardBox(int card) const;
    int cardAt(QPoint position) const;
    QString spoken() const;

    StripState m_state;
    RunState m_run = RunState::Idle;
    QString m_note;
    int m_acquireLimit = 5;
    bool m_compact = false;
};

} // namespace sheaf
