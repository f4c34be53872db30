// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/price_check.h"

#include "core/second_reader.h"

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
        std::array<QVector<Column>, 2> columns; ///< by role
    };
    struct Side
    {
        std::shared_ptr<Reader> reader;
        ReadMode mode = ReadMode::Single;
    };
    PriceAnswer answer;
    std::array<Side, 2> sides; ///< by role
    QString language;
    QVector<Asked> left;
};

PriceCheck::PriceCheck(const PaperBook& papers, const QString& projectPath, QObject* parent)
    : QObject(parent), m_papers(papers), m_projectPath(projectPath)
{}

void PriceCheck::ask(const PriceQuestion& question, const ReaderPair& readers, const Settings& settings)
{
    auto count = std::make_shared<Count>();
    m_counts[question.id] = count;
    count->answer.id = question.id;
    plan(*count, question, settings);
    count->answer.papers = int(count->left.size());
    count->language = settings.text(u"read.language"_s);
    if (!setReaders(*count, readers, settings))
        count->left.clear(); // nothing is to be counted
    goOn(count);
}

/** False where there is no price, or none can be told. */
bool PriceCheck::setReaders(Count& count, const ReaderPair& readers, const Settings& settings) const
{
    for (const auto* reader : {&readers.first, &readers.second})
        if (!*reader) {
            count.answer.failure = reader->error();
            return false;
        }
    const auto side = [&count](const std::shared_ptr<Reader>& reader, const Settings& its) {
        const bool batches = reader && reader->traits().batches && its.text(u"read.batch"_s) != "never"_L1;
        const bool always = its.text(u"read.batch"_s) == "always"_L1;
        return Count::Side{reader, batches && (always || count.left.size() > 1) ? ReadMode::Batch : ReadMode::Single};
    };
    count.sides = {side(*readers.first, settings), side(*readers.second, secondReaderSettings(settings))};
    count.answer.secondReader = *readers.second != nullptr;
    count.answer.free =
        std::ranges::all_of(count.sides, [](const Count::Side& s) { return !s.reader || s.reader->traits().free; });
    return !count.answer.free;
}

void PriceCheck::plan(Count& count, const PriceQuestion& question, const Settings& settings) const
{
    const QuestionSet questions(question.columns);
    const QuestionSet secondQuestions(secondReaderColumns(question.columns, settings));
    const QSet<PaperId> chosen(question.papers.cbegin(), question.papers.cend());
    const auto left = [&](const QuestionSet& set, AnsweredQuestions answered, PaperId paper) {
        if (question.again && (chosen.isEmpty() || chosen.contains(paper)))
            for (auto it = answered.begin(); it != answered.end(); ++it)
                if (question.againColumns.isEmpty() || question.againColumns.contains(it.key()))
                    *it = AskedAgain;
        return set.unanswered(answered);
    };
    for (const PaperId paper : m_papers.inListOrder()) {
        const PaperEntry& entry = *m_papers.find(paper);
        const bool isMeant = question.onlyPapers && chosen.contains(paper);
        if (question.onlyPapers && !isMeant)
            continue;
        if (entry.answered.isEmpty() && !(isMeant && !entry.status.conversionKey.isEmpty())) {
            count.answer.toCome += !isFinal(entry.status.state);
            continue;
        }
        const QVector<Column> first = left(questions, entry.answered, paper);
        const QVector<Column> second = left(secondQuestions, entry.secondAnswered, paper);
        if (first.isEmpty() && second.isEmpty())
            continue;
        count.left.append({requestHandle(u"price"_s, entry), {first, second}});
        for (const Column& column : first + second)
            if (!count.answer.columns.contains(column.id))
                count.answer.columns.append(column.id);
    }
}

void PriceCheck::add(Count& count, const ReadRequest& request, ReaderRole role)
{
    const Count::Side& side = count.sides[std::size_t(role)];
    if (!side.reader || request.columns.isEmpty())
        return;
    const ReadEstimate estimate = side.reader->estimate(request, side.mode);
    // Tokens are counted high, an answer may be long, and some are asked for twice; all of that together is rare.
    const double high = std::min(2 * estimate.usdLow, estimate.usdHigh);
    PriceAnswer& sum = count.answer;
    sum.usdLow += estimate.usdLow;
    sum.usdHigh += high;
    sum.usdMost += estimate.usdHigh;
    if (role == ReaderRole::Second) {
        sum.secondUsdLow += estimate.usdLow;
        sum.secondUsdHigh += high;
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
            QVector<std::pair<ReadRequest, ReaderRole>> requests;
            if (const auto store = StoreReader::open(path))
                for (const auto& [handle, columns] : asked)
                    for (const ReaderRole role : {ReaderRole::First, ReaderRole::Second})
                        if (auto request = buildRequest(**store, handle, {columns[std::size_t(role)], language}))
                            requests.append({*std::move(request), role});
            return requests;
        },
        [this, count, size](const QVector<std::pair<ReadRequest, ReaderRole>>& requests) {
            for (const auto& [request, role] : requests)
                add(*count, request, role);
            count->left.remove(0, size);
            count->answer.counted += int(size);
            goOn(count);
        });
}

} // namespace sheaf
