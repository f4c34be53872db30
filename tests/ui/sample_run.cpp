// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sample_run.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

constexpr qint64 gigabyte = 1 << 30;

struct Known
{
    const char* title;
    const char* authors;
    const char* venue;
    int year, pages;
    State state;
    const char* finding;
    int proven, quotes;
};

const Known known[] = {
    {"Attention is all you need", "Vaswani et al.", "NeurIPS", 2017, 15, State::Done,
     "28.4 BLEU, WMT 2014 English to German", 3, 3},
    {"Deep residual learning for image recognition", "He et al.", "CVPR", 2016, 12, State::Reading, "", 0, 0},
    {"Adam: a method for stochastic optimization", "Kingma, Ba", "ICLR", 2015, 15, State::Reading, "", 0, 0},
    {"Highly accurate protein structure prediction with AlphaFold", "Jumper et al.", "Nature", 2021, 12,
     State::Converting, "", 0, 0},
    {"A mathematical theory of communication", "Shannon", "Bell Syst. Tech. J.", 1948, 55, State::Converting, "", 0, 0},
    {"Observation of gravitational waves from a binary black hole merger", "Abbott et al.", "Phys. Rev. Lett.", 2016,
     16, State::Done, "Signal-to-noise 24; significance above 5.1 sigma", 4, 4},
    {"Why most published research findings are false", "Ioannidis", "PLoS Med.", 2005, 6, State::Done,
     "Low power and bias make many claims likely false", 5, 5},
    {"Molecular structure of nucleic acids", "Watson, Crick", "Nature", 1953, 0, State::NeedsAttention, "", 0, 0},
    {"Random forests", "Breiman", "Mach. Learn.", 2001, 28, State::NeedsAttention, "", 0, 0},
    {"The PRISMA 2020 statement", "Page et al.", "BMJ", 2021, 9, State::Done, "27-item checklist for reporting reviews",
     2, 3},
    {"Array programming with NumPy", "Harris et al.", "Nature", 2020, 0, State::Acquiring, "", 0, 0},
    {"SciPy 1.0: fundamental algorithms for scientific computing in Python", "Virtanen et al.", "Nat. Methods", 2020, 0,
     State::Waiting, "", 0, 0},
    {"Scikit-learn: machine learning in Python", "Pedregosa et al.", "JMLR", 2011, 0, State::Waiting, "", 0, 0},
    {"Mistral 7B", "Jiang et al.", "arXiv", 2023, 0, State::Waiting, "", 0, 0},
};

PaperRow knownRow(PaperId id, const Known& k)
{
    PaperRow row = sampleRow(id, QString::fromUtf8(k.title), k.state);
    row.authors = QString::fromUtf8(k.authors);
    row.venue = QString::fromUtf8(k.venue);
    row.year = k.year;
    row.pages = k.pages;
    row.quotesProven = k.proven;
    row.quotesTotal = k.quotes;
    if (k.quotes) {
        row.values.insert(u"key_findings"_s, QString::fromUtf8(k.finding));
        row.cellStates.insert(u"key_findings"_s, k.proven == k.quotes ? CellState::Proven : CellState::NotFound);
        row.values.insert(u"study_design"_s, u"Empirical"_s);
    }
    return row;
}

void setTrouble(PaperRow& row, Stage stage, const QString& code, const QString& message)
{
    row.failure = Failure{stage, code, message, u"tried twice"_s, true};
    row.heldFrom = stage == Stage::Acquire ? State::Acquiring : State::Converting;
}

void count(Totals& totals, const PaperRow& row)
{
    ++totals.byState[row.state];
    ++totals.papers;
}

StripState sampleStrip()
{
    StripState s;
    s.papers = 500;
    s.acquired = 318;
    s.acquiring = 5;
    s.onDisk = 14;
    s.openAccess = 296;
    s.notFound = 8;
    s.heldBack = true;
    s.markerPapers = 7;
    s.markerPaperLimit = 8;
    s.markerBytes = 212'000'000;
    s.markerByteLimit = 400'000'000;
    s.converters = {{WorkerLamp::Working, 4, u"Highly accurate protein structure prediction"_s, 18, 25, 4000},
                    {WorkerLamp::Working, 0, u"BERT: pre-training of deep bidirectional transformers"_s, 3, 14, 1000},
                    {WorkerLamp::Working, 5, u"A mathematical theory of communication"_s, 9, 20, 2000},
                    {WorkerLamp::Working, 14, u"Mistral 7B"_s, 10, 11, 2400}};
    s.converterBusy = 0.97;
    s.pagesPerSecond = 41;
    s.llmPapers = 23;
    s.llmBytes = 3'400'000;
    s.readers = {{WorkerLamp::Batch, 0, u"batch of 25 · provider queue"_s, 14, 25, 192'000},
                 {WorkerLamp::Batch, 0, u"batch of 31 · provider queue"_s, 12, 31, 100'000},
                 {WorkerLamp::Working, 2, u"Deep residual learning for image recognition"_s, 8, 10, 6000},
                 {WorkerLamp::Collecting, 0, u"collecting: 23 waiting"_s, 0, 0, 0}};
    s.usdPerPaper = 0.0021;
    s.readerFree = false;
    s.spentUsd = 0.62;
    s.capUsd = 3;
    s.finished = 241;
    s.done = 234;
    s.needsAttention = 7;
    s.elapsedMs = 724'000;
    s.remainingMs = 14 * 60'000;
    s.gpus = {{u"NVIDIA RTX 4070"_s, 0.96, qint64(5.1 * gigabyte), 8 * gigabyte, 61}};
    s.deviceName = u"NVIDIA RTX 4070 · CUDA 13"_s;
    for (int i = 0; i < 60; ++i)
        s.load.append(i < 8 ? 0.1F * float(i) : i == 25 ? 0.8F : 0.95F + 0.02F * float(i % 3));
    s.loadNow = 0.96;
    s.memoryUsed = s.gpus.first().memoryUsed;
    s.memoryTotal = s.gpus.first().memoryTotal;
    return s;
}

} // namespace

PaperRow sampleRow(PaperId id, const QString& title, State state)
{
    PaperRow row;
    row.id = id;
    row.position = int(id);
    row.title = title;
    row.state = state;
    row.doi = u"10.1234/sample.%1"_s.arg(id);
    return row;
}

SnapshotPtr sampleSnapshot(const QString& file)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->reset = true;
    snapshot->file = file;
    snapshot->run = RunState::Running;
    snapshot->strip = sampleStrip();
    snapshot->lastCommit = QDateTime::currentDateTimeUtc();
    QMap<State, int> wanted{{State::Waiting, 182},  {State::Acquiring, 5},        {State::QueuedForConversion, 7},
                            {State::Converting, 4}, {State::QueuedForReading, 4}, {State::Reading, 57},
                            {State::Done, 234},     {State::NeedsAttention, 7},   {State::Skipped, 12}};
    for (const Known& k : known) {
        PaperRow row = knownRow(PaperId(snapshot->rows.size()) + 1, k);
        --wanted[row.state];
        snapshot->rows.append(row);
    }
    snapshot->rows[2].inBatch = true;
    setTrouble(snapshot->rows[7], Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy was found."_s);
    setTrouble(snapshot->rows[8], Stage::Convert, u"pdf.encrypted"_s, u"The PDF needs a password."_s);
    const QStringList designs{u"Empirical"_s, u"Review"_s, u"Modelling"_s};
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        for (int i = 0; i < it.value(); ++i) {
            const PaperId id = PaperId(snapshot->rows.size()) + 1;
            PaperRow row = sampleRow(id, u"A paper about subject %1"_s.arg(id), it.key());
            row.authors = u"Author et al."_s;
            row.year = 1990 + int(id % 30);
            if (row.state == State::Done)
                row.values.insert(u"study_design"_s, designs.at(i % 10 < 6 ? 0 : i % 10 < 8 ? 1 : 2));
            if (row.state == State::NeedsAttention)
                setTrouble(row, Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy was found."_s);
            snapshot->rows.append(row);
        }
    }
    for (const PaperRow& row : snapshot->rows)
        count(snapshot->totals, row);
    snapshot->totals.valuesProven = 2312;
    snapshot->totals.valuesTotal = 2340;
    return snapshot;
}

SnapshotPtr largeSnapshot(int papers)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->reset = true;
    snapshot->file = u"large.sheaf"_s;
    snapshot->run = RunState::Running;
    snapshot->strip = sampleStrip();
    snapshot->strip.papers = papers;
    const State states[] = {State::Waiting,    State::Done,    State::Acquiring,
                            State::Converting, State::Reading, State::NeedsAttention};
    for (int i = 0; i < papers; ++i) {
        // A multiplier prime to the count: titles in no order, without randomness.
        PaperRow row = sampleRow(
            i + 1, u"Subject %1 and its influence on subject %2"_s.arg((i * 7919) % papers).arg(i % 97), states[i % 6]);
        row.authors = u"Author %1 et al."_s.arg(i % 500);
        row.venue = u"Journal %1"_s.arg(i % 40);
        row.year = 1950 + i % 75;
        row.pages = 1 + i % 60;
        row.language = i % 5 ? u"en"_s : u"de"_s;
        if (row.state == State::Done) {
            row.values.insert(u"key_findings"_s, u"The effect of subject %1 is large and lasts for years."_s.arg(i));
            row.values.insert(u"study_design"_s, i % 3 ? u"Empirical"_s : u"Review"_s);
            row.cellStates.insert(u"key_findings"_s, i % 7 ? CellState::Proven : CellState::Near);
            row.quotesTotal = 4;
            row.quotesProven = i % 7 ? 4 : 3;
        }
        if (row.state == State::NeedsAttention)
            setTrouble(row, Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy was found."_s);
        snapshot->rows.append(row);
        count(snapshot->totals, row);
    }
    return snapshot;
}

std::optional<PaperDetails> sampleDetails(const QString&, PaperId paper)
{
    PaperDetails details;
    details.stored.paper.id = paper;
    details.stored.paper.title = u"Paper %1"_s.arg(paper);
    details.history = {
        {QDateTime(QDate(2026, 11, 14), QTime(9, 0), Qt::UTC), paper, u"waiting"_s, {}},
        {QDateTime(QDate(2026, 11, 14), QTime(9, 0, 2), Qt::UTC), paper, u"acquiring"_s, {}},
        {QDateTime(QDate(2026, 11, 14), QTime(9, 0, 3), Qt::UTC), paper, u"note"_s, u"found on arXiv"_s}};
    if (paper == 8) {
        details.stored.status.state = State::NeedsAttention;
        details.stored.paper.ids.doi = u"10.1038/171737a0"_s;
        details.stored.status.failure =
            Failure{Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy was found."_s, {}, true};
    }
    if (paper == 9) {
        details.stored.status.state = State::NeedsAttention;
        details.stored.status.failure =
            Failure{Stage::Convert, u"pdf.encrypted"_s, u"The PDF needs a password."_s, {}, true};
    }
    if (paper != 1)
        return details;
    Paper& p = details.stored.paper;
    p.title = u"Attention is all you need"_s;
    p.authors = {{u"Vaswani"_s, u"Ashish"_s, {}}, {u"Shazeer"_s, u"Noam"_s, {}}, {u"Parmar"_s, u"Niki"_s, {}}};
    p.venue = u"NeurIPS"_s;
    p.year = 2017;
    details.stored.status.state = State::Done;
    details.stored.status.pages = 15;
    details.stored.status.validation = u"passed"_s;
    details.markdown =
        u"# Attention is all you need\n\nWe propose a new architecture. Our model achieves 28.4 BLEU on\n"
        "the WMT 2014 **English-to-German** translation task.\n\n## Introduction\n\nRecurrent networks.\n"_s;
    const auto quote = [](const QString& text, QuoteState state) {
        Quote q;
        q.text = text;
        q.state = state;
        q.page = state == QuoteState::NotFound ? 0 : 1;
        q.claimedPage = 1;
        if (q.page)
            q.boxes = {{1, QRectF(100, 300, 300, 12)}};
        return q;
    };
    const auto cell = [](const QString& column, const QJsonValue& value, const QVector<Quote>& quotes) {
        Cell c;
        c.column = column;
        c.value = value;
        c.quotes = quotes;
        return c;
    };
    const QString bleu = u"Our model achieves 28.4 BLEU on the WMT 2014 English-to-German translation task."_s;
    const QString eight =
        u"… a new single-model state-of-the-art BLEU score of 41.8 after training for 3.5 days on eight GPUs."_s;
    details.record = {
        cell(u"summary"_s,
             u"Proposes the Transformer, a sequence model built on attention alone, without recurrence or convolution; "
             "it trains faster and translates better than the best earlier models."_s,
             {}),
        cell(u"key_findings"_s, QJsonArray{bleu, eight},
             {quote(bleu, QuoteState::Proven), quote(eight, QuoteState::Proven)}),
        cell(u"methodology"_s, u"Encoder–decoder, multi-head attention; WMT 2014 English–German and English–French."_s,
             {}),
        cell(u"limitations"_s, QJsonArray{u"Attention cost grows with the square of the length."_s},
             {quote(u"costs grow quadratically with length"_s, QuoteState::NotFound)}),
        cell(u"future_work"_s, QJsonValue::Null, {}),
    };
    details.closest.insert(u"costs grow quadratically with length"_s,
                           {u"the cost of attention grows with the square of the length"_s, 6, 0.5});
    const auto own = std::ranges::find(details.record, u"limitations"_s, &Cell::column);
    details.first = {*own};
    Cell second = cell(u"limitations"_s, u"Only two language pairs were tried."_s,
                       {quote(u"on the WMT 2014 English-to-German translation task"_s, QuoteState::Proven)});
    second.model = u"another model"_s;
    second.reader = ReaderRole::Second;
    details.second = {second};
    return details;
}

Settings sampleSettings()
{
    Settings settings;
    for (const auto& [key, value] : {std::pair{u"read.kind"_s, u"anthropic"_s},
                                     {u"read.model"_s, u"claude-haiku"_s},
                                     {u"acquire.email"_s, u"reader@example.org"_s},
                                     {u"acquire.metadata"_s, u"false"_s}}) // no test asks the world
        Q_UNUSED(settings.set(key, value));
    return settings;
}

std::shared_ptr<const ImportPlan> samplePlan()
{
    auto plan = std::make_shared<ImportPlan>();
    plan->dropped = {u"references.bib"_s, u"scopus.csv"_s};
    for (int i = 0; i < 473; ++i) {
        Paper paper;
        paper.title = u"Entry %1"_s.arg(i);
        paper.sourceFile = i < 341 ? u"references.bib"_s : u"scopus.csv"_s;
        if (i < 412)
            paper.ids.doi = u"10.1/%1"_s.arg(i);
        if (i < 22)
            paper.files = {u"/papers/%1.pdf"_s.arg(i)};
        plan->papers.append(paper);
    }
    const QStringList reasons{u"same DOI"_s, u"same title, year, first author"_s, u"same file"_s};
    for (int i = 0; i < 14; ++i)
        plan->duplicates.append({i, 0, plan->papers.at(i), reasons.at(i < 8 ? 0 : i < 12 ? 1 : 2)});
    ImportSource bib;
    bib.path = bib.name = u"references.bib"_s;
    bib.format = u"BibTeX"_s;
    bib.encoding = u"UTF-8"_s;
    bib.papers = 341;
    bib.warnings = 2;
    ImportSource csv;
    csv.path = csv.name = u"scopus.csv"_s;
    csv.format = u"CSV"_s;
    csv.encoding = u"Windows-1252"_s;
    csv.papers = 142;
    csv.warnings = 3;
    ImportTable table;
    table.delimiter = u';';
    table.header = {u"Authors"_s, u"Title"_s, u"Year"_s, u"Source title"_s, u"Art. No."_s, u"DOI"_s};
    table.rows = {{u"Harris C.R., Millman K.J."_s,
                   u"Array programming with NumPy"_s,
                   u"2020"_s,
                   u"Nature"_s,
                   {},
                   u"10.1038/s41586-020-2649-2"_s},
                  {u"Page M.J., McKenzie J.E."_s, u"The PRISMA 2020 statement"_s, u"2021"_s, u"BMJ"_s, u"n71"_s,
                   u"10.1136/bmj.n71"_s}};
    table.lines = {2, 3};
    table.rowCount = 142;
    table.fields = {{0, u"authors"_s}, {1, u"title"_s},  {2, u"year"_s},
                    {3, u"venue"_s},   {4, u"ignore"_s}, {5, u"doi"_s}};
    table.unsure = {3};
    csv.table = table;
    plan->sources = {bib, csv};
    for (int i = 0; i < 23; ++i) {
        ImportPdf pdf;
        pdf.path = u"/papers/%1.pdf"_s.arg(i);
        pdf.bytes = 2'600'000;
        pdf.paper = i;
        pdf.title = plan->papers.at(i).title;
        pdf.isNew = i >= 19;
        pdf.toConfirm = i == 3 || i == 5;
        pdf.scan = i == 3;
        pdf.reason = pdf.isNew ? u"in no list; title from page 1"_s : u"DOI on page 1"_s;
        plan->pdfs.append(pdf);
    }
    plan->warnings = {{u"references.bib"_s, 212, u"Comma missing after “year = 2014”"_s, u"read as meant"_s},
                      {u"scopus.csv"_s, 131, u"Quotation mark not closed until line 132"_s, u"read as one row"_s}};
    return plan;
}

void isolateSettings(const QString& folder)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"SheafTests"_s);
    QCoreApplication::setApplicationName(u"SheafTests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

} // namespace sheaf::testing
