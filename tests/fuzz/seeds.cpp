// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fuzz_seeds OUT PDF...: what the page worker sends for each PDF, as seeds for both fuzz targets: each frame as a
// stream of its own, and each paper's first pages together, cut to what a page of text needs.
#include "document/worker_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

QByteArray streamOf(const sheaf::WorkerProcess::Frame& frame)
{
    const sheaf::wire::FrameHeader header{frame.kind, quint32(frame.payload.size())};
    return QByteArray(reinterpret_cast<const char*>(&header), sizeof header) + frame.payload;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/** The worker's frames for the first pages of a PDF, or for a picture of the first; empty when it gave none. */
QVector<QByteArray> framesOf(const QString& pdf, sheaf::wire::Verb verb)
{
    QFile file(pdf);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    const auto worker = sheaf::WorkerProcess::start(file.handle(), {});
    sheaf::wire::Request request;
    request.verb = verb;
    request.lastPage = 3;
    request.glyphsPerPage = 100'000;
    request.dpi = 4;
    if (!worker || !(*worker)->send(request, {}))
        return {};
    QVector<QByteArray> frames;
    for (auto frame = (*worker)->nextFrame({}); frame; frame = (*worker)->nextFrame({})) {
        frames << streamOf(*frame);
        if (frame->kind == sheaf::wire::FrameKind::Done || frame->kind == sheaf::wire::FrameKind::Problem)
            return frames;
    }
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: fuzz_seeds OUT PDF...\n";
        return 2;
    }
    const QDir out(arguments.takeFirst());
    bool good = out.mkpath(u"."_s);
    for (const QString& pdf : std::as_const(arguments)) {
        const auto pages = framesOf(pdf, sheaf::wire::Verb::Pages), picture = framesOf(pdf, sheaf::wire::Verb::Render);
        good = good && !pages.isEmpty() && !picture.isEmpty();
        const QString stem = out.filePath(QFileInfo(pdf).completeBaseName());
        for (qsizetype i = 0; i < pages.size(); ++i)
            good = good && write(u"%1-%2"_s.arg(stem).arg(i), pages[i]);
        good = good && write(stem + u"-all"_s, pages.join()) && write(stem + u"-picture"_s, picture.join());
    }
    return good ? 0 : 1;
}
