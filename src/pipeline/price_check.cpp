// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/price_check.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype papersAtOnce = 8;

} // namespace

struct PriceCheck::Count
{
    struct Asked
    {
        RequestHandle handle;
        QVector<Column> columns;
    };
    PriceAnswer answer;
    std::shared_ptr<Reader> reader;
    ReadMode mode = ReadMode::Single;
    QString language;
    QVector<Asked> left;
};

PriceCheck::PriceCheck(const PaperBook& papers, const QString& projectPath, QObject* parent)
    : QObject(parent), m_papers(papers), m_projectPath(projectPath)
{}

void PriceCheck::ask(const PriceQuestion& question, const Result<std::shared_ptr<Reader>>& reader,
                     const Settings& settings)
{
    auto count = std::make_shared<Count>();
    m_counts[question.id] = count;
    count->answer.id = question.id;
    plan(*count, question);
    count->answer.papers = int(count->left.size());
    count->language = settings.text(u"read.language"_s);
    if (!reader) {
        count->answer.failure = reader.error();
        count->left.clear();
    } else {
        count->reader = *reader;
        const ReaderTraits traits = count->reader->traits();
        count->answer.free = traits.free;
        if (traits.free)
            count->left.clear();
        const bool batches = traits.batches && settings.text(u"read.batch"_s) != "never"_L1;
        count->mode = batches && count->left.size() > 1 ? ReadMode::Batch : ReadMode::Single;
    }
    goOn(count);
}

void PriceCheck::plan(Count& count, const PriceQuestion& question) const
{
    const QuestionSet questions(question.columns);
    const QSet<PaperId> chosen(question.papers.cbegin(), question.papers.cend());
    for (const PaperId paper : m_papers.inListOrder()) {
        const PaperEntry& entry = *m_papers.find(paper);
        if (entry.answered.isEmpty()) {
            count.answer.toCome += !isFinal(entry.status.state);
            continue;
        }
        AnsweredQuestions answered = entry.answered;
        if (question.again && (chosen.isEmpty() || chosen.contains(paper)))
            for (auto it = answered.begin(); it != answered.end(); ++it)
                if (question.againColumns.isEmpty() || question.againColumns.contains(it.key()))
                    *it = AskedAgain;
        const QVector<Column> columns = questions.unanswered(answered);
        if (columns.isEmpty())
            continue;
        count.left.append({{u"price"_s, entry.paper, entry.status.conversionKey}, columns});
        for (const Column& column : columns)
            if (!count.answer.columns.contains(column.id))
                count.answer.columns.append(column.id);
    }
}

void PriceCheck::goOn(const CountPtr& count)
{
    const auto known = m_counts.find(count->answer.id);
    if (known == m_counts.end() || known->second != count)
        return; // another question took its place
    if (count->left.isEmpty()) {
        count->answer.counted = count->answer.papers;
        m_counts.erase(known);
        Q_EMIT told(count->answer);
        return;
    }
    Q_EMIT told(count->answer);
    const qsizetype size = std::min(papersAtOnce, count->left.size());
    m_pool.run(
        [asked = count->left.first(size), language = count->language, path = m_projectPath] {
            QVector<ReadRequest> requests;
            if (const auto store = StoreReader::open(path))
                for (const auto& [handle, columns] : asked)
                    if (auto request = buildRequest(**store, handle, {columns, language}))
                        requests.append(*std::move(request));
            return requests;
        },
        [this, count, size](const QVector<ReadRequest>& requests) {
            PriceAnswer& sum = count->answer;
            for (const ReadRequest& request : requests) {
                const ReadEstimate estimate = count->reader->estimate(request, count->mode);
                sum.usdLow += estimate.usdLow;
                sum.usdMost += estimate.usdHigh;
            }
            // Tokens are counted high, an answer may be long, and some are asked for twice; all of that together is
            // rare.
            sum.usdHigh = std::min(2 * sum.usdLow, sum.usdMost);
            count->left.remove(0, size);
            sum.counted += int(size);
            goOn(count);
        });
}

} // namespace sheaf
