// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QStringList prose{u"The samples were measured at every station of the river."_s,
                        u"Each of them was kept cold until the evening of that day."_s,
                        u"None showed what an earlier survey had found upstream."_s,
                        u"We think that the season explains most of the difference."_s,
                        u"A longer series of measurements will have to decide it."_s};

/** As a font's shifted encoding makes it: the letters' neighbours. */
QString shifted(QString text)
{
    for (QChar& c : text) {
        if (c.isLetter())
            c = QChar(c.unicode() + (c == u'z' ? -25 : 1));
    }
    return text;
}

QStringList each(QStringList lines, QString (*change)(QString))
{
    for (QString& line : lines)
        line = change(line);
    return lines;
}

PageAudit auditOf(Page page)
{
    LayoutEngine engine;
    engine.addPage(std::move(page));
    return engine.finish().audits.value(0);
}

Page pageOf(const QStringList& lines)
{
    PageMaker page(2);
    page.lines(72, 100, lines);
    return page.take();
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainProseIsNotDoubted()
    {
        const PageAudit audit = auditOf(pageOf(prose));
        QCOMPARE(audit.reasons, QStringList());
        QCOMPARE(audit.confidence, 1.0);
        QCOMPARE(audit.coverage, 1.0);
        QVERIFY(audit.words > 40);
    }

    void aBrokenEncodingIsGarbled()
    {
        const PageAudit audit = auditOf(pageOf(each(prose, shifted)));
        QCOMPARE(audit.reasons, QStringList{u"garbled text"_s});
        QVERIFY(audit.isDoubtful());
    }

    void singleLettersAreGarbled()
    {
        QStringList lines;
        for (int i = 0; i < 6; ++i)
            lines << u"I 1 l J i I 1 1 f I l 1 i t I J"_s;
        QVERIFY(auditOf(pageOf(lines)).reasons.contains(u"garbled text"_s));
    }

    void capitalsAndOtherScriptsAreNotGarbled()
    {
        const QStringList lines{u"DNA RNA HTML XML NMR GPS CPU SQL PDF QVGA WXGA HDMI JTAG KVM VHF"_s,
                                u"Ученые измерили реку на каждой станции летом"_s,
                                u"측정은 강의 모든 지점에서 매일 이루어졌으며 결과는 다음과 같다"_s};
        QCOMPARE(auditOf(pageOf(lines)).reasons, QStringList());
    }

    void aPictureWithoutTextIsDoubted()
    {
        PageMaker page(2);
        page.image(QRectF(0, 0, 600, 800));
        const PageAudit audit = auditOf(page.take());
        QCOMPARE(audit.reasons, QStringList{u"no text layer"_s});
        QVERIFY(audit.confidence < 0.2);
    }

    void aScanWithRecognisedTextIsDoubtful()
    {
        PageMaker page(2);
        page.image(QRectF(0, 0, 600, 800));
        double y = 100;
        for (const QString& line : prose)
            page.text(72, y += 12, line, 10, Glyph::Hidden);
        const PageAudit audit = auditOf(page.take());
        QCOMPARE(audit.reasons, QStringList{u"recognised text"_s});
        QVERIFY(audit.isDoubtful());
    }

    void aPageThatSheafReadIsDoubtedByItsWords()
    {
        const auto readPage = [](int unsureEach) {
            PageMaker maker(2);
            maker.image(QRectF(0, 0, 600, 800));
            double y = 100;
            for (const QString& line : prose)
                maker.text(72, y += 12, line, 10, Glyph::Hidden);
            Page page = maker.take();
            page.recognised = true;
            for (qsizetype i = 0; unsureEach > 0 && i < page.glyphs.size(); i += unsureEach)
                page.glyphs[i].confidence = 40;
            return page;
        };
        QCOMPARE(auditOf(readPage(0)).reasons, QStringList());
        const PageAudit bad = auditOf(readPage(20)); // about every third word
        QCOMPARE(bad.reasons, QStringList{u"unsure letters"_s});
        QVERIFY(bad.isDoubtful());
    }

    void aBlankSheetIsNotDoubted()
    {
        PageMaker maker(2);
        maker.image(QRectF(0, 0, 600, 800));
        Page page = maker.take();
        page.recognised = true;
        QCOMPARE(auditOf(std::move(page)).reasons, QStringList());
    }

    void eachReasonHasASentence()
    {
        for (const QString& reason :
             {u"words lost"_s, u"order unsure"_s, u"repeated text"_s, u"title block unsure"_s, u"unreadable letters"_s,
              u"garbled text"_s, u"no text layer"_s, u"recognised text"_s, u"unsure letters"_s, u"page too large"_s})
            QVERIFY2(doubtSentence(reason) != reason, qPrintable(reason));
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "audit.moc"
