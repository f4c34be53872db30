// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_convert OUT PDF|FOLDER...: converts with the native converter to OUT/NAME.md and prints pages a second.
#include "convert/native/native_converter.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>

#include <atomic>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

QStringList pdfsIn(const QStringList& inputs)
{
    QStringList files;
    for (const QString& input : inputs) {
        if (QFileInfo(input).isFile())
            files << input;
        QDirIterator folder(input, {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (folder.hasNext())
            files << folder.next();
    }
    files.sort();
    return files;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QStringList arguments = app.arguments().mid(1);
    if (arguments.size() < 2) {
        out << "usage: bench_convert OUT PDF|FOLDER...\n";
        return 2;
    }
    const QDir target(arguments.takeFirst());
    target.mkpath(u"."_s);
    const QStringList files = pdfsIn(arguments);
    sheaf::NativeConverter converter;
    std::atomic<int> next = 0, pages = 0, failed = 0;
    QElapsedTimer clock;
    clock.start();
    const auto work = [&] {
        for (int i = next++; i < files.size(); i = next++) {
            const auto conversion = converter.convert({files[i], {}, {}}, {}, {}, {});
            if (!conversion) {
                ++failed;
                qWarning("%s: %s %s", qUtf8Printable(files[i]), qUtf8Printable(conversion.error().code),
                         qUtf8Printable(conversion.error().detail));
                continue;
            }
            pages += conversion->pages;
            QFile file(target.filePath(QFileInfo(files[i]).completeBaseName() + u".md"_s));
            if (file.open(QIODevice::WriteOnly))
                file.write(conversion->markdown.toUtf8());
            if (qEnvironmentVariableIsSet("SHEAF_BENCH_AUDIT")) {
                for (const sheaf::PageAudit& audit : conversion->audits) {
                    if (!audit.reasons.isEmpty())
                        qInfo("%s page %d: %.2f %s", qUtf8Printable(QFileInfo(files[i]).fileName()), audit.page,
                              audit.confidence, qUtf8Printable(audit.reasons.join(u", "_s)));
                }
            }
        }
    };
    {
        std::jthread second(work);
        work();
    }
    const double seconds = double(clock.elapsed()) / 1000;
    rusage own{}, children{};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    out << files.size() << " files, " << pages.load() << " pages, " << failed.load() << " failed, " << seconds << " s, "
        << pages.load() / std::max(0.001, seconds) << " pages/s, peak " << own.ru_maxrss / 1024 << " MB, worker "
        << children.ru_maxrss / 1024 << " MB\n";
    return failed.load() > 0;
}
