// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/service_test.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QLocale>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** One page that looks like a paper's first, as some services look for a title and sections; written by hand. The
 * cross-reference table is right. */
QByteArray testPage()
{
    QByteArray content = "BT /F1 18 Tf 72 760 Td (Sheaf converts this page) Tj 0 -24 Td /F1 11 Tf (Jane Doe) Tj "
                         "0 -30 Td /F1 13 Tf (Abstract) Tj /F1 11 Tf 14 TL 0 -4 Td";
    for (const char* line :
         {"This page was made to test a conversion service. It has a title, an author",
          "and some lines of text, so that a service that looks for the parts of a", "paper finds them."})
        content += " T* ("_ba + line + ") Tj";
    content += " 0 -30 Td /F1 13 Tf (1. Introduction) Tj /F1 11 Tf 0 -4 Td";
    for (const char* line : {"The service reads these lines and sends them back as text. What it sends",
                             "back is compared with nothing: it is enough that there is something."})
        content += " T* ("_ba + line + ") Tj";
    content += " ET";
    const QByteArrayList objects{
        "<< /Type /Catalog /Pages 2 0 R >>"_ba, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"_ba,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"_ba,
        "<< /Length "_ba + QByteArray::number(content.size()) + " >>\nstream\n"_ba + content + "\nendstream"_ba,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"_ba};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

Result<QString> convertTestPage(Converter& converter, const QString& preset, std::stop_token stop)
{
    QTemporaryFile file;
    const QByteArray page = testPage();
    if (!file.open() || file.write(page) != page.size() || !file.flush())
        return fail(Stage::Convert, u"disk.write"_s,
                    QCoreApplication::translate("pipeline", "The test page could not be written."), file.errorString());
    const QByteArray hash = QCryptographicHash::hash(page, QCryptographicHash::Sha256).toHex();
    QElapsedTimer clock;
    clock.start();
    ConvertOptions options;
    options.preset = preset;
    std::optional<Failure> skipped; // another one would have done it: that is no test of the first
    options.onSkipped = [&skipped](const QString&, const Failure& failure) { skipped = skipped ? skipped : failure; };
    const auto made = converter.convert(
        {file.fileName(), hash, {}}, options, [](int, int) {}, stop);
    if (skipped || !made)
        return std::unexpected(skipped ? *skipped : made.error());
    return QCoreApplication::translate("pipeline", "It converted a test page in %1 s.")
        .arg(QLocale().toString(double(clock.elapsed()) / 1000, 'f', 1));
}

} // namespace

ServiceTest::ServiceTest(const StageTools& tools, QObject* parent) : QObject(parent), m_tools(tools) {}

ServiceTest::~ServiceTest()
{
    m_stop.request_stop();
    m_end.request_stop();
}

void ServiceTest::testReader(const Settings& settings, ReaderRole role)
{
    const auto reader = role == ReaderRole::First ? m_tools.reader(settings, {}) : m_tools.secondReader(settings, {});
    if (!reader) {
        Q_EMIT readerTested(role, false, reader.error().message);
        return;
    }
    m_reader = *reader;
    m_reader->test(this, [this, role](const Result<QString>& found) {
        Q_EMIT readerTested(role, found.has_value(), found ? *found : found.error().message);
    });
}

void ServiceTest::testSource(const QString& name, const Settings& settings)
{
    m_tools.source(name, settings, this, [this, name](const Result<QString>& told) {
        Q_EMIT sourceTested(name, told.has_value(), told ? *told : told.error().message);
    });
}

void ServiceTest::testConverter(const Settings& settings)
{
    const auto converter = m_tools.converter(settings);
    if (!converter) {
        Q_EMIT converterTested(false, converter.error().message);
        return;
    }
    m_stop.request_stop(); // an earlier test is no longer wanted
    m_stop = {};
    m_pool.run([converter = *converter, preset = settings.text(u"convert.preset"_s),
                stop = m_stop.get_token()] { return convertTestPage(*converter, preset, stop); },
               [this, stop = m_stop.get_token()](const Result<QString>& found) {
                   if (!stop.stop_requested())
                       Q_EMIT converterTested(found.has_value(), found ? *found : found.error().message);
               });
}

void ServiceTest::testSink(const QString& sink, const Settings& settings)
{
    const auto made = m_tools.sink(sink, settings);
    if (!made) {
        Q_EMIT sinkTested(sink, false, made.error().message);
        return;
    }
    m_sinkPool.run([service = *made, stop = m_end.get_token()] { return service->test(stop); },
                   [this, sink](const Result<QString>& found) {
                       Q_EMIT sinkTested(sink, found.has_value(), found ? *found : found.error().message);
                   });
}

} // namespace sheaf
