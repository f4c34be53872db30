// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/chat_service.h"
#include "read/prices.h"

/**
 * One paper on its way to a record: its prompts, one a part, the answers to them, one repair a part, and the merging of
 * the parts. Knows no network. Engine thread; a value.
 */
namespace sheaf {

struct ReadingRules
{
    ModelPrice price;
    qint64 contextTokens = 0; ///< 0 = no limit known
    int maxTokens = 4096;
    bool singlesAreCached = false; ///< single requests may pay the price of writing to the vendor's prompt cache
};

class PaperReading
{
public:
    /** `tokensPerChar` measured on this paper's text, or 0 to estimate. */
    PaperReading(const ReadRequest& request, const ReadingRules& rules, double tokensPerChar = 0);

    const QString& requestId() const { return m_request.id; }
    /** Set from the start where the window is too small even for the questions. */
    bool isOver() const { return m_failure.has_value() || m_part >= m_parts.size(); }
    int part() const { return m_part; }
    int partCount() const { return int(m_parts.size()); }
    bool isRepair() const { return !m_complaint.isEmpty(); }

    /** The prompt of the part that is next, or of its repair. */
    Prompt prompt() const;
    Prompt promptOfPart(int part) const;
    /** Takes the answer to prompt() and moves on: to the next part, to a repair, or to the end. */
    void take(const Result<ChatAnswer>& answer, ReadMode mode);
    void failWith(const Failure& failure);
    /** The request may have been paid though nothing came back: it counts with the most it can cost. */
    void countAsPaid(ReadMode mode);
    /** The same for all parts that are left: a batch asks them together. */
    void countRestAsPaid(ReadMode mode);
    /** What was answered beside a part that failed is paid too. */
    void countAnswer(const Result<ChatAnswer>& answer, int part, ReadMode mode);

    ReadOutcome outcome() const;
    /** Of all its requests together, with a repair each. */
    ReadEstimate estimate(ReadMode mode) const;

private:
    void split(double tokensPerChar);
    void takeText(const QString& text);
    void addUsage(const ReadUsage& usage, ReadMode mode);
    qint64 promptTokens(const QString& part) const;
    /** The most that asking for `part` can use. */
    ReadUsage mostUsage(const QString& part, ReadMode mode) const;

    ReadRequest m_request;
    ReadingRules m_rules;
    Prompt m_base;
    QStringList m_parts;
    int m_part = 0;
    QString m_complaint; ///< why the part is asked for again
    QVector<Record> m_records;
    ReadUsage m_usage;
    QString m_model;
    QStringList m_warnings;
    std::optional<Failure> m_failure;
};

} // namespace sheaf
