// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/proof_step.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

Conversion pageOf(int page, const QString& text)
{
    Conversion conversion;
    conversion.pages = 2;
    conversion.markdown = text;
    PageWords words{page, QSizeF(600, 800), {}};
    for (const QString& one : text.split(u' ')) {
        PageWord word;
        word.text = one;
        word.box = QRectF(60 + 30.0 * double(words.words.size()), 100, 25, 10);
        word.line = word.column = word.block = 0;
        words.words << word;
    }
    conversion.words << words;
    return conversion;
}

/** A volume of two ranges with a page each. */
Conversion volume()
{
    Conversion whole = pageOf(1, u"The river was low in the dry summer and nobody had seen"_s);
    appendPages(whole, pageOf(2, u"so little water before it rained in the dry summer again"_s));
    return whole;
}

Quote proved(const QString& text, int claimedPage = 0)
{
    Cell cell;
    cell.quotes << Quote{.text = text, .claimedPage = claimedPage};
    Record record{cell};
    proveRecord(record, volume());
    return record[0].quotes[0];
}

} // namespace

class ProofStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuoteIsFoundInAnyRangeOfAVolume()
    {
        QCOMPARE(proved(u"The river was low"_s).page, 1);
        QCOMPARE(proved(u"before it rained"_s).page, 2);
        QCOMPARE(proved(u"before it rained"_s).state, QuoteState::Proven);
        QCOMPARE(proved(u"nothing of the kind stands here"_s).state, QuoteState::NotFound);
    }

    void aQuoteThatStandsInTwoRangesIsTheOneOnTheNamedPage()
    {
        QCOMPARE(proved(u"in the dry summer"_s, 1).page, 1);
        QCOMPARE(proved(u"in the dry summer"_s, 2).page, 2);
    }

    void aQuoteMayBeginInOneRangeAndEndInTheNext()
    {
        const Quote quote = proved(u"nobody had seen so little water"_s);
        QCOMPARE(quote.state, QuoteState::Proven);
        QCOMPARE(quote.boxes.first().page, 1);
        QCOMPARE(quote.boxes.last().page, 2);
    }
};

QTEST_GUILESS_MAIN(ProofStepTest)
#include "proof_step.moc"
