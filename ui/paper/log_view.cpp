// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/log_view.h"

#include "ui/controls/key_button.h"
#include "ui/look/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

QString logLine(const HistoryEntry& entry)
{
    const auto state = stateFromName(entry.event);
    QStringList parts{entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)};
    if (state)
        parts += stateLabel(*state);
    parts += entry.text;
    parts.removeAll(QString());
    return parts.join(u"  "_s);
}

LogView::LogView(const QString& emptyText, QWidget* parent) : QWidget(parent), m_text(new QPlainTextEdit)
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setPlaceholderText(emptyText);
    m_text->setAccessibleName(tr("Log"));
    m_text->setFont(theme().font(FontRole::TwoLine));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* copy = new KeyButton(tr("Copy all"), KeyButton::Link);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_shown); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(10), theme().px(8), theme().px(14), theme().px(8));
    column->addWidget(m_text, 1);
    column->addWidget(copy, 0, Qt::AlignRight);
}

void LogView::set(const QVector<HistoryEntry>& entries)
{
    QStringList lines;
    lines.reserve(entries.size());
    for (const HistoryEntry& entry : entries)
        lines += logLine(entry);
    setText(lines.join(u'\n'));
}

void LogView::setText(const QString& text)
{
    if (text == m_shown)
        return;
    m_shown = text;
    QScrollBar* bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    const int kept = bar->value();
    m_text->setPlainText(text);
    bar->setValue(atEnd ? bar->maximum() : kept);
}

} // namespace sheaf
