// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/folded_text.h"
#include "proof/markup.h"
#include "testing/testing.h"

using namespace sheaf;
using namespace Qt::StringLiterals;

class FoldingTest : public QObject
{
    Q_OBJECT

    /** Tokens parted by "|". */
    static QString folded(const QString& text)
    {
        const FoldedText f = foldText(text);
        QString shown;
        for (quint32 i = 0; i < f.size(); ++i) {
            if (i && f.starts[i])
                shown += u'|';
            shown += f.units[i];
        }
        return shown;
    }

private Q_SLOTS:
    void onlyWhatChangesAStatementIsLeft_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("case and commas") << u"The  Cat, (“sat”)."_s << u"the|cat|sat"_s;
        QTest::newRow("ligatures") << u"eﬃcient ﬁeld"_s << u"efficient|field"_s;
        QTest::newRow("dashes") << u"state‑of–the—art"_s << u"state|of|the|art"_s;
        QTest::newRow("soft hyphen") << u"trans\u00ADform"_s << u"transform"_s;
        QTest::newRow("apostrophe") << u"don’t don't"_s << u"dont|dont"_s;
        QTest::newRow("number") << u"1,234.5 and 0·05"_s << u"1,234.5|and|0.05"_s;
        QTest::newRow("end of sentence") << u"in 2019. Then"_s << u"in|2019|then"_s;
        QTest::newRow("sign") << u"from −5 to -3.2 but 10–20 and COVID-19"_s
                              << u"from|-5|to|-3.2|but|10|20|and|covid|19"_s;
        QTest::newRow("comparison") << u"p<0.05, n ≥ 3"_s << u"p|<|0.05|n|≥|3"_s;
        QTest::newRow("power") << u"10¹² cm⁻²"_s << u"10|12|cm|-2"_s;
        QTest::newRow("formula") << u"CO₂ and 𝛼"_s << u"co|2|and|α"_s;
        QTest::newRow("degrees") << u"5 ºC, 5 °C"_s << u"5|c|5|c"_s;
        QTest::newRow("times") << u"3 × 4"_s << u"3|x|4"_s;
        QTest::newRow("accent apart") << u"cafe\u0301"_s << u"café"_s;
        QTest::newRow("chinese") << u"结果表明"_s << u"结|果|表|明"_s;
        QTest::newRow("nothing") << u"— … “”"_s << QString();
    }
    void onlyWhatChangesAStatementIsLeft()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(folded(text), expected);
    }

    void markupIsNoText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("emphasis") << u"the *Drosophila* **gene**, `x`"_s << u"the|drosophila|gene|x"_s;
        QTest::newRow("footnote calls") << u"shown[^1] and told[^*-57] twice"_s << u"shown|1|and|told|twice"_s;
        QTest::newRow("tags") << u"10<sup>2</sup> of CO<sub>2</sub><br>end"_s << u"10|2|of|co|2|end"_s;
        QTest::newRow("no tags") << u"p <0.05 and n> 3, a < b and c > d"_s << u"p|<|0.05|and|n|>|3|a|<|b|and|c|>|d"_s;
        QTest::newRow("text in brackets") << u"the <SUBJ> and <Answer>"_s << u"the|<|subj|>|and|<|answer|>"_s;
        QTest::newRow("entities") << u"A&amp;B &lt; 3"_s << u"a|b|<|3"_s;
        QTest::newRow("link") << u"see [Smith (2019)](https://example.org/a_(b)) there"_s << u"see|smith|2019|there"_s;
        QTest::newRow("formula") << u"with $\\alpha \\leq 0.05$ and $x^{2}$, 5\\%"_s << u"with|α|≤|0.05|and|x|2|5|%"_s;
        QTest::newRow("table row") << u"| A | 3.5 |"_s << u"a|3.5"_s;
        QTest::newRow("heading") << u"## Results"_s << u"results"_s;
    }
    void markupIsNoText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(folded(withoutMarkup(text)), expected);
        QCOMPARE(withoutMarkup(text).size(), text.size());
    }

    void aQuoteIsPartedWhereSomethingWasLeftOut()
    {
        QCOMPARE(partsAroundEllipses(u"a b"_s), QStringList{u"a b"_s});
        QCOMPARE(partsAroundEllipses(u"a … b [...] c (…) d... e"_s),
                 (QStringList{u"a "_s, u" b "_s, u" c "_s, u" d"_s, u" e"_s}));
    }

    void aWordThatJoinsGoesOn()
    {
        FoldedText text;
        appendWord(text, u"transfor-", 0);
        appendWord(text, u"mation", 1, true);
        QCOMPARE(text.units, u"transformation"_s);
        QCOMPARE(text.tokenCount(), 1U);
        QCOMPARE(text.origins.back(), 1U);
    }
};

QTEST_GUILESS_MAIN(FoldingTest)
#include "folding.moc"
