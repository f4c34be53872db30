// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/name_list.h"

#include "layout/references/name_tokens.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

struct ReadName
{
    CslName name;
    qsizetype next = 0; ///< token
};

/** Reads one list in one form. */
class NameReader
{
public:
    NameReader(QStringView text, const QVector<NameToken>& tokens) : m_text(text), m_tokens(tokens) {}

    NameList read(NameForm form) const
    {
        NameList list;
        list.form = form;
        qsizetype i = 0;
        bool afterAnd = false;
        while (const auto read = nameAt(i, form, list.isEmpty(), afterAnd)) {
            list.names << read->name;
            list.end = m_tokens[read->next - 1].end;
            i = read->next;
            bool comma = false;
            bool linked = false;
            while (is(i, NameToken::Comma) || is(i, NameToken::Semicolon) || is(i, NameToken::Dots)) {
                comma = true;
                ++i;
            }
            if (is(i, NameToken::And)) {
                linked = true;
                ++i;
                i += is(i, NameToken::Comma);
            }
            if (is(i, NameToken::EtAl)) {
                list.etAl = true;
                list.end = m_tokens[i].end;
                break;
            }
            // After "A, B and C" a comma leads on to something else than names.
            if ((!comma && !linked) || (afterAnd && !linked && !is(i - 1, NameToken::Semicolon)))
                break;
            afterAnd = linked;
        }
        if (form == NameForm::FamilyBareInitials && !list.isEmpty())
            dropClosingStop(list);
        // Only the last name behind "and", or "et al.", tells that all but the first stand upright.
        const bool upright =
            list.names.size() > 1 && (afterAnd || list.etAl) && (list.end >= m_text.size() || m_text[list.end] != u',');
        if (form == NameForm::FirstInverted && !upright)
            return {};
        return list;
    }

    /** "Hoang et al.": a family name alone. */
    NameList readFamilyOnly() const
    {
        const qsizetype family = familyEnd(0);
        if (family < 0 || !is(family + (is(family, NameToken::Comma) ? 1 : 0), NameToken::EtAl))
            return {};
        NameList list;
        CslName name;
        name.family = view(0, family).toString();
        list.names << name;
        list.etAl = true;
        list.end = m_tokens[family + (is(family, NameToken::Comma) ? 1 : 0)].end;
        list.form = NameForm::FamilyInitials;
        return list;
    }

private:
    /** "Hoang T, Ito K.": the stop ends the list; in "Hoang T., Ito K." it is the initial's. */
    static void dropClosingStop(NameList& list)
    {
        QString& given = list.names.last().given;
        const bool others = list.names.size() > 1 && list.names.first().given.contains(u'.');
        if (given.size() == 2 && given.endsWith(u'.') && !others)
            given.chop(1);
    }

    bool is(qsizetype i, NameToken::Kind kind) const
    {
        return i >= 0 && i < m_tokens.size() && m_tokens[i].kind == kind;
    }
    QStringView view(qsizetype from, qsizetype to) const
    {
        return from < to ? m_text.mid(m_tokens[from].begin, m_tokens[to - 1].end - m_tokens[from].begin)
                         : QStringView();
    }
    bool isNameWord(qsizetype i) const { return is(i, NameToken::Word) && m_tokens[i].capital; }
    bool isBareInitials(qsizetype i) const { return is(i, NameToken::Word) && m_tokens[i].capitals; }

    std::optional<ReadName> nameAt(qsizetype i, NameForm form, bool first, bool afterAnd) const
    {
        std::optional<ReadName> read;
        switch (form) {
        case NameForm::FamilyInitials:
            read = familyFirst(i, true);
            break;
        case NameForm::FamilyBareInitials:
            return familyBareInitials(i);
        case NameForm::InitialsFamily:
            read = initialsFamily(i);
            if (!read && !first)
                read = afterAnd ? givenFamily(i) : std::nullopt;
            return read;
        case NameForm::FamilyGiven:
            read = familyFirst(i, false);
            break;
        case NameForm::FirstInverted:
            if (first)
                return familyFirst(i, false);
            read = givenFamily(i);
            return read ? read : initialsFamily(i);
        case NameForm::GivenFamily:
            read = givenFamily(i);
            return read ? read : initialsFamily(i);
        case NameForm::None:
            return {};
        }
        // Chicago and MLA turn the first name only: "Dubois, Élise, and Frank Eriksson".
        if (!read && !first)
            read = initialsFamily(i);
        if (!read && !first) // the comma was forgotten
            read = familyBareInitials(i);
        if (!read && !first && (afterAnd || form == NameForm::FamilyGiven))
            read = givenFamily(i);
        return read;
    }

    /** Particles and up to three words; the token behind them. */
    qsizetype familyEnd(qsizetype i) const
    {
        while (is(i, NameToken::Particle))
            ++i;
        if (!isNameWord(i))
            return -1;
        qsizetype end = i + 1;
        while (end < i + 4 && (isNameWord(end) || (is(end, NameToken::Particle) && isNameWord(end + 1)) ||
                               (is(end, NameToken::Particle) && is(end + 1, NameToken::Particle))))
            ++end;
        return end;
    }

    /** "Family, I. I." or "Family, Given I.", with a suffix on either side and particles behind. */
    std::optional<ReadName> familyFirst(qsizetype i, bool initialsOnly) const
    {
        const qsizetype family = familyEnd(i);
        qsizetype at = family;
        CslName name;
        if (family < 0)
            return {};
        const auto takeSuffix = [&] {
            if (is(at, NameToken::Suffix) || (is(at, NameToken::Comma) && is(at + 1, NameToken::Suffix))) {
                at += is(at, NameToken::Comma);
                name.suffix = view(at, at + 1).toString();
                ++at;
            }
        };
        takeSuffix();
        if (!is(at, NameToken::Comma))
            return {};
        const qsizetype given = ++at;
        if (initialsOnly) {
            while (is(at, NameToken::Initial) || (isBareInitials(at) && m_tokens[at].end - m_tokens[at].begin <= 3))
                ++at;
        } else {
            while (at < given + 4 && (is(at, NameToken::Initial) || isNameWord(at)))
                ++at;
        }
        if (at == given || (!initialsOnly && !endsName(at)))
            return {};
        name.family = view(i, family).toString();
        name.given = view(given, at).toString();
        const qsizetype particles = at;
        while (is(at, NameToken::Particle))
            ++at;
        name.particle = view(particles, at).toString();
        takeSuffix();
        return ReadName{name, at};
    }

    bool endsName(qsizetype at) const
    {
        if (!is(at, NameToken::Other))
            return is(at, NameToken::Comma) || is(at, NameToken::And) || is(at, NameToken::Semicolon) ||
                   is(at, NameToken::EtAl) || is(at, NameToken::Suffix) || is(at, NameToken::Particle);
        const qsizetype place = m_tokens[at].begin;
        return place >= m_text.size() || QStringView(u".:(“\"[„«‘/").contains(m_text[place]) || m_text[place].isDigit();
    }

    std::optional<ReadName> familyBareInitials(qsizetype i) const
    {
        qsizetype at = i;
        while (is(at, NameToken::Particle))
            ++at;
        const qsizetype words = at;
        if (!isNameWord(at))
            return {};
        ++at;
        while (at < words + 4 && !isBareInitials(at) && !is(at, NameToken::Initial) &&
               (isNameWord(at) || is(at, NameToken::Particle)))
            ++at;
        CslName name;
        const qsizetype behindFamily = at;
        if (is(at, NameToken::Suffix)) { // "Fromm Jr. AT"
            name.suffix = view(at, at + 1).toString();
            ++at;
        }
        const qsizetype initials = at;
        // A closing stop makes the last initials of a list look like those with stops.
        const bool stopped = is(at, NameToken::Initial) && m_tokens[at].end - m_tokens[at].begin > 2;
        const bool dotted = is(at, NameToken::Initial) && !stopped;
        if (!isBareInitials(at) && !dotted && !(stopped && m_tokens[at].capitals))
            return {};
        ++at;
        const auto goesOn = [&] { // "Fromm A. T.", "FROMM A T"
            return dotted ? is(at, NameToken::Initial) : !stopped && isSingleLetter(initials) && isSingleLetter(at);
        };
        while (goesOn())
            ++at;
        name.family = view(i, behindFamily).toString();
        name.given = view(initials, at).toString();
        if (stopped)
            name.given.chop(1);
        const qsizetype particles = at;
        while (is(at, NameToken::Particle))
            ++at;
        name.particle = view(particles, at).toString();
        if (is(at, NameToken::Suffix)) {
            name.suffix = view(at, at + 1).toString();
            ++at;
        }
        return ReadName{name, at};
    }

    bool isSingleLetter(qsizetype i) const { return isBareInitials(i) && m_tokens[i].end - m_tokens[i].begin == 1; }

    std::optional<ReadName> initialsFamily(qsizetype i) const
    {
        if (is(i, NameToken::Suffix)) { // "Jr. A. T. Fromm"
            std::optional<ReadName> read = initialsFamily(i + 1);
            if (read)
                read->name.suffix = view(i, i + 1).toString();
            return read;
        }
        qsizetype at = i;
        while (is(at, NameToken::Initial))
            ++at;
        if (at == i)
            return {};
        return withFamily(i, at);
    }

    std::optional<ReadName> givenFamily(qsizetype i) const
    {
        return isNameWord(i) ? withFamily(i, i + 1) : std::nullopt;
    }

    /** Given names from `i` to `at`, and perhaps more; the family name is the last word with the particles before. */
    std::optional<ReadName> withFamily(qsizetype i, qsizetype at) const
    {
        qsizetype given = at;
        while (at < i + 7 && (isNameWord(at) || isInnerInitial(at, i))) {
            given = at;
            ++at;
        }
        if (isFamilyWithStop(at)) { // "David Lo. 2023."
            given = at;
            ++at;
        }
        qsizetype particles = given;
        if (is(at, NameToken::Particle)) {
            particles = at;
            while (is(at, NameToken::Particle))
                ++at;
            const qsizetype family = at;
            while (at < family + 2 && isNameWord(at))
                ++at;
            if (at == family)
                return {};
            given = particles;
        }
        const bool stopped = at > i && isFamilyWithStop(at - 1);
        if (at == given || given == i || (!isNameWord(at - 1) && !stopped))
            return {};
        CslName name;
        name.given = view(i, given).toString();
        name.family = view(particles, at).toString();
        if (stopped)
            name.family.chop(1);
        const bool next = is(at, NameToken::Comma) && is(at + 2, NameToken::Initial); // "S. Basu, Jr. K. Lund"
        if (is(at, NameToken::Suffix) || (is(at, NameToken::Comma) && is(at + 1, NameToken::Suffix) && !next)) {
            at += is(at, NameToken::Comma);
            name.suffix = view(at, at + 1).toString();
            ++at;
        }
        return ReadName{name, at};
    }

    /** A short family name at the list's end, whose stop makes it look like an initial. */
    bool isFamilyWithStop(qsizetype at) const
    {
        return is(at, NameToken::Initial) && m_tokens[at].end - m_tokens[at].begin == 3 && !m_tokens[at].capitals;
    }

    /** A stop behind "Yu" or "Cho" may end the list instead: then what follows is no family name. */
    bool isInnerInitial(qsizetype at, qsizetype first) const
    {
        if (!is(at, NameToken::Initial))
            return false;
        if (at == first || m_tokens[at].end - m_tokens[at].begin == 2)
            return true;
        return isNameWord(at + 1) && !is(at + 2, NameToken::Word) && !is(at + 2, NameToken::Particle);
    }

    QStringView m_text;
    const QVector<NameToken>& m_tokens;
};

/** How well the list ends: with a stop, a colon, a year or a quotation. */
double worth(const NameList& list, QStringView text)
{
    if (list.isEmpty())
        return 0;
    double score = double(list.names.size()) + (list.etAl ? 1 : 0);
    qsizetype at = list.end;
    while (at < text.size() && text[at] == u' ')
        ++at;
    const QChar next = at < text.size() ? text[at] : QChar(u'.');
    const bool stopped = list.end > 0 && text[list.end - 1] == u'.';
    if (next.isLower() || (next.isLetter() && !stopped))
        score -= 1.5;
    // "Christine L. Borg." is no Christine: a family name alone stands behind her initial.
    static const QRegularExpression familyBehind(u"^\\.? \\p{Lu}[\\p{L}’'-]+(?:\\.|, |:| \\()"_s);
    if (list.form == NameForm::FamilyBareInitials && list.names.size() == 1 && list.names[0].family.size() > 2 &&
        list.names[0].given.size() < 3 && familyBehind.match(text.mid(list.end)).hasMatch())
        score -= 1.2;
    const bool spelled = list.form == NameForm::GivenFamily || list.form == NameForm::FamilyGiven ||
                         list.form == NameForm::FirstInverted;
    if (spelled) {
        const bool initialsFirst = list.form == NameForm::GivenFamily && list.names.first().given.endsWith(u'.') &&
                                   list.names.first().given.section(u' ', 0, 0).size() < 4;
        score -= initialsFirst ? 1.3 : 0.5;
        if (std::ranges::any_of(list.names, [](const CslName& name) {
                return namesOrganisation(name.family) || namesOrganisation(name.given);
            }))
            score = 0;
    }
    return score;
}

} // namespace

bool namesOrganisation(QStringView text)
{
    static const QRegularExpression words(
        u"\\b(universit|institut|council|office|agency|association|society|committee|commission|ministry|department|"
        "bureau|organi[sz]ation|foundation|consortium|collaboration|group|team|developers|community|network|centre|"
        "center|authority|administration|academy|laborator|lab\\b|company|corporation|gmbh|inc\\b|ltd\\b|board|union|"
        "bank|"
        "project|initiative|program|panel|service|nations|press\\b|verlag|museum|library|federation|task force|"
        "convention|college|school|hospital|club|trust|alliance|forum|federal|national|working)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

NameList readNames(QStringView text, qsizetype begin)
{
    const QVector<NameToken> tokens = nameTokens(text, begin);
    const NameReader reader(text, tokens);
    NameList best;
    double bestWorth = 0;
    for (const NameForm form : {NameForm::FamilyInitials, NameForm::FamilyBareInitials, NameForm::InitialsFamily,
                                NameForm::FirstInverted, NameForm::FamilyGiven, NameForm::GivenFamily}) {
        NameList list = reader.read(form);
        const double own = worth(list, text);
        if (own > bestWorth) {
            bestWorth = own;
            best = std::move(list);
        }
    }
    return best.isEmpty() ? reader.readFamilyOnly() : best;
}

} // namespace sheaf::layout
