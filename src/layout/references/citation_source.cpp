// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation_source.h"

#include "layout/references/citation_numbers.h"
#include "layout/references/name_list.h"
#include "layout/references/source_signs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

qsizetype editorMarkEnd(const QString& text, qsizetype begin)
{
    static const QRegularExpression mark(
        u"[ ,]*(?:[(\\[] ?(?:eds?|editors?|hrsg|hg|dirs?|coords?|éds?|comps?)\\b\\.?,? ?[)\\]]|"
        ",? ?(?:eds?\\.|editors?\\b|hrsg\\.|hg\\.))[ .,:]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match =
        mark.match(text, begin, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.capturedEnd() : begin;
}

namespace {

class SourceReader
{
public:
    SourceReader(StyledText& text, qsizetype begin, qsizetype end, CslItem& item)
        : m_text(text), m_at(begin), m_end(end), m_item(item)
    {}

    SourceSigns run()
    {
        skipPunctuation();
        takeVersion();
        takeIn();
        takeEditors();
        takeGenre();
        const qsizetype journal = m_signs.in && !leadsToVolume() ? -1 : journalEnd(m_text, m_at, m_end);
        if (journal > 0) {
            m_signs.journal = true;
            setContainer(journal);
            takeNumbers(m_text, m_at, m_end, BareNumbers::Journal, m_item);
            if (m_signs.in)
                takePublisher();
            return m_signs;
        }
        if (m_item.genre.isEmpty() && (m_signs.in || startsContainer()))
            setContainer(containerEnd());
        takeNumbers(m_text, m_at, m_end, BareNumbers::Ranges, m_item);
        takePublisher();
        return m_signs;
    }

private:
    void skipPunctuation()
    {
        while (m_at < m_end && QStringView(u" .,;:–—-”\"’").contains(m_text.text[m_at]))
            ++m_at;
    }

    QStringView rest() const { return QStringView(m_text.text).mid(m_at, m_end - m_at); }

    void takeVersion()
    {
        static const QRegularExpression version(u"\\(?\\b(?:[Vv]ersion:? |[Vv](?=\\d))v?(\\d[\\w.]*)\\)?"_s);
        const auto match = version.match(m_text.text, m_at);
        if (!match.hasMatch() || match.capturedEnd() > m_end)
            return;
        m_item.version = match.captured(1);
        m_text.blank(match.capturedStart(), match.capturedEnd());
    }

    void takeIn()
    {
        static const QRegularExpression in(u"^(?:(?:In|in|Dans|En) ?: ?|(?:In|in|Dans|En) (?=\\S))"_s);
        const auto match = in.match(rest());
        m_signs.in = match.hasMatch();
        m_at += match.capturedLength();
        skipPunctuation();
    }

    void takeEditors()
    {
        static const QRegularExpression editedBy(
            u"[,.(] ?(?:[Ee]dited by|[Ee]d\\. by|[Hh]rsg\\. von|[Ee]ds?\\.) +(?=\\p{Lu})"_s);
        const bool bracketed = m_at < m_end && m_text.text[m_at] == u'(';
        const NameList front = readNames(m_text.text, m_at + (bracketed ? 1 : 0));
        const qsizetype marked = front.isEmpty() ? m_at : editorMarkEnd(m_text.text, front.end);
        if (!front.isEmpty() && marked > front.end && marked <= m_end) {
            m_item.editor = front.names;
            m_at = marked;
            skipPunctuation();
            return;
        }
        const auto match = editedBy.match(m_text.text, m_at);
        if (!match.hasMatch() || match.capturedEnd() >= m_end)
            return;
        const NameList behind = readNames(m_text.text, match.capturedEnd());
        if (behind.isEmpty() || behind.end > m_end)
            return;
        m_item.editor = behind.names;
        m_text.blank(match.capturedStart() + 1, behind.end);
    }

    /** Theses and reports name their kind; the institution stands beside it. */
    void takeGenre()
    {
        static const QRegularExpression thesis(
            u"[(\\[]?\\b((?:unpublished |inaugural-)?(?:ph\\. ?d\\.?|d\\. "
            u"?phil\\.?|doctoral|doctorate|master(?:[’']?s)?|"
            "m\\. ?(?:sc|s|a)\\.?|msc|diploma|bachelor(?:[’']?s)?|habilitation)[\\p{L} ]{0,14} "
            "?(?:thesis|dissertation)|"
            "dissertation|diss\\.|th[èe]se(?: de doctorat)?|tesis(?: doctoral)?|diplomarbeit|masterarbeit|"
            "bachelorarbeit|habilitationsschrift|doctoral thesis|thesis)(?![\\p{L}])[)\\]]?"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression report(
            u"[(\\[]?\\b((?:tech(?:nical|\\.)|research|annual|project|final) rep(?:ort|\\.)|report (?:no|number)|"
            "working paper|white paper|deliverable|discussion paper|(?:iso|iec|din|ansi|rfc)\\b(?:/iec)?(?= ?-?\\d))"
            "(?:[. ]*(?:no\\.|nr\\.|#)?[ :-]*[\\w./:-]*\\d[\\w./:-]*)?[)\\]]?"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpression& pattern = m_item.type == "report"_L1 ? report : thesis;
        for (const QRegularExpression* kind : {&pattern, &report}) {
            const auto match = kind->match(m_text.text, m_at);
            if (!match.hasMatch() || match.capturedEnd() > m_end || !m_item.genre.isEmpty())
                continue;
            if (m_signs.in && match.capturedStart() < m_at + 40)
                continue; // the name of a journal or book
            m_item.genre = match.captured(1);
            m_item.type = kind == &thesis ? u"thesis"_s : u"report"_s;
            m_text.blank(match.capturedStart(), match.capturedEnd());
            m_text.text[match.capturedStart()] = u',';
        }
    }

    /** Behind "In", a bare year is no volume: "In CVPR, 2016". */
    bool leadsToVolume() const
    {
        const qsizetype end = journalEnd(m_text, m_at, m_end);
        if (end < 0)
            return false;
        qsizetype digits = end;
        while (digits < m_end && !m_text.text[digits].isDigit())
            ++digits;
        qsizetype last = digits;
        while (last < m_end && m_text.text[last].isDigit())
            ++last;
        static const QRegularExpression pages(u"\\b(?:pp?|pages?|S)\\b|\\("_s);
        const QStringView lead = QStringView(m_text.text).mid(end, digits - end);
        return !isYear(QStringView(m_text.text).mid(digits, last - digits)) && !pages.match(lead).hasMatch() &&
               !namesPublisher(lead);
    }

    bool startsContainer() const
    {
        static const QRegularExpression words(
            u"^(?:\\d+(?:st|nd|rd|th) (?!ed|rev)|Proceedings|Proc\\b|Advances in|Lecture Notes|"
            "Actes|Journal|Tagungsband|Transactions|International Conference)"_s);
        qsizetype stop = m_at;
        while (stop < m_end && !QStringView(u".;,(").contains(m_text.text[stop]))
            ++stop;
        if (words.match(rest()).hasMatch() || namesMeeting(QStringView(m_text.text).mid(m_at, stop - m_at)))
            return true;
        const qsizetype first = m_text.firstLetter(m_at, m_end);
        return first < m_end && m_text.isItalic(first) && !m_item.title.isEmpty();
    }

    void setContainer(qsizetype end)
    {
        const qsizetype begin = m_at;
        m_item.container = m_text.text.mid(begin, end - begin).simplified();
        static const QRegularExpression tail(u"[\\s,;:(]+$"_s);
        m_item.container.remove(tail);
        m_text.blank(begin, end);
        m_at = end;
    }

    qsizetype containerEnd() const
    {
        const qsizetype first = m_text.firstLetter(m_at, m_end);
        if (m_text.isItalic(first))
            return italicEnd(m_text, first, m_end);
        static const QRegularExpression locator(
            u"^[,.]? ?\\(?(?:pp?\\.|pages?|S\\.|vols?\\.?|Bd\\.|Band|ser\\.|series|no\\.|art\\.|edited|\\d+ "
            u"?[-–]|\\d+\\.? ?"
            "(?:ed|Aufl)|(?:1[5-9]|20)\\d\\d\\b|eds?\\.|LNCS|LNAI|CEUR)"_s);
        for (qsizetype i = m_at; i < m_end; ++i) {
            const QChar c = m_text.text[i];
            const QStringView behind = QStringView(m_text.text).mid(i, m_end - i);
            const bool blankRun = behind.size() > 2 && behind[0] == u' ' && behind[1] == u' ';
            if (blankRun || ((c == u',' || c == u'.' || c == u' ') && locator.match(behind).hasMatch() &&
                             !(c == u' ' && m_text.text[i + 1].isDigit())))
                return i;
            if (c == u';' || (c == u'.' && endsSentence(i)) || (c == u',' && endsName(i)))
                return i;
        }
        return m_end;
    }

    bool endsSentence(qsizetype stop) const
    {
        if (stop + 2 >= m_end)
            return true;
        if (m_text.text[stop + 1] != u' ')
            return false;
        qsizetype word = stop;
        while (word > m_at && m_text.text[word - 1].isLetter())
            --word;
        const QStringView last = QStringView(m_text.text).mid(word, stop - word);
        return last.isEmpty() || !(isAbbreviation(last) || (last.size() < 5 && abbreviates(word)));
    }

    /** Words before have stops, too: "Proc. IEEE Int. Conf. Kitchen Vis." */
    bool abbreviates(qsizetype word) const { return QStringView(m_text.text).mid(m_at, word - m_at).count(u'.') > 0; }

    /** A comma ends the container, unless it stands in a row of nouns: "Speech, Audio, and Language". */
    bool endsName(qsizetype comma) const
    {
        static const QRegularExpression row(u"^, (?:and |und |et |\\p{L}+(?: \\p{L}+)?,? (?:and|und|et|&) )"_s);
        const QStringView behind = QStringView(m_text.text).mid(comma, std::min<qsizetype>(m_end - comma, 80));
        if (row.match(behind).hasMatch())
            return false;
        const bool proceedings = QStringView(m_text.text).mid(m_at, comma - m_at).startsWith(u"Proc"_s);
        return !proceedings || (behind.size() > 2 && behind[2].isUpper());
    }

    void takePublisher()
    {
        QString left = m_text.text.mid(m_at, m_end - m_at);
        static const QRegularExpression noise(
            u"\\(\\s*\\)|\\[\\s*\\]|\\b(?:ser\\.|series|LNCS|LNAI|LNBIP|CCIS|in press|to appear|forthcoming|"
            "[Vv]ersion [\\w.]+|v\\d[\\w.]*|o\\. ?J\\.|\\d+)(?=[\\s,.;)]|$)"_s);
        left.remove(noise);
        static const QRegularExpression place(
            u"([\\p{Lu}][\\p{L} .,’'/&-]{1,60}?) ?: *([\\p{Lu}&][^;:]{1,80}?)(?= *(?:;|, *[,.;)]|,? *$|\\. *$|, \\d|[.,] +\\p{Lu}|[.)]? {2,}))"_s);
        const auto match = place.match(left);
        if (match.hasMatch() && match.capturedView(1).count(u' ') < 7) {
            m_item.place = clean(match.captured(1));
            m_item.publisher = clean(match.captured(2));
            return;
        }
        chooseSegment(left);
    }

    static QString clean(QString text)
    {
        static const QRegularExpression edges(u"^[\\s,.;:()\\[\\]&”“\"–-]+|[\\s,;:(\\[]+$"_s);
        text = text.simplified().remove(edges).remove(edges);
        static const QRegularExpression stop(u"(?<!\\bInc)(?<!\\bLtd)(?<!\\bLab)(?<!\\bCo)[.)]+$"_s);
        return text.remove(stop);
    }

    /** "Publisher, Place" as well as "Place, Publisher": the part with a publisher's words, else the first of a book.
     */
    void chooseSegment(const QString& left)
    {
        static const QRegularExpression border(
            u"[,;()\\[\\]]|(?<=[\\p{Ll}\\p{Lu})]{3})(?<!Univ|Inst|Acad|Dept|Elect|.Lab|.Soc)\\. |\\s{3,}|\\.\\s*$|\\. *(?=,)"_s);
        QStringList segments;
        for (const QString& segment : left.split(border)) {
            const QString name = clean(segment);
            if (name.size() > 1 && name.count(u' ') < 10 && (name[0].isUpper() || name.contains(u'.')))
                segments << name;
        }
        static const QRegularExpression department(
            u"^(?:Dept|Department|Dep\\.|School of|Faculty|Fakultät|Institut für)"_s);
        const auto fits = [](const QString& name) {
            return namesPublisher(name) && !department.match(name).hasMatch();
        };
        auto chosen = std::ranges::find_if(segments, fits);
        const bool needsNone = m_item.type.isEmpty() && !m_item.container.isEmpty() && m_item.editor.isEmpty();
        if (chosen == segments.end() && !needsNone)
            chosen = segments.begin();
        if (chosen == segments.end())
            return;
        // What has a DOI and names no publisher is a journal's article ahead of print.
        if (!fits(*chosen) && m_item.type.isEmpty() && m_item.edition.isEmpty() && !m_item.doi.isEmpty() &&
            m_item.container.isEmpty()) {
            m_item.container = *chosen;
            return;
        }
        m_item.publisher = *chosen;
        const qsizetype at = chosen - segments.begin();
        if (at + 1 < segments.size() && m_item.place.isEmpty())
            m_item.place = segments[at + 1];
    }

    StyledText& m_text;
    qsizetype m_at, m_end;
    CslItem& m_item;
    SourceSigns m_signs;
};

} // namespace

SourceSigns readSource(StyledText& text, qsizetype begin, qsizetype end, CslItem& item)
{
    return SourceReader(text, begin, end, item).run();
}

} // namespace sheaf::layout
