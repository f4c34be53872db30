// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

class AgreementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAreComparedByTheirType_data();
    void answersAreComparedByTheirType();
    void proseIsComparedWithNothing();
    void kappaIsWhatThePaperSays();
    void kappaNeedsTwoCategories();
};

namespace {

const QJsonValue nothing = QJsonValue::Null;
constexpr bool agree = true, differ = false;

} // namespace

void AgreementTest::answersAreComparedByTheirType_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QJsonValue>("first");
    QTest::addColumn<QJsonValue>("second");
    QTest::addColumn<bool>("agreed");
    const auto row = [](const char* name, ColumnType type, const QJsonValue& a, const QJsonValue& b, bool agreed) {
        QTest::newRow(name) << type << a << b << agreed;
    };
    const auto list = [](const QStringList& items) { return QJsonValue(QJsonArray::fromStringList(items)); };

    row("both silent", ColumnType::Text, nothing, u""_s, agree);
    row("one silent", ColumnType::Number, nothing, 3, differ);
    row("an empty list is silence", ColumnType::List, QJsonArray(), nothing, agree);
    row("no is not silence", ColumnType::YesNo, false, nothing, differ);

    row("same number", ColumnType::Number, 28.4, 28.4, agree);
    row("another number", ColumnType::Number, 28.4, 41.8, differ);
    row("rounded", ColumnType::Number, 0.97, 0.968, agree);
    row("rounded wrongly", ColumnType::Number, 0.97, 0.964, differ);
    row("counts are not rounded", ColumnType::Number, 1200, 1234, differ);
    row("a count and a fraction", ColumnType::Number, 12, 12.4, differ);
    row("sign", ColumnType::Number, -0.3, 0.3, differ);
    row("share and percent", ColumnType::Number, 0.45, 45, differ);
    row("zero", ColumnType::Number, 0, 0, agree);
    row("a number in words", ColumnType::Number, 1234, u"1,234"_s, agree);
    row("units", ColumnType::Number, u"1.2 g"_s, u"1200 mg"_s, agree);
    row("other units", ColumnType::Number, u"1.2 g"_s, u"1.2 mg"_s, differ);
    row("a unit once", ColumnType::Number, 12.5, u"12.5 %"_s, agree);

    row("yes", ColumnType::YesNo, true, true, agree);
    row("yes and no", ColumnType::YesNo, true, false, differ);

    row("one choice", ColumnType::OneOf, u"RCT"_s, u"rct"_s, agree);
    row("two choices", ColumnType::OneOf, u"cohort"_s, u"case-control"_s, differ);
    row("set in another order", ColumnType::SeveralOf, list({u"a"_s, u"b"_s}), list({u"B"_s, u"a"_s}), agree);
    row("one choice more", ColumnType::SeveralOf, list({u"a"_s, u"b"_s}), list({u"a"_s}), differ);

    row("list in another order", ColumnType::List, list({u"R 4.1"_s, u"Stata"_s}), list({u"stata"_s, u"R 4.1"_s}),
        agree);
    row("list in other words", ColumnType::List, list({u"small sample size"_s}), list({u"the small sample sizes"_s}),
        agree);
    row("two of one are not both", ColumnType::List, list({u"small sample"_s, u"no controls"_s}),
        list({u"small sample"_s, u"small samples"_s}), differ);
    row("list with one less", ColumnType::List, list({u"a b c"_s}), list({u"a b c"_s, u"d e f"_s}), differ);
    row("versions", ColumnType::List, list({u"R 4.1"_s}), list({u"R 4.2"_s}), differ);

    row("same day", ColumnType::Date, u"2019-03-07"_s, u"2019-03-07"_s, agree);
    row("year alone", ColumnType::Date, u"2019"_s, u"2019-03"_s, agree);
    row("another month", ColumnType::Date, u"2019-04"_s, u"2019-03-07"_s, differ);
    row("another year", ColumnType::Date, u"2018"_s, u"2019-03-07"_s, differ);

    row("spelling", ColumnType::Text, u"Randomised controlled trial."_s, u"randomized, controlled trial"_s, agree);
    row("contained", ColumnType::Text, u"Encoder–decoder"_s, u"An encoder-decoder with attention"_s, agree);
    row("inflected", ColumnType::Text, u"120 participants in two hospitals"_s,
        u"Participants (120) of two hospital sites"_s, agree);
    row("another number in text", ColumnType::Text, u"28.4 BLEU on WMT 2014"_s, u"41.8 BLEU on WMT 2014"_s, differ);
    row("decimal point", ColumnType::Text, u"accuracy of 9.7 points"_s, u"accuracy of 97 points"_s, differ);
    row("negated", ColumnType::Text, u"The effect was significant"_s, u"The effect was not significant"_s, differ);
    row("quantity in text", ColumnType::Text, u"1,200 mg"_s, u"1.2 g"_s, agree);
    row("months and years", ColumnType::Text, u"2 years"_s, u"24 months"_s, agree);
    row("another text", ColumnType::Text, u"Small sample and short follow-up"_s,
        u"Attention cost grows with the square of length"_s, differ);
    row("no spaces", ColumnType::Text, u"随机对照试验"_s, u"随机对照试验"_s, agree);
    row("no spaces, another", ColumnType::Text, u"随机对照试验"_s, u"横断面研究"_s, differ);
    row("short words", ColumnType::Text, u"R"_s, u"C"_s, differ);
    row("only signs", ColumnType::Text, u"+"_s, u"−"_s, differ);
}

void AgreementTest::answersAreComparedByTheirType()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QJsonValue, first);
    QFETCH(const QJsonValue, second);
    QFETCH(const bool, agreed);
    const Column column{.id = u"c"_s, .name = u"C"_s, .question = {}, .type = type};
    QCOMPARE(answersAgree(first, second, column), std::optional(agreed));
    QCOMPARE(answersAgree(second, first, column), std::optional(agreed));
    QVERIFY(answersAgree(first, first, column).value_or(false));
}

void AgreementTest::proseIsComparedWithNothing()
{
    const QString one = u"In 120 adults with chronic insomnia, eight weeks of a therapy by internet shortened the time "
                        "until sleep by 19 minutes."_s;
    const QString other = u"The trial randomised 120 people; those who got online therapy slept sooner and woke less "
                          "often than those on a waiting list."_s;
    const auto compare = [](const QJsonValue& a, const QJsonValue& b, ColumnType type) {
        return answersAgree(a, b, {.id = u"c"_s, .name = u"C"_s, .question = {}, .type = type});
    };
    QCOMPARE(compare(one, other, ColumnType::Text), std::nullopt);
    QCOMPARE(compare(one, one, ColumnType::Text), std::nullopt);     // nor counted where it would flatter
    QCOMPARE(compare(one, nothing, ColumnType::Text), std::nullopt); // nor where it would not
    QCOMPARE(compare(u"A trial"_s, one, ColumnType::Text), std::nullopt);
    QCOMPARE(compare(QJsonArray{one, u"short"_s}, QJsonArray{other}, ColumnType::List), std::nullopt);
    QCOMPARE(compare(one, other, ColumnType::OneOf), std::optional(false)); // a closed domain, however long its words

    AgreementTally tally;
    tally.addUncompared();
    QCOMPARE(tally.uncompared(), 1);
    QCOMPARE(tally.compared(), 0);
    QVERIFY(!tally.kappa());
}

void AgreementTest::kappaIsWhatThePaperSays()
{
    // Two judges, 50 proposals: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: p = 0.7, by chance 0.5.
    AgreementTally tally;
    const auto add = [&](int times, const QString& a, const QString& b) {
        for (int i = 0; i < times; ++i)
            tally.add(a == b, a, b);
    };
    add(20, u"yes"_s, u"yes"_s);
    add(5, u"yes"_s, u"no"_s);
    add(10, u"no"_s, u"yes"_s);
    add(15, u"no"_s, u"no"_s);
    QCOMPARE(tally.compared(), 50);
    QCOMPARE(tally.share(), 0.7);
    QVERIFY(tally.kappa());
    QVERIFY(qAbs(*tally.kappa() - 0.4) < 1e-9);
}

void AgreementTest::kappaNeedsTwoCategories()
{
    AgreementTally tally;
    QVERIFY(!tally.kappa());
    tally.add(true, u"yes"_s, u"yes"_s);
    QVERIFY(!tally.kappa());
    tally.add(false, u"yes"_s, u""_s);
    QCOMPARE(tally.kappa(), 0.0);
}

QTEST_GUILESS_MAIN(AgreementTest)
#include "agreement.moc"
