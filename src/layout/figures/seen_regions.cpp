// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/figures/seen_regions.h"

#include "layout/figures/captions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr double sure = 0.8;       ///< for a figure: below are frames with text, code, tables
constexpr double likely = 0.6;     ///< for a title: below are single lines of text
constexpr double most = 0.6;       ///< of a box
constexpr double sameRegion = 0.5; ///< of two boxes' common area

double area(const QRectF& box)
{
    return box.width() * box.height();
}

/** Cut where a caption begins below it; empty where one stands above within it, as its end is not known. */
QRectF withoutCaption(const PageContent& page, QRectF box)
{
    for (const Fragment& fragment : page.fragments) {
        if (!box.contains(fragment.box().center()) || !isCaptionStart(plainText(page.text, fragment.words)))
            continue;
        if (fragment.middle() < box.center().y())
            return {};
        box.setBottom(fragment.top - 1);
    }
    return box;
}

/** A table's rules run over and below it: a picture in a cell. */
bool isBetweenRules(const PageText& page, const QRectF& box)
{
    constexpr double near = 24, whole = 0.95; // a chart's frame has the numbers of its axis beside it
    bool above = false, below = false;
    for (const Stroke& rule : page.horizontals) {
        if (std::min<double>(rule.to, box.right()) - std::max<double>(rule.from, box.left()) < whole * box.width())
            continue;
        above = above || std::abs(rule.at - box.top()) < near;
        below = below || std::abs(rule.at - box.bottom()) < near;
    }
    return above && below;
}

} // namespace

const PageRegion* regionOf(const PageText& page, const QRectF& box)
{
    const auto found = std::ranges::find_if(page.regions, [&](const PageRegion& region) { // the surest is the first
        return area(region.box & box) > most * area(box);
    });
    return found == page.regions.end() ? nullptr : &*found;
}

bool isCaptionStart(const QString& text)
{
    static const QRegularExpression part(u"^\\([a-h]\\) \\p{L}{2,}.* "_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return beginsCaption(text) != CaptionOf::Nothing || part.match(text).hasMatch();
}

bool isSeenInFigure(const PageText& page, const QRectF& box)
{
    const double half = page.width() * page.height() / 2; // a page of small print is seen as one figure
    return std::ranges::any_of(page.regions, [&](const PageRegion& region) {
        return region.kind == PageRegion::Kind::Figure && region.score >= sure && area(region.box) < half &&
               region.box.contains(box.center());
    });
}

bool isSeenAsTitle(const PageText& page, const QRectF& box)
{
    const PageRegion* region = regionOf(page, box);
    if (!region || region->kind != PageRegion::Kind::Title || region->score < likely)
        return false;
    const double common = area(region->box & box);
    return common > sameRegion * (area(region->box) + area(box) - common);
}

QVector<QRectF> seenFigures(const PageContent& page)
{
    QVector<QRectF> figures;
    for (const PageRegion& region : page.text.regions) {
        if (region.kind != PageRegion::Kind::Figure || region.score < sure || hasTableCaption(page, region.box) ||
            isBetweenRules(page.text, region.box))
            continue;
        if (const QRectF box = withoutCaption(page, region.box); !box.isEmpty())
            figures << box;
    }
    return figures;
}

PageContent outside(const PageContent& page, const QVector<QRectF>& boxes)
{
    const auto isInside = [&](const QRectF& box) {
        return std::ranges::any_of(boxes, [&](const QRectF& other) { return other.contains(box.center()); });
    };
    PageContent rest = page;
    rest.fragments.removeIf([&](const Fragment& fragment) { return isInside(fragment.box()); });
    rest.text.horizontals.removeIf(
        [&](const Stroke& stroke) { return isInside(QRectF(stroke.from, stroke.at, stroke.length(), 0)); });
    rest.text.verticals.removeIf(
        [&](const Stroke& stroke) { return isInside(QRectF(stroke.at, stroke.from, 0, stroke.length())); });
    rest.text.fills.removeIf(isInside);
    return rest;
}

} // namespace sheaf::layout
