// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"
#include "servers/elasticsearch_server.h"
#include "testing/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sheaf::cli;

/** The program itself, as a user calls it; papers are markdown, the reader is the offline one. */
class Commands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aWrongUsageIsTold();
    void aRunEndsWithAllPapersDone();
    void aSecondRunAddsNothingAndKeepsTheAnswers();
    void resultsGoToAServiceAndWaitWhereItIsDown();
    void columnsComeFromAFile();
    void aMissingPaperMakesTheRunFail();
    void aRunWithoutANetworkReadsWhatIsAtHandAndEnds();
    void progressAsJsonIsOneObjectALine();
    void conversionKeepsPapersOfTheSameNameApart();
    void aSecondConversionComesFromTheCache();
    void aFileThatIsNoDocumentIsCountedAsFailed();
    void listsAreShownAsTheyWereUnderstood();
    void aSignalStopsTheRunInOrder();
    void aProjectInUseIsReadButNotRun();
    void modelsThatAreMissingAreNamed();
    void fetchingModelsWithoutPipSaysWhatToInstall();
    void theDoctorTellsOfModelsAndDevices();
    void theDoctorTellsWhatADeviceLacks();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray out, err;
    };
    void prepare(QProcess& process, const QStringList& arguments) const;
    static Outcome outcomeOf(QProcess& process);
    Outcome call(const QStringList& arguments) const;
    /** On a machine that has no models, and no programs but its own; with stand-ins for a driver, if they are named. */
    Outcome callOnABareMachine(const QStringList& arguments, const QString& driverFolder = {}) const;
    QString write(const QString& name, const QByteArray& text) const;
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray paperText(const QByteArray& title)
{
    return "# " + title +
           "\n\n## Abstract\n\nWe measured the response of ten samples. The response grew with temperature.\n\n"
           "## Methods\n\nWe used a randomised controlled trial with 40 patients.\n\n"
           "## Limitations\n\nA limitation of this study is its small sample.\n";
}

} // namespace

void Commands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString Commands::write(const QString& name, const QByteArray& text) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path(name) : QString();
}

void Commands::prepare(QProcess& process, const QStringList& arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(sheaf::testing::builtProgram(u"sheaf-cli"_s));
    process.setArguments(arguments);
}

Commands::Outcome Commands::call(const QStringList& arguments) const
{
    QProcess process;
    prepare(process, arguments);
    return outcomeOf(process);
}

Commands::Outcome Commands::callOnABareMachine(const QStringList& arguments, const QString& driverFolder) const
{
    QProcess process;
    prepare(process, arguments);
    auto environment = process.processEnvironment();
    for (const auto& variable : {u"XDG_DATA_HOME"_s, u"XDG_DATA_DIRS"_s, u"PATH"_s})
        environment.insert(variable, path(u"bare"_s));
    environment.insert(u"LD_LIBRARY_PATH"_s, driverFolder);
    process.setProcessEnvironment(environment);
    return outcomeOf(process);
}

Commands::Outcome Commands::outcomeOf(QProcess& process)
{
    process.start();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void Commands::aWrongUsageIsTold()
{
    QCOMPARE(call({}).status, int(Usage));
    QCOMPARE(call({u"dance"_s}).status, int(Usage));
    QCOMPARE(call({u"run"_s}).status, int(Usage));
    const Outcome wrongValue = call({u"doctor"_s, u"--set"_s, u"read.kind=crystal-ball"_s});
    QCOMPARE(wrongValue.status, int(Usage));
    QVERIFY(wrongValue.err.contains("offline"));
    QCOMPARE(call({u"convert"_s, u"--help"_s}).status, int(AllDone));
    QCOMPARE(call({u"results"_s, path(u"nothing.sheaf"_s)}).status, int(CouldNotRun));
}

void Commands::aRunEndsWithAllPapersDone()
{
    const QString a = write(u"a.md"_s, paperText("The first study of samples"));
    const QString b = write(u"b.md"_s, paperText("Another study of other things"));
    const Outcome run = call({u"run"_s, a, b, u"--project"_s, path(u"p.sheaf"_s), u"--export"_s, path(u"out.csv"_s),
                              u"--export"_s, path(u"out.json"_s)});
    QCOMPARE(run.status, int(AllDone));
    QVERIFY(QFile::exists(path(u"out.csv"_s)));

    const Outcome results = call({u"results"_s, path(u"p.sheaf"_s), u"--format"_s, u"json"_s});
    QCOMPARE(results.status, int(AllDone));
    QFile exported(path(u"out.json"_s));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QCOMPARE(results.out, exported.readAll());

    const Outcome status = call({u"status"_s, path(u"p.sheaf"_s), u"--json"_s});
    const QJsonObject told = QJsonDocument::fromJson(status.out).object();
    QCOMPARE(told.value(u"papers"_s).toInt(), 2);
    QCOMPARE(told.value(u"states"_s).toObject().value(u"done"_s).toInt(), 2);
    QVERIFY(told.value(u"values_proven"_s).toInt() > 0);
}

void Commands::aSecondRunAddsNothingAndKeepsTheAnswers()
{
    const QString a = write(u"a.md"_s, paperText("The first study of samples"));
    QCOMPARE(call({u"run"_s, a, u"--project"_s, path(u"p.sheaf"_s)}).status, int(AllDone));
    const QByteArray before = call({u"results"_s, path(u"p.sheaf"_s), u"--format"_s, u"json"_s}).out;
    QCOMPARE(call({u"run"_s, a, u"--project"_s, path(u"p.sheaf"_s)}).status, int(AllDone));
    QCOMPARE(call({u"results"_s, path(u"p.sheaf"_s), u"--format"_s, u"json"_s}).out, before);
    QCOMPARE(call({u"run"_s, u"--project"_s, path(u"p.sheaf"_s)}).status, int(AllDone));
}

void Commands::resultsGoToAServiceAndWaitWhereItIsDown()
{
    sheaf::testing::ElasticsearchServer server;
    const QString project = path(u"p.sheaf"_s), url = u"elasticsearch.url="_s + server.url().toString();
    const QString paper = write(u"a.md"_s, paperText("The first study of samples"));
    server.http().goDown();
    const Outcome run = call({u"run"_s, paper, u"--project"_s, project, u"--set"_s, url, u"--set"_s,
                              u"elasticsearch.live=true"_s, u"--progress"_s, u"none"_s});
    QCOMPARE(run.status, int(AllDone)); // reading was not held up
    QVERIFY(run.err.contains("wait"));
    const QStringList exporting{u"export"_s, project, u"--to"_s, u"elasticsearch"_s};
    QCOMPARE(call(exporting).status, int(CouldNotRun));
    server.http().comeBack();
    QVERIFY(call(exporting + QStringList{u"--test"_s}).out.contains("8.15.2"));
    QCOMPARE(server.documents(u"sheaf"_s).size(), 0);
    QCOMPARE(call(exporting).status, int(AllDone));
    const auto documents = server.documents(u"sheaf"_s);
    QCOMPARE(documents.size(), 1);
    const Outcome results = call({u"results"_s, project, u"--format"_s, u"json"_s});
    QCOMPARE(QJsonDocument::fromJson(results.out).array()[0]["es_record_id"_L1].toString(), documents.firstKey());
    QCOMPARE(call({u"export"_s, project, u"--to"_s, u"nowhere"_s}).status, int(Usage));
}

void Commands::columnsComeFromAFile()
{
    const QString a = write(u"a.md"_s, paperText("The first study of samples"));
    const QString project = path(u"p.sheaf"_s), out = path(u"out.json"_s);
    const QString columns = write(u"columns.json"_s, R"({"name": "Mine", "columns": [{"id": "limitations",
        "name": "Limits", "question": "Which limitations do the authors name?", "type": "list"},
        {"name": "Sample size", "question": "How many patients?", "type": "number"}]})");
    QCOMPARE(call({u"run"_s, a, u"--project"_s, project, u"--columns"_s, columns, u"--export"_s, out}).status,
             int(AllDone));
    QFile exported(out);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QJsonArray results = QJsonDocument::fromJson(exported.readAll()).array();
    QCOMPARE(results.at(0)[u"record"_s].toObject().keys(), QStringList({u"limitations"_s, u"sample_size"_s}));
    const QString broken = write(u"broken.json"_s, R"([{"question": "What?"}])");
    const Outcome refused = call({u"run"_s, u"--project"_s, project, u"--columns"_s, broken});
    QCOMPARE(refused.status, int(Usage));
    QVERIFY(refused.err.contains("columns.json"));
}

void Commands::aMissingPaperMakesTheRunFail()
{
    const QString list =
        write(u"list.bib"_s, "@article{a, title={A study nobody has}, year={2020}, author={Nobody, N.}}\n");
    const Outcome run = call({u"run"_s, list, u"--project"_s, path(u"p.sheaf"_s)});
    QCOMPARE(run.status, int(SomeFailed));
    QVERIFY(run.out.contains("acquire.no-open-copy"));
    QCOMPARE(call({u"retry"_s, path(u"p.sheaf"_s), u"--failed"_s}).status, int(SomeFailed));
    QCOMPARE(call({u"retry"_s, path(u"p.sheaf"_s), u"first"_s}).status, int(Usage));
}

void Commands::aRunWithoutANetworkReadsWhatIsAtHandAndEnds()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QString nobody = u"http://127.0.0.1:%1"_s.arg(gone.serverPort());
    gone.close();
    QStringList arguments{u"run"_s, write(u"list.txt"_s, "10.5555/elsewhere.1\n"),
                          write(u"a.md"_s, paperText("A study at hand")), u"--project"_s, path(u"p.sheaf"_s)};
    for (const auto& service : {u"unpaywall"_s, u"arxiv"_s, u"openalex"_s, u"europepmc"_s, u"semanticscholar"_s,
                                u"core"_s, u"biorxiv"_s, u"doi"_s, u"crossref"_s})
        arguments << u"--set"_s << u"acquire.%1.url=%2"_s.arg(service, nobody);
    const Outcome run = call(arguments);
    QVERIFY2(run.err.contains("[net.none]"), run.err.constData());
    QCOMPARE(run.status, int(SomeFailed));
    QVERIFY2(run.out.contains("1 done, 0 failed, 1 need attention or wait"), run.out.constData());
    QVERIFY2(call({u"status"_s, path(u"p.sheaf"_s)}).out.contains("1  Waiting"), run.out.constData());
}

void Commands::progressAsJsonIsOneObjectALine()
{
    const QString a = write(u"a.md"_s, paperText("The first study of samples"));
    const Outcome run = call({u"run"_s, a, u"--project"_s, path(u"p.sheaf"_s), u"--progress"_s, u"json"_s});
    QByteArray lastEvent;
    for (const QByteArray& line : run.out.trimmed().split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        QVERIFY2(event.contains(u"event"_s), line.constData());
        lastEvent = event.value(u"event"_s).toString().toUtf8();
    }
    QCOMPARE(lastEvent, "end"_ba);
}

void Commands::conversionKeepsPapersOfTheSameNameApart()
{
    write(u"in/one/paper.md"_s, "# One\n\nText of one.\n");
    write(u"in/two/paper.md"_s, "# Two\n\nText of two.\n");
    const Outcome run = call({u"convert"_s, path(u"in"_s), u"-o"_s, path(u"out"_s), u"--json"_s, u"--jobs"_s, u"2"_s});
    QCOMPARE(run.status, int(AllDone));
    const QStringList made = QDir(path(u"out"_s)).entryList(QDir::Files);
    QCOMPARE(made, (QStringList{u"paper-2.json"_s, u"paper-2.md"_s, u"paper.json"_s, u"paper.md"_s}));
    QFile second(path(u"out/paper-2.md"_s));
    QVERIFY(second.open(QIODevice::ReadOnly));
    QVERIFY(second.readAll().contains("Text of two."));
    // The inputs' own folder is no danger to them.
    QCOMPARE(call({u"convert"_s, path(u"in/one"_s), u"-o"_s, path(u"in/one"_s)}).status, int(AllDone));
    QFile input(path(u"in/one/paper.md"_s));
    QVERIFY(input.open(QIODevice::ReadOnly));
    QCOMPARE(input.readAll(), "# One\n\nText of one.\n"_ba);
}

void Commands::aSecondConversionComesFromTheCache()
{
    const QStringList convert{u"convert"_s, write(u"a.md"_s, "# One\n\nText.\n"), u"-o"_s, path(u"out"_s)};
    QCOMPARE(call(convert).status, int(AllDone));
    QStringList kept;
    for (QDirIterator it(path(u"cache"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        kept << it.next();
    QCOMPARE(kept.size(), 1);
    // Another conversion in its place shows where the second answer comes from.
    write(u"b.md"_s, "# Other\n\nText.\n");
    QVERIFY(QFile::remove(kept.first()));
    QCOMPARE(call({u"convert"_s, path(u"b.md"_s), u"-o"_s, path(u"out"_s)}).status, int(AllDone));
    QString other;
    for (QDirIterator it(path(u"cache"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        other = it.next();
    QDir().mkpath(QFileInfo(kept.first()).path());
    QVERIFY(QFile::rename(other, kept.first()));
    QCOMPARE(call(convert).status, int(AllDone));
    const auto written = [this] {
        QFile file(path(u"out/a.md"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(written().startsWith("# Other"));
    QCOMPARE(call(convert + QStringList{u"--fresh"_s}).status, int(AllDone));
    QVERIFY(written().startsWith("# One"));
}

void Commands::aFileThatIsNoDocumentIsCountedAsFailed()
{
    write(u"in/broken.pdf"_s, "%PDF-1.4\nnothing more");
    write(u"in/good.md"_s, "# Good\n\nText.\n");
    const Outcome run = call({u"convert"_s, path(u"in"_s), path(u"missing.pdf"_s), u"-o"_s, path(u"out"_s)});
    QCOMPARE(run.status, int(SomeFailed));
    QVERIFY2(run.out.contains("3 documents: 1 done, 2 failed"), run.out.constData());
    QVERIFY(run.out.contains("[pdf."));
}

void Commands::listsAreShownAsTheyWereUnderstood()
{
    const QString list = write(u"list.bib"_s, "@article{a, title={A study}, doi={10.1234/ABC}, year={2020}}\n"
                                              "@article{b, title={A study}, doi={10.1234/abc}, year={2020}}\n");
    const Outcome told = call({u"lists"_s, list});
    QCOMPARE(told.status, int(AllDone));
    const QJsonObject plan = QJsonDocument::fromJson(told.out).object();
    QCOMPARE(plan.value(u"papers"_s).toArray().size(), 1);
    QCOMPARE(plan.value(u"papers"_s).toArray().first().toObject().value(u"doi"_s).toString(), u"10.1234/abc"_s);
    QCOMPARE(plan.value(u"duplicates"_s).toArray().size(), 1);
}

void Commands::aSignalStopsTheRunInOrder()
{
    QTcpServer silent; // takes the connection and never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QProcess process;
    prepare(process, {u"run"_s, u"10.1234/never"_s, u"--project"_s, path(u"p.sheaf"_s), u"--set"_s,
                      u"acquire.email=me@example.org"_s, u"--set"_s, u"acquire.metadata=false"_s, u"--set"_s,
                      u"acquire.unpaywall.url=http://127.0.0.1:%1"_s.arg(silent.serverPort())});
    process.start();
    QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, 30000));
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), int(Stopped));
    const QJsonObject told = QJsonDocument::fromJson(call({u"status"_s, path(u"p.sheaf"_s), u"--json"_s}).out).object();
    QCOMPARE(told.value(u"states"_s).toObject().value(u"waiting"_s).toInt(), 1);
}

void Commands::aProjectInUseIsReadButNotRun()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QStringList run{u"run"_s,       u"10.1234/never"_s,
                          u"--project"_s, path(u"p.sheaf"_s),
                          u"--set"_s,     u"acquire.email=me@example.org"_s,
                          u"--set"_s,     u"acquire.metadata=false"_s,
                          u"--set"_s,     u"acquire.unpaywall.url=http://127.0.0.1:%1"_s.arg(silent.serverPort())};
    QProcess first;
    prepare(first, run);
    first.start();
    QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, 30000));
    QCOMPARE(call({u"status"_s, path(u"p.sheaf"_s)}).status, int(AllDone));
    const Outcome second = call(run);
    QCOMPARE(second.status, int(CouldNotRun));
    QVERIFY(second.err.contains("store.locked"));
    first.terminate();
    QVERIFY(first.waitForFinished(30000));
    QCOMPARE(first.exitCode(), int(Stopped));
}

void Commands::modelsThatAreMissingAreNamed()
{
    const Outcome list = callOnABareMachine({u"models"_s, u"list"_s});
    QCOMPARE(list.status, int(AllDone));
    for (const char* model : {"text-detection", "text-recognition", "line-direction", "page-orientation"})
        QVERIFY2(list.out.contains(model), list.out.constData());
    QVERIFY(list.out.contains("missing"));
    QCOMPARE(callOnABareMachine({u"models"_s, u"verify"_s}).status, int(SomeFailed));
    QCOMPARE(call({u"models"_s, u"dance"_s}).status, int(Usage));
}

void Commands::fetchingModelsWithoutPipSaysWhatToInstall()
{
    const Outcome fetch = callOnABareMachine({u"models"_s, u"fetch"_s});
    QCOMPARE(fetch.status, int(CouldNotRun));
    QVERIFY2(fetch.err.contains("python3-pip"), fetch.err.constData());
    QVERIFY(!QFile::exists(path(u"bare/sheaf/models"_s)));
}

void Commands::theDoctorTellsOfModelsAndDevices()
{
    const Outcome doctor = callOnABareMachine({u"doctor"_s, u"--set"_s, u"read.kind=offline"_s});
    QVERIFY2(doctor.out.contains("need models"), doctor.out.constData());
    QVERIFY(doctor.out.contains("Graphics card"));
}

void Commands::theDoctorTellsWhatADeviceLacks()
{
    const QString driver = qEnvironmentVariable("SHEAF_FAKE_DRIVER");
    if (driver.isEmpty())
        QSKIP("built without CUDA");
    const Outcome doctor = callOnABareMachine({u"doctor"_s}, driver);
    QVERIFY2(doctor.out.contains("Fake GPU 0 (24.0 GB, compute capability 9.1), 87 % busy, 5.0 GB taken, 61 °C"),
             doctor.out.constData());
    QVERIFY(
        doctor.out.contains("Fake GPU 1 (25.0 GB, compute capability 9.1), 3 % busy, 1.0 GB taken; driver 580.65.06, "
                            "CUDA 13.0"));
    QVERIFY(doctor.out.contains("libonnxruntime_providers_cuda.so"));
    const Outcome list = callOnABareMachine({u"models"_s, u"list"_s}, driver);
    QVERIFY(list.out.contains("onnxruntime-cuda") && !list.out.contains("not needed"));
    QVERIFY(callOnABareMachine({u"models"_s, u"list"_s}).out.contains("not needed"));
}

QTEST_GUILESS_MAIN(Commands)
#include "commands.moc"
