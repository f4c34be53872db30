// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/page_eyes.h"

#include "core/helper_program.h"
#include "core/log.h"
#include "gpu/ocr_engine.h"
#include "gpu/session.h"
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

} // namespace

PageEyes::PageEyes(ModelStore store) : PageEyes(std::move(store), Options()) {}
PageEyes::PageEyes(ModelStore store, const Options& options) : m_store(std::move(store)), m_options(options) {}
PageEyes::~PageEyes() = default;

bool PageEyes::canRead() const
{
    return std::ranges::all_of(readingModels, [this](const QString& name) { return !m_store.path(name).isEmpty(); });
}

QString PageEyes::label() const
{
    if (!canRead())
        return {};
    QStringList digests;
    for (const ModelSpec& spec : m_store.specs())
        digests << QString::fromLatin1(spec.sha256.first(8));
    return digests.join(u'-');
}

bool PageEyes::isLoaded() const
{
    const std::lock_guard lock(m_mutex);
    return m_engine != nullptr;
}

Result<PageEyes::Engine> PageEyes::engine() const
{
    const std::lock_guard lock(m_mutex);
    m_lastUse = std::chrono::steady_clock::now();
    if (!m_engine && m_problem.isEmpty()) {
        const auto file = [this](const QString& name) { return QFile::encodeName(m_store.path(name)).toStdString(); };
        gpu::OcrOptions options;
        options.deviceMemory = std::uint64_t(m_options.deviceMegabytes) * 1'000'000;
        gpu::OcrFiles files{QFile::encodeName(runtimeFor(m_store)).toStdString(), file(readingModels[0]),
                            file(readingModels[1]), file(readingModels[2]), file(readingModels[3])};
        files.kernels = QFile::encodeName(helperProgram(u"libsheaf_cuda.so"_s)).toStdString();
        options.tell = [](const std::string& line) { qCWarning(logConvert).noquote() << QString::fromStdString(line); };
        if (gpu::openRuntime(files.runtime)) { // else the engine says why not
            files.detectionInBytes = QFile::encodeName(byteModel(m_store, readingModels[1])).toStdString();
            files.recognitionInBytes = QFile::encodeName(byteModel(m_store, readingModels[3])).toStdString();
        }
        auto opened = gpu::OcrEngine::open(files, options);
        if (opened) {
            m_engine = *std::move(opened);
            qCInfo(logConvert).noquote() << "pages are read on" << QString::fromStdString(m_engine->device());
            m_unloading = std::jthread([this](const std::stop_token& stop) { unloadWhenIdle(stop); });
        } else {
            m_problem = QString::fromStdString(opened.error());
        }
    }
    if (!m_engine)
        return fail(Stage::Convert, u"models.broken"_s,
                    QCoreApplication::translate("sight", "The models that read scanned pages do not load."), m_problem);
    return m_engine;
}

Result<QString> PageEyes::device() const
{
    const Result<Engine> engine = this->engine();
    if (!engine)
        return std::unexpected(engine.error());
    return QString::fromStdString((*engine)->device());
}

/** Whoever reads holds the engine, so that it is let go of once the last reader has gone. */
void PageEyes::unloadWhenIdle(const std::stop_token& stop) const
{
    Engine last; // let go of without the lock
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_engine.use_count() == 1 && std::chrono::steady_clock::now() >= m_lastUse + m_options.idle) {
            last = std::exchange(m_engine, nullptr);
            break;
        }
        const auto next = std::max(m_lastUse, std::chrono::steady_clock::now() - m_options.idle / 2) + m_options.idle;
        m_never.wait_until(lock, stop, next, [] { return false; });
    }
    lock.unlock();
}

Result<Page> PageEyes::read(const Page& page, const PagePicture& picture, std::stop_token stop) const
{
    const auto engine = this->engine();
    if (!engine)
        return std::unexpected(engine.error());
    const gpu::Bitmap bitmap{reinterpret_cast<const std::uint8_t*>(picture.pixels.constData()), picture.width,
                             picture.height};
    const double points = picture.pageSize.width() / picture.width; // of a pixel
    const auto lines = (*engine)->read(bitmap, float(72 / points), stop);
    if (lines)
        return recognisedPage(page, *lines, points);
    if (stop.stop_requested())
        return fail(Stage::Convert, u"stopped"_s,
                    QCoreApplication::translate("sight", "Reading the page was stopped."));
    return fail(Stage::Convert, u"sight.failed"_s,
                QCoreApplication::translate("sight", "Page %1 could not be read from its picture.").arg(page.number),
                QString::fromStdString(lines.error()));
}

} // namespace sheaf
