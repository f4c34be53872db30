// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/order/fragments.h"
#include "layout/words/accents.h"
#include "layout/words/vocabulary.h"
#include "layout/words/word_builder.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::layout;
using sheaf::testing::PageMaker;

class Words : public QObject
{
    Q_OBJECT

private:
    static QString textOf(PageMaker& maker)
    {
        FontTable fonts;
        PageText page = readWords(maker.take(), fonts);
        QStringList parts;
        for (const Fragment& fragment : joinFragments(page))
            parts << plainText(page, fragment.words);
        return parts.join(u'|');
    }

private Q_SLOTS:
    void spacesComeFromTheGaps()
    {
        PageMaker maker;
        maker.text(50, 100, u"two words"_s);
        QCOMPARE(textOf(maker), u"two words"_s);
    }

    void aWideGapPartsFragments()
    {
        PageMaker maker;
        maker.text(50, 100, u"left"_s).text(90, 100, u"right"_s);
        QCOMPARE(textOf(maker), u"left|right"_s);
    }

    void lettersSetApartAreWords()
    {
        PageMaker maker;
        double x = 50;
        for (QChar c : u"ARTICLE INFO"_s) {
            maker.text(x, 100, QString(c));
            x += c == u' ' ? 4 : 8; // 3 points of white between letters of 5
        }
        QCOMPARE(textOf(maker), u"ARTICLE INFO"_s);
        PageMaker variables;
        variables.font(u"Math"_s)
            .text(50, 100, u"a"_s)
            .text(60, 100, u"b"_s)
            .text(75, 100, u"c"_s)
            .text(82, 100, u"d"_s);
        QCOMPARE(textOf(variables), u"a b|c d"_s);
    }

    void lettersDrawnOutOfOrderStillMakeAWord()
    {
        PageMaker maker;
        maker.text(60, 100, u"word"_s).text(50, 100, u"a "_s);
        QCOMPARE(textOf(maker), u"a word"_s);
    }

    void aLigatureKeepsItsOrderWhereAWordIsTurnedAround()
    {
        PageMaker maker;
        maker.text(50, 100, u"\u064a\ufefb\u0643"_s); // as seen from left to right
        QCOMPARE(textOf(maker), u"\u0643\u0644\u0627\u064a"_s);
    }

    void aSpaceThatWasDrawnElsewherePartsNoWords()
    {
        PageMaker maker;
        maker.text(50, 100, u"12/"_s).text(200, 100, u" "_s, 10, Glyph::Space).text(65, 100, u"34"_s);
        QCOMPARE(textOf(maker), u"12/34"_s);
    }

    void invisibleTextIsDroppedBesideVisibleText()
    {
        PageMaker maker;
        maker.text(50, 100, u"what a reader sees"_s).text(50, 120, u"hidden"_s, 10, Glyph::Hidden);
        QCOMPARE(textOf(maker), u"what a reader sees"_s);
    }

    void invisibleTextIsKeptWhereItIsAllThereIs()
    {
        PageMaker maker;
        maker.image({0, 0, 600, 800}).text(50, 100, u"recognised"_s, 10, Glyph::Hidden);
        QCOMPARE(textOf(maker), u"recognised"_s);
    }

    void lettersDrawnTwiceCountOnce()
    {
        PageMaker maker;
        maker.text(50, 100, u"bold"_s).text(50.2, 100, u"bold"_s, 10, Glyph::Duplicate);
        QCOMPARE(textOf(maker), u"bold"_s);
    }

    void anAccentDrawnOverItsLetterIsPutOnIt()
    {
        PageMaker maker;
        maker.text(50, 100, u"caf"_s).text(65, 100, u"´"_s).text(65, 100, u"e"_s);
        QCOMPARE(textOf(maker), u"café"_s);
    }

    void ligaturesComeApartAndMathematicalLettersArePlain()
    {
        QCOMPARE(readable(u"ﬁ"), u"fi"_s);
        QCOMPARE(readable(u"𝑥"), u"x"_s);
        QCOMPARE(readable(u"\uf0b7"), u"•"_s);
        QCOMPARE(readable(u"\ue123"), QString());
    }

    void textThatRunsUpwardsIsTurnedUpright()
    {
        Page page;
        page.number = 1;
        page.size = {600, 800};
        page.fonts << PageFont{u"Serif"_s, false, false, false, true, false};
        const QString word = u"upwards"_s;
        for (int i = 0; i < word.size(); ++i) {
            Glyph glyph;
            glyph.textBegin = quint32(i);
            glyph.textLength = 1;
            glyph.angle = 90;
            glyph.size = 10;
            glyph.x0 = 92;
            glyph.x1 = 102;
            glyph.baseline = 100;
            glyph.y1 = float(700 - 5 * i);
            glyph.y0 = glyph.y1 - 5;
            page.glyphs << glyph;
        }
        page.text = word;
        FontTable fonts;
        const PageText text = readWords(page, fonts);
        QCOMPARE(text.turn, 90);
        QCOMPARE(text.words.size(), 1);
        QCOMPARE(text.size, QSizeF(800, 600));
        const Word& only = text.words.first();
        const QRectF back = text.toPage(QRectF(QPointF(only.x0, only.top), QPointF(only.x1, only.bottom)));
        QCOMPARE(back.bottom(), 700.0);
        QCOMPARE(back.top(), 665.0);
        QVERIFY(back.contains(QPointF(97, 680)));
    }

    void aHyphenAtALinesEndGoesWhereTheDocumentKnowsTheWholeWord()
    {
        PageMaker maker;
        maker.text(50, 100, u"the transformer is an open-source tool"_s);
        FontTable fonts;
        PageContent page{readWords(maker.take(), fonts), {}};
        page.fragments = joinFragments(page.text);
        Vocabulary vocabulary;
        vocabulary.learn(page);
        QVERIFY(vocabulary.joinsWithoutHyphen(u"transfor-", u"mer"));
        QVERIFY(!vocabulary.joinsWithoutHyphen(u"open-", u"source"));
        QVERIFY(!vocabulary.joinsWithoutHyphen(u"COVID-", u"19"));
        QVERIFY(vocabulary.joinsWithoutHyphen(u"evi-", u"dence"));
    }
};

QTEST_GUILESS_MAIN(Words)
#include "words.moc"
