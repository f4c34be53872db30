// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"
#include "ui/review/review_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QShortcut;
class QTabBar;

/** The Review mode: the values to check at the left, the paper's markdown beside its page, the answer with its
 * decisions at the right. Every decision has its key. */
namespace sheaf {

class ElidedLabel;
class ErrorGauge;
class KeyButton;
class PageCache;
class ReviewAnswer;
class ReviewModel;
class ReviewPages;
class ReviewTree;

class ReviewView : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewView(PageCache* pages, QWidget* parent = nullptr);

    void setList(const ReviewList& list, const QVector<Column>& columns);
    /** The chosen value's paper; null while it is being read. */
    void setPaper(const std::shared_ptr<const PaperDetails>& details);
    /** Goes to the next (1) or previous (−1) value that is not decided. */
    void go(int by);
    void choose(const CellPlace& place);
    std::optional<CellPlace> current() const;
    ReviewModel* values() const { return m_model; }
    ReviewTree* tree() const { return m_tree; }
    ReviewAnswer* answer() const { return m_answer; }
    QString position() const; ///< "25 of 118"
    QList<QWidget*> panes() const;

Q_SIGNALS:
    void currentChanged();
    void decided(sheaf::PaperId paper, const sheaf::Cell& cell);
    void undoRequested();
    void exportRequested();
    void closeRequested();

private:
    QWidget* modeBar();
    QWidget* left();
    void addKeys();
    void fill();
    void showQuote(const Quote& quote);
    void showBestQuote();
    void showCurrent();
    void showBar();
    void escape();

    ReviewList m_list;
    QVector<Column> m_columns;
    std::shared_ptr<const PaperDetails> m_details;
    std::optional<CellPlace> m_shown;
    ReviewModel* m_model;
    ReviewTree* m_tree;
    QTabBar* m_tabs;
    QComboBox* m_order;
    ReviewPages* m_pages;
    ReviewAnswer* m_answer;
    ElidedLabel* m_about;
    class ShareBar;
    ShareBar* m_share;
    QVector<QShortcut*> m_letters; ///< off while words are typed
};

} // namespace sheaf
