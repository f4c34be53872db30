// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/type_advice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

class TypeAdviceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswersSayWhichTypeServesBetter_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<ColumnType>("type"); // Text = no advice
        const auto row = [](const char* name, const QStringList& answers, ColumnType type) {
            QTest::newRow(name) << answers << type;
        };
        row("numbers", {u"8 NVIDIA P100 GPUs"_s, u"16 Cloud TPUs"_s}, ColumnType::Number);
        row("numbers alone", {u"12"_s, u"1,204"_s, u"n = 4 500"_s}, ColumnType::Number);
        row("shares", {u"28.4%"_s, u"−3 %"_s}, ColumnType::Number);
        row("one is no number", {u"8 GPUs"_s, u"a few GPUs"_s}, ColumnType::Text);
        row("one answer", {u"8 GPUs"_s}, ColumnType::Text);
        row("none", {}, ColumnType::Text);
        row("ranges", {u"10–20 mg"_s, u"5 to 8 mg"_s}, ColumnType::Text);
        row("spread", {u"24 ± 3 years"_s, u"31 ± 4 years"_s}, ColumnType::Text);
        row("parts", {u"8 of 12"_s, u"7 of 9"_s}, ColumnType::Text);
        row("dates", {u"3 March 2019"_s, u"2019-03-07"_s}, ColumnType::Text);
        row("compounds", {u"10-fold cross-validation"_s, u"3D scans"_s}, ColumnType::Text);
        row("counted points", {u"1. The model is slow"_s, u"1) It is large"_s}, ColumnType::Text);
        row("prose", {u"12 patients were given the drug for a week and the others had none of it"_s, u"8 had it"_s},
            ColumnType::Text);
        row("yes and no", {u"Yes"_s, u"no."_s}, ColumnType::YesNo);
        row("yes with more", {u"Yes, on request"_s, u"No"_s}, ColumnType::Text);
        row("few values", {u"Cohort"_s, u"cohort"_s, u"RCT"_s}, ColumnType::OneOf);
        row("two different values", {u"Cohort"_s, u"RCT"_s}, ColumnType::Text);
        row("three different values", {u"Cohort"_s, u"RCT"_s, u"Model"_s}, ColumnType::Text);
        row("always the same", {u"Cohort"_s, u"Cohort"_s, u"Cohort"_s}, ColumnType::Text);
    }
    void theAnswersSayWhichTypeServesBetter()
    {
        QFETCH(QStringList, answers);
        QFETCH(ColumnType, type);
        const auto advice = adviseType({.id = u"x"_s}, answers);
        QCOMPARE(advice ? advice->column.type : ColumnType::Text, type);
        if (advice)
            QCOMPARE(advice->answers, int(answers.size()));
    }

    void oneUnitForAllIsTheColumns()
    {
        const auto days = adviseType({.id = u"x"_s}, {u"3.5 days"_s, u"12 Days"_s});
        QVERIFY(days);
        QCOMPARE(days->column.unit.toLower(), u"days"_s);
        QVERIFY(!days->leavesOut);
        const auto other = adviseType({.id = u"x"_s}, {u"3.5 days"_s, u"2 weeks"_s});
        QVERIFY(other && other->column.unit.isEmpty() && other->leavesOut);
        const auto bare = adviseType({.id = u"x"_s}, {u"3"_s, u"2"_s});
        QVERIFY(bare && bare->column.unit.isEmpty() && !bare->leavesOut);
    }

    void theValuesBecomeTheChoices()
    {
        const auto advice = adviseType({.id = u"x"_s}, {u"RCT"_s, u"Cohort"_s, u"rct"_s});
        QVERIFY(advice);
        QCOMPARE(advice->column.choices, QStringList({u"RCT"_s, u"Cohort"_s}));
    }

    void onlyATextIsAdvisedOn() { QVERIFY(!adviseType({.id = u"x"_s, .type = ColumnType::List}, {u"1"_s, u"2"_s})); }
};

QTEST_APPLESS_MAIN(TypeAdviceTest)
#include "type_advice.moc"
