// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"
#include "core/secrets.h"

#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSeedDesignsNumbersAreTheDefaults()
    {
        const Settings settings;
        QCOMPARE(settings.integer(u"acquire.parallel"_s), 5);
        QCOMPARE(settings.integer(u"queue.marker.papers"_s), 8);
        QCOMPARE(settings.integer(u"queue.marker.megabytes"_s), 400);
        QCOMPARE(settings.integer(u"convert.workers"_s), 4);
        QCOMPARE(settings.integer(u"read.workers"_s), 4);
        QCOMPARE(settings.text(u"read.kind"_s), u"offline"_s);
        QVERIFY(settings.changed().isEmpty());
    }

    void everyDefaultIsAllowed()
    {
        for (const SettingSpec& spec : Settings::specs()) {
            Settings settings;
            QVERIFY2(settings.set(spec.key, spec.defaultValue.toString()), qPrintable(spec.key));
            QVERIFY(!spec.description.isEmpty());
        }
    }

    void aWrongValueSaysWhatIsAllowed()
    {
        Settings settings;
        const auto unknown = settings.set(u"convert.speed"_s, u"9"_s);
        QCOMPARE(unknown.error().code, u"settings.unknown"_s);
        const auto word = settings.set(u"convert.workers"_s, u"many"_s);
        QCOMPARE(word.error().code, u"settings.value"_s);
        QVERIFY(word.error().message.contains(u"1 to 32"_s));
        QCOMPARE(settings.set(u"convert.workers"_s, u"33"_s).error().code, u"settings.value"_s);
        QVERIFY(settings.set(u"read.kind"_s, u"oracle"_s).error().message.contains(u"anthropic"_s));
        QVERIFY(settings.changed().isEmpty());
    }

    void aFilesSettingsOverlayTheUsers()
    {
        Settings user, file;
        QVERIFY(user.set(u"convert.workers"_s, u"2"_s) && user.set(u"read.kind"_s, u"openai"_s));
        QVERIFY(file.set(u"read.kind"_s, u"offline"_s));
        const Settings both = user.overlaid(file);
        QCOMPARE(both.integer(u"convert.workers"_s), 2);
        QCOMPARE(both.text(u"read.kind"_s), u"offline"_s);
    }

    void aSecretComesFromTheEnvironment()
    {
        qputenv("SHEAF_CONVERT_KEY", " k1 \n");
        QCOMPARE(secretFromEnvironment(SecretName::ConvertKey).reveal(), "k1"_ba);
        qunsetenv("SHEAF_CONVERT_KEY");
        QVERIFY(secretFromEnvironment(SecretName::ConvertKey).isEmpty());
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "settings.moc"
