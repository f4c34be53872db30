// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace sheaf;
using namespace Qt::StringLiterals;

/** Writes papers for ever and says on its output which of them are acknowledged; the kill test ends it. */
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    auto opened = Store::open(app.arguments().at(1));
    if (!opened) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(opened.error().code), qPrintable(opened.error().detail));
        return 3;
    }
    Store& store = **opened;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &store, [&store] {
        for (int i = 0; i < 20; ++i) {
            Paper paper;
            paper.id = store.nextPaperId();
            paper.title = u"Paper %1"_s.arg(paper.id);
            store.putPaper(paper);
            PaperStatus status;
            status.state = State::Done;
            store.putStatus(paper.id, status);
            store.putConversion(paper.title, QByteArray(4000, 'x'));
            store.afterCommit(&store, [id = paper.id] {
                std::printf("%lld\n", static_cast<long long>(id));
                std::fflush(stdout);
            });
        }
    });
    timer.start(0);
    return app.exec();
}
