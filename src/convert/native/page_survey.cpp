// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/page_survey.h"

#include "convert/native/look_ahead.h"
#include "core/log.h"
#include "layout/layout.h"
#include "sight/drawn_ink.h"
#include "sight/page_eyes.h"

namespace sheaf {

namespace {

/** The network sees 608 × 800 pixels: a page at about 72 dpi. A little more spares it the stairs of small letters. */
constexpr double pictureDpi = 100;

constexpr qsizetype pagesUnderWay = 2;

/** Points: below are rules, bullets, marks. */
constexpr float smallestDrawing = 20;

/** Of its area: a letter by hand, or a slide, is seen as a figure, too, and its text would be lost. */
constexpr double textInFigures = 0.2;

} // namespace

PageSurvey::PageSurvey(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop)
    : m_eyes(eyes && preset != QLatin1StringView("fast") && eyes->canFindRegions() ? eyes : nullptr), m_input(input),
      m_thorough(preset == QLatin1StringView("quality")), m_stop(std::move(stop))
{}

void PageSurvey::note(const Page& page)
{
    if (m_eyes && !isSeen(page.number) && (hasDrawings(page) || m_thorough))
        m_noted << page.number;
}

/** New ones, that no earlier page has at the same place. */
bool PageSurvey::hasDrawings(const Page& page)
{
    bool isNew = false;
    const auto add = [&](const auto& ink) {
        if (ink.y1 - ink.y0 < smallestDrawing)
            return;
        const std::array box{qRound(ink.x0), qRound(ink.y0), qRound(ink.x1), qRound(ink.y1)};
        isNew = isNew || !m_drawn.contains(box);
        m_drawn.insert(box);
    };
    std::ranges::for_each(page.images, add);
    std::ranges::for_each(page.shapes, add);
    std::ranges::for_each(page.rules, add); // a chart's axes and bars
    return isNew;
}

void PageSurvey::see(const Page& read, const PagePicture& picture)
{
    if (!m_eyes || isSeen(read.number) || !(m_thorough || showsDrawing(read, picture)))
        return;
    auto regions = m_eyes->findRegions(picture, m_stop);
    if (regions)
        regions->removeIf([&](const PageRegion& region) {
            return region.kind == PageRegion::Kind::Figure && textShare(read, region.box) > textInFigures;
        });
    keep(read.number, regions);
}

void PageSurvey::tell(LayoutEngine& engine)
{
    LookAhead<Result<QVector<PageRegion>>> looks(m_noted.size(), pagesUnderWay,
                                                 [this](qsizetype i) { return look(m_noted[i]); });
    for (qsizetype i = 0; i < m_noted.size() && !m_stop.stop_requested(); ++i)
        keep(m_noted[i], looks.take(i, [](qsizetype) { return true; }));
    m_noted.clear();
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen)
        engine.setRegions(seen.key(), seen.value());
}

bool PageSurvey::isSeen(int page) const
{
    const std::lock_guard lock(m_mutex);
    return m_seen.contains(page);
}

void PageSurvey::keep(int page, const Result<QVector<PageRegion>>& seen)
{
    if (seen) {
        const std::lock_guard lock(m_mutex);
        m_seen.insert(page, *seen);
    } else if (!m_stop.stop_requested()) {
        qCWarning(logConvert) << "page" << page << "was not looked at:" << seen.error().code << seen.error().detail;
    }
}

std::future<Result<QVector<PageRegion>>> PageSurvey::look(int page) const
{
    return std::async(std::launch::async, [this, page]() -> Result<QVector<PageRegion>> {
        const auto picture = renderPdfPage(m_input.path, page, pictureDpi, m_stop, m_input.password);
        return picture ? m_eyes->findRegions(*picture, m_stop) : std::unexpected(picture.error());
    });
}

void PageSurvey::forget()
{
    m_seen.clear();
    m_drawn.clear();
}

} // namespace sheaf
