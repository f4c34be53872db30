// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cache.h"
#include "testing/testing.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <thread>

using namespace sheaf;
using namespace Qt::StringLiterals;

class CacheTest : public QObject
{
    Q_OBJECT

    static int filesIn(const QString& folder)
    {
        int files = 0;
        for (QDirIterator i(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); i.hasNext(); i.next())
            ++files;
        return files;
    }
    static void setAge(const QString& folder, const QString& key, int hours)
    {
        QFile file(folder + u'/' + key.left(2) + u'/' + key);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-3600 * hours), QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void keysDifferByEachOfTheirParts()
    {
        const QString key = ConversionCache::key("abc", u"fast"_s, u"native 1"_s);
        QCOMPARE(key.size(), 64);
        QCOMPARE(ConversionCache::key("abc", u"fast"_s, u"native 1"_s), key);
        QVERIFY(ConversionCache::key("abd", u"fast"_s, u"native 1"_s) != key);
        QVERIFY(ConversionCache::key("abc", u"quality"_s, u"native 1"_s) != key);
        QVERIFY(ConversionCache::key("abc", u"fast"_s, u"native 2"_s) != key);
        QVERIFY(ConversionCache::key("ab", u"cfast"_s, u"native 1"_s) != key);
    }

    void whatWasPutIsThere()
    {
        QTemporaryDir folder;
        const ConversionCache cache(folder.filePath(u"deep/er"_s));
        const QString key = ConversionCache::key("abc", {}, {});
        QVERIFY(cache.get(key).isEmpty());
        QVERIFY(cache.put(key, "one"));
        QCOMPARE(cache.get(key), "one"_ba);
        QVERIFY(cache.put(key, "two"));
        QCOMPARE(ConversionCache(folder.filePath(u"deep/er"_s)).get(key), "two"_ba);
    }

    void aKeyCannotReachOutOfTheFolder()
    {
        QTemporaryDir folder;
        const ConversionCache cache(folder.filePath(u"cache"_s));
        QVERIFY(!cache.put(u"../../escaped"_s, "x"));
        QVERIFY(cache.get(u"../../etc/passwd"_s).isEmpty());
        QCOMPARE(filesIn(folder.path()), 0);
    }

    void manyWritersOfOneKeyLeaveOneWholeFile()
    {
        QTemporaryDir folder;
        const ConversionCache cache(folder.path());
        const QString key = ConversionCache::key("abc", {}, {});
        std::atomic<int> torn = 0;
        {
            std::vector<std::jthread> threads;
            for (char letter = 'a'; letter < 'e'; ++letter) {
                threads.emplace_back([&, letter] {
                    for (int i = 0; i < 20; ++i) {
                        if (!cache.put(key, QByteArray(100'000, letter)))
                            ++torn;
                        const QByteArray read = cache.get(key);
                        if (read.size() != 100'000 || read.count(read[0]) != 100'000)
                            ++torn;
                    }
                });
            }
        }
        QCOMPARE(torn.load(), 0);
        QCOMPARE(filesIn(folder.path()), 1);
    }

    void theOldestUsedGoFirst()
    {
        QTemporaryDir folder;
        const ConversionCache cache(folder.path());
        QStringList keys;
        for (int i = 0; i < 4; ++i) {
            keys.append(ConversionCache::key(QByteArray::number(i), {}, {}));
            QVERIFY(cache.put(keys[i], QByteArray(1000, 'x')));
            setAge(folder.path(), keys[i], 10 - i);
        }
        QVERIFY(!cache.get(keys[0]).isEmpty()); // used just now
        cache.trim(2500);
        QVERIFY(!cache.get(keys[0]).isEmpty());
        QVERIFY(cache.get(keys[1]).isEmpty());
        QVERIFY(cache.get(keys[2]).isEmpty());
        QVERIFY(!cache.get(keys[3]).isEmpty());
        cache.trim(0);
        QCOMPARE(filesIn(folder.path()), 0);
    }

    void aFolderThatCannotBeMadeIsAFailure()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto put = ConversionCache(file.fileName()).put(ConversionCache::key("abc", {}, {}), "x");
        QVERIFY(!put);
        QCOMPARE(put.error().code, u"cache.write"_s);
    }
};

QTEST_GUILESS_MAIN(CacheTest)
#include "cache.moc"
