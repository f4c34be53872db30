// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/offline_extractor.h"

#include "read/offline/key_phrases.h"
#include "read/offline/sentence_choice.h"
#include "read/offline/typed_finds.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

Quote quoteOf(const OutlineSentence& sentence)
{
    return {.text = sentence.text, .claimedPage = sentence.page};
}

void addQuote(Cell& cell, const OutlineSentence& sentence)
{
    const Quote quote = quoteOf(sentence);
    if (!cell.quotes.contains(quote))
        cell.quotes.append(quote);
}

QJsonValue asText(const QVector<ScoredSentence>& chosen)
{
    QStringList texts;
    for (const ScoredSentence& one : chosen)
        texts.append(one.sentence.text);
    return texts.isEmpty() ? QJsonValue() : QJsonValue(texts.join(u' '));
}

QJsonValue asList(const QVector<ScoredSentence>& chosen)
{
    QJsonArray texts;
    for (const ScoredSentence& one : chosen)
        texts.append(one.sentence.text);
    return texts.isEmpty() ? QJsonValue() : QJsonValue(texts);
}

bool contains(const QVector<ScoredSentence>& chosen, const OutlineSentence& sentence)
{
    return std::ranges::any_of(chosen, [&](const ScoredSentence& one) { return one.sentence.index == sentence.index; });
}

class Extractor
{
public:
    explicit Extractor(const ReadRequest& request) : m_request(request), m_outline(outlineOf(request)) {}

    Cell answer(const Column& column) const
    {
        Cell cell{.column = column.id};
        const auto& rules = OfflineRules::get().columns;
        const bool listOrText = column.type == ColumnType::Text || column.type == ColumnType::List;
        if (column.id == u"summary"_s && listOrText)
            fill(cell, column, summary());
        else if (column.id == u"themes"_s && listOrText)
            fillThemes(cell, column);
        else if (column.id == u"study_design"_s && fillStudyDesign(cell, column))
            return cell;
        else if (rules.contains(column.id) && column.id != u"aim"_s && listOrText)
            fill(cell, column, chosenBy(rules[column.id], m_outline.sentences));
        else
            fillByQuestion(cell, column);
        return cell;
    }

private:
    static void fill(Cell& cell, const Column& column, const QVector<ScoredSentence>& chosen)
    {
        cell.value = column.type == ColumnType::List ? asList(chosen) : asText(chosen);
        for (const ScoredSentence& one : chosen)
            addQuote(cell, one.sentence);
    }

    /** What it does, how, and what came out: one sentence each, of the abstract where there is one. */
    QVector<ScoredSentence> summary() const
    {
        const auto& rules = OfflineRules::get().columns;
        QVector<OutlineSentence> abstractOnly;
        std::ranges::copy_if(m_outline.sentences, std::back_inserter(abstractOnly),
                             [](const OutlineSentence& s) { return s.section == u"abstract"_s; });
        constexpr qsizetype shortAbstract = 3;
        QVector<ScoredSentence> chosen;
        if (!abstractOnly.isEmpty() && abstractOnly.size() <= shortAbstract) {
            for (const OutlineSentence& sentence : std::as_const(abstractOnly))
                chosen.append({sentence, 1});
            return chosen;
        }
        const auto& from = abstractOnly.isEmpty() ? m_outline.sentences : abstractOnly;
        for (const QString& name : {u"aim"_s, u"methodology"_s, u"key_findings"_s}) {
            ColumnRule rule = rules[name];
            rule.most = 2;
            QVector<ScoredSentence> best = chosenBy(rule, from);
            std::ranges::stable_sort(best, std::greater(), &ScoredSentence::score);
            for (const ScoredSentence& one : std::as_const(best)) {
                if (contains(chosen, one.sentence))
                    continue;
                chosen.append(one);
                break;
            }
        }
        for (const OutlineSentence& sentence : from) { // too few signs: what stands first says most
            if (chosen.size() >= 2)
                break;
            if (!contains(chosen, sentence))
                chosen.append({sentence, 0});
        }
        std::ranges::sort(chosen, {}, [](const ScoredSentence& one) { return one.sentence.index; });
        return chosen;
    }

    void fillThemes(Cell& cell, const Column& column) const
    {
        constexpr qsizetype most = 5;
        QStringList themes = m_outline.keywords.isEmpty() ? m_request.paper.keywords : m_outline.keywords;
        if (!m_outline.keywordsLine.isEmpty())
            cell.quotes.append({.text = m_outline.keywordsLine, .claimedPage = m_outline.keywordsPage});
        if (themes.isEmpty())
            themes = keyPhrases(m_outline, m_request.paper.title, most);
        themes = themes.first(std::min(themes.size(), most));
        if (!themes.isEmpty())
            cell.value = column.type == ColumnType::List ? QJsonValue(QJsonArray::fromStringList(themes))
                                                         : QJsonValue(themes.join(u", "));
    }

    bool fillStudyDesign(Cell& cell, const Column& column) const
    {
        const auto& designs = OfflineRules::get().studyDesigns;
        const auto known = [&](const auto& design) { return column.choices.contains(design.first); };
        if (column.type != ColumnType::OneOf || !std::ranges::all_of(designs, known))
            return false;
        if (const auto found = studyDesign(m_outline, m_request.paper.title)) {
            cell.value = found->value;
            if (!found->sentence.text.isEmpty())
                addQuote(cell, found->sentence);
        }
        return true;
    }

    void fillByQuestion(Cell& cell, const Column& column) const
    {
        constexpr qsizetype most = 3;
        const auto best = matching(column.name + u' ' + column.question, m_outline.sentences);
        if (column.type == ColumnType::Text || column.type == ColumnType::List) {
            const qsizetype count = column.type == ColumnType::List ? most : 1;
            fill(cell, column, best.first(std::min(count, best.size())));
            return;
        }
        if (const auto found = typedFind(column, best, m_outline.sentences)) {
            cell.value = found->value;
            for (const OutlineSentence& sentence : found->sentences)
                addQuote(cell, sentence);
        }
    }

    const ReadRequest& m_request;
    PaperOutline m_outline;
};

} // namespace

Record extractOffline(const ReadRequest& request)
{
    const Extractor extractor(request);
    Record record;
    for (const Column& column : request.columns)
        record.append(extractor.answer(column));
    return record;
}

} // namespace sheaf
