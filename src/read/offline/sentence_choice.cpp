// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/sentence_choice.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QSet<QString>& stopWords()
{
    static const QSet<QString> words = [] {
        const QString list =
            u"a an the of in on at to for from by with and or not no nor is are was were be been being do does did "
            "has have had can could may might will would shall should this that these those it its they their them "
            "there here we our us i you your he she his her who whom whose which what when where why how if then than "
            "as so such also only any all some each per into over under between about after before during through "
            "paper papers study studies article work authors author report reported reports name named mention "
            "mentioned give given use used using much many most more main key one two three kind type answer please "
            "der die das den dem des ein eine einer eines und oder nicht ist sind war waren wird werden wurde wurden "
            "in im am an auf zu zur zum von vom mit für als wir bei nach durch über unter aus auch noch nur welche welcher welches was wie wer wo wann"_s;
        const QStringList parts = list.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words;
}

QString stem(QString word)
{
    for (const QString& suffix :
         {u"ations"_s, u"ation"_s, u"ings"_s, u"ing"_s, u"ies"_s, u"ied"_s, u"ed"_s, u"es"_s, u"s"_s, u"e"_s, u"y"_s}) {
        if (word.size() >= suffix.size() + 4 && word.endsWith(suffix)) {
            word.chop(suffix.size());
            break;
        }
    }
    constexpr qsizetype longest = 7; // "identification" and "identify" meet here
    return word.left(longest);
}

/** Others' results, told with a citation, are not this paper's. */
bool citesOthers(const QString& text)
{
    static const QRegularExpression citation(
        uR"(\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\((?:see )?[A-Z][\p{L}'’-]+(?: et al\.?| and [A-Z][\p{L}'’-]+| & [A-Z][\p{L}'’-]+)?,? (?:19|20)\d\d|et al\.)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return citation.match(text).hasMatch();
}

double scoreOf(const ColumnRule& rule, const OutlineSentence& sentence)
{
    const auto section = rule.sections.constFind(sentence.section);
    // A paper whose headings are all unknown is still read, its sentences by their cues alone.
    const bool looked = section != rule.sections.constEnd() || sentence.section.isEmpty();
    if (!looked)
        return 0;
    double score = section != rule.sections.constEnd() ? *section : 0;
    double cues = 0;
    for (const Cue& cue : rule.cues) {
        if (cue.pattern.match(sentence.text).hasMatch())
            cues += cue.weight;
    }
    constexpr qsizetype comfortable = 320;
    score += cues;
    score -= citesOthers(sentence.text) ? rule.foreign : 0;
    score -= sentence.text.size() > comfortable ? 0.8 : 0;
    return cues > 0 || score >= rule.needs ? score : 0;
}

/** "Several limitations should be noted.": what they are stands in the rest of the paragraph. */
bool announces(const ColumnRule& rule, const OutlineSentence& sentence)
{
    constexpr qsizetype longest = 120;
    return !rule.announces.pattern().isEmpty() && sentence.text.size() <= longest &&
           rule.announces.match(sentence.text).hasMatch();
}

bool repeats(const QString& text, const QVector<ScoredSentence>& chosen)
{
    return std::ranges::any_of(chosen,
                               [&](const ScoredSentence& one) { return likeness(text, one.sentence.text) > 0.55; });
}

} // namespace

QStringList contentStems(const QString& text)
{
    static const QRegularExpression word(uR"([\p{L}\p{N}][\p{L}\p{N}’'-]*)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList stems;
    for (auto it = word.globalMatch(text.toLower()); it.hasNext();) {
        const QString found = it.next().captured();
        if (found.size() > 1 && !stopWords().contains(found))
            stems.append(stem(found));
    }
    return stems;
}

double likeness(const QString& a, const QString& b)
{
    const QStringList first = contentStems(a), second = contentStems(b);
    const QSet<QString> left(first.begin(), first.end()), right(second.begin(), second.end());
    const auto common = double((left & right).size());
    const auto smaller = double(std::min(left.size(), right.size()));
    return smaller > 0 ? common / smaller : 0;
}

QVector<ScoredSentence> chosenBy(const ColumnRule& rule, const QVector<OutlineSentence>& sentences)
{
    QVector<ScoredSentence> scored;
    int announcedIn = -1;
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        const OutlineSentence& sentence = sentences.at(i);
        const bool goesOn = i + 1 < sentences.size() && sentences.at(i + 1).paragraph == sentence.paragraph;
        double score = scoreOf(rule, sentence);
        if (goesOn && score >= rule.needs && announces(rule, sentence)) {
            announcedIn = sentence.paragraph;
            continue;
        }
        if (sentence.paragraph == announcedIn)
            score = std::max(score, rule.sections.value(sentence.section)) + rule.announced;
        if (score >= rule.needs && score > 0)
            scored.append({sentence, score});
    }
    std::ranges::stable_sort(scored, std::greater(), &ScoredSentence::score);
    QVector<ScoredSentence> chosen;
    for (const ScoredSentence& one : std::as_const(scored)) {
        if (chosen.size() == rule.most)
            break;
        if (!repeats(one.sentence.text, chosen))
            chosen.append(one);
    }
    std::ranges::sort(chosen, {}, [](const ScoredSentence& one) { return one.sentence.index; });
    return chosen;
}

QVector<ScoredSentence> matching(const QString& question, const QVector<OutlineSentence>& sentences)
{
    const QStringList asked = contentStems(question);
    QHash<QString, int> frequency;
    QVector<QSet<QString>> stems;
    for (const OutlineSentence& sentence : sentences) {
        const QStringList found = contentStems(sentence.text);
        stems.append(QSet<QString>(found.begin(), found.end()));
        for (const QString& word : asked)
            frequency[word] += stems.last().contains(word) ? 1 : 0;
    }
    QHash<QString, double> weights;
    double all = 0;
    for (const QString& word : QSet<QString>(asked.begin(), asked.end())) {
        weights[word] = std::log(1.0 + double(sentences.size()) / (1.0 + frequency.value(word)));
        all += weights[word];
    }
    QVector<ScoredSentence> found;
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        double have = 0;
        for (auto it = weights.cbegin(); it != weights.cend(); ++it)
            have += stems.at(i).contains(it.key()) ? it.value() : 0;
        if (all > 0 && have / all > 0.5)
            found.append({sentences.at(i), have / all});
    }
    std::ranges::stable_sort(found, std::greater(), &ScoredSentence::score);
    return found;
}

} // namespace sheaf
