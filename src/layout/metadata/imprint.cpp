// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/metadata/imprint.h"

#include "core/identifiers.h"
#include "core/paper.h"
#include "layout/references/citation.h"
#include "layout/references/citation_numbers.h"
#include "layout/references/source_signs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

bool isImprint(const Layout& layout, int block)
{
    if (block < 0 || block >= layout.blocks.size())
        return true;
    const BlockKind kind = layout.blocks[block].kind;
    return kind == BlockKind::Furniture || kind == BlockKind::Footnote;
}

/** A line right below another and beside it goes on with its text. */
bool goesOn(const QRectF& above, const QRectF& below)
{
    const double step = below.center().y() - above.center().y();
    return step > 0 && step < 1.7 * above.height() && below.left() < above.right() && above.left() < below.right();
}

/** Words of turned text stand one above the other with equal sides: a stamp in the margin. */
bool isTurnedOn(const QRectF& a, const QRectF& b)
{
    const double gap = std::max(a.top(), b.top()) - std::min(a.bottom(), b.bottom());
    return std::abs(a.left() - b.left()) < 1 && std::abs(a.right() - b.right()) < 1 && gap < a.width();
}

QStringList textsOf(const PageWords& page, const Layout& layout)
{
    QStringList texts;
    const PageWord* previous = nullptr;
    QRectF lineBox;
    for (const PageWord& word : page.words) {
        if (!isImprint(layout, word.block))
            continue;
        const bool sameLine = previous && previous->line == word.line;
        const bool sameText = previous && (sameLine || isTurnedOn(previous->box, word.box) ||
                                           (word.block >= 0 && word.block == previous->block) ||
                                           (word.block < 0 && previous->block < 0 && goesOn(lineBox, word.box)));
        if (!sameText)
            texts << word.text;
        else if (!sameLine && QStringView(u"/-_").contains(texts.last().back()) && texts.last().contains("10."_L1))
            texts.last() += word.text; // an address broken at the line's end
        else
            texts.last() += u' ' + word.text;
        lineBox = sameLine ? lineBox.united(word.box) : word.box;
        previous = &word;
    }
    return texts;
}

class ImprintReader
{
public:
    ImprintReader(const QStringList& imprint, CslItem& work) : m_imprint(imprint), m_work(work) {}

    void run()
    {
        for (const QString& text : m_imprint) {
            readIdentifiers(text);
            readDates(text);
            if (text.size() < 900 && text.size() > 12)
                readCitationOfItself(text);
        }
        if (m_work.container.isEmpty()) {
            for (const QString& text : m_imprint)
                readJournalLine(text);
        }
        if (m_work.year == 0)
            m_work.year = m_year;
    }

private:
    void readIdentifiers(const QString& text)
    {
        const QStringList dois = findDois(text), arxiv = findArxivIds(text);
        if (m_work.doi.isEmpty() && !dois.isEmpty())
            m_work.doi = dois.first();
        if (m_work.arxiv.isEmpty() && !arxiv.isEmpty())
            m_work.arxiv = arxiv.first();
    }

    /** The year of the best sign: published, in an arXiv stamp, a meeting's date, copyright, accepted, received. */
    void readDates(const QString& text)
    {
        struct Sign
        {
            QRegularExpression pattern;
            int worth;
        };
        static const QString year = u"((?:19[5-9]|20[0-4])\\d)"_s;
        static const auto sign = [](const QString& pattern, int worth) {
            return Sign{QRegularExpression(pattern.arg(year), QRegularExpression::CaseInsensitiveOption), worth};
        };
        static const QVector<Sign> signs{
            sign(u"\\bpublished(?: online)?(?: on)?:? *[\\w ,./-]{0,24}?\\b%1\\b"_s, 6),
            sign(u"arxiv:\\S+ (?:\\[[\\w.-]+\\] )?\\d{1,2} \\w{3,9} %1"_s, 5),
            sign(u"\\b[A-Z]{3,}[ ’'-]*(?:\\d\\d|%1), [\\w ,–-]{3,30}"_s.arg(u"(?:\\d{4})"_s).append(u"%1"_s), 4),
            sign(u"(?:©|\\bcopyright\\b|\\(c\\)) *(?:©|\\(c\\))? *(?:the author(?:s|\\(s\\))?[ ,(]*)?%1"_s, 3),
            sign(u"\\baccepted:? *[\\w ,./-]{0,24}?\\b%1\\b"_s, 2),
            sign(u"\\breceived:? *[\\w ,./-]{0,24}?\\b%1\\b"_s, 1),
        };
        for (const Sign& one : signs) {
            const auto match = one.pattern.match(text);
            if (one.worth > m_worth && match.hasMatch()) {
                m_worth = one.worth;
                m_year = match.captured(1).toInt();
            }
        }
    }

    void take(const CslItem& read)
    {
        const auto fill = [](QString& field, const QString& value) {
            if (field.isEmpty())
                field = value;
        };
        fill(m_work.container, read.container);
        fill(m_work.volume, read.volume);
        fill(m_work.issue, read.issue);
        fill(m_work.page, read.page);
        fill(m_work.publisher, read.publisher);
        if (m_work.year == 0)
            m_work.year = read.year;
    }

    /** "How to cite: Abbot et al. (2020). Title. Journal, 3(1), 12." */
    void readCitationOfItself(const QString& text)
    {
        const QString title = foldForMatching(m_work.title), folded = foldForMatching(text);
        if (title.size() < 12 || !folded.contains(title))
            return;
        static const QRegularExpression lead(u"^.{0,40}?\\b(?:cite(?: this article)?(?: as)?|citation)\\b:? *"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        const QVector<CslItem> items = readCitation({StyledText(QString(text).remove(lead)), {}});
        if (items.size() != 1 || titleSimilarity(items[0].title, m_work.title) < 0.9)
            return;
        take(items[0]);
        if (!items[0].doi.isEmpty())
            m_work.doi = items[0].doi;
    }

    /** A running head: "J. Coastal Food Eng. 118 (2013) 204–212". */
    void readJournalLine(const QString& text)
    {
        if (!m_work.container.isEmpty() || text.size() > 160 || text.contains("doi:"_L1, Qt::CaseInsensitive))
            return;
        StyledText line(text);
        const qsizetype end = journalEnd(line, 0, line.size());
        if (end < 5)
            return;
        CslItem read;
        read.container = text.left(end).trimmed();
        takeNumbers(line, end, line.size(), BareNumbers::Journal, read);
        if (read.year > 0 && !read.volume.isEmpty() && (!read.page.isEmpty() || !read.issue.isEmpty()))
            take(read);
    }

    const QStringList& m_imprint;
    CslItem& m_work;
    int m_year = 0, m_worth = 0;
};

} // namespace

QStringList imprintOf(const Layout& layout)
{
    QStringList texts;
    for (qsizetype i = 0; i < std::min<qsizetype>(layout.words.size(), 2); ++i)
        texts += textsOf(layout.words[i], layout);
    return texts;
}

void readImprint(const QStringList& imprint, CslItem& work)
{
    ImprintReader(imprint, work).run();
}

} // namespace sheaf::layout
