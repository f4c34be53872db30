// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/attention_bar.h"

#include "ui/controls/key_button.h"
#include "ui/look/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Short where it lies in the user's own folder. */
QString shortPath(const QString& folder)
{
    const QString home = QDir::homePath();
    return QDir::toNativeSeparators(folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder);
}

QHBoxLayout* rowIn(QWidget* holder)
{
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    return row;
}

} // namespace

AttentionBar::AttentionBar(QWidget* parent)
    : QWidget(parent), m_rows(new QVBoxLayout(this)), m_count(new QLabel), m_folder(new QLabel),
      m_open(new KeyButton(tr("Open page"), KeyButton::Small)),
      m_change(new KeyButton(tr("Folder…"), KeyButton::Small)), m_head(new QWidget), m_unanswered(new QWidget),
      m_sources(new QLabel)
{
    setAccessibleName(tr("Papers that need a document"));
    m_rows->setContentsMargins(theme().px(12), theme().px(7), theme().px(12), theme().px(8));
    m_rows->setSpacing(theme().px(6));
    m_count->setFont(theme().font(FontRole::Strong));
    m_folder->setFont(theme().font(FontRole::Secondary));
    m_folder->setProperty("tone", u"dim"_s);
    m_folder->setWordWrap(true);
    m_open->setToolTip(tr("Open the chosen paper's page in the browser (Ctrl+B)"));
    QHBoxLayout* row = rowIn(m_head);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().px(1));
    words->addWidget(m_count);
    words->addWidget(m_folder);
    row->addLayout(words, 1);
    row->addWidget(m_open);
    row->addWidget(m_change);
    m_rows->addWidget(m_head);
    QHBoxLayout* again = rowIn(m_unanswered);
    auto* retry = new KeyButton(tr("Try all again"), KeyButton::Small);
    m_sources->setWordWrap(true);
    again->addWidget(m_sources, 1);
    again->addWidget(retry);
    m_rows->addWidget(m_unanswered);
    connect(retry, &QPushButton::clicked, this, &AttentionBar::retryRequested);
    connect(m_open, &QPushButton::clicked, this, &AttentionBar::pageRequested);
    connect(m_change, &QPushButton::clicked, this, &AttentionBar::folderRequested);
    refresh();
}

void AttentionBar::set(int papers, const QString& folder)
{
    m_papers = papers;
    m_count->setText(tr("%n papers need a document", nullptr, papers));
    m_folder->setText(
        folder.isEmpty()
            ? tr("Open a paper's page, and drop its PDF on the row. No folder is watched.")
            : tr("Open a paper's page and save its PDF in %1: it goes to its paper. Or drop it on the row.")
                  .arg(shortPath(folder)));
    m_folder->setToolTip(QDir::toNativeSeparators(folder));
    refresh();
}

void AttentionBar::setUnanswered(int papers, const QString& sources)
{
    m_hasUnanswered = papers > 0;
    m_sources->setText(tr("%n papers ended without an answer from %1.", nullptr, papers).arg(sources));
    refresh();
}

void AttentionBar::setWanted(bool wanted)
{
    m_wanted = wanted;
    refresh();
}

void AttentionBar::refresh()
{
    m_head->setVisible(m_wanted && m_papers > 0);
    m_unanswered->setVisible(m_hasUnanswered);
    setVisible((m_wanted && m_papers > 0) || m_hasUnanswered || m_questions > 0);
}

void AttentionBar::ask(PaperId paper, const QString& title, const QString& path, const QString& reason)
{
    auto* holder = new QWidget;
    QHBoxLayout* row = rowIn(holder);
    auto* question = new QLabel(tr("%1: is it “%2”?").arg(QFileInfo(path).fileName(), title));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setToolTip(path);
    auto* why = new QLabel(reason);
    why->setProperty("tone", u"amber"_s);
    why->setFont(theme().font(FontRole::Secondary));
    row->addWidget(question, 1);
    row->addWidget(why);
    for (const bool same : {true, false}) {
        auto* button = new KeyButton(same ? tr("Yes") : tr("No"), KeyButton::Small);
        button->setAccessibleDescription(question->text());
        connect(button, &QPushButton::clicked, this, [this, holder, paper, path, same] {
            holder->hide();
            holder->deleteLater();
            --m_questions;
            refresh();
            Q_EMIT answered(paper, path, same);
        });
        row->addWidget(button);
    }
    holder->setObjectName(u"question"_s);
    m_rows->addWidget(holder);
    ++m_questions;
    refresh();
}

void AttentionBar::forgetQuestions()
{
    for (QWidget* question : findChildren<QWidget*>(u"question"_s, Qt::FindDirectChildrenOnly))
        question->deleteLater();
    m_questions = 0;
    refresh();
}

void AttentionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace sheaf
