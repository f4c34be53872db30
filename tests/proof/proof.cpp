// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/proof.h"
#include "page_maker.h"
#include "testing/testing.h"

#include <QRandomGenerator>

#include <thread>

using namespace sheaf;
using sheaf::testing::PageMaker;
using namespace Qt::StringLiterals;

namespace {

/** Page 1: a title over two columns; the left one runs on in the right one, which runs on over running heads and a
 * footnote on page 2. Page 3: a table. */
QVector<PageWords> article()
{
    PageMaker one(1), two(2), three(3);
    one.text(-1, -1, {u"Journal of Samples 12"_s}, 50, 10);
    one.text(0, 0, {u"On the efﬁcient transfor~"_s, u"mation of samples"_s}, 50, 30);
    one.text(1, 1,
             {u"We measured well-"_s, u"known responses in 42 patients"_s, u"and found a change of −3.5 %."_s,
              u"The effect was not"_s},
             50, 100);
    one.text(1, 2, {u"significant (p < 0.05), as"_s, u"Müller’s group had"_s, u"claimed before; see the"_s}, 300, 100);
    one.text(2, 2, {u"1 Supported by a grant"_s}, 300, 700);
    two.text(-1, -1, {u"Journal of Samples 13"_s}, 50, 10);
    two.text(1, 0, {u"whole discussion below. In 12"_s, u"of 40 cases nothing happened."_s}, 50, 50);
    two.text(3, 0, {u"Further work should use larger cohorts."_s}, 50, 100);
    two.text(3, 0, {u"In 42 patients nothing else was seen."_s}, 50, 112);
    three.text(4, 0, {u"In 42 patients the third sign was seen"_s}, 50, 50);
    three.table(5, 0,
                {{u"Method"_s, u"Accuracy (%)"_s, u"Loss"_s},
                 {u"Method A"_s, u"91.5 ± 0.4"_s, u"0.31"_s},
                 {u"Method B"_s, u"92.3"_s, u"-0.28"_s}});
    three.text(6, 0, {u"Das Ergebnis überrascht."_s, u"结果表明该方法有效"_s}, 50, 500);
    return {one, two, three};
}

} // namespace

class ProofTest : public QObject
{
    Q_OBJECT

    const ProofIndex m_index{article()};

    Quote prove(const QString& text, int page = 0) const
    {
        Quote quote;
        quote.text = text;
        quote.claimedPage = page;
        return m_index.prove(quote);
    }

private Q_SLOTS:
    void thePassageClosestToAnInventedQuoteIsTold()
    {
        const auto closest = [this](const QString& text) { return m_index.closest({.text = text}); };
        const auto found = closest(u"responses were found in 97 known patients, a −9 % change"_s);
        QVERIFY(found);
        QCOMPARE(found->page, 1);
        QVERIFY(found->text.contains(u"known responses in 42 patients and found a change of −3.5 %"_s));
        QVERIFY(found->share > 0.35 && found->share < 1);
        QCOMPARE(closest(u"Larger cohorts are what further studies need"_s)->page, 2);
        QVERIFY(!closest(u"The glacier retreated by two kilometres"_s));
        QVERIFY(!closest({}));
        // What is shown so is still not found.
        QCOMPARE(prove(u"responses were found in 97 known patients, a −9 % change"_s).state, QuoteState::NotFound);
    }

    void aDocumentWithoutPagesHasAClosestPassageToo()
    {
        const QString text =
            u"# Title\n\nWe studied *sleep* in 120 adults.\n\nThose who slept remembered more words.\n"_s;
        const auto found = closestInText({.text = u"Adults who had slept remembered ten words more"_s}, text);
        QVERIFY(found);
        QCOMPARE(found->page, 0);
        QVERIFY(found->text.contains(u"Those who slept remembered more words."_s));
        QVERIFY(!closestInText({.text = u"The glacier retreated"_s}, text));
    }

    void aQuoteHasItsState_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QuoteState>("state");
        QTest::addColumn<int>("page");
        using enum QuoteState;
        QTest::newRow("verbatim") << u"found a change of −3.5 %"_s << Proven << 1;
        QTest::newRow("other case, dash, quotation mark") << u"Found a change of -3.5%."_s << Proven << 1;
        QTest::newRow("joined hyphen") << u"efficient transformation of samples"_s << Proven << 1;
        QTest::newRow("hyphen kept") << u"the efficient transfor-mation"_s << Proven << 1;
        QTest::newRow("own hyphen at the line's end") << u"measured well-known responses"_s << Proven << 1;
        QTest::newRow("own hyphen lost") << u"measured well known responses"_s << Proven << 1;
        QTest::newRow("ligature") << u"On the eﬃcient transformation"_s << Proven << 1;
        QTest::newRow("markdown") << u"**found** a change of *−3.5 %*"_s << Proven << 1;
        QTest::newRow("over a column break") << u"The effect was not significant (p < 0.05)"_s << Proven << 1;
        QTest::newRow("over a page break, footnote and running head")
            << u"claimed before; see the whole discussion below"_s << Proven << 1;
        QTest::newRow("columns mixed") << u"We measured well- significant (p < 0.05), as"_s << NotFound << 0;
        QTest::newRow("columns mixed further down")
            << u"known responses in 42 patients Müller’s group had"_s << NotFound << 0;
        QTest::newRow("part left out") << u"We measured well-known responses … The effect was not significant"_s
                                       << Proven << 1;
        QTest::newRow("part left out, wrong order")
            << u"The effect was not significant … We measured well-known"_s << NotFound << 0;
        QTest::newRow("parts too short") << u"We ... group"_s << NotFound << 0;
        QTest::newRow("part left out over pages") << u"We measured [...] nothing happened"_s << Proven << 1;
        QTest::newRow("cut off") << u"found a change of −3.5 %..."_s << Proven << 1;
        QTest::newRow("one letter off") << u"We mesured well-known responses in 42 patients"_s << Near << 1;
        QTest::newRow("citation mark left out")
            << u"see the whole discussion below. In of 40 cases nothing happened"_s << Near << 1;
        QTest::newRow("word added") << u"Further work should use much larger cohorts"_s << Near << 2;
        QTest::newRow("another number") << u"We measured well-known responses in 43 patients"_s << NotFound << 0;
        QTest::newRow("another thing counted") << u"We measured well-known responses in 42 parents"_s << NotFound << 0;
        QTest::newRow("one letter off beside a count") << u"In 42 patients nothing els was seen"_s << Near << 2;
        QTest::newRow("cut behind its negation") << u"significant (p < 0.05), as Müller’s group had"_s << Near << 1;
        QTest::newRow("sign lost") << u"and found a change of 3.5 %"_s << NotFound << 0;
        QTest::newRow("comparison turned") << u"The effect was not significant (p > 0.05)"_s << NotFound << 0;
        QTest::newRow("negation lost") << u"The effect was significant (p < 0.05)"_s << NotFound << 0;
        QTest::newRow("negation added") << u"and found not a change of −3.5 %"_s << NotFound << 0;
        QTest::newRow("invented") << u"Deep networks outperform all other models on this task"_s << NotFound << 0;
        QTest::newRow("made of words that are there")
            << u"patients found samples in the group before"_s << NotFound << 0;
        QTest::newRow("a number") << u"42"_s << Proven << 1;
        QTest::newRow("part of a number") << u"4"_s << NotFound << 0;
        QTest::newRow("part of a decimal") << u"5 %"_s << NotFound << 0;
        QTest::newRow("a word") << u"cohorts"_s << Proven << 2;
        QTest::newRow("part of a word") << u"cohort"_s << NotFound << 0;
        QTest::newRow("the second half of a joined word") << u"mation"_s << NotFound << 0;
        QTest::newRow("table row") << u"| Method A | 91.5 ± 0.4 | 0.31 |"_s << Proven << 3;
        QTest::newRow("cell with its header") << u"Loss: 0.31"_s << Proven << 3;
        QTest::newRow("cell with label and header") << u"Method B, Accuracy (%): 92.3"_s << Proven << 3;
        QTest::newRow("cell with another's header") << u"Loss: 92.3"_s << NotFound << 0;
        QTest::newRow("cell with another's label") << u"Method A 92.3"_s << NotFound << 0;
        QTest::newRow("value and next row's label") << u"0.31 Method B"_s << NotFound << 0;
        QTest::newRow("rows as they stand") << u"Method A | 91.5 ± 0.4 | 0.31 |\n| Method B | 92.3"_s << Proven << 3;
        QTest::newRow("table's sign lost") << u"Method B Loss 0.28"_s << NotFound << 0;
        QTest::newRow("another script") << u"该方法有效"_s << Proven << 3;
        QTest::newRow("umlaut") << u"Das Ergebnis überrascht"_s << Proven << 3;
        QTest::newRow("running head") << u"Journal of Samples 13"_s << Proven << 2;
        QTest::newRow("empty") << u" “…” "_s << NotFound << 0;
    }
    void aQuoteHasItsState()
    {
        QFETCH(QString, text);
        QFETCH(QuoteState, state);
        QFETCH(int, page);
        const Quote quote = prove(text);
        QCOMPARE(quoteStateName(quote.state), quoteStateName(state));
        QCOMPARE(quote.page, page);
        QCOMPARE(quote.boxes.isEmpty(), state == QuoteState::NotFound);
        QCOMPARE(quote.text, text);
        QCOMPARE(quote.similarity == 1, state == QuoteState::Proven);
        if (state == QuoteState::Near)
            QVERIFY(!quote.found.isEmpty() && quote.similarity >= 0.85);
    }

    void theNamedPageComesFirstAndTheTrueOneIsReported()
    {
        QCOMPARE(prove(u"in 42 patients"_s, 3).page, 3);
        QCOMPARE(prove(u"in 42 patients"_s, 1).page, 1);
        QCOMPARE(prove(u"42 patients nothing else"_s, 1).page, 2);
        QCOMPARE(prove(u"42 patients nothing else"_s, 97).page, 2);
        QCOMPARE(prove(u"in 42 patients"_s, 4).page, 3); // the neighbour
        QCOMPARE(prove(u"Further work should use larger cohorts"_s, 97).claimedPage, 97);
    }

    void aQuoteHasOneBoxALine()
    {
        const Quote quote = prove(u"known responses in 42 patients and found a change"_s);
        QCOMPARE(quote.boxes.size(), 2);
        QCOMPARE(quote.boxes[0].page, 1);
        QCOMPARE(quote.boxes[0].box, QRectF(QPointF(50, 112), QPointF(50 + 5.0 * 26 + 4 * 4, 122)));
        QCOMPARE(quote.boxes[1].box.top(), 124.0);

        const Quote overPages = prove(u"see the whole discussion"_s);
        QCOMPARE(overPages.boxes.size(), 2);
        QCOMPARE(overPages.boxes[0].page, 1);
        QCOMPARE(overPages.boxes[1].page, 2);
    }

    void whatThePageReallySaysIsKept()
    {
        QCOMPARE(prove(u"found a change of −3.5 %."_s).found, QString());
        QCOMPARE(prove(u"efficient transformation of samples"_s).found, u"efﬁcient transformation of samples"_s);
        QCOMPARE(prove(u"We mesured well-known responses in 42 patients"_s).found,
                 u"We measured well- known responses in 42 patients"_s);
    }

    void anEarlierResultIsNotTakenOver()
    {
        Quote quote;
        quote.text = u"invented words everywhere"_s;
        quote.state = QuoteState::Proven;
        quote.page = 1;
        quote.boxes = {{1, QRectF(0, 0, 1, 1)}};
        quote.similarity = 1;
        const Quote proven = m_index.prove(quote);
        QCOMPARE(proven.state, QuoteState::NotFound);
        QVERIFY(proven.boxes.isEmpty() && proven.page == 0 && proven.similarity == 0);
    }

    void wordsOfUnknownBlocksCountAsText()
    {
        auto pages = article();
        for (PageWords& page : pages) {
            for (PageWord& word : page.words)
                word.block = word.column = -1;
        }
        Quote quote;
        quote.text = u"known responses in 42 patients"_s;
        QCOMPARE(ProofIndex(pages).prove(quote).state, QuoteState::Proven);
    }

    void partsThatStandFarApartAreNoQuote()
    {
        QStringList lines{u"The beginning of it"_s};
        for (int i = 0; i < 100; ++i)
            lines.append(u"filler between both ends number %1"_s.arg(i));
        lines.append(u"The end of it"_s);
        const ProofIndex index({PageMaker(1).text(0, 0, lines)});
        Quote quote;
        quote.text = u"The beginning of it … The end of it"_s;
        QCOMPARE(index.prove(quote).state, QuoteState::NotFound);
        quote.text = u"number 98 … The end of it"_s;
        QCOMPARE(index.prove(quote).state, QuoteState::Proven);
    }

    void anEmptyDocumentProvesNothing()
    {
        Quote quote;
        quote.text = u"anything at all that is long enough"_s;
        QCOMPARE(ProofIndex({}).prove(quote).state, QuoteState::NotFound);
        QCOMPARE(ProofIndex({PageWords{}}).prove(quote).state, QuoteState::NotFound);
        QCOMPARE(proveInText(quote, {}).state, QuoteState::NotFound);
    }

    void aTextWithoutPagesIsMatchedItself()
    {
        const QString text = u"# Results\n\nWe found *no* effect of the drug[^1] in 42 patients.\n\n| A | B |\n"_s;
        Quote quote;
        quote.text = u"We found no effect of the drug"_s;
        Quote proven = proveInText(quote, text);
        QCOMPARE(proven.state, QuoteState::Proven);
        QCOMPARE(proven.page, 0);
        QVERIFY(proven.boxes.isEmpty());
        QCOMPARE(proven.found, u"We found *no* effect of the drug[^1]"_s);
        quote.text = u"We found an effect of the drug"_s;
        QCOMPARE(proveInText(quote, text).state, QuoteState::NotFound);
        quote.text = u"effect of the drg in 42 patients"_s;
        QCOMPARE(proveInText(quote, text).state, QuoteState::Near);
    }

    void anyRunOfTheTextIsProvenWhereItStands()
    {
        QStringList words;
        QRandomGenerator random(7);
        QVector<PageWords> pages;
        for (int page = 1; page <= 20; ++page) {
            QStringList lines;
            for (int line = 0; line < 40; ++line) {
                QStringList parts;
                for (int word = 0; word < 10; ++word)
                    parts.append(QString::number(random.bounded(1'000'000), 36));
                lines.append(parts.join(u' '));
            }
            words += lines.join(u' ').split(u' ');
            pages.append(PageMaker(page).text(page, 0, lines));
        }
        const ProofIndex index(pages);
        for (int i = 0; i < 300; ++i) {
            const qsizetype begin = random.bounded(int(words.size()) - 40);
            Quote quote;
            quote.text = words.mid(begin, 3 + random.bounded(30)).join(u' ');
            const Quote proven = index.prove(quote);
            QCOMPARE(proven.state, QuoteState::Proven);
            QCOMPARE(proven.page, int(begin / 400) + 1);
        }
    }

    void oneIndexServesManyThreads()
    {
        std::atomic<int> proven = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 50; ++i)
                        proven += prove(u"Further work should use larger cohorts"_s).state == QuoteState::Proven;
                });
            }
        }
        QCOMPARE(proven.load(), 200);
    }
};

QTEST_GUILESS_MAIN(ProofTest)
#include "proof.moc"
