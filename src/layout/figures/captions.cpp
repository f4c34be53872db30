// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/figures/captions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

const QRegularExpression& label()
{
    static const QRegularExpression pattern(
        u"^(?<kind>(supplementary |extended data |appendix |online )?"
        "(figure|figures|fig|figs|table|tab|tbl|scheme|plate|chart|map|algorithm|listing|box|exhibit|photo|image|"
        "abbildung|abb|tabelle))"
        "\\.? ?(?<number>[A-Z]?\\.?\\d+([.\\-–]\\d+)*[a-z]?|[IVXL]{1,6}|[A-Z])(?<end> ?[.:|—–)]| ?$|  ?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

QRectF boxOf(const Group& group)
{
    if (!group.isText())
        return group.box;
    QRectF box;
    for (const Line& line : group.lines)
        box = united(box, line.box());
    return box;
}

/** How far a caption is from what it may belong to; less is nearer, large when beside and not above or below. */
double distance(const QRectF& caption, const QRectF& thing)
{
    const double above = thing.top() - caption.bottom(), below = caption.top() - thing.bottom();
    const double vertical = std::max({above, below, 0.0});
    const double overlap = std::min(caption.right(), thing.right()) - std::max(caption.left(), thing.left());
    return vertical + (overlap > 0 ? 0 : 60 - std::min(0.0, overlap) * 0.2);
}

} // namespace

CaptionOf beginsCaption(const QString& text)
{
    const QRegularExpressionMatch match = label().match(text);
    if (!match.hasMatch())
        return CaptionOf::Nothing;
    const QStringView rest = QStringView(text).mid(match.capturedEnd()).trimmed();
    if (match.captured(u"end"_s).trimmed().isEmpty() && !rest.isEmpty() && !rest.front().isUpper())
        return CaptionOf::Nothing;
    const bool table = match.captured(u"kind"_s).contains("tab"_L1, Qt::CaseInsensitive);
    return table ? CaptionOf::Table : CaptionOf::Figure;
}

bool hasTableCaption(const PageContent& page, const QRectF& box)
{
    constexpr double above = 70, below = 40; // points: a caption of a few lines above, its first line below
    return std::ranges::any_of(page.fragments, [&](const Fragment& fragment) {
        const bool beside = fragment.x1 < box.left() || fragment.x0 > box.right();
        const double over = box.top() - fragment.middle(), under = fragment.middle() - box.bottom();
        const bool near = (over > 0 && over < above) || (under > 0 && under < below);
        return near && !beside && beginsCaption(plainText(page.text, fragment.words)) == CaptionOf::Table;
    });
}

CaptionOf captionLabel(const LineContext& context, const Group& group)
{
    if (!group.isText())
        return CaptionOf::Nothing;
    const QString text = context.text(group.first());
    const QRegularExpressionMatch match = label().match(text);
    if (!match.hasMatch())
        return CaptionOf::Nothing;
    const QString end = match.captured(u"end"_s).trimmed();
    static const QRegularExpression continued(u"^ ?\\(?(cont|fortsetzung|suite)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const bool separated = !end.isEmpty() || match.capturedEnd() >= text.size() ||
                           continued.match(text.mid(match.capturedEnd())).hasMatch();
    const PageText& page = context.pageOf(group.first());
    const Font& labelFont = context.fonts[page.words[group.first().words.first()].font];
    const bool setOff = (labelFont.bold && !context.style.bodyBold) ||
                        group.first().size < context.style.bodySize - 0.4F || text.at(0) == text.at(1).toUpper();
    const QChar next = text.mid(match.capturedEnd()).trimmed().left(1).isEmpty()
                           ? QChar(u' ')
                           : text.mid(match.capturedEnd()).trimmed().at(0);
    if (!separated && !(setOff && (next.isUpper() || next == u'(' || next.isDigit())))
        return CaptionOf::Nothing;
    // "Fig. 3. The…" inside a paragraph can only begin a line by chance: then the line above ends full and near.
    if (!setOff && group.gapAbove < 1.15F * context.style.leading)
        return CaptionOf::Nothing;
    const QString kind = match.captured(u"kind"_s).toLower();
    return kind.contains("tab"_L1) || kind.contains("tbl"_L1) ? CaptionOf::Table : CaptionOf::Figure;
}

void markCaptions(const LineContext& context, QVector<Group>& groups)
{
    for (Group& group : groups) {
        if (captionLabel(context, group) != CaptionOf::Nothing)
            group.kind = BlockKind::Caption;
    }
}

void bindCaptions(const LineContext& context, QVector<Group>& groups)
{
    for (int i = 0; i < groups.size(); ++i) {
        if (groups[i].kind != BlockKind::Caption)
            continue;
        const CaptionOf wanted = captionLabel(context, groups[i]);
        double nearest = 150;
        for (int j = 0; j < groups.size(); ++j) {
            const Group& other = groups[j];
            const bool fits = wanted == CaptionOf::Table ? other.table >= 0 : other.figure >= 0 || other.table >= 0;
            if (!fits || other.page != groups[i].page || other.relates >= 0)
                continue;
            double away = distance(boxOf(groups[i]), boxOf(other));
            if (wanted == CaptionOf::Figure && other.table >= 0)
                away += 40;
            if (away < nearest) {
                nearest = away;
                groups[i].relates = j;
            }
        }
        if (groups[i].relates >= 0)
            groups[groups[i].relates].relates = i;
    }
}

} // namespace sheaf::layout
