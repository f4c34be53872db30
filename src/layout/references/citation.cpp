// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation.h"

#include "layout/references/citation_links.h"
#include "layout/references/citation_numbers.h"
#include "layout/references/citation_source.h"
#include "layout/references/citation_title.h"
#include "layout/references/name_list.h"
#include "layout/references/source_signs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype longestEntry = 4000; // what is longer is no entry; its head may be

class CitationReader
{
public:
    CitationReader(StyledText text, const QStringList& links, const QVector<CslName>& before)
        : m_text(std::move(text)), m_sources(links), m_before(before)
    {}

    CslItem run()
    {
        m_text.tidy();
        m_links = takeLinks(m_text, m_sources, m_item);
        takePeople();
        takeDate();
        takeTitle();
        m_signs = readSource(m_text, m_at, m_text.size(), m_item);
        readNote();
        takeClosingYear();
        nameUntitled();
        m_item.type = typeOf();
        return m_item;
    }

private:
    QRegularExpressionMatch matchHere(const QRegularExpression& pattern) const
    {
        return pattern.match(m_text.text, m_at, QRegularExpression::NormalMatch,
                             QRegularExpression::AnchorAtOffsetMatchOption);
    }

    void skip(QStringView signs)
    {
        while (m_at < m_text.size() && signs.contains(m_text.text[m_at]))
            ++m_at;
    }

    bool takeRepeatedPeople()
    {
        static const QRegularExpression dashes(u"(?:[—―]+|[–_-]{2,})[ .,:]*"_s);
        const auto match = matchHere(dashes);
        if (!match.hasMatch())
            return false;
        m_item.author = m_before;
        m_at = match.capturedEnd();
        return true;
    }

    void takePeople()
    {
        skip(u" .,;");
        if (takeRepeatedPeople() || m_at >= m_text.size())
            return;
        if (QStringView(u"“„\"«‘").contains(m_text.text[m_at]) || m_text.isItalic(m_at))
            return;
        NameList list = readNames(m_text.text, m_at);
        addOddNames(list);
        if (!list.isEmpty() && endsLikePeople(list))
            usePeople(list);
        else
            takeOrganisation();
    }

    void usePeople(const NameList& list)
    {
        const qsizetype behind = editorMarkEnd(m_text.text, list.end);
        (behind > list.end ? m_item.editor : m_item.author) = list.names;
        m_at = list.end;
        if (behind > list.end)
            m_at = behind - (m_text.text[behind - 1] == u' ' ? 1 : 0);
        m_joint = jointAt(std::min(m_at, behind > list.end ? behind - 2 : m_at));
    }

    /** Handles and groups among the names, up to the year in brackets: "Abel, A., qx7, Brun, B., … (2020)". */
    void addOddNames(NameList& list) const
    {
        static const QRegularExpression year(u"\\. ?\\((?:1[5-9]|20)\\d\\d[a-z]?[),]"_s);
        if (list.isEmpty() || list.end >= m_text.size() || m_text.text[list.end] != u',')
            return;
        const auto match = year.match(m_text.text, list.end);
        if (!match.hasMatch())
            return;
        const qsizetype end = match.capturedStart() + 1;
        const QStringView between = QStringView(m_text.text).mid(list.end, end - list.end);
        for (const QStringView part : between.split(u',')) {
            if (part.count(u' ') > 5 || part.contains(u'“') || part.contains(u':'))
                return;
        }
        while (list.end < end) {
            qsizetype at = list.end;
            while (at < end && QStringView(u" ,…&.").contains(m_text.text[at]))
                ++at;
            const NameList more = readNames(m_text.text, at);
            if (!more.isEmpty() && more.end <= end) {
                list.names += more.names;
                list.end = more.end;
                continue;
            }
            const qsizetype comma = m_text.text.indexOf(u',', at);
            list.end = comma < 0 || comma > end ? end : comma;
            CslName odd;
            odd.literal = m_text.text.mid(at, list.end - at).remove(u'.').trimmed();
            if (!odd.literal.isEmpty())
                list.names << odd;
        }
    }

    /** One name in full words may as well be a title; what stands behind it tells. */
    bool endsLikePeople(const NameList& list) const
    {
        const bool spelled = list.form == NameForm::GivenFamily || list.form == NameForm::FamilyGiven;
        if (!spelled || list.names.size() > 1 || list.etAl)
            return true;
        static const QRegularExpression end(
            u" ?(?:[.:]|[.,]? ?\\((?:1[5-9]|20)\\d\\d|,? ?[“\"‘]|,? (?:1[5-9]|20)\\d\\d\\b|"
            "[ ,]*\\(?(?:[Ee]ds?|[Hh]rsg|[Ee]ditor)\\b)"_s);
        const bool ends = end.match(m_text.text, list.end, QRegularExpression::NormalMatch,
                                    QRegularExpression::AnchorAtOffsetMatchOption)
                              .hasMatch();
        const qsizetype rest = m_text.firstLetter(list.end, m_text.size());
        const bool italicNext = list.end < m_text.size() && m_text.text[list.end] == u',' && m_text.isItalic(rest);
        return (ends || italicNext) && rest < m_text.size();
    }

    CitationJoint jointAt(qsizetype at) const
    {
        if (at > 0 && at < m_text.size() && m_text.text[at] == u' ' && m_text.text[at - 1] == u',')
            --at;
        const QChar c = at < m_text.size() ? m_text.text[at] : QChar(u'.');
        return c == u',' ? CitationJoint::Comma : c == u':' ? CitationJoint::Colon : CitationJoint::Period;
    }

    /** A group, office or company in the place of people. */
    void takeOrganisation()
    {
        static const QRegularExpression end(
            u"[.,]? ?(?=\\((?:1[5-9]\\d\\d|20\\d\\d|n\\. ?d|in press|o\\. ?J))|[.,] (?=(?:1[5-9]|20)\\d\\d[a-z]?[.,:])|"
            "\\. (?=\\p{Lu}|\\p{Ll}+[A-Z]|[“‘\"])|, (?=[“\"‘])|: (?=\\p{Lu})"_s);
        const auto match = end.match(m_text.text, m_at);
        if (!match.hasMatch() || match.capturedStart() - m_at > 160)
            return;
        const QString name = m_text.text.mid(m_at, match.capturedStart() - m_at).trimmed();
        const bool dated = match.capturedEnd() < m_text.size() &&
                           (m_text.text[match.capturedEnd()] == u'(' || m_text.text[match.capturedEnd()].isDigit());
        if (!isOrganisation(name, match.capturedEnd(), dated))
            return;
        CslName organisation;
        organisation.literal = name;
        m_item.author = {organisation};
        m_at = match.capturedStart();
        m_joint = jointAt(m_at);
    }

    /** Without an author the title moves to the front, so a name in front of a date may be either. */
    bool isOrganisation(const QString& name, qsizetype behind, bool dated) const
    {
        static const QRegularExpression date(u"\\([^)]*\\)[ .,:]*|\\d{4}[a-z]?[ .,:]*"_s);
        const auto match = date.match(m_text.text, behind, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        const qsizetype rest = m_text.firstLetter(match.hasMatch() ? match.capturedEnd() : behind, m_text.size());
        if (rest >= m_text.size() || name.isEmpty())
            return false;
        const auto words = name.split(u' ', Qt::SkipEmptyParts);
        const bool organisation = namesOrganisation(name);
        const QChar quote = behind < m_text.size() ? m_text.text[behind] : QChar();
        if (!dated && QStringView(u"“\"‘").contains(quote))
            return words.size() <= 6;
        if (!dated)
            return organisation && words.size() <= 10 && !name.contains(u',');
        const QString following = m_text.text.mid(rest);
        double worth = organisation ? 2 : words.size() == 1 ? 1.5 : 0;
        worth += m_text.text[behind].isDigit() ? 1 : 0; // APA, which may put the title first, has brackets
        worth -= words.size() > 8 ? 2 : 0;
        worth += m_text.isItalic(rest) ? 3 : 0;
        worth -= following.startsWith("In "_L1) ? 5 : 0;
        const qsizetype stop = following.indexOf(u'.');
        const bool single = stop < 0 || following.mid(stop + 1).trimmed().isEmpty();
        worth -= single && namesPublisher(following.left(80)) ? 2 : 0;
        const auto lower =
            std::ranges::count_if(words, [](const QString& word) { return word[0].isLower() && word.size() > 3; });
        worth += lower * 3 > words.size() ? -1 : 1;
        return worth > 1;
    }

    /** The date right behind the people: "(2019a, March 4)", ", 2013.", ". 2018.", "(n.d.)". */
    void takeDate()
    {
        if (!m_item.author.isEmpty() || !m_item.editor.isEmpty())
            readDate();
    }

    bool readDate()
    {
        static const QRegularExpression date(
            u"[ .,:;]*(?:[(\\[] ?(?:c\\.? ?)?((?:1[5-9]|20)\\d\\d)(?: ?[-–/] ?\\d{2,4})?[a-z]?(?:, ?[^()]{2,30}| "
            u"\\p{L}+\\.? ?\\d{0,2})?[)\\]]|"
            "\\((?:n\\. ?d\\.?|in press|forthcoming|to appear|o\\. ?J\\.?|s\\. ?d\\.?|submitted|in "
            "preparation)(?:-[a-z])?\\)|"
            "((?:1[5-9]|20)\\d\\d)[a-z]?(?= ?[.,:] ?\\D| \\p{Lu}| [“‘\"]|[.)]? *$)|n\\.d\\.)[ .,:;]*"_s);
        const auto match = matchHere(date);
        if (!match.hasMatch())
            return false;
        m_item.year = (match.capturedLength(1) > 0 ? match.captured(1) : match.captured(2)).toInt();
        m_dated = true;
        m_at = match.capturedEnd();
        const bool colon = match.captured().trimmed().endsWith(u':');
        m_joint = colon ? CitationJoint::Colon : CitationJoint::Period;
        return true;
    }

    /** "title[J/OL]." of GB/T 7714 and "title // source" of GOST say where the title ends. */
    bool takeMarkedTitle()
    {
        static const QRegularExpression mark(u" ?\\[(?:[JMCDNRSPZGA]|EB|DB|CP)(?:/(?:OL|CD|DK|MT))?\\][. ]*| // "_s);
        const auto match = mark.match(m_text.text, m_at);
        if (!match.hasMatch() || match.capturedStart() == m_at)
            return false;
        skip(u" .,:");
        m_item.title = m_text.text.mid(m_at, match.capturedStart() - m_at).simplified();
        m_at = match.capturedEnd();
        return true;
    }

    void takeTitle()
    {
        if (takeMarkedTitle())
            return;
        const TitleRange range = findTitle(m_text, m_at, m_joint, m_dated);
        m_item.title = m_text.text.mid(range.begin, range.end - range.begin).simplified();
        m_at = range.isEmpty() ? m_at : range.next;
        // With no author, APA moves the title in front of the date.
        if (!m_dated && m_item.author.isEmpty() && !range.isEmpty() && !m_item.title.isEmpty())
            readDate();
    }

    /** Where nothing parts title and year but a comma: "A quick screen, 2022." */
    void takeClosingYear()
    {
        static const QRegularExpression closing(u"(?:^|[ ,;(]+)((?:1[5-9]|20)\\d\\d)[a-z]?[).]*$"_s);
        if (m_item.year > 0)
            return;
        auto match = closing.match(m_item.title);
        if (match.hasMatch() && match.capturedStart() > 0)
            m_item.title.truncate(match.capturedStart());
        else
            match = closing.match(m_text.text.trimmed());
        m_item.year = match.captured(1).toInt();
    }

    /** Bracketed notes tell the kind and a thesis' university. */
    void readNote()
    {
        static const QRegularExpression school(u"(?:dissertation|thesis)[^,]*, *(.+)$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        const auto match = school.match(m_links.note);
        if (match.hasMatch() && match.captured(1).size() > 3)
            m_item.publisher = match.captured(1).trimmed();
    }

    /** A name with nothing behind it but an address was a title. */
    void nameUntitled()
    {
        const bool alone =
            m_item.title.isEmpty() && m_item.container.isEmpty() && m_item.arxiv.isEmpty() && m_item.author.size() == 1;
        if (!alone)
            return;
        const CslName name = m_item.author.takeFirst();
        m_item.title = name.literal.isEmpty() ? (name.given + u' ' + name.family).trimmed() : name.literal;
    }

    QString typeOf() const
    {
        static const QRegularExpression conference(
            u"proceedings|\\bproc\\b|conference|\\bconf\\b|symposi|workshop|congress|\\bmeeting\\b|tagung|kongress|"
            "advances in neural|congreso|colloqu"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression acronym(
            u"^(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,})[ ’'-]*(?:(?:19|20)?\\d\\d)?(?: .{0,20})?$"_s);
        const QString note = m_links.note.toLower();
        if (!m_item.type.isEmpty())
            return m_item.type;
        if (note.contains("dissertation"_L1) || note.contains("thesis"_L1))
            return u"thesis"_s;
        if (note.contains("software"_L1) || note.contains("r package"_L1))
            return u"software"_s;
        if (note.contains("data set"_L1) || note.contains("dataset"_L1))
            return u"dataset"_s;
        if (!m_item.container.isEmpty()) {
            const bool located = m_signs.journal && !m_item.volume.isEmpty();
            if (conference.match(m_item.container).hasMatch() && !located)
                return u"paper-conference"_s;
            if (m_signs.in && m_item.container == "GitHub"_L1)
                return u"webpage"_s;
            if (!m_signs.in || located)
                return u"article-journal"_s;
            return acronym.match(m_item.container).hasMatch() ||
                           (m_item.editor.isEmpty() && m_item.page.isEmpty() && m_item.publisher.isEmpty())
                       ? u"paper-conference"_s
                       : u"chapter"_s;
        }
        return typeAlone();
    }

    /** Of a work that is part of no other. */
    QString typeAlone() const
    {
        if (!m_item.arxiv.isEmpty() || m_links.note.contains("preprint"_L1, Qt::CaseInsensitive))
            return u"article"_s;
        const bool book = !m_item.edition.isEmpty() || !m_item.isbn.isEmpty() || !m_item.editor.isEmpty();
        if (!m_item.url.isEmpty() && m_item.doi.isEmpty() && !book)
            return u"webpage"_s;
        return book || !m_item.publisher.isEmpty() ? u"book"_s : u"document"_s;
    }

    StyledText m_text;
    const QStringList& m_sources;
    const QVector<CslName>& m_before;
    CslItem m_item;
    CitationLinks m_links;
    SourceSigns m_signs;
    CitationJoint m_joint = CitationJoint::Period;
    bool m_dated = false;
    qsizetype m_at = 0;
};

StyledText part(const StyledText& text, qsizetype begin, qsizetype end)
{
    StyledText out;
    out.text = text.text.mid(begin, end - begin);
    out.faces = text.faces.mid(begin, end - begin);
    return out;
}

/** "[12]", "12.", "(12)", "¹²", "[Bak+20]" */
QString takeLabel(StyledText& text)
{
    static const QRegularExpression label(
        u"^ *(?:\\[([^\\]\\s]{1,16}|[^\\]]{2,60}\\d{4}[a-z]?)\\]|\\((\\d{1,3}[a-z]?)\\)|(\\d{1,3})[.)](?= ?\\D)|"
        "([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(\\d{1,3})(?= +\\p{Lu}))[.:]? *"_s);
    const auto match = label.match(text.text);
    if (!match.hasMatch())
        return {};
    QString found;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i)
        found += match.captured(i);
    text.blank(0, match.capturedEnd());
    return found.normalized(QString::NormalizationForm_KD);
}

/** Where each of "(a) …, (b) …" begins; empty for an entry of one work. */
QVector<qsizetype> partsOf(const QString& text)
{
    QVector<qsizetype> begins;
    qsizetype from = 0;
    for (char16_t letter = u'a'; letter <= u'h'; ++letter) {
        const QString mark = u"("_s + QChar(letter) + u") "_s;
        const qsizetype at = text.indexOf(mark, from);
        if (at < 0 || (letter == u'a' && !text.left(at).trimmed().isEmpty()))
            break;
        begins << at;
        from = at + mark.size();
    }
    return begins.size() > 1 ? begins : QVector<qsizetype>();
}

QVector<CslItem> readEntry(const CitationText& entry, const QVector<CslName>& before)
{
    StyledText text = entry.styled;
    text.tidy();
    text = part(text, 0, longestEntry);
    const QString label = takeLabel(text);
    if (text.firstLetter(0, text.size()) >= text.size())
        return {};
    QVector<qsizetype> begins = partsOf(text.text);
    if (begins.isEmpty()) {
        CslItem item = CitationReader(text, entry.links, before).run();
        item.label = label;
        return {item};
    }
    QVector<CslItem> items;
    for (qsizetype i = 0; i < begins.size(); ++i) {
        StyledText own = part(text, begins[i] + 4, i + 1 < begins.size() ? begins[i + 1] : text.size());
        CslItem item = CitationReader(own, {}, items.isEmpty() ? before : items.last().author).run();
        item.label = label + QChar(char16_t(u'a' + i));
        items << item;
    }
    return items;
}

} // namespace

QVector<CslItem> readCitation(const CitationText& entry)
{
    return readEntry(entry, {});
}

QVector<CslItem> readCitations(const QVector<CitationText>& entries)
{
    QVector<CslItem> items;
    for (const CitationText& entry : entries)
        items += readEntry(entry, items.isEmpty() ? QVector<CslName>() : items.last().author);
    return items;
}

} // namespace sheaf::layout
