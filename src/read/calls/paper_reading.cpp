// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/paper_reading.h"

#include "read/answers/answer_parser.h"
#include "read/calls/part_merge.h"
#include "read/prompts/document_text.h"
#include "read/prompts/token_estimate.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Nothing where the answer can be used. */
std::optional<Failure> stopFailure(const ChatAnswer& answer)
{
    switch (answer.stop) {
    case ChatAnswer::Stop::Complete:
        return std::nullopt;
    case ChatAnswer::Stop::Truncated:
        return readFailure(
            "read.truncated",
            ReadText::tr(
                "The answer was cut off at its longest length. Raise “read.max.tokens”, or ask fewer columns."),
            answer.stopWord, true);
    case ChatAnswer::Stop::Refused:
        return readFailure("read.refused", ReadText::tr("The model refused to read this paper."),
                           answer.text.left(300));
    case ChatAnswer::Stop::WindowExceeded:
        return readFailure("read.too-long", ReadText::tr("The paper is longer than the model can take in."),
                           answer.stopWord);
    }
    Q_UNREACHABLE();
}

/** No tokenizer makes one token of twelve characters of prose: the server has cut the prompt without saying so. */
std::optional<Failure> cutFailure(qint64 countedTokens, qsizetype chars)
{
    if (countedTokens <= 0 || countedTokens * 12 >= chars)
        return std::nullopt;
    return readFailure("read.too-long",
                       ReadText::tr("The service read only the beginning of the paper. Its context size is too small."),
                       u"%1 tokens counted for %2 characters"_s.arg(countedTokens).arg(chars));
}

qint64 likelyAnswerTokens(qsizetype columns)
{
    constexpr qint64 perColumn = 130; // a value and a quote or two
    return 20 + perColumn * columns;
}

} // namespace

PaperReading::PaperReading(const ReadRequest& request, const ReadingRules& rules, double tokensPerChar)
    : m_request(request), m_rules(rules), m_base(promptFor(request.columns, request.answerLanguage, rules.maxTokens))
{
    split(tokensPerChar);
    m_request.markdown.clear(); // the parts hold it
}

void PaperReading::split(double tokensPerChar)
{
    const QString text = markedText(m_request);
    if (m_rules.contextTokens <= 0) {
        m_parts = {text};
        return;
    }
    // A small window keeps most of itself for the paper.
    m_base.maxTokens = int(std::min<qint64>(m_rules.maxTokens, m_rules.contextTokens / 3));
    const qint64 room = m_rules.contextTokens - m_base.maxTokens - fixedTokens(m_base);
    constexpr qint64 leastRoom = 800;
    if (room < leastRoom) {
        failWith(readFailure("read.too-long", ReadText::tr("The model's window is too small for the questions alone."),
                             u"window %1 tokens"_s.arg(m_rules.contextTokens)));
        return;
    }
    const qint64 tokens =
        tokensPerChar > 0 ? qint64(std::ceil(tokensPerChar * double(text.size()) * 1.02)) + 16 : estimateTokens(text);
    if (tokens <= room) {
        m_parts = {text};
        return;
    }
    const double charsPerToken = double(text.size()) / double(tokens);
    // Parts differ in density: a tenth is kept free.
    m_parts = overlappingParts(text, qsizetype(charsPerToken * double(room) * 0.9));
    m_warnings.append(u"read in %1 parts"_s.arg(m_parts.size()));
}

Prompt PaperReading::promptOfPart(int part) const
{
    Prompt prompt = m_base;
    prompt.document = fencedDocument(m_parts.at(part), part + 1, partCount());
    if (m_request.abstractOnly)
        prompt.document.prepend(u"Of this paper only the abstract is at hand; what it does not say is null.\n"_s);
    return prompt;
}

Prompt PaperReading::prompt() const
{
    const Prompt prompt = promptOfPart(m_part);
    return isRepair() ? repairPrompt(prompt, m_complaint) : prompt;
}

void PaperReading::addUsage(const ReadUsage& usage, ReadMode mode)
{
    m_usage.inputTokens += usage.inputTokens;
    m_usage.cachedTokens += usage.cachedTokens;
    m_usage.cacheWriteTokens += usage.cacheWriteTokens;
    m_usage.outputTokens += usage.outputTokens;
    m_usage.costUsd += m_rules.price.cost(usage, mode);
}

void PaperReading::countAsPaid(ReadMode mode)
{
    addUsage(mostUsage(m_parts.at(m_part), mode), mode);
}

void PaperReading::countRestAsPaid(ReadMode mode)
{
    for (int part = m_part; part < partCount(); ++part)
        addUsage(mostUsage(m_parts.at(part), mode), mode);
}

void PaperReading::countAnswer(const Result<ChatAnswer>& answer, int part, ReadMode mode)
{
    // An answer that does not say what it used may have used the most.
    const bool told = answer && answer->usage.inputTokens > 0;
    if (told)
        addUsage(answer->usage, mode);
    else if (answer || mayBePaid(answer.error()))
        addUsage(mostUsage(m_parts.at(part), mode), mode);
}

void PaperReading::take(const Result<ChatAnswer>& answer, ReadMode mode)
{
    countAnswer(answer, m_part, mode);
    if (!answer) {
        failWith(answer.error());
        return;
    }
    m_model = answer->model.isEmpty() ? m_model : answer->model;
    if (auto failure = cutFailure(answer->usage.inputTokens, m_parts.at(m_part).size()))
        failWith(*failure);
    else if (auto unusable = stopFailure(*answer))
        failWith(*unusable);
    else
        takeText(answer->text);
}

void PaperReading::takeText(const QString& text)
{
    auto parsed = parseAnswer(text, m_request.columns);
    if (parsed) {
        m_records.append(parsed->record);
        if (!parsed->warning.isEmpty())
            m_warnings.append(parsed->warning);
        m_complaint.clear();
        ++m_part;
        return;
    }
    if (isRepair()) {
        failWith(readFailure("read.schema",
                             ReadText::tr("The model's answer did not have the form that was asked for, twice."),
                             parsed.error(), true));
        return;
    }
    m_complaint = parsed.error();
    m_warnings.append(u"repaired: "_s + m_complaint);
}

void PaperReading::failWith(const Failure& failure)
{
    if (!m_failure)
        m_failure = failure;
}

ReadOutcome PaperReading::outcome() const
{
    ReadOutcome outcome{.requestId = m_request.id,
                        .record = {},
                        .usage = m_usage,
                        .model = m_model,
                        .promptHash = promptHash(m_request.columns, m_request.answerLanguage),
                        .warning = m_warnings.join(u"; ")};
    if (m_failure) {
        outcome.record = std::unexpected(*m_failure);
        return outcome;
    }
    Record record = mergedRecords(m_records);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (Cell& cell : record) {
        cell.model = m_model;
        cell.promptHash = outcome.promptHash;
        cell.answeredAt = now;
        cell.costUsd = m_usage.costUsd / double(record.size());
    }
    outcome.record = std::move(record);
    return outcome;
}

qint64 PaperReading::promptTokens(const QString& part) const
{
    return estimateTokens(part) + fixedTokens(m_base);
}

ReadUsage PaperReading::mostUsage(const QString& part, ReadMode mode) const
{
    const qint64 in = promptTokens(part);
    const bool cached = m_rules.singlesAreCached && mode == ReadMode::Single;
    return {.inputTokens = in, .cacheWriteTokens = cached ? in : 0, .outputTokens = m_base.maxTokens};
}

ReadEstimate PaperReading::estimate(ReadMode mode) const
{
    ReadEstimate sum;
    for (const QString& part : m_parts) {
        const qint64 in = promptTokens(part);
        const qint64 likely = std::min<qint64>(likelyAnswerTokens(m_request.columns.size()), m_base.maxTokens);
        const ReadUsage low{.inputTokens = in * 3 / 4, .outputTokens = likely};
        sum.inputTokens += in;
        sum.outputTokensLow += low.outputTokens;
        sum.outputTokensHigh += m_base.maxTokens;
        sum.usdLow += m_rules.price.cost(low, mode);
        // A repair is a request of its own, and never waits for a batch.
        for (const ReadMode asked : {mode, ReadMode::Single})
            sum.usdHigh += m_rules.price.cost(mostUsage(part, asked), asked);
    }
    return sum;
}

} // namespace sheaf
