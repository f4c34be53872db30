// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/paper_outline.h"

#include "read/offline/offline_rules.h"
#include "read/offline/sentences.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A run of lines without an empty one between. */
struct Block
{
    QString text;
    qsizetype offset = 0;
};

QVector<Block> blocksOf(const QString& markdown)
{
    QVector<Block> blocks;
    Block block;
    bool fenced = false;
    const auto close = [&] {
        if (!block.text.trimmed().isEmpty())
            blocks.append(block);
        block = {};
    };
    qsizetype begin = 0;
    while (begin <= markdown.size()) {
        const qsizetype newline = markdown.indexOf(u'\n', begin);
        const qsizetype end = newline < 0 ? markdown.size() : newline;
        const QStringView line = QStringView(markdown).sliced(begin, end - begin);
        static const QRegularExpression ownBlock(uR"(^\s{0,3}(?:#{1,6}\s|[-*+•]\s|\d{1,2}[.)]\s))"_s);
        const bool fence = line.trimmed().startsWith(u"```") || line.trimmed().startsWith(u"~~~");
        if (fence)
            fenced = !fenced;
        if (fence || fenced || line.trimmed().isEmpty()) {
            close();
        } else {
            const bool heading = line.trimmed().startsWith(u'#');
            if (ownBlock.match(line).hasMatch())
                close();
            if (block.text.isEmpty())
                block.offset = begin;
            block.text += line.toString() + u'\n';
            if (heading)
                close();
        }
        begin = end + 1;
    }
    close();
    return blocks;
}

bool isRunningText(const QString& block)
{
    static const QRegularExpression other(
        uR"(^\s*(?:\||\$\$|!\[|<(?:table|img|figure|!--)|\[\^|(?:\*\*|\*|_)?(?:Figure|Fig\.|Table|Tab\.|Abbildung|Tabelle|Tableau|Algorithm|Listing)\s*[A-Z]?\d))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !other.match(block).hasMatch();
}

struct Heading
{
    int level = 0;
    QString text;
};

/** "## 2 Methods", or a paragraph that is nothing but a short bold text. */
std::optional<Heading> headingOf(const QString& block)
{
    static const QRegularExpression hashes(uR"(^\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*$)"_s);
    static const QRegularExpression bold(uR"(^\s*(?:\*\*|__)([^*_\n]{3,60}?)[:.]?(?:\*\*|__)[:.]?\s*$)"_s);
    const QString text = block.trimmed();
    if (const auto match = hashes.match(text); match.hasMatch())
        return Heading{int(match.capturedLength(1)), plainText(match.captured(2))};
    if (const auto match = bold.match(text); match.hasMatch() && !sectionOf(match.captured(1)).isEmpty())
        return Heading{6, match.captured(1)};
    return std::nullopt;
}

/** "Methods: We …" and "**Results.** …" inside an abstract or without a heading of their own. */
QString leadingLabel(const QString& block)
{
    static const QRegularExpression label(
        uR"(^\s*(?:\*\*|__|\*|_)?([A-Z][A-Za-z’' ]{3,40}?)(?:(?:[:.]|\s?[—–])(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)\s?(?:[:.—–])?|:)\s+\S)"_s);
    const auto match = label.match(block);
    return match.hasMatch() ? match.captured(1) : QString();
}

bool isSentence(const QString& text)
{
    constexpr qsizetype shortest = 24, longest = 700;
    if (text.size() < shortest || text.size() > longest)
        return false;
    const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter() || c.isSpace(); });
    static const QRegularExpression end(uR"([.?!][)\]"'”’»]*$)"_s);
    return double(letters) > 0.7 * double(text.size()) && text.count(u' ') >= 4 && end.match(text).hasMatch();
}

class OutlineBuilder
{
public:
    explicit OutlineBuilder(const ReadRequest& request) : m_request(request)
    {
        m_marks = request.pageMarks;
        std::ranges::stable_sort(m_marks, {}, &PageMark::offset);
    }

    PaperOutline build()
    {
        const QVector<Block> blocks = blocksOf(m_request.markdown);
        for (const Block& block : blocks) {
            if (const auto heading = headingOf(block.text))
                enter(*heading);
            else if (!takeKeywords(block) && m_section != u"back matter"_s && isRunningText(block.text))
                addSentences(block);
        }
        dropGuessedAbstract();
        return m_outline;
    }

private:
    int pageAt(qsizetype offset) const
    {
        int page = 0;
        for (const PageMark& mark : m_marks) {
            if (mark.offset > offset)
                break;
            page = mark.page;
        }
        return page;
    }

    /** A subsection of no known kind belongs to the section above it. */
    void enter(const Heading& heading)
    {
        const QString own = sectionOf(heading.text);
        ++m_headings;
        while (!m_open.isEmpty() && m_open.last().first >= heading.level)
            m_open.removeLast();
        const QString above = m_open.isEmpty() ? QString() : m_open.last().second;
        m_section = own.isEmpty() ? above : own;
        m_open.append({heading.level, m_section});
    }

    bool takeKeywords(const Block& block)
    {
        static const QRegularExpression line(
            uR"(^\s*(?:\*\*|__|\*|_)?(?:key\s?-?words?(?: and phrases)?|index terms|schlüsselwörter|schlagworte|mots[- ]clés|palabras clave|palavras-chave)(?:\*\*|__|\*|_)?\s*[:.—–-]+(?:\*\*|__|\*|_)?\s*(.+)$)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        const auto match = line.match(block.text);
        if (!match.hasMatch() || !m_outline.keywords.isEmpty() || match.capturedLength(1) > 500)
            return false;
        m_outline.keywordsLine = plainText(match.captured(1));
        m_outline.keywordsPage = pageAt(block.offset);
        static const QRegularExpression semicolons(u"\\s*[;·•|]\\s*"_s), commas(u"\\s*,\\s*"_s);
        const bool fine = m_outline.keywordsLine.contains(semicolons);
        m_outline.keywords = m_outline.keywordsLine.split(fine ? semicolons : commas, Qt::SkipEmptyParts);
        for (QString& keyword : m_outline.keywords)
            keyword = keyword.trimmed().remove(QRegularExpression(u"[.]$"_s));
        return true;
    }

    /** Long text before the first section is the abstract, whether it says so or not. */
    QString sectionFor(const Block& block)
    {
        const QString label = sectionOf(leadingLabel(block.text));
        if (label == u"abstract"_s && m_section != u"abstract"_s) {
            m_section = label; // "Abstract—We …" is a heading in the line
            return label;
        }
        if (m_section == u"abstract"_s || !m_section.isEmpty() || m_headings > 1)
            return m_section;
        constexpr qsizetype abstractAtLeast = 350;
        return block.text.size() >= abstractAtLeast ? u"abstract"_s : m_section;
    }

    /** Where an abstract says that it is one, what stands before it is names and addresses. */
    void dropGuessedAbstract()
    {
        QVector<OutlineSentence>& all = m_outline.sentences;
        const auto stated = [this](const OutlineSentence& s) {
            return s.section == u"abstract"_s && s.index >= m_guessed;
        };
        if (m_guessed == 0 || !std::ranges::any_of(all, stated))
            return;
        all.remove(0, m_guessed);
        for (qsizetype i = 0; i < all.size(); ++i)
            all[i].index = int(i);
    }

    void addSentences(const Block& block)
    {
        ++m_paragraph;
        const QString section = sectionFor(block);
        if (section == u"back matter"_s)
            return;
        for (const TextRange& range : sentencesOf(block.text)) {
            const QString text = plainText(block.text.sliced(range.begin, range.end - range.begin));
            if (isSentence(text))
                m_outline.sentences.append(
                    {text, section, pageAt(block.offset + range.begin), int(m_outline.sentences.size()), m_paragraph});
        }
        if (m_section.isEmpty() && m_headings <= 1)
            m_guessed = int(m_outline.sentences.size());
    }

    const ReadRequest& m_request;
    QVector<PageMark> m_marks;
    PaperOutline m_outline;
    QVector<std::pair<int, QString>> m_open; ///< level and kind of the headings we are under
    QString m_section;
    int m_headings = 0;
    int m_paragraph = 0;
    int m_guessed = 0; ///< so many sentences stand before the first section
};

} // namespace

PaperOutline outlineOf(const ReadRequest& request)
{
    return OutlineBuilder(request).build();
}

QString sectionOf(const QString& heading)
{
    static const QRegularExpression number(
        uR"(^\s*(?:(?:section|chapter|part)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.):]?\s+(?=\p{L}))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString bare = heading.simplified().toLower().remove(number);
    while (!bare.isEmpty() && !bare.back().isLetter())
        bare.chop(1);
    QString kind;
    qsizetype longest = 0;
    for (const auto& [name, words] : OfflineRules::get().headings) {
        for (const QString& word : words) {
            // The heading is the word, or begins with it: "Methods and data". A long heading that only begins so, is
            // not.
            const bool begins = bare.startsWith(word + u' ') && bare.size() <= word.size() + 25;
            if ((bare == word || begins) && word.size() > longest) {
                kind = name;
                longest = word.size();
            }
        }
    }
    return kind;
}

QString plainText(const QString& markdown)
{
    static const QRegularExpression link(uR"(!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s"[^"]*")?\))"_s);
    static const QRegularExpression tag(uR"(</?(?:sup|sub|em|strong|b|i|u|br|span|a)(?:\s[^<>]*)?/?>)"_s);
    static const QRegularExpression emphasis(uR"((?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*]))"_s,
                                             QRegularExpression::DotMatchesEverythingOption |
                                                 QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression escape(uR"(\\([\\`*_{}\[\]()#+\-.!|<>~$&%]))"_s);
    static const QRegularExpression bullet(uR"(^\s*(?:[-*+•]|\d{1,2}[.)])\s+)"_s);
    QString text = QString(markdown).remove(bullet);
    static const QRegularExpression code(u"`([^`]+)`"_s);
    text.replace(link, u"\\1"_s).remove(tag).replace(code, u"\\1"_s);
    for (int nested = 0; nested < 2; ++nested)
        text.replace(emphasis, u"\\2"_s);
    return text.replace(escape, u"\\1"_s).simplified();
}

} // namespace sheaf
