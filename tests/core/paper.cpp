// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper.h"
#include "core/paper_state.h"

#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesComeApartWithTheirParticles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("given");
        const auto row = [](const char16_t* name, const char16_t* family, const char16_t* given) {
            const QString text = QString::fromUtf16(name);
            QTest::newRow(qPrintable(text)) << text << QString::fromUtf16(family) << QString::fromUtf16(given);
        };
        row(u"Curie, Marie", u"Curie", u"Marie");
        row(u"Marie Curie", u"Curie", u"Marie");
        row(u"Stéfan van der Walt", u"van der Walt", u"Stéfan");
        row(u"van der Walt, Stéfan", u"van der Walt", u"Stéfan");
        row(u"King, Jr., Martin", u"King", u"Martin, Jr.");
        row(u"King, Martin, Jr.", u"King", u"Martin, Jr.");
        row(u"King Jr., Martin", u"King", u"Martin, Jr.");
        row(u"Griffey GK 3rd", u"Griffey", u"GK, 3rd");
        row(u"Yi II", u"Yi", u"II");
        row(u"Martin King Jr.", u"King", u"Martin, Jr.");
        row(u"Millman KJ", u"Millman", u"KJ");
        row(u"{The CMS Collaboration}", u"The CMS Collaboration", u"");
        row(u"UNESCO", u"UNESCO", u"");
        row(u"", u"", u"");
    }
    void namesComeApartWithTheirParticles()
    {
        QFETCH(QString, name);
        QFETCH(QString, family);
        QFETCH(QString, given);
        const Author author = authorFromName(name);
        QCOMPARE(author.family, family);
        QCOMPARE(author.given, given);
    }

    void aLineOfATableNamesFewAuthors()
    {
        const auto named = [](const char* family) { return Author{QString::fromLatin1(family), {}, {}}; };
        QCOMPARE(shortAuthors({}), QString());
        QCOMPARE(shortAuthors({named("Shannon")}), u"Shannon"_s);
        QCOMPARE(shortAuthors({named("Kingma"), named("Ba")}), u"Kingma, Ba"_s);
        QCOMPARE(shortAuthors({named("A"), named("B"), named("C")}), u"A et al."_s);
    }

    void titlesAreComparedWithoutTheirDress()
    {
        QCOMPARE(foldForMatching(u"<i>In vitro</i> study of {DNA}: Müller’s \\emph{fast} β-test"),
                 u"in vitro study of dna mullers fast β test"_s);
        QCOMPARE(titleSimilarity(u"Attention Is All You Need", u"Attention is all you need."), 1.0);
        QVERIFY(titleSimilarity(u"Array programming with NumPy",
                                u"Array programming with NumPy: a review of the first ten years") >= 0.9);
        QVERIFY(titleSimilarity(u"Random forests", u"Deep residual learning for image recognition") < 0.2);
        QVERIFY(titleSimilarity(u"", u"anything") == 0);
    }

    void everyStateHasAStableNameAndALabel()
    {
        for (int i = 0; i < StateCount; ++i) {
            const auto state = State(i);
            QCOMPARE(stateFromName(stateName(state)), std::optional(state));
            QVERIFY(!stateLabel(state).isEmpty());
            QCOMPARE(int(isFinal(state)) + int(isHeld(state)) + int(isRunning(state)) + int(state == State::Waiting),
                     1);
        }
        QVERIFY(!stateFromName(u"lost"));
    }
};

QTEST_APPLESS_MAIN(PaperTest)
#include "paper.moc"
