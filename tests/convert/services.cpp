// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "servers/conversion_server.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QTemporaryDir>

#include <thread>

using namespace sheaf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sheaf::testing;

namespace {

const QString marked =
    u"\n\n{0}%1\n\nPage 1 measures the samples again.\n\n{1}%1\n\nPage 2 measures the samples again."_s.arg(
        QString(48, u'-'));
const QString plain = u"# Title\n\nPage 2 measures the samples again."_s;

QJsonObject doclingDocument()
{
    const auto text = [](const QString& label, const QString& says, int page, double top) {
        const QJsonObject box{{u"l"_s, 72},
                              {u"r"_s, 300},
                              {u"t"_s, 792 - top},
                              {u"b"_s, 792 - top - 20},
                              {u"coord_origin"_s, u"BOTTOMLEFT"_s}};
        return QJsonObject{{u"label"_s, label},
                           {u"text"_s, says},
                           {u"prov"_s, QJsonArray{QJsonObject{{u"page_no"_s, page}, {u"bbox"_s, box}}}}};
    };
    const auto at = [](const QString& place) { return QJsonObject{{u"$ref"_s, place}}; };
    QJsonArray row;
    for (const QString& cell : {u"Group"_s, u"n"_s})
        row.append(QJsonObject{{u"text"_s, cell}});
    QJsonObject pages;
    for (const QString& page : {u"1"_s, u"2"_s})
        pages[page] = QJsonObject{{u"size"_s, QJsonObject{{u"width"_s, 612}, {u"height"_s, 792}}}};
    return {{u"pages"_s, pages},
            {u"body"_s, QJsonObject{{u"children"_s, QJsonArray{at(u"#/texts/0"_s), at(u"#/groups/0"_s),
                                                               at(u"#/tables/0"_s), at(u"#/texts/3"_s)}}}},
            {u"groups"_s,
             QJsonArray{QJsonObject{{u"label"_s, u"list"_s}, {u"children"_s, QJsonArray{at(u"#/texts/1"_s)}}}}},
            {u"texts"_s,
             QJsonArray{text(u"section_header"_s, u"Methods"_s, 1, 50),
                        text(u"list_item"_s, u"Page 2 measures the samples again."_s, 2, 80),
                        text(u"caption"_s, u"Table 1: Groups"_s, 2, 200), text(u"page_footer"_s, u"12"_s, 2, 780)}},
            {u"tables"_s, QJsonArray{QJsonObject{{u"label"_s, u"table"_s},
                                                 {u"captions"_s, QJsonArray{at(u"#/texts/2"_s)}},
                                                 {u"children"_s, QJsonArray()},
                                                 {u"data"_s, QJsonObject{{u"grid"_s, QJsonArray{row}}}}}}}};
}

QJsonArray mineruList()
{
    return {QJsonObject{{u"type"_s, u"text"_s},
                        {u"text"_s, u"Methods"_s},
                        {u"text_level"_s, 2},
                        {u"page_idx"_s, 0},
                        {u"bbox"_s, QJsonArray{100, 100, 500, 120}}},
            QJsonObject{{u"type"_s, u"text"_s},
                        {u"text"_s, u"Page 2 measures the samples again."_s},
                        {u"page_idx"_s, 1},
                        {u"bbox"_s, QJsonArray{100, 100, 500, 120}}},
            QJsonObject{{u"type"_s, u"table"_s},
                        {u"page_idx"_s, 1},
                        {u"table_caption"_s, QJsonArray{u"Table 1"_s}},
                        {u"table_body"_s, u"<html><body><table><tr><td>a</td></tr></table></body></html>"_s},
                        {u"bbox"_s, QJsonArray{100, 400, 500, 500}}},
            QJsonObject{{u"type"_s, u"page_number"_s}, {u"text"_s, u"12"_s}, {u"page_idx"_s, 1}}};
}

const QByteArray tei =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>\n"
    "<titleStmt><title level='a' type='main' coords='1,72,50,300,20'>Samples, measured again</title></titleStmt>\n"
    "<sourceDesc><biblStruct><analytic><author><persName><forename "
    "type='first'>Ada</forename><surname>Moreau</surname></persName>\n"
    "</author></analytic><monogr><imprint><date/></imprint></monogr><idno "
    "type='DOI'>10.1000/one</idno></biblStruct></sourceDesc>\n"
    "</fileDesc><encodingDesc><appInfo><application version='0.8.2' ident='GROBID'/></appInfo></encodingDesc>\n"
    "<profileDesc><abstract><div><p>We measure.</p></div></abstract></profileDesc></teiHeader>\n"
    "<facsimile><surface n='1' ulx='0' uly='0' lrx='612' lry='792'/><surface n='2' ulx='0' uly='0' lrx='612' "
    "lry='792'/></facsimile>\n"
    "<text><body><div><head n='2.1'>Methods</head><p coords='2,72,80,120,12;2,72,94,120,12'>Page 2 measures <ref "
    "type='bibr'\n"
    "target='#b0'>[1]</ref> the samples again.</p><formula>E = mc 2</formula></div>\n"
    "<figure type='table'><head>Table 1 "
    ".</head><label>1</label><figDesc>Groups</figDesc><table><row><cell>Group</cell><cell>n</cell>\n"
    "</row><row><cell>A</cell><cell>12</cell></row></table></figure></body>\n"
    "<back><div type='references'><listBibl><biblStruct><analytic><title level='a'>On "
    "samples</title><author><persName>\n"
    "<forename type='first'>B</forename><surname>Roe</surname></persName></author></analytic><monogr><title "
    "level='j'>J. Samples\n"
    "</title><imprint><biblScope unit='volume'>12</biblScope><biblScope unit='page' from='3' to='9'/><date "
    "when='2011-02'/>\n"
    "</imprint></monogr></biblStruct></listBibl></div></back></text></TEI>";

constexpr ServicePace hurried{.firstLook = 5ms, .longestLook = 20ms, .shortestBusy = 20ms, .longestBusy = 20ms};

/** A shelf in memory, as the cache would keep it over a kill. */
class Shelf : public RangeShelf
{
public:
    QByteArray get(const QString& range) override { return kept.value(range); }
    void put(const QString& range, const QByteArray& packed) override { kept.insert(range, packed); }
    QMap<QString, QByteArray> kept;
};

} // namespace

class ServicesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder, m_shared;
    QString m_pdf;

    static QByteArray line(const QByteArray& text) { return "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET"; }

    struct Settled
    {
        QString kind, url, fallback{}, deadline = u"60"_s;
    };
    std::unique_ptr<Converter> converter(const Settled& wish) const
    {
        Settings settings;
        const bool isSet = settings.set(u"convert.kind"_s, wish.kind) && settings.set(u"convert.url"_s, wish.url) &&
                           settings.set(u"convert.fallback.balanced"_s, wish.fallback) &&
                           settings.set(u"convert.folder"_s, m_shared.path()) &&
                           settings.set(u"convert.deadline.seconds"_s, wish.deadline);
        auto made =
            isSet ? makeConverter(
                        settings,
                        [](SecretName name) { return name == SecretName::ConvertKey ? Secret(u"k3y"_s) : Secret(); },
                        hurried)
                  : Result<std::unique_ptr<Converter>>();
        return made ? *std::move(made) : nullptr;
    }
    ConvertInput input() const { return {m_pdf, "abc123", {}}; }

    std::unique_ptr<ConversionRoutes> routesOf(const QString& kind) const
    {
        return kind == "datalab"_L1         ? datalabRoutes(marked)
               : kind == "docling-serve"_L1 ? doclingRoutes(doclingDocument(), {})
               : kind == "mineru"_L1        ? mineruRoutes(mineruList(), {})
               : kind == "grobid"_L1        ? grobidRoutes(tei)
                                            : markerQueueRoutes(m_shared.path(), plain);
    }
    static void eachKind()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"datalab", "docling-serve", "mineru", "grobid", "job-service"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    static void eachQueue()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"datalab", "docling-serve", "mineru"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

private Q_SLOTS:
    void init()
    {
        SmallPdf pdf;
        for (int page = 1; page <= 2; ++page)
            pdf.addPage(line("Page " + QByteArray::number(page) + " measures the samples again."));
        m_pdf = pdf.save(m_folder.path());
    }

    void aDocumentIsPlacedOnItsPages_data() { eachKind(); }
    void aDocumentIsPlacedOnItsPages()
    {
        QFETCH(QString, kind);
        ConversionServer server(routesOf(kind));
        ConversionBehaviour behaviour;
        behaviour.busySubmits = 1;
        server.setBehaviour(behaviour);
        const auto made = converter({kind, server.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY2(made, made ? "" : qPrintable(made.error().code + made.error().detail));
        QCOMPARE(made->converter, kind);
        QCOMPARE(made->pages, 2);
        QCOMPARE(made->words.size(), 2);
        const auto block = std::ranges::find_if(made->blocks, [&](const ConvertedBlock& b) {
            return QStringView(made->markdown).sliced(b.begin, b.end - b.begin).contains(u"Page 2"_s);
        });
        QVERIFY(block != made->blocks.end());
        QCOMPARE(block->regions.first().page, 2);
        QVERIFY(block->regions.first().box.height() < 40);
        QCOMPARE(made->words[1].words.constLast().block, int(block - made->blocks.begin()));
        if (kind != "job-service"_L1)
            QCOMPARE(server.fields(0).value(kind == "grobid"_L1    ? "input"
                                            : kind == "datalab"_L1 ? "file"
                                                                   : "files"),
                     "abc123.pdf"_ba);
        QVERIFY(QDir(m_shared.path()).isEmpty()); // nothing is left in the shared folder
    }

    void troubleHasItsCode_data() { eachKind(); }
    void troubleHasItsCode()
    {
        QFETCH(QString, kind);
        ConversionServer server(routesOf(kind));
        const auto chosen = converter({kind, server.url().toString(), {}, u"5"_s});
        const auto codeWith = [&](const ConversionBehaviour& behaviour) {
            server.setBehaviour(behaviour);
            const auto made = chosen->convert(input(), {}, {}, {});
            return made ? QString() : made.error().code;
        };
        ConversionBehaviour behaviour;
        behaviour.error = u"list index out of range"_s;
        QCOMPARE(codeWith(behaviour), u"convert.failed"_s);
        behaviour.error.clear();
        behaviour.instead = ServedReply::text("Service Unavailable", "text/plain", 503);
        QCOMPARE(codeWith(behaviour), u"convert.service-busy"_s);
        behaviour.instead = ServedReply::json({{u"detail"_s, u"no"_s}}, 401);
        QCOMPARE(codeWith(behaviour), u"convert.service-key"_s);
        behaviour.instead = ServedReply::json({{u"detail"_s, u"bad field"_s}}, 422);
        QCOMPARE(codeWith(behaviour), u"convert.service-refused"_s);
        behaviour.instead = ServedReply::text("<html>Another program</html>", "text/html");
        QCOMPARE(codeWith(behaviour), u"convert.service-refused"_s);
        behaviour.instead = ServedReply{.manner = ServedReply::Manner::DropBeforeHeaders};
        QCOMPARE(codeWith(behaviour), u"convert.service-down"_s);
        behaviour.instead.reset();
        behaviour.looks = 1'000'000;
        if (kind == "docling-serve"_L1) // once: it takes as long as it says
            QCOMPARE(codeWith(behaviour), u"convert.timeout"_s);
        server.http().goDown();
        QCOMPARE(codeWith(behaviour), u"convert.service-down"_s);
    }

    void aJobOutlivesTroubleOnTheWay_data() { eachQueue(); }
    void aJobOutlivesTroubleOnTheWay()
    {
        QFETCH(QString, kind);
        ConversionServer server(routesOf(kind));
        ConversionBehaviour behaviour;
        behaviour.downLooks = 3;
        server.setBehaviour(behaviour);
        QVERIFY(converter({kind, server.url().toString()})->convert(input(), {}, {}, {}));
        QCOMPARE(server.submits().size(), 1);
    }

    void aLostJobIsBegunOnceMore_data() { eachQueue(); }
    void aLostJobIsBegunOnceMore()
    {
        QFETCH(QString, kind);
        ConversionServer server(routesOf(kind));
        ConversionBehaviour behaviour;
        behaviour.lostJobs = 1;
        server.setBehaviour(behaviour);
        const auto chosen = converter({kind, server.url().toString()});
        QVERIFY(chosen->convert(input(), {}, {}, {}));
        QCOMPARE(server.submits().size(), 2);
        behaviour.lostJobs = 1000;
        server.setBehaviour(behaviour);
        const auto made = chosen->convert(input(), {}, {}, {});
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"convert.failed"_s);
        QCOMPARE(server.submits().size(), 4);
    }

    void aStopEndsTheWaitingAndTheJobIsFoundAgain_data() { eachQueue(); }
    void aStopEndsTheWaitingAndTheJobIsFoundAgain()
    {
        QFETCH(QString, kind);
        ConversionServer server(routesOf(kind));
        ConversionBehaviour behaviour;
        behaviour.looks = 1'000'000;
        server.setBehaviour(behaviour);
        Shelf shelf;
        ConvertOptions options;
        options.shelf = &shelf;
        std::stop_source stop;
        std::jthread stopper([&] {
            while (server.http().requests().size() < 4)
                std::this_thread::yield();
            stop.request_stop();
        });
        const auto stopped =
            converter({kind, server.url().toString()})->convert(input(), options, {}, stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, u"stopped"_s);
        server.setBehaviour({});
        QVERIFY(converter({kind, server.url().toString()})->convert(input(), options, {}, {}));
        QCOMPARE(server.submits().size(), 1); // paid once
        QVERIFY(shelf.kept.first().isEmpty());
    }

    void aRateLimitThatIsToldLateIsNotTheDocumentsFault()
    {
        ConversionServer server(datalabRoutes(marked));
        ConversionBehaviour behaviour;
        behaviour.error = u"Page rate limit exceeded: 5000 pages in flight"_s;
        server.setBehaviour(behaviour);
        Shelf shelf;
        ConvertOptions options;
        options.shelf = &shelf;
        const auto chosen = converter({u"datalab"_s, server.url().toString()});
        const auto busy = chosen->convert(input(), options, {}, {});
        QVERIFY(!busy);
        QCOMPARE(busy.error().code, u"convert.service-busy"_s);
        server.setBehaviour({});
        QVERIFY(chosen->convert(input(), options, {}, {}));
        QCOMPARE(server.submits().size(), 2);
    }

    void theVersionIsPartOfTheCachesKey()
    {
        for (const auto& [kind, version] : {std::pair{u"docling-serve"_s, u"2.121.0"_s},
                                            {u"mineru"_s, u"3.4.4"_s},
                                            {u"grobid"_s, u"0.8.2 a91ee48"_s}}) {
            ConversionServer server(routesOf(kind));
            const auto chosen = converter({kind, server.url().toString()});
            QVERIFY(!chosen->cacheLabel().contains(version));
            chosen->prepare({});
            QVERIFY(chosen->cacheLabel().contains(version));
            chosen->prepare({});
            QCOMPARE(server.http().requests().size(), 1);
        }
    }

    void anOlderMineruAnswersAtOnce()
    {
        ConversionServer server(mineruRoutes(mineruList(), {}, true));
        const auto made = converter({u"mineru"_s, server.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(made);
        QCOMPARE(made->version, u"2.7.6 pipeline"_s);
        QVERIFY(made->markdown.contains("<table><tr><td>a</td></tr></table>"_L1));
        QVERIFY(!made->markdown.contains("12"_L1));
    }

    void doclingsOwnDocumentTellsStructureAndMarkdownWillDo()
    {
        ConversionServer structured(doclingRoutes(doclingDocument(), {}));
        const auto made = converter({u"docling-serve"_s, structured.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(made);
        QCOMPARE(made->markdown,
                 u"## Methods\n\n- Page 2 measures the samples again.\n\n| Group | n |\n| --- | --- |\n\n"
                 "Table 1: Groups"_s);
        ConversionServer simple(doclingRoutes({}, u"One.<!-- page break -->Page 2 measures the samples again."_s));
        const auto other = converter({u"docling-serve"_s, simple.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(other);
        QCOMPARE(other->blocks.last().regions.first().page, 2);
    }

    void grobidsTeiBecomesBlocksMetadataAndReferences()
    {
        ConversionServer server(grobidRoutes(tei));
        const auto made = converter({u"grobid"_s, server.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(made);
        QCOMPARE(made->title, u"Samples, measured again"_s);
        QCOMPARE(made->version, u"0.8.2"_s);
        QCOMPARE(made->metadata["DOI"_L1].toString(), u"10.1000/one"_s);
        QCOMPARE(made->metadata["abstract"_L1].toString(), u"We measure."_s);
        QCOMPARE(made->references.size(), 1);
        QCOMPARE(made->references[0]["container-title"_L1].toString(), u"J. Samples"_s);
        QCOMPARE(made->references[0]["page"_L1].toString(), u"3-9"_s);
        QVERIFY(made->markdown.contains("### 2.1 Methods\n\nPage 2 measures [1] the samples again."_L1));
        QVERIFY(made->markdown.contains("$$\nE = mc 2\n$$"_L1));
        QVERIFY(made->markdown.contains("Table 1 . Groups\n\n| Group | n |\n| --- | --- |\n| A | 12 |"_L1));
        QCOMPARE(made->blocks.first().kind, BlockKind::Title);
        QCOMPARE(made->blocks[1].kind, BlockKind::Authors);
        QCOMPARE(made->blocks.last().kind, BlockKind::Reference);
        QCOMPARE(server.fields(0).value("consolidateCitations"), "0"_ba);
        QVERIFY(server.fields(0).value("teiCoordinates").contains("title,persName,head,p"));
    }

    void aScanIsProvenByTheBoxesOfTheService()
    {
        SmallPdf pdf;
        for (int page = 1; page <= 2; ++page)
            pdf.addPage("0.2 g 72 600 300 80 re f");
        m_pdf = pdf.save(m_folder.path(), u"scan.pdf"_s);
        ConversionServer server(grobidRoutes(tei));
        const auto made = converter({u"grobid"_s, server.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(made);
        const QVector<PageWord>& words = made->words[1].words;
        QCOMPARE(words.size(), 7);
        QCOMPARE(words.first().text, u"Page"_s);
        for (const PageWord& word : words)
            QVERIFY(QRectF(71, 79, 123, 29).contains(word.box));
        QVERIFY(words.last().line > words.first().line);
        QCOMPARE(made->audits[1].reasons, QStringList{u"recognised text"_s});
    }

    void grobidsSampleIsRead()
    {
        SHEAF_REQUIRE_SHARED(u"data/papers"_s);
        QFile file(sharedFile(u"data/papers/colrev/WagnerLukyanenkoParEtAl2022.tei.xml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        ConversionServer server(grobidRoutes(file.readAll()));
        const auto made = converter({u"grobid"_s, server.url().toString()})->convert(input(), {}, {}, {});
        QVERIFY(made);
        QCOMPARE(made->title, u"Artificial intelligence and the conduct of literature reviews"_s);
        QVERIFY(made->references.size() >= 119);
        QVERIFY(std::ranges::count(made->blocks, BlockKind::Paragraph, &ConvertedBlock::kind) > 50);
        QCOMPARE(std::ranges::count(made->blocks, BlockKind::Table, &ConvertedBlock::kind), 1);
    }

    void theNextConverterGoesOnWhereOneFails()
    {
        ConversionServer docling(routesOf(u"docling-serve"_s)), grobid(routesOf(u"grobid"_s));
        ConversionBehaviour bad;
        bad.error = u"[NO_BLOCKS] PDF parsing resulted in empty content"_s;
        docling.setBehaviour(bad);
        const auto order = converter(
            {u"docling-serve"_s, docling.url().toString(), u"grobid="_s + grobid.url().toString() + u", native"_s});
        QStringList skipped;
        ConvertOptions options;
        options.onSkipped = [&](const QString& kind, const Failure& failure) {
            skipped.append(kind + u' ' + failure.code);
        };
        const auto second = order->convert(input(), options, {}, {});
        QVERIFY(second);
        QCOMPARE(second->converter, u"grobid"_s);
        QCOMPARE(skipped, QStringList{u"docling-serve convert.failed"_s});
        grobid.setBehaviour(bad);
        const auto third = order->convert(input(), options, {}, {});
        QVERIFY(third);
        QCOMPARE(third->converter, u"native"_s);
        // The first one's key is nobody else's business.
        QVERIFY(docling.submits().first().hasHeader("X-Api-Key"));
        QVERIFY(!grobid.submits().first().hasHeader("Authorization"));

        docling.http().goDown();
        const auto waits = order->convert(input(), options, {}, {});
        QVERIFY(!waits);
        QCOMPARE(waits.error().code, u"convert.service-down"_s);
    }

    void anOrderThatNamesNoConverterIsRefused()
    {
        QVERIFY(!converter({u"native"_s, {}, u"nativ"_s}));
        QVERIFY(!converter({u"mineru"_s, {}}));
        QVERIFY(converter({u"grobid"_s, {}})); // its usual address
    }
};

QTEST_GUILESS_MAIN(ServicesTest)
#include "services.moc"
