// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement.h"
#include "core/column.h"
#include "core/error_rate.h"
#include "pipeline/engine/snapshot.h"

#include <QHash>

/**
 * What there is to check: the values in which two readers differ and those that are not proven, grouped, and beside
 * them a sample of the rest, from which each column's share of errors is estimated. Values of papers of which there is
 * only an abstract are to be checked like others, and stand in no figure. Values only, main thread.
 */
namespace sheaf {

/** A value of one paper in one column. */
struct CellPlace
{
    PaperId paper = 0;
    QString column;

    bool operator==(const CellPlace&) const = default;
};
size_t qHash(const CellPlace& place, size_t seed = 0);

/** Why a value is to be checked, the most urgent first; a value has one kind. */
enum class ReviewKind
{
    Differ, ///< the readers say different things
    NotFound,
    Near,
    NoQuote
};

struct ReviewItem
{
    CellPlace place;
    CellState state = CellState::Empty;
    Decision decision = Decision::None;
    QString paper; ///< "Vaswani 2017"
    QString column;
    QString value;
    int position = 0;      ///< of the paper in the list
    bool sample = false;   ///< proven, and looked at for the estimate
    bool differ = false;   ///< the readers do
    QString first, second; ///< what they said by themselves, where they differ; empty = the paper does not say

    ReviewKind kind() const;

    bool operator==(const ReviewItem&) const = default;
};

struct ReviewGroup
{
    QString id; ///< of the column or paper; "sample"
    QString name;
    QVector<ReviewItem> items; ///< by kind

    int open() const; ///< not decided yet
    bool operator==(const ReviewGroup&) const = default;
};

enum class ReviewOrder
{
    ByColumn,
    ByPaper
};

struct ReviewCounts
{
    int values = 0, proven = 0; ///< of full texts
    int open = 0;               ///< to check: not decided, and differing or not proven; the sample left out
    int openOfAbstracts = 0;    ///< of them, where there is only an abstract
    QHash<ReviewKind, int> openByKind;
};

class ReviewList
{
public:
    using Decided = QHash<CellPlace, Decision>;
    ReviewList() = default;
    /** `decided` while the review is open: they stay in their places, and the rows may not know of them yet. */
    ReviewList(const QVector<PaperRow>& rows, const QVector<Column>& columns, const Decided& decided);

    /** Groups of what is of the kind (none = all), the sample last. */
    QVector<ReviewGroup> groups(ReviewOrder order, std::optional<ReviewKind> kind) const;
    const ReviewCounts& counts() const { return m_counts; }
    /** How often both readers say the same in this column. */
    AgreementTally agreement(const QString& column) const { return m_agreements.value(column); }
    /** Of the proven values of one column, or of all, in which no readers differ; a rejected or edited one was wrong.
     */
    ErrorRate proven(const QString& column) const { return m_rates.value(column); }
    ErrorRate proven() const;

private:
    void count(const SecondAnswer& second, const QString& column);
    void drawSample(const QVector<ReviewItem>& proven, const QString& column, const Decided& decided);

    QVector<Column> m_columns;
    QVector<ReviewItem> m_items; ///< column by column, in the list's order
    QVector<ReviewItem> m_sample;
    QHash<QString, ErrorRate> m_rates;
    QHash<QString, AgreementTally> m_agreements;
    ReviewCounts m_counts;
};

/** The share of wrong values below which nobody needs to look at more. */
constexpr double reviewLimit = 0.05;

} // namespace sheaf
