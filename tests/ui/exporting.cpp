// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/elasticsearch_server.h"
#include "servers/zotero_server.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/dense_table.h"
#include "ui/export/export_dialog.h"
#include "ui/import/import_view.h"
#include "ui/import/zotero_picker.h"
#include "ui/shown_window.h"
#include "ui/window/file_commands.h"

#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** The dialogs on the way out, to files and services, and on the way in from Zotero. */
class Exporting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thePreviewFollowsWhatIsChosen();
    void fullTextsGoIntoAFolder();
    void whatIsSentIsTold();
    void collectionsAreChosenInATree();
    void aZoteroThatIsNotThereIsTold();

private:
    QString makeProject(const QString& name, const Settings& settings) const;

    QTemporaryDir m_folder;
};

namespace {

constexpr int patience = windowPatience;

template <typename Widget> Widget* named(const QWidget& parent, const QString& name)
{
    const auto all = parent.findChildren<Widget*>();
    const auto found = std::ranges::find_if(all, [&](const Widget* one) { return one->accessibleName() == name; });
    return found == all.cend() ? nullptr : *found;
}

QPushButton* button(const QWidget& parent, const QString& text)
{
    const auto all = parent.findChildren<QPushButton*>();
    const auto found = std::ranges::find(all, text, [](const QPushButton* one) { return one->text(); });
    return found == all.cend() ? nullptr : *found;
}

bool says(const QWidget& parent, const QString& text)
{
    return std::ranges::any_of(parent.findChildren<QLabel*>(),
                               [&](const QLabel* label) { return label->text().contains(text); });
}

struct OpenWindow
{
    Keychain keychain;
    MainWindow window{{.engine = {}, .keychain = &keychain, .details = detailsFromFile, .rememberLayout = false}};

    explicit OpenWindow(const QString& project)
    {
        window.show();
        window.openPaths({project});
    }
    bool opens()
    {
        return QTest::qWaitFor([this] { return window.session().papers() > 0 && !window.isBusy(); }, patience);
    }
    ExportDialog* exportTo(const QString& format)
    {
        for (QAction* action : window.actions().exports)
            if (action->data().toString() == format)
                action->trigger();
        auto* dialog = window.findChild<ExportDialog*>();
        return dialog && shows(*dialog) ? dialog : nullptr;
    }
    static bool shows(ExportDialog& dialog)
    {
        return QTest::qWaitFor([&] { return !dialog.isLoading(); }, patience);
    }
};

} // namespace

void Exporting::initTestCase()
{
    isolateSettings(m_folder.filePath(u"settings"_s));
}

QString Exporting::makeProject(const QString& name, const Settings& settings) const
{
    const QString path = m_folder.filePath(name);
    auto store = Store::open(path);
    if (!store)
        return {};
    (*store)->putColumns(defaultColumns());
    (*store)->putSettings(settings);
    for (int i = 1; i <= 3; ++i) {
        Paper paper;
        paper.id = (*store)->nextPaperId();
        paper.title = u"=On the number %1"_s.arg(i);
        paper.ids.doi = u"10.1000/paper.%1"_s.arg(i);
        (*store)->putPaper(paper);
        (*store)->putStatus(paper.id, {.state = i < 3 ? State::Done : State::Failed});
        AnsweredQuestions answered;
        Record record;
        for (const Column& column : defaultColumns()) {
            answered.insert(column.id, questionStamp(column));
            record.append(Cell{.column = column.id, .value = u"It works."_s});
        }
        if (i < 3)
            (*store)->putRecord(paper.id, record, answered);
    }
    return path;
}

void Exporting::thePreviewFollowsWhatIsChosen()
{
    OpenWindow open(makeProject(u"preview.sheaf"_s, {}));
    QVERIFY(open.opens());
    ExportDialog* dialog = open.exportTo(u"csv"_s);
    QVERIFY(dialog);
    const QAbstractItemModel& rows = *dialog->findChild<DenseTable*>()->model();
    QCOMPARE(rows.rowCount(), 3);
    const int all = rows.columnCount();
    auto* columns = dialog->findChild<QListWidget*>();
    columns->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(OpenWindow::shows(*dialog));
    QCOMPARE(rows.columnCount(), all - 5); // value, state, quotes, pages, their states
    QVERIFY(dialog->choice().forSpreadsheets);
    dialog->findChild<QCheckBox*>()->setChecked(false);
    QVERIFY(!dialog->choice().forSpreadsheets);
    auto* format = named<ComboBox>(*dialog, u"Format or service"_s);
    format->setCurrentIndex(format->findData(u"ris"_s));
    QVERIFY(OpenWindow::shows(*dialog));
    QVERIFY(dialog->findChild<QPlainTextEdit*>()->toPlainText().startsWith(u"TY  -"_s));
    QVERIFY(!columns->isVisible()); // references hold no answers
}

void Exporting::fullTextsGoIntoAFolder()
{
    OpenWindow open(makeProject(u"texts.sheaf"_s, {}));
    QVERIFY(open.opens());
    ExportDialog* dialog = open.exportTo(u"folder"_s);
    QVERIFY(dialog);
    const auto* format = dialog->findChild<ComboBox*>(); // its name can be told from the ZIP's
    QVERIFY(format->width() >= format->sizeHint().width());
    button(*dialog, u"Save as…"_s)->click();
    auto* question = dialog->findChild<QFileDialog*>();
    QVERIFY(question);
    const QString folder = m_folder.filePath(u"texts"_s);
    QCOMPARE(QFileInfo(question->selectedFiles().value(0)).fileName(), u"texts-markdown"_s);
    QCOMPARE(question->labelText(QFileDialog::FileName), u"New folder:"_s);
    question->selectFile(folder);
    QMetaObject::invokeMethod(question, "accept");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder + u"/index.md"_s), patience);
}

void Exporting::whatIsSentIsTold()
{
    ElasticsearchServer server;
    Settings settings;
    QVERIFY(settings.set(u"elasticsearch.url"_s, server.url().toString()));
    OpenWindow open(makeProject(u"sent.sheaf"_s, settings));
    QVERIFY(open.opens());
    ExportDialog* dialog = open.exportTo(u"elasticsearch"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(u"10.1000/paper.1"_s));
    QPushButton* send = button(*dialog, u"Send"_s);
    QVERIFY(send && send->isEnabled());
    send->click();
    QVERIFY(QTest::qWaitFor([&] { return says(*dialog, u"written."_s); }, patience));
    QCOMPARE(server.documents(u"sheaf"_s).size(), 2);
    QVERIFY(QTest::qWaitFor([&] { return says(*dialog, u"2 there"_s); }, patience));
    server.http().goDown();
    send->click();
    QVERIFY(QTest::qWaitFor([&] { return says(*dialog, u"wait in the file"_s); }, patience));
}

void Exporting::collectionsAreChosenInATree()
{
    ZoteroServer server;
    const QString thesis = server.addCollection(u"Thesis"_s);
    const QString chapter = server.addCollection(u"Chapter 1"_s, thesis);
    ZoteroPicker picker({server.url(), server.url(), {}, {}}, nullptr);
    QSignalSpy shown(&picker, &ZoteroPicker::shown), picked(&picker, &ZoteroPicker::picked);
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    picker.show();
    QVERIFY(shown.count() > 0 || shown.wait(patience));
    auto* tree = picker.findChild<QTreeWidget*>();
    QTreeWidgetItem* library = tree->topLevelItem(0);
    QCOMPARE(library->text(0), u"My Library"_s);
    QPushButton* add = button(picker, u"Add"_s);
    QVERIFY(!add->isEnabled());
    library->child(0)->setCheckState(0, Qt::Checked);
    const QString place = u"zotero://select/library"_s;
    QCOMPARE(picker.chosen(), (QStringList{place + u"/collections/"_s + thesis, place + u"/collections/"_s + chapter}));
    library->setCheckState(0, Qt::Checked);
    QCOMPARE(picker.chosen(), QStringList{place});
    library->child(0)->child(0)->setCheckState(0, Qt::Unchecked);
    QVERIFY(picker.chosen().isEmpty());
    library->child(0)->child(0)->setCheckState(0, Qt::Checked);
    add->click();
    QCOMPARE(picked.first().first().toStringList(), QStringList{place + u"/collections/"_s + chapter});
}

void Exporting::aZoteroThatIsNotThereIsTold()
{
    ZoteroServer server;
    const QUrl url = server.url();
    server.http().goDown();
    ZoteroPicker picker({url, url, {}, {}}, nullptr);
    QSignalSpy shown(&picker, &ZoteroPicker::shown);
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    picker.show();
    QVERIFY(shown.wait(patience));
    QVERIFY(says(picker, u"not open"_s));
    server.http().comeBack();
    button(picker, u"Try again"_s)->click();
    QVERIFY(shown.wait(patience));
    QCOMPARE(picker.findChild<QTreeWidget*>()->topLevelItemCount(), 1);
}

QTEST_MAIN(Exporting)
#include "exporting.moc"
