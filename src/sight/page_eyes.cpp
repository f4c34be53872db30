// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/page_eyes.h"

#include "core/helper_program.h"
#include "core/log.h"
#include "gpu/ocr_engine.h"
#include "gpu/region_finder.h"
#include "gpu/workplace.h"
#include "sight/byte_models.h"
#include "sight/device_runtime.h"
#include "sight/recognised_page.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr std::array readingModels{"page-orientation"_L1, "text-detection"_L1, "line-direction"_L1,
                                   "text-recognition"_L1};
constexpr auto regionModel = "page-regions"_L1;

std::string fileName(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

std::unexpected<Failure> broken(const std::string& problem)
{
    return fail(Stage::Convert, u"models.broken"_s,
                QCoreApplication::translate("sight", "The models that read scanned pages do not load."),
                QString::fromStdString(problem));
}

std::unexpected<Failure> stopped()
{
    return fail(Stage::Convert, u"stopped"_s, QCoreApplication::translate("sight", "Reading the page was stopped."));
}

gpu::Bitmap bitmapOf(const PagePicture& picture)
{
    return {reinterpret_cast<const std::uint8_t*>(picture.pixels.constData()), picture.width, picture.height};
}

PageRegion::Kind kindOf(gpu::RegionKind kind)
{
    using enum gpu::RegionKind;
    switch (kind) {
    case Text:
        return PageRegion::Kind::Text;
    case Title:
        return PageRegion::Kind::Title;
    case Figure:
        return PageRegion::Kind::Figure;
    case FigureCaption:
        return PageRegion::Kind::FigureCaption;
    case Table:
        return PageRegion::Kind::Table;
    case TableCaption:
        return PageRegion::Kind::TableCaption;
    default:
        return PageRegion::Kind::Other;
    }
}

} // namespace

PageEyes::PageEyes(ModelStore store) : PageEyes(std::move(store), Options()) {}
PageEyes::PageEyes(ModelStore store, const Options& options)
    : m_store(std::move(store)), m_options(options), m_place(options.idle), m_engine(options.idle),
      m_finder(options.idle)
{}
PageEyes::~PageEyes() = default;

bool PageEyes::canRead() const
{
    return std::ranges::all_of(readingModels, [this](const QString& name) { return !m_store.path(name).isEmpty(); });
}

bool PageEyes::canFindRegions() const
{
    return !m_store.path(regionModel).isEmpty();
}

QString PageEyes::label() const
{
    if (!canRead() && !canFindRegions())
        return {};
    QStringList digests;
    for (const ModelSpec& spec : m_store.specs()) {
        if (!m_store.path(spec).isEmpty())
            digests << QString::fromLatin1(spec.sha256.first(8));
    }
    return digests.join(u'-');
}

bool PageEyes::isLoaded() const
{
    return m_engine.isLoaded();
}

Result<PageEyes::Engine> PageEyes::engine() const
{
    return m_engine.get([this] { return openEngine(); });
}

Result<PageEyes::Place> PageEyes::place() const
{
    return m_place.get([this] { return openPlace(); });
}

Result<PageEyes::Place> PageEyes::openPlace() const
{
    gpu::WorkplaceOptions options;
    options.runtime = fileName(runtimeFor(m_store));
    options.kernels = fileName(helperProgram(u"libsheaf_cuda.so"_s));
    options.trialModel = fileName(m_store.path(canRead() ? readingModels[0] : regionModel));
    options.deviceMemory = std::uint64_t(m_options.deviceMegabytes) * 1'000'000;
    options.tell = [](const std::string& line) { qCWarning(logConvert).noquote() << QString::fromStdString(line); };
    auto opened = gpu::Workplace::open(options);
    if (!opened)
        return broken(opened.error());
    qCInfo(logConvert).noquote() << "pages are read on" << QString::fromStdString((*opened)->name());
    return *std::move(opened);
}

Result<PageEyes::Engine> PageEyes::openEngine() const
{
    const Result<Place> place = this->place();
    if (!place)
        return std::unexpected(place.error());
    const auto file = [this](const QString& name) { return fileName(m_store.path(name)); };
    const gpu::OcrFiles files{file(readingModels[0]),
                              file(readingModels[1]),
                              file(readingModels[2]),
                              file(readingModels[3]),
                              fileName(byteModel(m_store, readingModels[1])),
                              fileName(byteModel(m_store, readingModels[3]))};
    auto opened = gpu::OcrEngine::open(files, *place);
    if (!opened)
        return broken(opened.error());
    return Engine(*std::move(opened));
}

Result<PageEyes::Finder> PageEyes::openFinder() const
{
    const Result<Place> place = this->place();
    if (!place)
        return std::unexpected(place.error());
    auto opened = gpu::RegionFinder::open(fileName(m_store.path(regionModel)), *place);
    if (!opened)
        return broken(opened.error());
    return Finder(*std::move(opened));
}

Result<QString> PageEyes::device() const
{
    if (const Result<Engine> engine = this->engine(); !engine)
        return std::unexpected(engine.error());
    const Result<Place> place = this->place();
    if (!place)
        return std::unexpected(place.error());
    return QString::fromStdString((*place)->name());
}

Result<Page> PageEyes::read(const Page& page, const PagePicture& picture, std::stop_token stop) const
{
    const auto engine = this->engine();
    if (!engine)
        return std::unexpected(engine.error());
    const double points = picture.pageSize.width() / picture.width; // of a pixel
    const auto lines = (*engine)->read(bitmapOf(picture), float(72 / points), stop);
    if (lines)
        return recognisedPage(page, *lines, points);
    if (stop.stop_requested())
        return stopped();
    return fail(Stage::Convert, u"sight.failed"_s,
                QCoreApplication::translate("sight", "Page %1 could not be read from its picture.").arg(page.number),
                QString::fromStdString(lines.error()));
}

Result<QVector<PageRegion>> PageEyes::findRegions(const PagePicture& picture, std::stop_token stop) const
{
    const auto finder = m_finder.get([this] { return openFinder(); });
    if (!finder)
        return std::unexpected(finder.error());
    const auto found = (*finder)->find(bitmapOf(picture), stop);
    if (stop.stop_requested())
        return stopped();
    if (!found)
        return fail(Stage::Convert, u"sight.failed"_s,
                    QCoreApplication::translate("sight", "A page's picture could not be looked at."),
                    QString::fromStdString(found.error()));
    QVector<PageRegion> regions;
    const double across = picture.pageSize.width() / picture.width, down = picture.pageSize.height() / picture.height;
    for (const gpu::FoundRegion& region : *found)
        regions << PageRegion{
            kindOf(region.kind),
            QRectF(QPointF(region.x0 * across, region.y0 * down), QPointF(region.x1 * across, region.y1 * down)),
            region.score};
    return regions;
}

} // namespace sheaf
