// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/page_reading.h"

#include "convert/native/look_ahead.h"
#include "convert/native/page_survey.h"
#include "core/log.h"
#include "layout/layout.h"
#include "sight/page_eyes.h"
#include "sight/text_layer.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Small print has twenty pixels a line; what is finer than that costs time only. */
constexpr double pictureDpi = 200;

/** A page that its file makes smaller than any paper is drawn with the pixels that its picture has, up to those of a
 * page at half the resolution: a camera's wrong resolution makes stamps of pages. */
double drawingDpi(const Page& page)
{
    constexpr double smallest = 396; // points, the longer side
    double own = 0;
    for (const PageImage& image : page.images)
        own = std::max({own, 72.0 * image.pixelWidth / std::max(1.0, double(image.x1 - image.x0)),
                        72.0 * image.pixelHeight / std::max(1.0, double(image.y1 - image.y0))});
    const double longer = std::clamp(std::max(page.size.width(), page.size.height()), 1.0, smallest);
    return std::clamp(own, pictureDpi, pictureDpi * smallest / longer);
}

/** A good text layer has at least this many of the words that are plain to see. */
constexpr double sameText = 0.95;

/** So many pages of a recognised text that agree with their pictures speak for the rest of the document. */
constexpr int enoughToAgree = 2;

/** Of one document. A drawing takes a processor and 15 MB; four converters have as many of them as fill a graphics
 * card, which reads forty pages a second. */
qsizetype pagesUnderWay()
{
    return std::clamp(QThread::idealThreadCount() / 2, 2, 8);
}

} // namespace

QVector<int> pagesToSee(const QVector<PageAudit>& audits)
{
    static const QStringList seenInPicture{u"garbled text"_s, u"unreadable letters"_s, u"repeated text"_s};
    QVector<int> pages;
    for (const PageAudit& audit : audits) {
        const auto helps = [](const QString& reason) { return seenInPicture.contains(reason); };
        if (audit.isDoubtful() && std::ranges::any_of(audit.reasons, helps))
            pages << audit.page;
    }
    return pages;
}

PageReading::PageReading(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop)
    : m_eyes(eyes && preset != "fast"_L1 && eyes->canRead() ? eyes : nullptr), m_input(input),
      m_thorough(preset == "quality"_L1), m_stop(std::move(stop))
{}

bool PageReading::isKnownToAgree() const
{
    return !m_thorough && m_disagreed == 0 && m_agreed >= enoughToAgree;
}

bool PageReading::wants(const Page& page)
{
    if (!m_eyes || (textLayerOf(page) == TextLayer::Good && !m_doubted.contains(page.number)))
        return false;
    m_wanted << page;
    return true;
}

void PageReading::readInto(LayoutEngine& engine, PageSurvey& survey, const std::function<void()>& done)
{
    LookAhead<Result<Page>> looks(m_wanted.size(), pagesUnderWay(), // the networks never wait for a drawing
                                  [&](qsizetype i) { return look(m_wanted[i], survey); });
    for (qsizetype i = 0; i < m_wanted.size() && !m_stop.stop_requested(); ++i) {
        if (isToBeLookedAt(m_wanted[i])) {
            Result<Page> seen = looks.take(i, [this](qsizetype next) { return isSureToBeLookedAt(m_wanted[next]); });
            if (std::optional<Page> better = judge(m_wanted[i], std::move(seen)))
                m_read.insert(m_wanted[i].number, *std::move(better));
            m_looked.insert(m_wanted[i].number);
        }
        if (const auto read = m_read.constFind(m_wanted[i].number); read != m_read.constEnd())
            engine.replacePage(Page(*read));
        m_wanted[i] = {}; // a long scan is not kept until its end
        done();
    }
    m_wanted.clear();
}

std::future<Result<Page>> PageReading::look(const Page& page, PageSurvey& survey) const
{
    return std::async(std::launch::async, [this, page, &survey]() -> Result<Page> {
        const auto picture = renderPdfPage(m_input.path, page.number, drawingDpi(page), m_stop, m_input.password);
        if (!picture)
            return std::unexpected(picture.error());
        Result<Page> read = m_eyes->read(page, *picture, m_stop);
        if (read)
            survey.see(*read, *picture);
        return read;
    });
}

bool PageReading::isToBeLookedAt(const Page& page) const
{
    if (m_looked.contains(page.number))
        return false;
    return m_doubted.contains(page.number) || textLayerOf(page) != TextLayer::Laid || !isKnownToAgree();
}

/** Whatever the page before it turns out to be. */
bool PageReading::isSureToBeLookedAt(const Page& page) const
{
    return isToBeLookedAt(page) &&
           (m_thorough || m_doubted.contains(page.number) || textLayerOf(page) != TextLayer::Laid);
}

bool PageReading::wantsMore(const QVector<PageAudit>& audits)
{
    bool more = false;
    for (const int page : m_eyes ? pagesToSee(audits) : QVector<int>()) {
        more = more || !m_looked.contains(page);
        m_doubted.insert(page);
    }
    return more;
}

std::optional<Page> PageReading::judge(const Page& page, Result<Page> seen)
{
    if (!seen) {
        if (!m_stop.stop_requested())
            qCWarning(logConvert) << "page" << page.number << "was not read:" << seen.error().code
                                  << seen.error().detail;
        return std::nullopt;
    }
    const TextLayer layer = textLayerOf(page);
    if (layer == TextLayer::Absent || layer == TextLayer::Unknown)
        return *std::move(seen);
    const bool agrees = agreement(page, *seen) >= sameText;
    if (layer == TextLayer::Laid)
        ++(agrees ? m_agreed : m_disagreed);
    return agrees ? std::nullopt : std::optional(*std::move(seen));
}

} // namespace sheaf
