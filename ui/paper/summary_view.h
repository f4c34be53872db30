// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/engine/details.h"

#include <QScrollArea>

class QVBoxLayout;

/** The Summary tab: the paper, what it needs, and each column's answer with its quotes. */
namespace sheaf {

class KeyButton;
class PageCache;

class SummaryView : public QScrollArea
{
    Q_OBJECT
public:
    explicit SummaryView(PageCache* cache, QWidget* parent = nullptr);

    /** Null = no paper chosen. */
    void set(const std::shared_ptr<const PaperDetails>& details, const QVector<Column>& columns);
    void scrollToColumn(const QString& column);

Q_SIGNALS:
    void quoteClicked(const sheaf::Quote& quote);
    void browserRequested(sheaf::PaperId paper);
    void attachRequested(sheaf::PaperId paper);
    void abstractRequested(sheaf::PaperId paper);
    void fullTextRequested(sheaf::PaperId paper);
    void retryRequested(sheaf::PaperId paper);
    void modelsRequested();
    void passwordGiven(sheaf::PaperId paper, const QString& password);
    void takeBackRequested(sheaf::PaperId paper, const QString& field);

private:
    void addHead(QVBoxLayout* layout, const PaperDetails& details);
    KeyButton* addLink(QVBoxLayout* layout, const QString& remark, const QString& text);
    void addBasis(QVBoxLayout* layout, const StoredPaper& stored);
    void addFilled(QVBoxLayout* layout, const PaperDetails& details);
    void addAttention(QVBoxLayout* layout, const PaperDetails& details);
    void addCell(QVBoxLayout* layout, const Column& column, const Cell& cell, TextBasis basis);
    void addSecond(QVBoxLayout* layout, const Column& column, const PaperDetails& details);
    void addPreview(QVBoxLayout* layout, const PaperDetails& details);

    PageCache* m_cache;
    QHash<QString, QWidget*> m_heads;
};

} // namespace sheaf
