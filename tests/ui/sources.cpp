// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"
#include "ui/papers/attention_bar.h"
#include "ui/settings/keychain.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/source_order.h"
#include "ui/settings/sources_page.h"

#include "testing/testing.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace sheaf;

class SourcesViewTest : public QObject
{
    Q_OBJECT
private:
    Keychain m_keychain;

    static QPushButton* button(QWidget& in, const QString& text)
    {
        for (QPushButton* one : in.findChildren<QPushButton*>()) {
            if (one->text() == text && one->isVisible() && one->isEnabled())
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void theOrderIsChangedByKeys()
    {
        SourceOrder order;
        order.set(sourceChoices(Settings()));
        QSignalSpy edited(&order, &SourceOrder::edited);
        order.choose(u"openalex"_s);
        QTest::keyClick(&order, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&order, Qt::Key_Space);
        QCOMPARE(order.choices().mid(0, 3),
                 QVector<SourceChoice>({{u"list"_s}, {u"openalex"_s, false}, {u"unpaywall"_s}}));
        QCOMPARE(order.currentSource(), u"openalex"_s);
        QCOMPARE(edited.size(), 2);
        order.choose(u"list"_s);
        QTest::keyClick(&order, Qt::Key_Up, Qt::AltModifier); // there is nothing above
        QCOMPARE(order.choices().first().name, u"list"_s);
    }

    void whatASourceLacksStandsInItsRow()
    {
        SourcesPage page(&m_keychain);
        Settings settings;
        page.set(settings);
        const auto spoken = [&](const QString& name) {
            page.order()->choose(name);
            return page.order()->currentItem()->data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(u"unpaywall"_s).contains("e-mail"_L1));
        QVERIFY(spoken(u"resolver"_s).contains("address"_L1));
        QVERIFY(!spoken(u"arxiv"_s).contains("needs"_L1));
        QVERIFY(settings.set(u"acquire.email"_s, u"reader@example.org"_s));
        page.refresh(settings);
        QVERIFY(!spoken(u"unpaywall"_s).contains("needs"_L1));
    }

    void theDialogAppliesOrderAndAddresses()
    {
        SettingsDialog dialog(&m_keychain, nullptr);
        QSignalSpy applied(&dialog, &SettingsDialog::applied);
        dialog.set(Settings());
        dialog.showSetting(u"acquire.sources"_s);
        QVERIFY(!button(dialog, u"Apply"_s)); // nothing is changed yet
        auto* order = dialog.findChild<SourceOrder*>();
        order->choose(u"core"_s);
        QTest::keyClick(order, Qt::Key_Space);
        auto* apply = button(dialog, u"Apply"_s);
        QVERIFY(apply);
        apply->click();
        QCOMPARE(applied.size(), 1);
        const auto settings = applied.first().first().value<Settings>();
        QVERIFY(settings.text(u"acquire.sources"_s).contains("-core"_L1));
        QCOMPARE(settings.changed().keys(), QStringList(u"acquire.sources"_s));
    }

    void aTestRunsWithWhatStandsThereAndItsSentenceIsShown()
    {
        SettingsDialog dialog(&m_keychain, nullptr);
        dialog.set(Settings());
        dialog.showSetting(u"acquire.email"_s);
        QSignalSpy tested(&dialog, &SettingsDialog::sourceTestRequested);
        auto* order = dialog.findChild<SourceOrder*>();
        order->choose(u"europepmc"_s);
        QTest::keyClick(order, Qt::Key_T);
        QCOMPARE(tested.size(), 1);
        QCOMPARE(tested.first().first().toString(), u"europepmc"_s);
        const QString sentence = u"www.ebi.ac.uk answers with error 503."_s;
        dialog.showSourceTest(u"europepmc"_s, false, sentence);
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [&](QLabel* l) { return l->text().contains(sentence) && l->isVisible(); }));
        QVERIFY(order->currentItem()->data(Qt::AccessibleTextRole).toString().contains("trouble"_L1));
    }

    void theBarIsThereForPapersThatAreShownOrQuestions()
    {
        AttentionBar bar;
        bar.set(3, u"/home/reader/Downloads"_s);
        QVERIFY(bar.isHidden());
        bar.setWanted(true);
        QVERIFY(!bar.isHidden());
        bar.set(0, {});
        QVERIFY(bar.isHidden());
        bar.setWanted(false);
        bar.setUnanswered(2, u"Europe PMC, arXiv"_s);
        QVERIFY(!bar.isHidden());
        QSignalSpy retried(&bar, &AttentionBar::retryRequested);
        bar.show();
        button(bar, u"Try all again"_s)->click();
        QCOMPARE(retried.size(), 1);
        bar.setUnanswered(0, {});
        QVERIFY(bar.isHidden());
        bar.show();
        bar.ask(7, u"Random forests"_s, u"/tmp/draft.pdf"_s, u"title 71 %"_s);
        QVERIFY(!bar.isHidden());
        QSignalSpy answered(&bar, &AttentionBar::answered);
        QTRY_VERIFY(button(bar, u"Yes"_s));
        button(bar, u"Yes"_s)->click();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().at(0).value<PaperId>(), PaperId(7));
        QCOMPARE(answered.first().at(2).toBool(), true);
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(SourcesViewTest)
#include "sources.moc"
