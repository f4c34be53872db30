// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/key_phrases.h"

#include "read/offline/offline_rules.h"
#include "read/offline/sentence_choice.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Phrase
{
    QString text; ///< as first written
    double weight = 0;
    qsizetype words = 0;
};

/** Runs of words between stop words and signs, cut to all pieces of two and three. */
void countPhrases(const QString& text, double weight, QMap<QString, Phrase>& phrases)
{
    static const QRegularExpression sign(uR"([^\p{L}\p{N}\s’'-]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (const QString& clause : text.split(sign, Qt::SkipEmptyParts)) {
        QStringList words, stems;
        const QStringList all = clause.split(u' ', Qt::SkipEmptyParts) + QStringList{u"the"_s};
        for (const QString& word : all) {
            const QStringList stem = contentStems(word);
            const bool plain = stem.size() == 1 && word.size() > 2 && word.front().isLetter();
            if (plain) {
                words.append(word);
                stems.append(stem.first());
                continue;
            }
            for (qsizetype size = 2; size <= 3; ++size) {
                for (qsizetype i = 0; i + size <= words.size(); ++i) {
                    Phrase& phrase = phrases[stems.sliced(i, size).join(u' ')];
                    if (phrase.text.isEmpty())
                        phrase = {words.sliced(i, size).join(u' ').toLower(), 0, size};
                    phrase.weight += weight;
                }
            }
            words.clear();
            stems.clear();
        }
    }
}

bool overlaps(const QString& a, const QString& b)
{
    return likeness(a, b) >= 0.5;
}

} // namespace

QStringList keyPhrases(const PaperOutline& outline, const QString& title, qsizetype most)
{
    QMap<QString, Phrase> counted; // sorted: equal weights come out in the same order every time
    countPhrases(title, 4, counted);
    for (const OutlineSentence& sentence : outline.sentences)
        countPhrases(sentence.text, sentence.section == u"abstract"_s ? 2 : 1, counted);
    QVector<Phrase> phrases(counted.cbegin(), counted.cend());
    std::ranges::stable_sort(phrases, std::greater(),
                             [](const Phrase& p) { return p.weight * (p.words == 3 ? 1.3 : 1); });
    QStringList chosen;
    for (const Phrase& phrase : std::as_const(phrases)) {
        // Often said is a theme; of a short paper, what is said twice.
        const double needs = chosen.size() < 3 ? 2 : 4;
        const auto known = [&](const QString& other) { return overlaps(phrase.text, other); };
        if (chosen.size() < most && phrase.weight >= needs && std::ranges::none_of(chosen, known))
            chosen.append(phrase.text);
    }
    return chosen;
}

std::optional<StudyDesign> studyDesign(const PaperOutline& outline, const QString& title)
{
    constexpr double enough = 1.5, clearly = 1.3;
    QVector<std::pair<double, StudyDesign>> found;
    for (const auto& [choice, signs] : OfflineRules::get().studyDesigns) {
        std::pair<double, StudyDesign> sum{0, {choice, {}}};
        double best = 0;
        const auto look = [&](const OutlineSentence& sentence, double weight) {
            double here = 0;
            for (const QRegularExpression& sign : signs)
                here += sign.match(sentence.text).hasMatch() ? weight : 0;
            sum.first += here;
            if (here > best && sentence.index >= 0) {
                best = here;
                sum.second.sentence = sentence;
            }
        };
        look({.text = title, .index = -1}, 4);
        double methods = 0;
        for (const OutlineSentence& sentence : outline.sentences) {
            const double before = sum.first;
            if (sentence.section == u"abstract"_s)
                look(sentence, 1.5);
            else if (sentence.section == u"methods"_s || sentence.section == u"introduction"_s)
                look(sentence, methods < 4 ? 0.35 : 0); // a long section does not outweigh the abstract
            methods += sentence.section == u"abstract"_s ? 0 : sum.first - before;
        }
        found.append(sum);
    }
    std::ranges::stable_sort(found, std::greater(), [](const auto& one) { return one.first; });
    if (found.size() < 2 || found[0].first < enough || found[0].first < found[1].first * clearly)
        return std::nullopt;
    return found[0].second;
}

} // namespace sheaf
