// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/answers/answer_parser.h"
#include "read/answers/answer_schema.h"
#include "read/answers/value_forms.h"
#include "reading.h"
#include "servers/model_answer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;

class Answers : public QObject
{
    Q_OBJECT

    static QVector<Column> everyType()
    {
        return {column(u"text"_s, ColumnType::Text),
                column(u"number"_s, ColumnType::Number, {}, u"mg"_s),
                column(u"yes_no"_s, ColumnType::YesNo),
                column(u"one"_s, ColumnType::OneOf, {u"Alpha"_s, u"Beta"_s}),
                column(u"several"_s, ColumnType::SeveralOf, {u"Alpha"_s, u"Beta"_s}),
                column(u"list"_s, ColumnType::List),
                column(u"date"_s, ColumnType::Date)};
    }

    static QJsonValue valueOf(const QJsonValue& value, const Column& asked)
    {
        const QJsonObject answer{{asked.id, QJsonObject{{u"value"_s, value}, {u"quotes"_s, QJsonArray()}}}};
        const auto parsed = parseAnswer(QString::fromUtf8(QJsonDocument(answer).toJson()), {asked});
        return parsed ? parsed->record.first().value : QJsonValue(u"refused: "_s + parsed.error());
    }

private Q_SLOTS:
    void aSchemaKeepsToTheSubsetThatAllVendorsTake()
    {
        const QJsonObject schema = answerSchema(everyType());
        QVector<QJsonObject> open{schema};
        int objects = 0;
        while (!open.isEmpty()) {
            const QJsonObject part = open.takeLast();
            static const QStringList allowed{u"type"_s,  u"properties"_s, u"required"_s, u"additionalProperties"_s,
                                             u"anyOf"_s, u"items"_s,      u"enum"_s};
            const QStringList keys = part.keys();
            for (const QString& key : keys)
                QVERIFY2(allowed.contains(key), qPrintable(key));
            if (part.value(u"type"_s) == u"object"_s) {
                ++objects;
                QCOMPARE(part.value(u"additionalProperties"_s), QJsonValue(false));
                QCOMPARE(part.value(u"required"_s).toArray().size(), part.value(u"properties"_s).toObject().size());
            }
            const QJsonObject properties = part.value(u"properties"_s).toObject();
            for (const QJsonValue& property : properties)
                open.append(property.toObject());
            const QJsonArray choices = part.value(u"anyOf"_s).toArray();
            for (const QJsonValue& choice : choices)
                open.append(choice.toObject());
            if (part.contains(u"items"_s))
                open.append(part.value(u"items"_s).toObject());
        }
        QCOMPARE(objects, 1 + 7 + 7); // the record, a column's answer, its quotes
    }

    void anAnswerOfEveryTypeIsTakenOver()
    {
        QJsonObject answer = answerFor(answerSchema(everyType()), u"Rain fell."_s);
        answer[u"date"_s] = QJsonObject{{u"value"_s, u"2021-05"_s}, {u"quotes"_s, QJsonArray()}};
        const auto parsed = parseAnswer(QString::fromUtf8(QJsonDocument(answer).toJson()), everyType());
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        QCOMPARE(parsed->warning, QString());
        QCOMPARE(parsed->record.size(), 7);
        QCOMPARE(parsed->record.at(0).column, u"text"_s);
        QCOMPARE(parsed->record.at(0).value, QJsonValue(u"Rain fell."_s));
        QCOMPARE(parsed->record.at(0).quotes.first().text, u"Rain fell."_s);
        QCOMPARE(parsed->record.at(0).quotes.first().claimedPage, 1);
        QCOMPARE(parsed->record.at(1).value, QJsonValue(0.5));
        QCOMPARE(parsed->record.at(2).value, QJsonValue(true));
        QCOMPARE(parsed->record.at(4).value, QJsonValue(QJsonArray{u"Alpha"_s}));
        QCOMPARE(parsed->record.at(6).value, QJsonValue(u"2021-05"_s));
    }

    void jsonIsFoundInWhateverItIsWrappedIn_data()
    {
        QTest::addColumn<QString>("text");
        const QString json = QString::fromUtf8(R"({"text":{"value":"Rain","quotes":[]}})");
        QTest::newRow("bare") << json;
        QTest::newRow("fence") << u"```json\n%1\n```"_s.arg(json);
        QTest::newRow("prose") << u"Here is the answer:\n%1\nI hope it helps."_s.arg(json);
        QTest::newRow("thinking") << u"<think>Is it {this}?</think>\n"_s + json;
        QTest::newRow("list of one") << u'[' + json + u']';
        QTest::newRow("twice encoded")
            << QString::fromUtf8(QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact)).chopped(1).sliced(1);
    }
    void jsonIsFoundInWhateverItIsWrappedIn()
    {
        QFETCH(QString, text);
        const auto parsed = parseAnswer(text, {column(u"text"_s, ColumnType::Text)});
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        QCOMPARE(parsed->record.first().value, QJsonValue(u"Rain"_s));
    }

    void whatIsNoAnswerIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << u"  "_s << u"empty"_s;
        QTest::newRow("prose") << u"I cannot read this."_s << u"not one JSON object"_s;
        QTest::newRow("cut") << QString::fromUtf8(R"({"n":{"value":"Rai)") << u"not one JSON object"_s;
        QTest::newRow("missing") << QString::fromUtf8(R"({"m":{"value":1,"quotes":[]}})") << u"\"n\" is missing"_s;
        QTest::newRow("wrong type") << QString::fromUtf8(R"({"n":{"value":"about twelve","quotes":[]}})") << u"value"_s;
        QTest::newRow("object as value") << QString::fromUtf8(R"({"n":{"value":{"a":1},"quotes":[]}})") << u"value"_s;
    }
    void whatIsNoAnswerIsRefusedWithItsReason()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto parsed = parseAnswer(text, {column(u"n"_s, ColumnType::Number)});
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().contains(reason), qPrintable(parsed.error()));
    }

    void formsOfAValueWithTheSameMeaningBecomeOne()
    {
        const Column number = column(u"n"_s, ColumnType::Number, {}, u"mg"_s);
        QCOMPARE(valueOf(u"1,204 patients"_s, number), QJsonValue(1204));
        QCOMPARE(valueOf(u"−3.5"_s, number), QJsonValue(-3.5));
        QCOMPARE(valueOf(u"≈ 12 mg"_s, number), QJsonValue(12));
        QVERIFY(valueOf(u"12-14"_s, number).toString().startsWith(u"refused"_s));
        QVERIFY(valueOf(u"12 of 14"_s, number).toString().startsWith(u"refused"_s));
        QCOMPARE(valueOf(u"Not reported."_s, number), QJsonValue(QJsonValue::Null));
        QCOMPARE(valueOf(u"Yes"_s, column(u"y"_s, ColumnType::YesNo)), QJsonValue(true));
        QVERIFY(valueOf(u"maybe"_s, column(u"y"_s, ColumnType::YesNo)).toString().startsWith(u"refused"_s));
        const Column one = column(u"o"_s, ColumnType::OneOf, {u"None"_s, u"Some"_s});
        QCOMPARE(valueOf(u"some"_s, one), QJsonValue(u"Some"_s));
        QCOMPARE(valueOf(u"None"_s, one), QJsonValue(u"None"_s)); // a choice, not an absence
        QVERIFY(valueOf(u"All"_s, one).toString().startsWith(u"refused"_s));
        const Column list = column(u"l"_s, ColumnType::List);
        QCOMPARE(valueOf(QString::fromUtf8(R"(["a","b"])"), list), QJsonValue(QJsonArray{u"a"_s, u"b"_s}));
        QCOMPARE(valueOf(u"one thing"_s, list), QJsonValue(QJsonArray{u"one thing"_s}));
        QCOMPARE(valueOf(QJsonArray{QJsonObject{{u"text"_s, u"a"_s}}, u"a"_s}, list), QJsonValue(QJsonArray{u"a"_s}));
    }

    void datesAreKeptAsFarAsTheyAreKnown()
    {
        QCOMPARE(isoDate(u"3 May 2021"_s), u"2021-05-03"_s);
        QCOMPARE(isoDate(u"May 2021"_s), u"2021-05"_s);
        QCOMPARE(isoDate(u"2021"_s), u"2021"_s);
        QCOMPARE(isoDate(u"spring 2021"_s), std::nullopt);
        QVERIFY(valueOf(u"soon"_s, column(u"d"_s, ColumnType::Date)).toString().startsWith(u"refused"_s));
    }

    void quotesLoseOnlyWhatIsNotThePapers()
    {
        const QString text =
            QString::fromUtf8(R"({"t":{"value":"x","quotes":["bare [page 3] quote",{"text":"a","page":"p. 7"},)") +
            QString::fromUtf8(R"({"text":"","page":1},{"text":"a","page":"p. 7"},{"text":"b","page":-4}]}})");
        const auto parsed = parseAnswer(text, {column(u"t"_s, ColumnType::Text)});
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        const QVector<Quote> quotes = parsed->record.first().quotes;
        QCOMPARE(quotes.size(), 3);
        QCOMPARE(quotes.at(0).text, u"bare quote"_s);
        QCOMPARE(quotes.at(1).claimedPage, 7);
        QCOMPARE(quotes.at(2).claimedPage, 0);
        QVERIFY(parsed->warning.contains(u"2 quotes left out"_s));
    }
};

QTEST_GUILESS_MAIN(Answers)
#include "answers.moc"
