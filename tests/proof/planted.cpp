// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/native_converter.h"
#include "proof/proof.h"
#include "servers/sample_pdf.h"
#include "typesetters.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;

namespace {

/** What the quotes below are about. No line of it is like another. */
const QStringList keyParagraphs{
    u"We measured the efficient transformation of office samples in 42 patients over 12 weeks. The officials found a "
    u"change "
    "of −3.5 % in the first group, and the dose of 12 mg was not exceeded. The effect was not significant (p < 0.05) "
    "for "
    "those who had slept before."_s,
    u"Participants were randomized to one of two conditions. No differences were found between the conditions at the "
    "baseline. After the intervention the treated participants remembered 17.4 words, those of the other condition "
    "11.9 "
    "words. Müller’s group had claimed the opposite before."_s,
    u"The temperature was held at 21 degrees for 30 minutes. Reliability was assessed with the “split-half” procedure "
    u"and "
    "was found to be sufficient; the instrumentation was characterized independently of the experimenters. Retention "
    "decreased by 1.2 points between 2019 and 2021."_s,
};

const QVector<QStringList> keyTable{{u"Method"_s, u"Accuracy (%)"_s, u"Loss"_s},
                                    {u"Baseline model"_s, u"91.5"_s, u"0.31"_s},
                                    {u"Proposed model"_s, u"94.2"_s, u"0.28"_s}};

QString filler(int n)
{
    static const QStringList subjects{u"calibration"_s, u"interpretation"_s,  u"documentation"_s, u"sedimentation"_s,
                                      u"irrigation"_s,  u"communication"_s,   u"vegetation"_s,    u"representation"_s,
                                      u"migration"_s,   u"standardization"_s, u"observation"_s,   u"transportation"_s};
    QString text;
    for (int i = 0; i < 5; ++i)
        text += u"In the %1 of region %2 the responsible %3 laboratory reported %4 international collaborations and "
                u"described "
                "their organizational development comprehensively. "_s.arg(subjects.at((n + i) % subjects.size()))
                    .arg(n * 5 + i)
                    .arg(subjects.at((n * 3 + i * 2) % subjects.size()))
                    .arg(100 + n * 7 + i);
    return text.trimmed();
}

TypesetPaper plantedPaper()
{
    TypesetPaper paper{u"Planted quotes and where they stand"_s, {}, keyTable};
    for (int n = 0; n < 24; ++n) {
        if (n % 8 == 5)
            paper.paragraphs.append(keyParagraphs.at(n / 8));
        paper.paragraphs.append(filler(n));
    }
    return paper;
}

struct Planted
{
    const char* kind;
    QString text;
    QuoteState state;
};

using enum QuoteState;

const QVector<Planted>& plantedQuotes()
{
    static const QVector<Planted> quotes{
        {"verbatim", u"No differences were found between the conditions at the baseline."_s, Proven},
        {"ligature", u"the eﬃcient transformation of oﬃce samples"_s, Proven},
        {"case and dash", u"The Officials found a change of -3.5%"_s, Proven},
        {"own hyphen at a line's end", u"the instru-mentation was character-ized independently"_s, Proven},
        {"soft hyphen", u"the instru\u00admentation was characterized"_s, Proven},
        {"typographic marks", u"with the \"split-half\" procedure"_s, Proven},
        {"other marks", u"with the «split-half» procedure and was found"_s, Proven},
        {"quoted quote", u"“Müller's group had claimed the opposite before.”"_s, Proven},
        {"decomposed letters", u"Mu\u0308ller’s group had claimed the opposite"_s, Proven},
        {"no-break space", u"held at 21\u00a0degrees for 30\u00a0minutes"_s, Proven},
        {"markdown", u"Retention **decreased** by 1.2 points"_s, Proven},
        {"cut off", u"the treated participants remembered 17.4 words..."_s, Proven},
        {"joined by an ellipsis", u"We measured the efficient transformation … the dose of 12 mg was not exceeded"_s,
         Proven},
        {"joined in the wrong order",
         u"the dose of 12 mg was not exceeded … We measured the efficient transformation"_s, NotFound},
        {"joined over pages", u"We measured the efficient transformation … Retention decreased by 1.2 points"_s,
         NotFound},
        {"table row", u"Proposed model | 94.2 | 0.28"_s, Proven},
        {"table cell with head", u"Accuracy (%): 94.2"_s, Proven},
        {"table cell with label and head", u"Baseline model, Loss: 0.31"_s, Proven},
        {"table cell with another's label", u"Baseline model 94.2"_s, NotFound},
        {"table cell with another's head", u"Loss: 94.2"_s, NotFound},
        {"one letter off", u"the treated participants remembred 17.4 words, those of the other condition"_s, Near},
        {"word left out", u"Reliability was assessed with the split-half procedure and found to be sufficient"_s, Near},
        {"changed number", u"We measured the efficient transformation of office samples in 43 patients"_s, NotFound},
        {"changed decimal", u"the treated participants remembered 17.5 words"_s, NotFound},
        {"changed year", u"Retention decreased by 1.2 points between 2018 and 2021"_s, NotFound},
        {"changed unit", u"and the dose of 12 g was not exceeded"_s, NotFound},
        {"changed unit in words", u"The temperature was held at 21 degrees for 30 seconds."_s, NotFound},
        {"changed count", u"of office samples in 42 parents over 12 weeks"_s, NotFound},
        {"sign lost", u"The officials found a change of 3.5 % in the first group"_s, NotFound},
        {"comparison turned", u"The effect was not significant (p > 0.05)"_s, NotFound},
        {"negation dropped", u"The effect was significant (p < 0.05)"_s, NotFound},
        {"negation dropped in a long one",
         u"in the first group, and the dose of 12 mg was exceeded. The effect was not significant"_s, NotFound},
        {"cut behind its negation", u"Differences were found between the conditions at the baseline."_s, Near},
        {"negation added", u"Participants were not randomized to one of two conditions."_s, NotFound},
        {"other language", u"Zwischen den Bedingungen wurden anfangs keine Unterschiede gefunden."_s, NotFound},
        {"paraphrase", u"At the start both conditions were the same."_s, NotFound},
        {"invented", u"Deep networks outperform all other models on this task."_s, NotFound},
        {"invented of its words", u"The patients measured the officials in two conditions before sleep."_s, NotFound},
        {"two sentences swapped", u"Participants were randomized. We measured the efficient transformation."_s,
         NotFound},
        {"nothing", u" “…” "_s, NotFound},
    };
    return quotes;
}

QStringList sentencesOf(const QString& paragraph)
{
    static const QRegularExpression end(u"(?<=[.])\\s+(?=[A-Z])"_s);
    return paragraph.split(end, Qt::SkipEmptyParts);
}

QStringList twoByTwo(const QStringList& sentences)
{
    QStringList pairs;
    for (qsizetype i = 1; i < sentences.size(); ++i)
        pairs.append(sentences.at(i - 1) + u' ' + sentences.at(i));
    return pairs;
}

/** Six words from the ends of two lines that stand side by side. */
QStringList mixedColumns(const PageWords& page)
{
    struct Line
    {
        int column;
        QRectF box;
        QStringList words;
    };
    QMap<int, Line> lines;
    for (const PageWord& word : page.words) {
        if (word.block < 0 || word.row >= 0)
            continue;
        if (!lines.contains(word.line))
            lines.insert(word.line, {word.column, word.box, {}});
        Line& line = lines[word.line];
        line.box |= word.box;
        line.words.append(word.text);
    }
    QStringList mixed;
    for (const Line& a : std::as_const(lines))
        for (const Line& b : std::as_const(lines))
            if (b.box.left() > a.box.right() && a.column != b.column && a.words.size() > 5 && b.words.size() > 5 &&
                std::abs(a.box.center().y() - b.box.center().y()) < 3)
                mixed.append((a.words.last(6) + b.words.first(6)).join(u' '));
    return mixed;
}

} // namespace

/** Quotes of all kinds, planted in papers of several typesetters, on their way through our own converter. */
class PlantedTest : public QObject
{
    Q_OBJECT

    static QuoteState stateOf(const ProofIndex& index, const QString& text)
    {
        Quote quote;
        quote.text = text;
        return index.prove(quote).state;
    }

    static QString wronglyClassed(const ProofIndex& index, const QStringList& texts, QuoteState state)
    {
        QStringList wrong;
        for (const QString& text : texts)
            if (const QuoteState is = stateOf(index, text); is != state)
                wrong.append(quoteStateName(is) + u": "_s + text);
        return wrong.join(u'\n');
    }

private Q_SLOTS:
    void eachQuoteIsClassed_data()
    {
        QTest::addColumn<int>("typesetter");
        for (int i = 0; i < typesetters().size(); ++i)
            QTest::newRow(typesetters().at(i).name) << i;
    }
    void eachQuoteIsClassed()
    {
        QFETCH(int, typesetter);
        const Typesetter& with = typesetters().at(typesetter);
        if (QStandardPaths::findExecutable(QString::fromLatin1(with.program)).isEmpty())
            QSKIP("the typesetter is not on this machine");
        const QTemporaryDir folder;
        const TypesetPaper planted = plantedPaper();
        const QString pdf = with.typeset(planted, folder.path());
        QVERIFY(!pdf.isEmpty());
        const auto conversion = NativeConverter().convert({pdf, {}, {}}, {}, {}, {});
        QVERIFY(conversion);
        QVERIFY(conversion->words.size() > 1);
        const ProofIndex index(conversion->words);

        QStringList wrong;
        for (const Planted& quote : plantedQuotes())
            if (const QuoteState state = stateOf(index, quote.text); state != quote.state)
                wrong.append(u"%1: %2"_s.arg(QLatin1StringView(quote.kind), quoteStateName(state)));
        QCOMPARE(wrong.join(u'\n'), QString());

        QStringList lost;
        for (const PageWords& page : conversion->words)
            for (const PageWord& word : page.words)
                if (word.block < 0 && std::ranges::any_of(word.text, [](QChar c) { return c.isLetter(); }))
                    lost.append(word.text);
        QCOMPARE(lost, QStringList()); // the papers have no running heads, only page numbers

        // Lines, columns and pages end somewhere within these.
        QStringList runs;
        for (const QString& paragraph : planted.paragraphs)
            runs += sentencesOf(paragraph) + twoByTwo(sentencesOf(paragraph));
        const QString unproven = wronglyClassed(index, runs, Proven);
        QCOMPARE(unproven, QString());

        QStringList mixed;
        for (const PageWords& page : conversion->words)
            mixed += mixedColumns(page);
        QVERIFY(mixed.size() > 20);
        // The sentences are much alike, so that some of these nearly stand elsewhere; none stands anywhere.
        for (const QString& text : std::as_const(mixed))
            QVERIFY2(stateOf(index, text) != Proven, qPrintable(text));
    }

    void aPaperInOneColumnIsQuotedOverItsPages()
    {
        QStringList words, lines;
        for (int n = 0; n < 20; ++n)
            words += filler(n).split(u' ');
        for (qsizetype i = 0; i + 9 <= words.size(); i += 9)
            lines.append(words.sliced(i, 9).join(u' '));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"one.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(samplePdf({.title = u"On going on"_s, .lines = lines}));
        file.close();
        const auto conversion = NativeConverter().convert({file.fileName(), {}, {}}, {}, {}, {});
        QVERIFY(conversion);
        QVERIFY(conversion->words.size() > 2);
        const ProofIndex index(conversion->words);
        QCOMPARE(wronglyClassed(index, twoByTwo(lines), Proven), QString()); // 40 lines a page
        QCOMPARE(stateOf(index, lines.at(5) + u' ' + lines.at(7)), NotFound);
    }
};

QTEST_GUILESS_MAIN(PlantedTest)
#include "planted.moc"
