// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/stage_gate.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

class StageGateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServiceThatIsDownIsTriedAgainByItself();
    void onlyOnePaperTriesUntilOneWentThrough();
    void aRefusedKeyWaitsForTheUser();
    void manyFailuresAreOneTrouble();
};

void StageGateTest::aServiceThatIsDownIsTriedAgainByItself()
{
    StageGate gate;
    gate.setDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(4));
    QSignalSpy opened(&gate, &StageGate::opened);
    gate.close({Stage::Convert, u"convert.service-down"_s, u"The service is down."_s, {}, true});
    QVERIFY(!gate.isOpen());
    QVERIFY(gate.trouble()->nextTry.isValid());
    QCOMPARE(gate.trouble()->action, u"retry-service"_s);
    QVERIFY(opened.wait());
    QVERIFY(gate.isOpen());
}

void StageGateTest::onlyOnePaperTriesUntilOneWentThrough()
{
    StageGate gate;
    gate.close({Stage::Read, u"read.service"_s, u"The service is down."_s, {}, true});
    QCOMPARE(gate.allowed(4), 0);
    gate.open();
    QCOMPARE(gate.allowed(4), 1);
    gate.passed();
    QCOMPARE(gate.allowed(4), 4);
}

void StageGateTest::aRefusedKeyWaitsForTheUser()
{
    StageGate gate;
    gate.close({Stage::Read, u"read.key"_s, u"The key was refused."_s, {}, false});
    QVERIFY(!gate.trouble()->nextTry.isValid());
    QCOMPARE(gate.trouble()->action, u"set-read-key"_s);
}

void StageGateTest::manyFailuresAreOneTrouble()
{
    StageGate gate;
    gate.close({Stage::Read, u"read.key"_s, u"First."_s, {}, false});
    gate.close({Stage::Read, u"read.credit"_s, u"Second."_s, {}, false});
    QCOMPARE(gate.trouble()->failure.message, u"First."_s);
}

QTEST_GUILESS_MAIN(StageGateTest)
#include "stage_gate.moc"
