// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

Paper samplePaper(PaperId id)
{
    Paper p;
    p.id = id;
    p.ids.doi = u"10.1000/sample.%1"_s.arg(id);
    p.title = u"A study of sample responses under changing temperature, number %1"_s.arg(id);
    for (int i = 0; i < 4; ++i)
        p.authors.append({u"Family%1"_s.arg(i), u"Given"_s, {}});
    p.year = 2020;
    p.venue = u"Journal of Samples"_s;
    p.abstractText = u"We measured the response of samples and found a change. "_s.repeated(25);
    p.urls = {u"https://example.org/%1.pdf"_s.arg(id)};
    return p;
}

Record sampleRecord()
{
    Record record;
    for (const Column& column : defaultColumns()) {
        Cell cell;
        cell.column = column.id;
        cell.value = u"The response of the samples changed by four percent. "_s.repeated(3);
        Quote quote;
        quote.text = u"found a change of 4.2 percent in the samples that were measured"_s;
        quote.page = 3;
        quote.state = QuoteState::Proven;
        quote.boxes = {{3, QRectF(50, 100, 200, 12)}, {3, QRectF(50, 114, 120, 12)}};
        cell.quotes = {quote, quote};
        record.append(cell);
    }
    return record;
}

void report(const char* what, QElapsedTimer& timer)
{
    std::printf("%-40s %6lld ms\n", what, static_cast<long long>(timer.restart()));
}

} // namespace

/** Prints how long a project of 20,000 papers takes to write, open and read. */
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    constexpr int papers = 20'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bench.sheaf"_s);
    QElapsedTimer timer;
    timer.start();
    {
        const auto store = Store::open(path);
        if (!store)
            return 3;
        const Record record = sampleRecord();
        for (int i = 0; i < papers; ++i) {
            const PaperId id = (*store)->nextPaperId();
            (*store)->putPaper(samplePaper(id));
            PaperStatus status;
            status.state = State::Done;
            (*store)->putStatus(id, status);
            (*store)->putRecord(id, record);
        }
        report("post 20,000 papers with records", timer);
    }
    report("write them and close", timer);
    std::printf("%-40s %6lld kB\n", "file", static_cast<long long>(QFileInfo(path).size() / 1000));
    timer.restart();
    const auto store = Store::open(path);
    report("open for writing", timer);
    const auto reader = StoreReader::open(path);
    report("open for reading", timer);
    if (!store || !reader || (*reader)->papers().size() != papers)
        return 3;
    report("read papers and states", timer);
    if ((*reader)->records().size() != papers)
        return 3;
    report("read records", timer);
    return 0;
}
