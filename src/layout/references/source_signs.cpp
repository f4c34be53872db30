// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/source_signs.h"

#include "layout/references/name_list.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype longestJournal = 120;

bool isSmallWord(QStringView word)
{
    static const QSet<QString> words{u"of"_s,  u"the"_s, u"and"_s, u"for"_s, u"in"_s,  u"on"_s,  u"to"_s,  u"&"_s,
                                     u"für"_s, u"der"_s, u"die"_s, u"des"_s, u"und"_s, u"de"_s,  u"la"_s,  u"le"_s,
                                     u"les"_s, u"et"_s,  u"el"_s,  u"y"_s,   u"del"_s, u"los"_s, u"a"_s,   u"–"_s,
                                     u"-"_s,   u"e"_s,   u"di"_s,  u"da"_s,  u"do"_s,  u"du"_s,  u"zur"_s, u"at"_s};
    return words.contains(word.toString());
}

/** Behind a journal's name: "vol.", "Bd." and the like, months, punctuation. */
qsizetype withoutLeadToNumber(QStringView text)
{
    static const QRegularExpression lead(
        u"[\\s,.;:(–-]*(?:\\b(?:vol(?:ume|s)?|no|bd|jg|jahrgang|tome?|t|band|nr|art(?:icle)?|issue|v|pp?|pages?|suppl|"
        u"S|"
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?)?[\\s,;:(–-]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = lead.match(text);
    return match.hasMatch() ? match.capturedStart() : text.size();
}

/** Few words, mostly with capitals, no comma and no sentence's end. */
bool isJournalName(QStringView name)
{
    if (name.size() < 2 || name.contains(u", "_s) || name.contains(u'?') || name.contains(u'“') || name.contains(u';'))
        return false;
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    qsizetype capitals = 0, small = 0, full = 0;
    bool longStopped = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView word = words[i];
        const bool stopped = word.endsWith(u'.');
        capitals += std::ranges::any_of(word, [](QChar c) { return c.isUpper(); });
        small += isSmallWord(word);
        const bool last = i + 1 == words.size(); // its stop is not part of the name
        full += !last && !stopped && !isSmallWord(word);
        if (!last && ((stopped && word[0].isLower()) || (word.endsWith(u':') && i < 2)))
            return false;
        longStopped |= !last && stopped && word.size() > 5;
        if (!last && stopped && word.size() > 9)
            return false;
    }
    if (longStopped && full > 1) // a sentence ends there, rather than an abbreviation among others
        return false;
    return words.size() <= 12 && capitals > 0 &&
           capitals + small >= (words.size() + 1) / 2 + (words.size() > 4 ? 1 : 0);
}
} // namespace

bool isAbbreviation(QStringView word)
{
    static const QSet<QString> known{u"vs"_s,   u"st"_s,   u"dr"_s,     u"mr"_s,   u"cf"_s,   u"etc"_s,   u"no"_s,
                                     u"vol"_s,  u"fig"_s,  u"sp"_s,     u"spp"_s,  u"var"_s,  u"subsp"_s, u"ca"_s,
                                     u"jr"_s,   u"ed"_s,   u"eds"_s,    u"proc"_s, u"conf"_s, u"int"_s,   u"trans"_s,
                                     u"symp"_s, u"natl"_s, u"univ"_s,   u"acad"_s, u"sci"_s,  u"soc"_s,   u"inst"_s,
                                     u"dept"_s, u"tech"_s, u"comput"_s, u"rep"_s,  u"lab"_s,  u"ann"_s,   u"assoc"_s,
                                     u"am"_s,   u"bros"_s, u"co"_s,     u"inc"_s,  u"ltd"_s,  u"eng"_s,   u"phys"_s};
    return word.size() == 1 || (word.size() <= 3 && word.front().isUpper() && word.back().isLower()) ||
           known.contains(word.toString().toLower());
}

bool namesMeeting(QStringView text)
{
    static const QRegularExpression words(
        u"\\b(?:Proceedings|Proc\\b|Conference|Conf\\b|Symposium|Symp\\b|Workshop|Congress|Meeting|Tagung|Kongress|Colloqui)"_s);
    return words.match(text).hasMatch();
}

bool namesPublisher(QStringView text)
{
    static const QRegularExpression words(
        u"\\b(press|verlag|springer|wiley|elsevier|academic|publish|publications?\\b|books?\\b|univ\\b|house\\b|& sons|"
        "[ée]ditions?\\b|editorial|inc\\b|acm\\b|ieee\\b|usenix|kluwer|birkh[äa]user|mcgraw|pearson|routledge|sage\\b|"
        "palgrave|o[’']reilly|addison|prentice|crc\\b|taylor|oxford|penguin|norton|thieme|karger|aaai|pmlr|ceur|curran|"
        "zenodo|figshare|dryad|github|youtube|blackwell|macmillan|de gruyter|vieweg|teubner|hanser|saunders|"
        "lippincott|mosby|isca|eurographics|openreview|cabi|pergamon|siam\\b|iop\\b|igi global|world scientific)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch() || namesOrganisation(text);
}

qsizetype italicEnd(const StyledText& text, qsizetype begin, qsizetype end)
{
    qsizetype last = begin;
    for (qsizetype i = begin; i < end; ++i) {
        if (text.text[i] != u' ' && !text.isItalic(i))
            break;
        if (text.isItalic(i))
            last = i + 1;
    }
    return last;
}

qsizetype journalEnd(const StyledText& text, qsizetype begin, qsizetype end)
{
    begin = text.firstLetter(begin, end);
    if (begin >= end)
        return -1;
    qsizetype number = begin;
    const qsizetype italics = text.isItalic(begin) ? italicEnd(text, begin, end) : -1;
    while (number < std::min(end, begin + longestJournal) && !text.text[number].isDigit())
        ++number;
    if (number >= end || !text.text[number].isDigit())
        return -1;
    // "14th", "3. Aufl.", and a year that no volume follows, lead to no journal.
    static const QRegularExpression other(
        u"\\d+ ?(?:st|nd|rd|th)\\b|\\d+\\.? ?(?:Aufl|[Ee]d)|(?:1[5-9]|20)\\d\\d[a-z]?(?! [A-Z][a-z]{2}\\b|,? ?[Vv]ol| ?[;,:(] ?[(]?[A-Za-z]{0,2}\\d)"_s);
    if (other.match(text.text, number, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
            .hasMatch())
        return -1;
    if (italics > begin) {
        if (number < italics) // the volume is set in italics, too
            return begin + withoutLeadToNumber(QStringView(text.text).mid(begin, number - begin));
        // Between name and number only what leads to it.
        const QStringView between = QStringView(text.text).mid(italics, number - italics);
        return withoutLeadToNumber(between) == 0 ? italics : -1;
    }
    // The number may hang on a letter that belongs to it: "e104", "B602".
    qsizetype stop = number;
    while (stop > begin && text.text[stop - 1].isLetter() && number - stop < 2)
        --stop;
    if (stop > begin && text.text[stop - 1].isLetter())
        return -1;
    const qsizetype length = withoutLeadToNumber(QStringView(text.text).mid(begin, stop - begin));
    return isJournalName(QStringView(text.text).mid(begin, length)) ? begin + length : -1;
}

double sourceWorth(const StyledText& text, qsizetype begin, qsizetype end)
{
    while (begin < end && QStringView(u" .,;").contains(text.text[begin]))
        ++begin;
    if (begin >= end)
        return 0;
    static const auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;
    static const auto normal = QRegularExpression::NormalMatch;
    static const QRegularExpression in(u"(?:In|Dans|En) ?:? ?(?=[\\p{Lu}“\\d])|in: ?|in (?=Proc|\\p{Lu})"_s);
    static const QRegularExpression words(
        u"Proceedings|Proc\\b|Journal|J\\. |Trans\\.|Transactions|Annals|Revue|Revista|Zeitschrift|Lecture Notes|"
        "Tech(?:nical|\\.) [Rr]ep|(?:Unpublished )?(?:Ph\\. ?D|PhD|Doctoral|Master|Diploma|Bachelor|M\\. "
        "?Sc|Habilitation)|"
        "Dissertation\\b|Diss\\.|Th[èe]se|Tesis|Advances in Neural|Preprint|arXiv|bioRxiv|medRxiv|Working [Pp]aper|"
        "CoRR|IEEE |Communications of|International Journal|"
        "\\([Vv]ersion|\\(v\\d|\\([^()]{0,60}(?:Report|No\\.)|[Vv]ol\\. |GitHub|Zenodo"_s);
    static const QRegularExpression place(u"\\p{Lu}[\\p{L} .,’'-]{2,40}: \\p{Lu}"_s);
    if (in.match(text.text, begin, normal, anchored).hasMatch())
        return 4;
    static const QRegularExpression edition(
        u"\\(?(?:\\d{1,2}(?:st|nd|rd|th|\\.)?|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\\.)) "
        "?(?:ed\\b|edn\\b|[Ee]dition|Aufl)"_s);
    if (edition.match(text.text, begin, normal, anchored).hasMatch())
        return 6;
    if (words.match(text.text, begin, normal, anchored).hasMatch() || journalEnd(text, begin, end) > 0)
        return 3;
    // Ahead of print there is a journal's name and a year.
    static const QRegularExpression ahead(u"(\\p{Lu}[\\p{L} .&]{2,60}?)\\.? (?:1[5-9]|20)\\d\\d[.;, ]*$"_s);
    const auto early = ahead.match(text.text, begin, normal, anchored);
    if (early.hasMatch() && isJournalName(early.capturedView(1)) && !namesPublisher(early.capturedView(1)))
        return 4.5;
    qsizetype stop = begin;
    while (stop < end && !QStringView(u".;,(").contains(text.text[stop]))
        ++stop;
    const QStringView segment = QStringView(text.text).mid(begin, stop - begin);
    const bool capital = segment.size() > 1 && (segment[0].isUpper() || segment[0].isDigit());
    if (capital && segment.count(u' ') < 14 && namesMeeting(segment))
        return 2.5;
    if (capital && segment.count(u' ') < 7 && namesPublisher(segment))
        return 2;
    return place.match(text.text, begin, normal, anchored).hasMatch() ? 2 : 0;
}

} // namespace sheaf::layout
