// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/bibliography.h"

#include "layout/references/citation.h"

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Digits, indices and signs of a formula stand upright in a title in italics. */
void bridgeItalics(StyledText& text)
{
    constexpr qsizetype longest = 6;
    qsizetype last = -1; // italic
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.isItalic(i))
            continue;
        const QStringView between = QStringView(text.text).mid(last + 1, i - last - 1);
        const bool parts = std::ranges::any_of(between, [](QChar c) { return QStringView(u",.;:()“”\"").contains(c); });
        if (last >= 0 && !between.isEmpty() && between.size() <= longest && !parts)
            std::fill(text.faces.begin() + last + 1, text.faces.begin() + i, char(StyledText::Italic));
        last = i;
    }
}

/** Gives the letters of `out` the faces of the lines' words, which hold the same text but for spaces, hyphens at line
 * ends and raised figures. */
void setFaces(const LineContext& context, const QVector<Line>& lines, StyledText& out)
{
    constexpr qsizetype reach = 12;
    qsizetype at = 0;
    for (const Line& line : lines) {
        const PageText& page = context.pageOf(line);
        for (const int index : line.words) {
            const Word& word = page.words[index];
            const Font& font = context.fonts[word.font];
            const char face = font.italic ? StyledText::Italic : font.bold ? StyledText::Bold : StyledText::Plain;
            for (const QChar c : page.textOf(word)) {
                const qsizetype found = out.text.indexOf(c, at);
                if (found < 0 || found > at + reach)
                    continue;
                out.faces[found] = face;
                at = found + 1;
            }
        }
    }
    // A space between two words of a face is of it, too.
    for (qsizetype i = 1; i + 1 < out.size(); ++i) {
        if (out.text[i] == u' ')
            out.faces[i] = out.faces[i - 1] == out.faces[i + 1] ? out.faces[i - 1] : char(StyledText::Plain);
    }
    bridgeItalics(out);
}

QStringList linksOn(const LineContext& context, const QVector<Line>& lines)
{
    QStringList found;
    for (const Line& line : lines) {
        for (const PageLink& link : context.pageOf(line).links) {
            const QRectF shared = link.box.intersected(line.box());
            if (!link.uri.isEmpty() && shared.height() > 0.5 * line.box().height() && shared.width() > 1 &&
                !found.contains(link.uri))
                found << link.uri;
        }
    }
    return found;
}

} // namespace

QVector<CslItem> readBibliography(const LineContext& context, const QVector<Group>& groups,
                                  const QVector<Block>& blocks)
{
    QVector<CitationText> entries;
    qsizetype block = -1;
    for (const Group& group : groups) {
        if (group.kind != BlockKind::Reference)
            continue;
        do
            ++block;
        while (block < blocks.size() && blocks[block].kind != BlockKind::Reference);
        if (block >= blocks.size())
            break;
        CitationText entry{StyledText(blocks[block].text), linksOn(context, group.lines)};
        setFaces(context, group.lines, entry.styled);
        entries << entry;
    }
    return readCitations(entries);
}

} // namespace sheaf::layout
