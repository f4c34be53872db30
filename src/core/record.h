// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QRectF>
#include <QString>
#include <QVector>

/** What a reader answered about one paper, cell by cell, with the evidence as geometry on the page. */
namespace sheaf {

/** Whether a quote was found again on the paper's page. */
enum class QuoteState
{
    Unchecked,
    Proven,
    Near,
    NotFound
};
enum class Decision
{
    None,
    Accepted,
    Edited,
    Rejected
};

/** Each paper is read by the first reader; where there is a second one, it answers the same questions beside it. */
enum class ReaderRole
{
    First,
    Second
};

QString quoteStateName(QuoteState state); ///< stable: "proven", "near", "not found", "unchecked"
std::optional<QuoteState> quoteStateFromName(QStringView name);
QString decisionName(Decision decision);
std::optional<Decision> decisionFromName(QStringView name);

/** One word's or line's place: page from 1, box in points, origin upper left of the upright page. */
struct PageBox
{
    int page = 0;
    QRectF box;

    bool operator==(const PageBox&) const = default;
};

struct Quote
{
    QString text;        ///< verbatim as the reader gave it
    int claimedPage = 0; ///< the page the reader named, 0 = none
    QuoteState state = QuoteState::Unchecked;
    int page = 0;           ///< where it truly stands, 0 = nowhere
    QVector<PageBox> boxes; ///< one box a line of the quote (a word's box where lines cannot be joined)
    QString found;          ///< the page's own words, where they differ from `text`
    double similarity = 0;  ///< 0..1

    bool operator==(const Quote&) const = default;
};

/** One answer: a column's value for one paper. value is a string, number, bool, array of strings or null (= the paper
 * does not say). */
struct Cell
{
    QString column;
    QJsonValue value;
    QVector<Quote> quotes;
    Decision decision = Decision::None;
    QString model;
    QString promptHash;
    QDateTime answeredAt; ///< UTC
    double costUsd = 0;
    bool correctsProven = false; ///< edited: the reader's own answer had been proven, and was wrong all the same
    ReaderRole reader = ReaderRole::First; ///< whose answer it is, also once it was decided about

    bool operator==(const Cell&) const = default;
};

using Record = QVector<Cell>;

/** "state of the cell": the worst of its quotes; NoQuote where it has none. */
enum class CellState
{
    Proven,
    Near,
    NotFound,
    NoQuote,
    Empty
};
CellState cellState(const Cell& cell);
/** Whether a value says that the paper does not say: null, an empty text, an empty list. */
bool saysNothing(const QJsonValue& value);

struct ProofCounts
{
    int valuesProven = 0, valuesTotal = 0; ///< over cells that have a value
    int quotesProven = 0, quotesTotal = 0;
};
ProofCounts countProof(const Record& record);

QJsonObject toJson(const Quote& quote);
Quote quoteFromJson(const QJsonObject& object);
QJsonObject toJson(const Cell& cell);
Cell cellFromJson(const QString& column, const QJsonObject& object);

} // namespace sheaf
