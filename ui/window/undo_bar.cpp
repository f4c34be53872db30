// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_bar.h"

#include "ui/controls/key_button.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

namespace sheaf {

namespace {

constexpr int showMs = 10'000;

} // namespace

UndoBar::UndoBar(QWidget* parent) : QWidget(parent), m_text(new QLabel)
{
    auto* button = new KeyButton(tr("Undo"), KeyButton::Small);
    button->setKeyHint(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, this, &UndoBar::undo);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(14), theme().px(5), theme().px(14), theme().px(5));
    row->addWidget(m_text);
    row->addWidget(button);
    row->addStretch();
    m_clock.setSingleShot(true);
    m_clock.setInterval(showMs);
    connect(&m_clock, &QTimer::timeout, this, &UndoBar::commit);
    hide();
}

UndoBar::~UndoBar() = default;

void UndoBar::offer(const QString& text, std::function<void()> undo, std::function<void()> commit)
{
    this->commit();
    m_text->setText(text);
    m_undo = std::move(undo);
    m_commit = std::move(commit);
    m_clock.start();
    show();
}

void UndoBar::undo()
{
    m_clock.stop();
    m_commit = {};
    hide();
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
}

void UndoBar::commit()
{
    m_clock.stop();
    m_undo = {};
    hide();
    if (const auto commit = std::exchange(m_commit, {}))
        commit();
}

void UndoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().soft);
    painter.fillRect(0, 0, width(), 1, theme().line);
}

} // namespace sheaf
