// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "convert/markdown_blocks.h"
#include "testing/testing.h"

#include <QTemporaryDir>

using namespace sheaf;
using namespace Qt::StringLiterals;

class PassthroughTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(u"%1.md"_s.arg(QLatin1StringView(QTest::currentTestFunction()))));
        (void)file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    Result<Conversion> convert(const QByteArray& bytes)
    {
        const auto converter = makeConverter({}, {});
        return (*converter)->convert({file(bytes), "00", {}}, {}, {}, {});
    }
    static QStringList shown(const QString& markdown)
    {
        QStringList lines;
        for (const ConvertedBlock& b : markdownBlocks(markdown))
            lines.append(u"%1 %2: %3"_s.arg(blockKindName(b.kind))
                             .arg(b.level)
                             .arg(markdown.mid(b.begin, b.end - b.begin).replace(u'\n', u'/')));
        return lines;
    }

private Q_SLOTS:
    void markdownGoesThroughAsItIs()
    {
        const auto conversion = convert("# A *fine* title\r\n\r\nSee doi:10.1000/abc.\r\n");
        QVERIFY(conversion);
        QCOMPARE(conversion->markdown, u"# A *fine* title\n\nSee doi:10.1000/abc.\n"_s);
        QCOMPARE(conversion->title, u"A fine title"_s);
        QCOMPARE(conversion->doi, u"10.1000/abc"_s);
        QCOMPARE(conversion->converter, u"passthrough"_s);
        QCOMPARE(conversion->pages, 0);
        QVERIFY(conversion->words.isEmpty() && conversion->audits.isEmpty());
        QCOMPARE(conversion->blocks.size(), 2);
    }

    void encodingsAreFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("utf-8") << QByteArray("Größe");
        QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBFGr\xC3\xB6\xC3\x9F"
                                                       "e");
        QTest::newRow("latin-1") << QByteArray("Gr\xF6\xDF"
                                               "e");
        QTest::newRow("utf-16") << QByteArray("\xFF\xFEG\0r\0\xF6\0\xDF\0e\0", 12);
    }
    void encodingsAreFound()
    {
        QFETCH(QByteArray, bytes);
        const auto conversion = convert(bytes);
        QVERIFY(conversion);
        QCOMPARE(conversion->markdown, u"Größe"_s);
    }

    void anEmptyFileIsNoPaper()
    {
        for (const QByteArray& bytes : {QByteArray(), QByteArray(" \r\n")}) {
            const auto conversion = convert(bytes);
            QVERIFY(!conversion);
            QCOMPARE(conversion.error().code, u"convert.empty"_s);
        }
    }

    void whatIsNoTextIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
        QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html><body>Sign in</body></html>");
    }
    void whatIsNoTextIsNotTaken()
    {
        QFETCH(QByteArray, bytes);
        const auto converter = makeConverter({}, {});
        QVERIFY(!(*converter)->accepts({file(bytes), "00", {}}));
        const auto conversion = (*converter)->convert({file(bytes), "00", {}}, {}, {}, {});
        QVERIFY(!conversion);
        QVERIFY(!conversion.error().code.isEmpty() && !conversion.error().message.isEmpty());
    }

    void blocksAreFoundByStructure_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("headings") << u"# T\n\n## One ##\ntext\ngoes on\n\nTwo\n---\n"_s
                                  << QStringList{u"title 1: # T"_s, u"heading 2: ## One ##"_s,
                                                 u"paragraph 0: text/goes on"_s, u"heading 2: Two/---"_s};
        QTest::newRow("list") << u"- a\n  more\n- b\n  - c\n\n1. d\n"_s
                              << QStringList{u"list item 0: - a/  more"_s, u"list item 0: - b"_s,
                                             u"list item 1:   - c"_s, u"list item 0: 1. d"_s};
        QTest::newRow("table") << u"Text\n\n| A | B |\n|---|:-:|\n| 1 | 2 |\n\nAfter"_s
                               << QStringList{u"paragraph 0: Text"_s, u"table 0: | A | B |/|---|:-:|/| 1 | 2 |"_s,
                                              u"paragraph 0: After"_s};
        QTest::newRow("html table") << u"<table>\n<tr><td>1</td></tr>\n\n</table>\nAfter"_s
                                    << QStringList{u"table 0: <table>/<tr><td>1</td></tr>//</table>"_s,
                                                   u"paragraph 0: After"_s};
        QTest::newRow("code and formula") << u"```\n# no heading\n\n```\n$$\nx\n$$\n$$y$$\n~~~ open"_s
                                          << QStringList{u"code 0: ```/# no heading//```"_s, u"formula 0: $$/x/$$"_s,
                                                         u"formula 0: $$y$$"_s, u"code 0: ~~~ open"_s};
        QTest::newRow("captions, figures, notes")
            << u"![](a.png)\n\n**Figure 2.** Caption\n\nTable 1: C\n\nFigure 3 shows\n\n[^1]: note"_s
            << QStringList{u"figure 0: ![](a.png)"_s, u"caption 0: **Figure 2.** Caption"_s, u"caption 0: Table 1: C"_s,
                           u"paragraph 0: Figure 3 shows"_s, u"footnote 0: [^1]: note"_s};
        QTest::newRow("references") << u"## 6. References\n\n[1] A.\n\n- B.\n\n## Appendix\n\nC"_s
                                    << QStringList{u"heading 2: ## 6. References"_s, u"reference 0: [1] A."_s,
                                                   u"reference 0: - B."_s, u"heading 2: ## Appendix"_s,
                                                   u"paragraph 0: C"_s};
        QTest::newRow("front matter and breaks") << u"---\ntitle: \"X\"\n---\nText\n\n* * *\n\nMore"_s
                                                 << QStringList{u"paragraph 0: Text"_s, u"paragraph 0: More"_s};
        QTest::newRow("empty") << u"\n \n"_s << QStringList{};
        QTest::newRow("front matter that does not end") << u"---\nText"_s << QStringList{u"paragraph 0: Text"_s};
    }
    void blocksAreFoundByStructure()
    {
        QFETCH(QString, markdown);
        QFETCH(QStringList, expected);
        QCOMPARE(shown(markdown), expected);
    }

    void aTitleStandsInTheFrontMatterOrTheFirstHeading()
    {
        const auto title = [](const QString& markdown) { return markdownTitle(markdown, markdownBlocks(markdown)); };
        QCOMPARE(title(u"---\nauthor: a\ntitle: 'On X'\n---\n# Other"_s), u"On X"_s);
        QCOMPARE(title(u"text\n\nOn **Y**\n====\n"_s), u"On Y"_s);
        QCOMPARE(title(u"only text"_s), QString());
    }

    void theRegistryMakesWhatTheSettingsSay()
    {
        QVERIFY(converterKinds().contains(u"native"_s));
        Settings settings;
        QCOMPARE((*makeConverter(settings, {}))->kind(), u"native"_s);
        QVERIFY(settings.set(u"convert.kind"_s, u"marker-server"_s));
        QCOMPARE(makeConverter(settings, {}).error().code, u"settings.value"_s);
        QVERIFY(settings.set(u"convert.url"_s, u"file:///etc/passwd"_s));
        QCOMPARE(makeConverter(settings, {}).error().code, u"settings.value"_s);
        QVERIFY(settings.set(u"convert.url"_s, u"http://localhost:8000"_s));
        const auto marker = makeConverter(settings, {});
        QCOMPARE((*marker)->kind(), u"marker-server"_s);
        QVERIFY(settings.set(u"convert.label"_s, u"1.8"_s));
        QVERIFY((*makeConverter(settings, {}))->cacheLabel() != (*marker)->cacheLabel());
    }
};

QTEST_GUILESS_MAIN(PassthroughTest)
#include "passthrough.moc"
