// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/native_converter.h"

#include "convert/conversion_sources.h"
#include "convert/markdown_writer.h"
#include "convert/native/page_ranges.h"
#include "convert/native/page_reading.h"
#include "convert/native/page_survey.h"
#include "document/pdf_document.h"
#include "layout/layout.h"
#include "sight/page_eyes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <malloc.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Of the program and of the sources that make a conversion: another result never has the same version, so that the
 * cache forgets. */
QString nativeVersion()
{
    return QLatin1StringView(SHEAF_VERSION) + u'+' + QLatin1StringView(SHEAF_CONVERSION_SOURCES);
}

/** Layout's words name layout's blocks; a conversion's words name the blocks that stand in its markdown. */
void pointToWritten(QVector<PageWords>& pages, const QVector<int>& places)
{
    for (PageWords& page : pages)
        for (PageWord& word : page.words)
            word.block = places.value(word.block, -1);
}

Conversion conversionOf(Layout&& layout, const DocumentInfo& info)
{
    WrittenMarkdown markdown = writeMarkdown(layout.blocks);
    pointToWritten(layout.words, markdown.places);
    Conversion conversion;
    conversion.markdown = std::move(markdown.text);
    conversion.blocks = std::move(markdown.blocks);
    conversion.title = layout.metadata.work.title;
    conversion.doi = layout.metadata.work.doi;
    conversion.metadata = toJson(layout.metadata);
    conversion.references = toJson(layout.references);
    conversion.layout = std::move(layout.blocks);
    conversion.words = std::move(layout.words);
    conversion.audits = std::move(layout.audits);
    conversion.pages = info.pages;
    conversion.converter = u"native"_s;
    conversion.version = nativeVersion();
    return conversion;
}

/** One document. A volume goes in ranges of its pages, each of which is packed before the next is read. */
class RangedConversion
{
public:
    RangedConversion(const ConvertInput& input, const PageEyes* eyes, const ConvertOptions& options,
                     const ConvertProgress& progress, std::stop_token stop)
        : m_input(input), m_shelf(options.shelf), m_progress(progress), m_stop(std::move(stop)),
          m_reading(eyes, input, options.preset, m_stop), m_survey(eyes, input, options.preset, m_stop)
    {}

    Result<Conversion> run()
    {
        Result<Conversion> whole = convertRange(0); // tells how many ranges there are
        for (qsizetype i = 1; whole && i < m_ranges.size(); ++i) {
            Result<Conversion> next = range(i);
            if (!next)
                return next;
            if (i == 1)
                whole->markdown.reserve((whole->markdown.size() + next->markdown.size()) * m_ranges.size() / 2);
            appendPages(*whole, *std::move(next));
            ::malloc_trim(0); // the range's pages lay between what is kept
        }
        return whole;
    }

private:
    /** From the shelf, else made and put there. */
    Result<Conversion> range(qsizetype index)
    {
        const QString name = u"pages %1-%2"_s.arg(m_ranges[index].first).arg(m_ranges[index].last);
        if (m_shelf) {
            if (auto kept = unpackConversion(m_shelf->get(name))) {
                tell(int(kept->audits.size()));
                return *std::move(kept);
            }
        }
        Result<Conversion> made = convertRange(index);
        if (made && m_shelf)
            m_shelf->put(name, packConversion(*made));
        return made;
    }

    Result<Conversion> convertRange(qsizetype index)
    {
        QElapsedTimer clock;
        clock.start();
        Result<Layout> layout = layoutOf(index);
        if (!layout)
            return std::unexpected(layout.error());
        Conversion conversion = conversionOf(*std::move(layout), m_info);
        conversion.milliseconds = clock.elapsed();
        return conversion;
    }

    /** Made again, once, where the audit finds pages that are better read from their pictures. */
    Result<Layout> layoutOf(qsizetype index)
    {
        const int doneBefore = m_done;
        Result<Layout> layout = passOver(index);
        if (layout && m_reading.wantsMore(layout->audits)) {
            m_done = doneBefore;
            layout = passOver(index);
        }
        m_reading.forget();
        m_survey.forget();
        return layout;
    }

    Result<Layout> passOver(qsizetype index)
    {
        PdfRequest request;
        request.path = m_input.path;
        request.password = m_input.password;
        request.firstPage = m_ranges[index].first;
        request.lastPage = m_ranges[index].last;
        LayoutEngine engine;
        const auto onPage = [&](Page&& page) {
            if (page.number > m_ranges[index].last)
                return false;
            const bool isToBeRead = m_reading.wants(page);
            if (!isToBeRead)
                m_survey.note(page);
            engine.addPage(std::move(page));
            if (!isToBeRead)
                tell(1);
            return true;
        };
        const auto onInfo = [&](const DocumentInfo& info) {
            if (index == 0) {
                m_info = info;
                m_ranges = pageRanges(info);
            }
            engine.setInfo(m_info);
        };
        if (const auto read = readPdf(request, onPage, m_stop, onInfo); !read)
            return std::unexpected(read.error());
        m_reading.readInto(engine, m_survey, [this] { tell(1); });
        m_survey.tell(engine);
        Layout layout = engine.finish(m_stop);
        if (m_stop.stop_requested())
            return fail(Stage::Convert, u"stopped"_s,
                        QCoreApplication::translate("convert", "The conversion was stopped."));
        return layout;
    }

    void tell(int pages)
    {
        m_done += pages;
        if (m_progress)
            m_progress(m_done, m_info.pages);
    }

    const ConvertInput& m_input;
    RangeShelf* const m_shelf;
    const ConvertProgress& m_progress;
    const std::stop_token m_stop;
    PageReading m_reading;
    PageSurvey m_survey;
    DocumentInfo m_info;
    QVector<PageRange> m_ranges{PageRange{}}; ///< until the file has told its pages: one, to the last
    int m_done = 0;
};

} // namespace

NativeConverter::NativeConverter(std::shared_ptr<const PageEyes> eyes) : m_eyes(std::move(eyes)) {}

QString NativeConverter::kind() const
{
    return u"native"_s;
}

QString NativeConverter::cacheLabel() const
{
    const QString eyes = m_eyes ? m_eyes->label() : QString();
    return "native "_L1 + nativeVersion() + (eyes.isEmpty() ? QString() : u' ' + eyes);
}

bool NativeConverter::accepts(const ConvertInput& input) const
{
    QFile file(input.path);
    return file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-");
}

Result<Conversion> NativeConverter::convert(const ConvertInput& input, const ConvertOptions& options,
                                            const ConvertProgress& progress, std::stop_token stop)
{
    return RangedConversion(input, m_eyes.get(), options, progress, std::move(stop)).run();
}

} // namespace sheaf
