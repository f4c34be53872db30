// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/column_set.h"
#include "core/question.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

const Column size{.id = u"size"_s, .name = u"Size"_s, .question = u"How many?"_s, .type = ColumnType::Number};

} // namespace

class Columns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStampIsOfTheQuestionAlone()
    {
        Column other = size;
        other.id = u"n"_s;
        other.name = u"Number of cases"_s;
        QCOMPARE(questionStamp(other), questionStamp(size));
        for (const auto& change :
             {+[](Column& c) { c.question += u" "_s; }, +[](Column& c) { c.unit = u"cases"_s; },
              +[](Column& c) { c.type = ColumnType::Text; }, +[](Column& c) { c.quoteRequired = false; },
              +[](Column& c) { c.choices = {u"a"_s}; }}) {
            Column changed = size;
            change(changed);
            QVERIFY(questionStamp(changed) != questionStamp(size));
        }
        Column bare{.id = u"a"_s, .name = u"Age"_s}; // its name is what is asked
        Column renamed = bare;
        renamed.name = u"Age of the oldest"_s;
        QVERIFY(questionStamp(renamed) != questionStamp(bare));
    }

    void whatIsUnansweredIsNewOrChangedOrAskedAgain()
    {
        Column two = size, three = size, four = size;
        two.id = u"two"_s;
        three.id = u"three"_s;
        four.id = u"four"_s;
        const QuestionSet set({size, two, three, four});
        const AnsweredQuestions answered{{u"size"_s, questionStamp(size)},
                                         {u"two"_s, u"0123456789abcdef"_s},
                                         {u"three"_s, AskedAgain},
                                         {u"gone"_s, questionStamp(size)}};
        QCOMPARE(set.unanswered(answered), QVector<Column>({two, three, four}));
        QVERIFY(set.unanswered({{u"size"_s, {}}, {u"two"_s, {}}, {u"three"_s, {}}, {u"four"_s, {}}}).isEmpty());
    }

    void aSetComesBackFromItsJson()
    {
        Column choice = size;
        choice.id = u"design"_s;
        choice.type = ColumnType::SeveralOf;
        choice.choices = {u"Trial"_s, u"Cohort; other"_s};
        choice.quoteRequired = false;
        const ColumnSet set{u"Mine"_s, u"sleep"_s, {size, choice}};
        const auto read = columnSetFromJson(columnSetJson(set));
        QVERIFY(read);
        QCOMPARE(*read, set);
    }

    void aBareArrayIsTakenAndIdsAreMade()
    {
        const auto set = columnSetFromJson(R"([{"name": "Größe der Studie"}, {"name": "Größe der Studie"},
                                              {"id": "NOT ok", "name": "!"}])");
        QVERIFY(set);
        QStringList ids;
        for (const Column& column : set->columns)
            ids.append(column.id);
        QCOMPARE(ids, QStringList({u"gro_e_der_studie"_s, u"gro_e_der_studie_2"_s, u"column"_s}));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no json") << "{"_ba << u"byte"_s;
        QTest::newRow("no columns") << R"({"columns": []})"_ba << u"columns"_s;
        QTest::newRow("no name") << R"([{"id": "a", "name": "A"}, {"id": "b"}])"_ba << u"column 2"_s;
        QTest::newRow("no such type") << R"([{"name": "A", "type": "poem"}])"_ba << u"column 1"_s;
        QTest::newRow("no choices") << R"([{"name": "A", "type": "one-of"}])"_ba << u"choices"_s;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto set = columnSetFromJson(json);
        QVERIFY(!set);
        QCOMPARE(set.error().code, u"columns.json"_s);
        QVERIFY2(set.error().message.contains(says), qPrintable(set.error().message));
    }

    void theReadyMadeSetsAreComplete()
    {
        const QVector<ColumnSet> sets = readyMadeColumnSets();
        QCOMPARE(sets.size(), 5);
        QStringList ids;
        for (const ColumnSet& set : sets) {
            QVERIFY2(!set.about.isEmpty() && set.columns.size() >= 5, qPrintable(set.name));
            for (const Column& column : set.columns) {
                QVERIFY2(columnProblem(column).isEmpty() && !column.question.isEmpty(), qPrintable(column.id));
                QVERIFY2(!ids.contains(column.id), qPrintable(column.id)); // two sets in one file keep their ids
                ids.append(column.id);
            }
        }
    }

    void aSetAddsOnlyWhatIsMissing()
    {
        Column same = size, taken = size;
        same.id = u"other"_s;
        taken.question = u"How large?"_s;
        const QVector<Column> all = withMissing({size}, {same, taken});
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.last().question, taken.question);
        QCOMPARE(all.last().id, u"size_2"_s);
    }
};

QTEST_GUILESS_MAIN(Columns)
#include "columns.moc"
