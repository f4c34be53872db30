// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"
#include "servers/unpaywall_server.h"

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** What comes instead of the paper, and what is not taken for it. */
class DownloadsTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<AcquireRig> m_rig;
    std::unique_ptr<UnpaywallServer> m_unpaywall;

    void publish(const QString& path, const QByteArray& bytes, FileManner manner = FileManner::Good)
    {
        m_unpaywall->add(m_rig->doi, {{m_rig->files.add(path, bytes, manner)}});
    }

    static QByteArray gzipped(const QByteArray& bytes)
    {
        z_stream stream{};
        [&] { QCOMPARE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK); }();
        QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized), in = bytes;
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = uInt(in.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = uInt(out.size());
        [&] { QCOMPARE(deflate(&stream, Z_FINISH), Z_STREAM_END); }();
        out.truncate(qsizetype(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<AcquireRig>();
        m_unpaywall = std::make_unique<UnpaywallServer>();
        m_rig->set("acquire.email", u"reader@example.org"_s);
        m_rig->set("acquire.sources", u"list, unpaywall, pages"_s);
        m_rig->set("acquire.unpaywall.url", m_unpaywall->http().url().toString());
    }

    void aCompressedFileIsUnpacked()
    {
        publish(u"/a.pdf"_s, gzipped(m_rig->thePdf()));
        const auto result = m_rig->acquire();
        QVERIFY2(result, result ? "" : qPrintable(result.error().code));
        QCOMPARE(result->bytes, m_rig->thePdf().size());
    }

    void aCompressedFileThatIsCutOrEndlessIsNone()
    {
        publish(u"/a.pdf"_s, gzipped(m_rig->thePdf()).chopped(40));
        QCOMPARE(m_rig->outcome(), u"acquire.cut-off"_s);
        m_rig->set("acquire.megabytes", u"1"_s);
        m_rig->acquirer->setSettings(m_rig->settings);
        publish(u"/b.pdf"_s, gzipped(QByteArray(30'000'000, 'x')));
        QCOMPARE(m_rig->outcome(), u"net.too-large"_s);
        QCOMPARE(m_rig->documents(), QStringList());
    }

    void aPdfWithoutItsEndIsNotTaken()
    {
        publish(u"/a.pdf"_s, m_rig->thePdf().chopped(200));
        const QString code = m_rig->outcome();
        QVERIFY2(code == "acquire.cut-off"_L1 || code == "pdf.broken"_L1, qPrintable(code));
        QCOMPARE(m_rig->documents(), QStringList());
    }

    void theNextPlaceIsTriedAfterACutOffOne()
    {
        m_unpaywall->add(m_rig->doi, {{m_rig->files.add(u"/cut.pdf"_s, m_rig->thePdf().chopped(200))},
                                      {m_rig->files.add(u"/whole.pdf"_s, m_rig->thePdf())}});
        QVERIFY(m_rig->outcome().startsWith("Unpaywall"_L1));
    }

    void aSupplementIsNotThePaper_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("authors");
        const QString title = AcquireRig().title;
        QTest::newRow("by its title") << u"/a.pdf"_s << u"Supplementary Information"_s << title;
        QTest::newRow("before the title")
            << u"/a.pdf"_s << "Supporting information for: "_L1 + title << u"Ada Lovelace"_s;
        QTest::newRow("by its name") << u"/art-1_MOESM2_ESM.pdf"_s << title << u"Ada Lovelace"_s;
        QTest::newRow("by its number") << u"/1-s2.0-mmc1.pdf"_s << title << u"Ada Lovelace"_s;
    }
    void aSupplementIsNotThePaper()
    {
        QFETCH(QString, path);
        QFETCH(QString, title);
        QFETCH(QString, authors);
        publish(path, samplePdf({title, authors}));
        QCOMPARE(m_rig->outcome(), u"acquire.supplement"_s);
        QCOMPARE(m_rig->documents(), QStringList());
    }

    void aPaperThatOnlyLinksToItsSupplementIsThePaper()
    {
        publish(u"/a.pdf"_s,
                samplePdf({m_rig->title,
                           u"Ada Lovelace"_s,
                           {},
                           {u"Article  Read Online  Supporting Information  ABSTRACT: We sample."_s,
                            u"Electronic supplementary material is available for this article online."_s}}));
        const auto result = m_rig->acquire();
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    }

    void aCommentOnThePaperIsAnotherPaper_data()
    {
        QTest::addColumn<QString>("title");
        const QString title = AcquireRig().title;
        QTest::newRow("comment") << "Comment on \""_L1 + title + '"'_L1;
        QTest::newRow("reply") << "Reply to: "_L1 + title;
        QTest::newRow("correction") << "Correction to: "_L1 + title;
        QTest::newRow("erratum") << "Erratum for the article "_L1 + title;
    }
    void aCommentOnThePaperIsAnotherPaper()
    {
        QFETCH(QString, title);
        publish(u"/a.pdf"_s, samplePdf({title, u"Ada Lovelace and Emmy Noether"_s, m_rig->doi}));
        QCOMPARE(m_rig->outcome(), u"acquire.wrong-paper"_s);
    }

    void aPaperThatCitesTheListedOneIsAnotherPaper()
    {
        QStringList lines;
        for (int i = 0; i < 60; ++i)
            lines.append(u"This work on birds says nothing about sensors at all, in line number %1."_s.arg(i));
        lines.append("[1] A. Lovelace, E. Noether. "_L1 + m_rig->title + ", doi:"_L1 + m_rig->doi);
        publish(u"/a.pdf"_s,
                samplePdf({u"Migration of arctic birds along the coast"_s, u"Rachel Carson"_s, {}, lines}));
        QCOMPARE(m_rig->outcome(), u"acquire.wrong-paper"_s);
    }

    void theTitlesWordsStrewnOverAnAbstractAreNotTheTitle()
    {
        QStringList lines{u"Thermal responses of a sensor drift in slow winds; sampling under ice is sensor work."_s,
                          u"Drift and thermal slow responses: sensor sampling under snow."_s};
        for (int i = 0; i < 30; ++i)
            lines.append(u"The birds were counted at dawn, at station number %1 of the coast."_s.arg(i));
        publish(u"/a.pdf"_s,
                samplePdf({u"Migration of arctic birds along the coast"_s, u"Rachel Carson"_s, {}, lines}));
        QCOMPARE(m_rig->outcome(), u"acquire.wrong-paper"_s);
    }

    void anotherPartOfTheSeriesIsAnotherPaper()
    {
        Paper paper = m_rig->paper();
        paper.title = u"Sampling of sensor responses under slow thermal drift. Part I"_s;
        publish(u"/a.pdf"_s, samplePdf({u"Sampling of sensor responses under slow thermal drift. Part II"_s,
                                        u"Ada Lovelace and Emmy Noether"_s}));
        QCOMPARE(m_rig->outcomeOf(paper), u"acquire.wrong-paper"_s);
        publish(u"/b.pdf"_s, samplePdf({paper.title, u"Ada Lovelace and Emmy Noether"_s}));
        QVERIFY(m_rig->outcomeOf(paper).startsWith("Unpaywall"_L1));
    }

    void aCommonTitleNeedsAnAuthor()
    {
        Paper paper = m_rig->paper();
        paper.title = u"Introduction to sensors"_s;
        publish(u"/a.pdf"_s, samplePdf({paper.title, u"Rachel Carson"_s}));
        QCOMPARE(m_rig->outcomeOf(paper), u"acquire.wrong-paper"_s);
    }

    void aPaperBehindARepositorysCoverIsFound()
    {
        QStringList lines{u"University repository. This is the version of the authors."_s};
        for (int i = 0; i < 39; ++i)
            lines.append(u"General terms of use, clause number %1 of the repository."_s.arg(i));
        lines.append(m_rig->title);
        lines.append(u"Ada Lovelace, Emmy Noether"_s);
        publish(u"/a.pdf"_s, samplePdf({u"Enlighten Eprints"_s, {}, {}, lines}));
        QVERIFY2(m_rig->outcome().startsWith("Unpaywall"_L1), qPrintable(m_rig->notes.join(u'\n')));
    }

    void aChallengeOrAPaywallIsNamed_data()
    {
        QTest::addColumn<FileManner>("manner");
        QTest::addColumn<QString>("word");
        QTest::newRow("captcha") << FileManner::Captcha << u"human"_s;
        QTest::newRow("paywall") << FileManner::HtmlPaywall << u"money"_s;
    }
    void aChallengeOrAPaywallIsNamed()
    {
        QFETCH(FileManner, manner);
        QFETCH(QString, word);
        Paper paper = m_rig->paper();
        paper.urls = {m_rig->files.add(u"/landing"_s, {}, manner).toString()};
        const auto result = m_rig->acquire(paper);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.no-open-copy"_s);
        QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
        QCOMPARE(m_rig->documents(), QStringList());
    }
};

QTEST_GUILESS_MAIN(DownloadsTest)
#include "downloads.moc"
