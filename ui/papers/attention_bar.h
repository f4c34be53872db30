// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

/** Above the papers that need the user: that a folder is watched for their documents, the way to the next paper's page,
 * and a question for each document that may be a paper's. */
namespace sheaf {

class KeyButton;

class AttentionBar : public QWidget
{
    Q_OBJECT
public:
    explicit AttentionBar(QWidget* parent = nullptr);

    /** How many papers need a document; where they are waited for, empty = nowhere. */
    void set(int papers, const QString& folder);
    /** How many papers ended without a document because sources were down; their names, "Europe PMC, arXiv". */
    void setUnanswered(int papers, const QString& sources);
    /** The papers that need the user are shown. */
    void setWanted(bool wanted);
    void ask(PaperId paper, const QString& title, const QString& path, const QString& reason);
    void forgetQuestions();

Q_SIGNALS:
    void pageRequested();
    void folderRequested();
    /** For all papers of setUnanswered(). */
    void retryRequested();
    void answered(sheaf::PaperId paper, const QString& path, bool same);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    QVBoxLayout* m_rows;
    QLabel* m_count;
    QLabel* m_folder;
    KeyButton* m_open;
    KeyButton* m_change;
    QWidget* m_head;
    QWidget* m_unanswered;
    QLabel* m_sources;
    int m_papers = 0;
    bool m_hasUnanswered = false;
    int m_questions = 0;
    bool m_wanted = false;
};

} // namespace sheaf
