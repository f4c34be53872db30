// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "servers/marker_server.h"
#include "small_pdf.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace sheaf;
using namespace Qt::StringLiterals;

/** Prints how long a worker is busy beside the service's own time: what a GPU would wait for it. */
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    constexpr int pages = 20, papers = 10, conversionMs = 1000;
    QTemporaryDir folder;
    SmallPdf pdf;
    QString pageText;
    for (int page = 0; page < pages; ++page) {
        QByteArray content = "BT /F1 9 Tf 14 TL 50 760 Td ";
        pageText.clear();
        for (int line = 0; line < 45; ++line) {
            const QByteArray text = "Paper measured the response of sample " + QByteArray::number(line * 31 + page) +
                                    " at several degrees and found a change of some percent.";
            content += "(" + text + ") Tj T* ";
            pageText += QString::fromLatin1(text) + u"\n\n"_s;
        }
        pdf.addPage(content + "ET");
    }
    testing::MarkerServer server;
    testing::MarkerServer::Behaviour behaviour;
    behaviour.pages = pages;
    behaviour.markdown = pageText;
    behaviour.conversion = std::chrono::milliseconds(conversionMs);
    server.setBehaviour(behaviour);

    Settings settings;
    (void)settings.set(u"convert.kind"_s, u"marker-server"_s);
    (void)settings.set(u"convert.url"_s, server.url().toString());
    const auto converter = makeConverter(settings, {});
    const ConvertInput input{pdf.save(folder.path()), "abc", {}};
    double worst = 0, sum = 0;
    for (int i = 0; i < papers; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto conversion = (*converter)->convert(input, {}, {}, {});
        if (!conversion)
            return 3;
        const double beside = double(timer.nsecsElapsed()) / 1e6 - conversionMs;
        worst = std::max(worst, beside);
        sum += beside;
    }
    std::printf("%d papers of %d pages: %.1f ms beside the service's time, at most %.1f ms\n", papers, pages,
                sum / papers, worst);
    return 0;
}
