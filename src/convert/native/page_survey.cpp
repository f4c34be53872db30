// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/page_survey.h"

#include "core/log.h"
#include "layout/layout.h"
#include "sight/page_eyes.h"

#include <future>

namespace sheaf {

namespace {

/** The network sees 608 × 800 pixels: a page at about 72 dpi. A little more spares it the stairs of small letters. */
constexpr double pictureDpi = 100;

/** Points: below are rules, bullets, marks. */
constexpr float smallestDrawing = 20;

} // namespace

PageSurvey::PageSurvey(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop)
    : m_eyes(eyes && preset != QLatin1StringView("fast") && eyes->canFindRegions() ? eyes : nullptr), m_input(input),
      m_thorough(preset == QLatin1StringView("quality")), m_stop(std::move(stop))
{}

void PageSurvey::note(const Page& page)
{
    if (m_eyes && !m_seen.contains(page.number) && (hasDrawings(page) || m_thorough))
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

void PageSurvey::tell(LayoutEngine& engine)
{
    const auto begin = [this](int page) { return std::async(std::launch::async, [this, page] { return look(page); }); };
    std::future<Result<QVector<PageRegion>>> next;
    for (qsizetype i = 0; i < m_noted.size() && !m_stop.stop_requested(); ++i) {
        auto own = next.valid() ? std::exchange(next, {}) : begin(m_noted[i]);
        if (i + 1 < m_noted.size())
            next = begin(m_noted[i + 1]);
        if (const auto seen = own.get())
            m_seen.insert(m_noted[i], *seen);
        else if (!m_stop.stop_requested())
            qCWarning(logConvert) << "page" << m_noted[i] << "was not looked at:" << seen.error().code
                                  << seen.error().detail;
    }
    m_noted.clear();
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen)
        engine.setRegions(seen.key(), seen.value());
}

Result<QVector<PageRegion>> PageSurvey::look(int page) const
{
    const auto picture = renderPdfPage(m_input.path, page, pictureDpi, m_stop, m_input.password);
    return picture ? m_eyes->findRegions(*picture, m_stop) : std::unexpected(picture.error());
}

void PageSurvey::forget()
{
    m_seen.clear();
    m_drawn.clear();
}

} // namespace sheaf
