// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identifiers.h"
#include "core/language_tag.h"

#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

class IdentifiersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoiIsTheSameHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("doi");
        const auto row = [](const char* name, const char* written, const char* doi) {
            QTest::newRow(name) << QString::fromUtf8(written) << QString::fromUtf8(doi);
        };
        row("bare", "10.1038/S41586-020-2649-2", "10.1038/s41586-020-2649-2");
        row("resolver", "https://doi.org/10.1038/s41586-020-2649-2", "10.1038/s41586-020-2649-2");
        row("old resolver", "http://dx.doi.org/10.1000/abc.", "10.1000/abc");
        row("label", "doi: 10.1000/abc,", "10.1000/abc");
        row("upper label", "DOI:10.1000/abc", "10.1000/abc");
        row("braces", "{10.1000/abc}", "10.1000/abc");
        row("brackets within", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o");
        row("bracket around", "(10.1000/abc)", "10.1000/abc");
        row("publisher", "https://link.springer.com/article/10.1007/s11192-020-03690-4?x=1",
            "10.1007/s11192-020-03690-4");
        row("pdf", "https://www.tandfonline.com/doi/pdf/10.1080/01621459.2017.1285773.pdf",
            "10.1080/01621459.2017.1285773");
        row("encoded", "https://doi.org/10.1000%2Fabc", "10.1000/abc");
        row("prose", "see the results of 10.1000/abc for more", "");
        row("no suffix", "10.1000/", "");
        row("words", "Nature 585, 357", "");
    }
    void aDoiIsTheSameHoweverItIsWritten()
    {
        QFETCH(QString, written);
        QFETCH(QString, doi);
        QCOMPARE(doiFrom(written).value_or(QString()), doi);
    }

    void anArxivIdLosesItsVersionAndDress_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("id");
        QTest::newRow("label") << u"arXiv:1706.03762v7"_s << u"1706.03762"_s;
        QTest::newRow("label with class") << u"arXiv:1706.03762v7 [cs.CL]"_s << u"1706.03762"_s;
        QTest::newRow("bare") << u"1706.03762"_s << u"1706.03762"_s;
        QTest::newRow("abs") << u"https://arxiv.org/abs/2101.01234"_s << u"2101.01234"_s;
        QTest::newRow("pdf") << u"http://arxiv.org/pdf/2101.01234v2.pdf"_s << u"2101.01234"_s;
        QTest::newRow("doi") << u"10.48550/arXiv.2101.01234"_s << u"2101.01234"_s;
        QTest::newRow("old") << u"math.GT/0211159"_s << u"math/0211159"_s;
        QTest::newRow("month 13") << u"1713.03762"_s << QString();
        QTest::newRow("a number") << u"12345.678"_s << QString();
    }
    void anArxivIdLosesItsVersionAndDress()
    {
        QFETCH(QString, written);
        QFETCH(QString, id);
        QCOMPARE(arxivFrom(written).value_or(QString()), id);
    }

    void identifiersAreFoundAnywhereInText()
    {
        const QString text =
            u"As shown (doi:10.1000/a.b), in arXiv preprint arXiv:2101.01234v3 and <https://doi.org/10.1000/A.B>; "
            "the value 1912.12345 is a number. See https://example.org/x_(y), too."_s;
        QCOMPARE(findDois(text), QStringList{u"10.1000/a.b"_s});
        QCOMPARE(findArxivIds(text), QStringList{u"2101.01234"_s});
        QCOMPARE(findUrls(text), (QStringList{u"https://doi.org/10.1000/A.B"_s, u"https://example.org/x_(y)"_s}));
    }

    void aLanguageHasOneTagHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("tag");
        for (const auto& [written, tag] : {std::pair{u"en"_s, u"en"_s},
                                           {u"eng"_s, u"en"_s},
                                           {u"English"_s, u"en"_s},
                                           {u"english"_s, u"en"_s},
                                           {u"EN_us"_s, u"en-US"_s},
                                           {u"american"_s, u"en-US"_s},
                                           {u"ger"_s, u"de"_s},
                                           {u"deu"_s, u"de"_s},
                                           {u"ngerman"_s, u"de"_s},
                                           {u" Deutsch "_s, u"de"_s},
                                           {u"français"_s, u"fr"_s},
                                           {u"fre"_s, u"fr"_s},
                                           {u"English; Spanish"_s, u"en"_s},
                                           {u"pt-br"_s, u"pt-BR"_s},
                                           {u"Chinese"_s, u"zh"_s},
                                           {u""_s, u""_s},
                                           {u"Klingon of old"_s, u"Klingon of old"_s}})
            QTest::newRow(qPrintable(written)) << written << tag;
    }
    void aLanguageHasOneTagHoweverItIsWritten()
    {
        QFETCH(QString, written);
        QTEST(languageTag(written), "tag");
    }

    void babelKnowsALanguageByItsName()
    {
        QCOMPARE(babelLanguage(u"de"_s), u"german"_s);
        QCOMPARE(babelLanguage(u"en-GB"_s), u"british"_s);
        QCOMPARE(languageTag(babelLanguage(u"pt-BR"_s)), u"pt-BR"_s);
        QCOMPARE(babelLanguage({}), QString());
    }

    void aPreprintHasADoi() { QCOMPARE(arxivDoi(u"1706.03762"), u"10.48550/arxiv.1706.03762"_s); }
};

QTEST_APPLESS_MAIN(IdentifiersTest)
#include "identifiers.moc"
