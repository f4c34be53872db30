// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

const QString prose = u"running text that fills its line from one edge to the other one, again"_s;

QString markdownOf(QVector<Page> pages)
{
    LayoutEngine engine;
    for (Page& page : pages)
        engine.addPage(std::move(page));
    QStringList texts;
    for (const Block& block : engine.finish().blocks) {
        if (block.kind != BlockKind::Furniture)
            texts << block.text;
    }
    return texts.join(u'\n');
}

/** A page of numbered lines that stand evenly. */
Page numberedPage(int number, int first, int lines)
{
    PageMaker maker(number);
    for (int i = 0; i < lines; ++i)
        maker.text(40, 100 + 20 * i, QString::number(first + i), 6).text(70, 100 + 20 * i, prose);
    return maker.take();
}

} // namespace

class LineNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTitlePagesFewLinesAreNumberedAsThePagesAfterIt()
    {
        PageMaker title;
        const QStringList lines{u"A Title in the Middle"_s, u"of the First Page"_s, u"Ada Author"_s};
        const QVector<double> ys{150, 175, 240};
        for (int i = 0; i < 3; ++i)
            title.text(40, ys[i], QString::number(i + 1), 6).text(200, ys[i], lines[i], i < 2 ? 16 : 10);
        const QString text = markdownOf({title.take(), numberedPage(2, 4, 25)});
        QVERIFY(text.contains(u"A Title in the Middle of the First Page"_s));
        QVERIFY(!text.contains(QRegularExpression(u"[0-9]"_s)));
    }

    void aNumberedListOnAPageWithoutLineNumbersStays()
    {
        PageMaker list(1);
        for (int i = 0; i < 4; ++i)
            list.text(50, 150 + 24 * i, u"%1."_s.arg(i + 1)).text(65, 150 + 24 * i, prose);
        const QString text = markdownOf({list.take(), [] {
                                             PageMaker plain(2);
                                             for (int i = 0; i < 25; ++i)
                                                 plain.text(70, 100 + 20 * i, prose);
                                             return plain.take();
                                         }()});
        QCOMPARE(text.count(u"running text"_s), 29);
    }
};

QTEST_GUILESS_MAIN(LineNumberTest)
#include "line_numbers.moc"
