// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/metadata/metadata_reader.h"

#include "core/identifiers.h"
#include "core/paper.h"
#include "layout/metadata/imprint.h"
#include "layout/metadata/title_block.h"
#include "layout/words/language.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

class MetadataReader
{
public:
    MetadataReader(const LineContext& context, const Vocabulary& vocabulary, const DocumentInfo& info,
                   const QVector<Group>& groups, const Layout& layout)
        : m_context(context), m_vocabulary(vocabulary), m_info(info), m_groups(groups), m_layout(layout)
    {
        if (!layout.words.isEmpty()) {
            for (const PageWord& word : layout.words.first().words)
                m_firstPage += word.text + u' ';
        }
    }

    PaperMetadata run()
    {
        m_metadata.work.type = u"article"_s;
        m_metadata.work.title = title();
        readTitleBlock(m_context, m_vocabulary, m_groups, m_metadata);
        hearFileAuthors();
        readBlocks();
        readImprint(imprintOf(m_layout), m_metadata.work);
        m_metadata.work.doi = doi();
        if (!m_metadata.work.container.isEmpty())
            m_metadata.work.type = u"article-journal"_s;
        return m_metadata;
    }

private:
    QString printedTitle() const
    {
        const auto title = std::ranges::find(m_layout.blocks, BlockKind::Title, &Block::kind);
        if (title == m_layout.blocks.end())
            return {};
        static const QRegularExpression marks(u"<su[bp]>([^<]*)</su[bp]>|[\\s*∗†‡§¹²³]+$"_s);
        return QString(title->text).replace(marks, u"\\1"_s).simplified();
    }

    /** The file's title only completes the printed one, or stands in for it where the page shows it or shows nothing.
     */
    QString title() const
    {
        const QString printed = printedTitle(), own = m_info.title.simplified();
        if (!isMeantTitle(own))
            return printed;
        const QString foldedOwn = foldForMatching(own), foldedPrinted = foldForMatching(printed);
        const bool onPage = foldForMatching(m_firstPage).contains(foldedOwn);
        const bool hasText = m_firstPage.size() > 200;
        return onPage && foldedOwn.startsWith(foldedPrinted) ? own : printed.isEmpty() && !hasText ? own : printed;
    }

    /** The file names more authors than were found, and the page prints all of them. */
    void hearFileAuthors()
    {
        const QVector<MarkedAuthor> named = readAuthorLine(m_info.author);
        if (named.size() <= m_metadata.work.author.size())
            return;
        const QString page = u' ' + foldForMatching(m_firstPage) + u' ';
        const bool all = std::ranges::all_of(named, [&](const MarkedAuthor& author) {
            return !author.name.family.isEmpty() && page.contains(u' ' + foldForMatching(author.name.family) + u' ');
        });
        if (!all)
            return;
        m_metadata.work.author.clear();
        m_metadata.affiliations.clear();
        for (const MarkedAuthor& author : named)
            m_metadata.work.author << author.name;
    }

    void readBlocks()
    {
        static const QRegularExpression label(
            u"^\\W*(?:key ?words(?: and phrases)?|index terms|schlüsselwörter|mots[- ]clés|palabras clave)\\W+"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression border(u"\\s*[;,·•|]\\s*|\\s+[–—-]\\s+"_s);
        QString prose;
        for (const Block& block : m_layout.blocks) {
            const auto match = label.match(block.text);
            const bool front = block.regions.isEmpty() || block.regions.first().page <= 2;
            if (match.hasMatch() && front && m_metadata.keywords.isEmpty() && block.kind != BlockKind::Heading &&
                block.text.size() < 600) {
                QString list = block.text.mid(match.capturedEnd());
                while (list.endsWith(u'.'))
                    list.chop(1);
                m_metadata.keywords = list.split(border, Qt::SkipEmptyParts);
            } else if (block.kind == BlockKind::Abstract) {
                m_metadata.abstract += (m_metadata.abstract.isEmpty() ? u""_s : u"\n\n"_s) + block.text;
            }
            if (block.kind == BlockKind::Paragraph || block.kind == BlockKind::Abstract)
                prose += prose.size() < 20000 ? block.text + u' ' : QString();
        }
        m_metadata.language = languageOf(prose);
    }

    /** Printed in the imprint or else anywhere on the first page, where it is no reference's; the file's own if it is
     * printed nowhere. */
    QString doi() const
    {
        QStringList printed = findDois(firstPageText());
        for (const CslItem& reference : m_layout.references)
            printed.removeAll(reference.doi);
        const QString& imprint = m_metadata.work.doi;
        if (!m_info.doi.isEmpty() && (printed.contains(m_info.doi) || imprint == m_info.doi))
            return m_info.doi;
        if (!imprint.isEmpty())
            return imprint;
        return !printed.isEmpty() ? printed.first() : m_info.doi;
    }

    /** With addresses joined where a line's end broke them. */
    QString firstPageText() const
    {
        QString text;
        int line = -1;
        if (m_layout.words.isEmpty())
            return text;
        for (const PageWord& word : m_layout.words.first().words) {
            const bool goesOn = word.line != line && !text.isEmpty() && QStringView(u"/.-").contains(text.back());
            if (!text.isEmpty() && !goesOn)
                text += u' ';
            text += word.text;
            line = word.line;
        }
        return text;
    }

    const LineContext& m_context;
    const Vocabulary& m_vocabulary;
    const DocumentInfo& m_info;
    const QVector<Group>& m_groups;
    const Layout& m_layout;
    PaperMetadata m_metadata;
    QString m_firstPage;
};

} // namespace

PaperMetadata readMetadata(const LineContext& context, const Vocabulary& vocabulary, const DocumentInfo& info,
                           const QVector<Group>& groups, const Layout& layout)
{
    return MetadataReader(context, vocabulary, info, groups, layout).run();
}

bool isMeantTitle(const QString& title)
{
    static const QRegularExpression worthless(
        u"^(?:microsoft (?:word|powerpoint)|untitled|slide "
        u"\\d|paper|manuscript|title|document|template|main|layout)\\b|"
        "\\.(?:docx?|pdf|tex|dvi|indd|qxp?|rtf|odt|fm|ps)\\b|^[\\w-]*\\d[\\w-]*$|[\\\\/_]{1}\\S*\\.\\w{2,4}$|^\\d+\\.\\.\\d+"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = title.trimmed();
    return plain.count(u' ') >= 2 && plain.size() >= 12 && !worthless.match(plain).hasMatch();
}

} // namespace sheaf::layout
