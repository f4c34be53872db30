// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/cached_conversion.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

/** A volume of three ranges, of which the last may fail. */
class ThreeRanges : public Converter
{
public:
    QString kind() const override { return u"three"_s; }
    QString cacheLabel() const override { return u"three 1"_s; }
    bool accepts(const ConvertInput&) const override { return true; }
    Result<Conversion> convert(const ConvertInput&, const ConvertOptions& options, const ConvertProgress&,
                               std::stop_token) override
    {
        Conversion whole;
        for (int i = 0; i < 3; ++i) {
            const QString name = QString::number(i);
            const QByteArray kept = options.shelf ? options.shelf->get(name) : QByteArray();
            if (kept.isEmpty()) {
                if (i == 2 && fails)
                    return fail(Stage::Convert, u"pdf.crash"_s, u"Killed."_s);
                ++made;
                if (options.shelf)
                    options.shelf->put(name, "range " + name.toLatin1());
            }
            whole.markdown += name;
        }
        return whole;
    }

    bool fails = false;
    int made = 0;
};

} // namespace

class CachedConversionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSecondConversionComesFromTheCache()
    {
        ThreeRanges converter;
        QCOMPARE(convert(converter)->markdown, u"012"_s);
        QCOMPARE(convert(converter)->markdown, u"012"_s);
        QCOMPARE(converter.made, 3);
        QCOMPARE(convert(converter, true)->markdown, u"012"_s);
        QCOMPARE(converter.made, 6);
    }

    void whatWasFinishedBeforeATroubleIsNotMadeAgain()
    {
        ThreeRanges converter;
        converter.fails = true;
        QVERIFY(!convert(converter));
        QCOMPARE(converter.made, 2);
        QCOMPARE(filesInCache(), 2);
        converter.fails = false;
        QCOMPARE(convert(converter)->markdown, u"012"_s);
        QCOMPARE(converter.made, 3);
        QCOMPARE(filesInCache(), 1); // the whole alone
    }

    void aCacheThatCannotBeWrittenIsNoFailure()
    {
        QFile inTheWay(m_folder->filePath(u"cache"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ThreeRanges converter;
        QCOMPARE(convert(converter)->markdown, u"012"_s);
    }

private:
    Result<Conversion> convert(Converter& converter, bool fresh = false)
    {
        const ConversionCache cache(m_folder->filePath(u"cache"_s));
        return convertThroughCache(converter, cache, {u"/volume.pdf"_s, "abc", {}}, {}, fresh, {});
    }
    int filesInCache() const
    {
        int files = 0;
        for (QDirIterator it(m_folder->path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
            ++files;
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CachedConversionTest)
#include "cached_conversion.moc"
