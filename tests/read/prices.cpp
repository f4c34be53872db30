// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/prices.h"

#include <QDate>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

class PriceTable : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray& json)
    {
        QFile file(m_folder.filePath(u"prices.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(json);
        return file.fileName();
    }

private Q_SLOTS:
    void theBuiltInTableIsDatedAndKnowsItsDefault()
    {
        const auto prices = Prices::load({});
        QVERIFY(prices);
        QVERIFY(QDate::fromString(prices->date(), Qt::ISODate).isValid());
        QVERIFY(prices->find(prices->defaultModel(u"anthropic"_s)));
        QVERIFY(!prices->find(u"some-model"_s));
    }

    void aVersionedNameHasThePriceOfItsModel()
    {
        const auto prices = Prices::load({});
        QCOMPARE(prices->find(u"claude-haiku-4-5-20251001"_s)->in, 1.0);
        QCOMPARE(prices->find(u"claude-haiku-5-5"_s)->in, 0.1);
    }

    void longPromptsBatchesAndCacheHaveTheirOwnPrices()
    {
        const auto price = Prices::load({})->find(u"claude-haiku-5-5"_s);
        const ReadUsage million{.inputTokens = 50'000, .outputTokens = 10'000};
        QCOMPARE(price->cost(million, ReadMode::Single), (50'000 * 0.1 + 10'000 * 0.5) / 1e6);
        QCOMPARE(price->cost(million, ReadMode::Batch), (50'000 * 0.1 + 10'000 * 0.5) / 2e6);
        const ReadUsage longPrompt{.inputTokens = 150'000, .outputTokens = 10'000};
        QCOMPARE(price->cost(longPrompt, ReadMode::Single), (150'000 * 0.5 + 10'000 * 2.5) / 1e6);
        const ReadUsage cached{.inputTokens = 50'000, .cachedTokens = 40'000, .cacheWriteTokens = 5'000};
        QCOMPARE(price->cost(cached, ReadMode::Single), (5'000 + 40'000 * 0.1 + 5'000 * 1.25) * 0.1 / 1e6);
    }

    void theUsersTableGoesFirst()
    {
        const auto prices = Prices::load(write("{\"models\":[{\"model\":\"claude-haiku-5-5\",\"in\":9,\"out\":9},"
                                               "{\"model\":\"mine\",\"in\":0,\"out\":0}]}"));
        QVERIFY(prices);
        QCOMPARE(prices->find(u"claude-haiku-5-5"_s)->in, 9.0);
        QVERIFY(prices->find(u"mine-7b"_s)->isFree());
        QVERIFY(prices->find(u"claude-opus-5-5"_s));
    }

    void theUsersTableLiesInTheirConfigurationFolder()
    {
        const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
        QCOMPARE(pricesFile(), config + u"/sheaf/prices.json"_s); // ~/.config, where nothing else is said
    }

    void aBrokenTableOfTheUsersIsSaidNotIgnored()
    {
        QCOMPARE(Prices::load(write("{\"models\":[{\"model\":\"x\"}]}")).error().code, u"read.prices"_s);
        QCOMPARE(Prices::load(write("{\"models\":")).error().code, u"read.prices"_s);
        QVERIFY(Prices::load(write("{\"models\":[{\"model\":\"x\"}]}")).error().message.contains(u"prices.json"_s));
    }

    void settingsOverrideTheTableAndNearbyServersAreFree()
    {
        const auto prices = Prices::load({});
        Settings settings;
        const QUrl far(u"https://api.example.org"_s);
        QVERIFY(!priceOf(u"m"_s, far, settings, *prices));
        for (const QString& near : {u"http://127.0.0.1:8080"_s, u"http://localhost/v1"_s, u"http://[::1]:1"_s,
                                    u"http://192.168.1.4:11434"_s, u"http://10.0.0.2"_s, u"http://box.local"_s})
            QVERIFY2(priceOf(u"m"_s, QUrl(near), settings, *prices)->isFree(), qPrintable(near));
        for (const QString& not_near : {u"http://8.8.8.8"_s, u"http://172.32.0.1"_s, u"http://local"_s})
            QVERIFY2(!isNearby(QUrl(not_near)), qPrintable(not_near));
        QVERIFY(!priceOf(u"claude-haiku-5-5"_s, QUrl(u"http://127.0.0.1:1"_s), settings, *prices)->isFree());
        QVERIFY(settings.set(u"read.price.in"_s, u"3"_s));
        QVERIFY(settings.set(u"read.price.out"_s, u"4"_s));
        QCOMPARE(priceOf(u"m"_s, far, settings, *prices)->in, 3.0);
        QCOMPARE(priceOf(u"claude-haiku-5-5"_s, far, settings, *prices)->out, 4.0);
    }
};

QTEST_GUILESS_MAIN(PriceTable)
#include "prices.moc"
