// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/web_page.h"

#include "testing/testing.h"

using namespace Qt::StringLiterals;
using namespace sheaf;

class WebPagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPageNamesItsPdfInAnySpelling_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("url");
        QTest::newRow("usual") << R"(<meta name="citation_pdf_url" content="https://b.org/x.pdf">)"_ba
                               << u"https://b.org/x.pdf"_s;
        QTest::newRow("turned round") << R"(<META content='/x.pdf' NAME='Citation_PDF_URL' />)"_ba
                                      << u"https://a.org/x.pdf"_s;
        QTest::newRow("relative") << R"(<meta name=citation_pdf_url content=x.pdf>)"_ba
                                  << u"https://a.org/paper/x.pdf"_s;
        QTest::newRow("entities") << R"(<meta name="citation_pdf_url" content="/x?a=1&amp;b=2">)"_ba
                                  << u"https://a.org/x?a=1&b=2"_s;
        QTest::newRow("over two lines") << "<meta\n name=\"citation_pdf_url\"\n content=\"/x.pdf\">"_ba
                                        << u"https://a.org/x.pdf"_s;
        QTest::newRow("the second")
            << R"(<meta name="citation_title" content="/no"><meta name="citation_pdf_url" content="/x">)"_ba
            << u"https://a.org/x"_s;
        QTest::newRow("none") << "<html><body>citation_pdf_url</body></html>"_ba << QString();
        QTest::newRow("empty") << R"(<meta name="citation_pdf_url" content="">)"_ba << QString();
        QTest::newRow("script") << R"x(<meta name="citation_pdf_url" content="javascript:alert(1)">)x"_ba << QString();
        QTest::newRow("into this computer")
            << R"(<meta name="citation_pdf_url" content="http://127.0.0.1:8080/x">)"_ba << QString();
        QTest::newRow("file") << R"(<meta name="citation_pdf_url" content="file:///etc/passwd">)"_ba << QString();
        QTest::newRow("too long") << "<meta name=\"citation_pdf_url\" content=\"/" + QByteArray(2500, 'x') + "\">"
                                  << QString();
        QTest::newRow("never closed") << "<meta name=\"citation_pdf_url\" content=\"/x" + QByteArray(50'000, 'x')
                                      << QString();
        QTest::newRow("many") << QByteArray("<meta ").repeated(50'000) << QString();
    }
    void aPageNamesItsPdfInAnySpelling()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, url);
        QCOMPARE(citationPdfUrl(html, QUrl(u"https://a.org/paper/1"_s)).toString(), url);
    }
};

QTEST_GUILESS_MAIN(WebPagesTest)
#include "web_pages.moc"
