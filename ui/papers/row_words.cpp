// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/row_words.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct CodeWord
{
    QLatin1StringView code;
    const char* word;
};

/** Failures that deserve their own words in the table; others are told by their stage. */
constexpr CodeWord codeWords[] = {
    {"acquire.no-open-copy"_L1, QT_TRANSLATE_NOOP("Words", "No open copy found")},
    {"acquire.no-answer"_L1, QT_TRANSLATE_NOOP("Words", "Source was down")},
    {"acquire.wrong-paper"_L1, QT_TRANSLATE_NOOP("Words", "Another paper's file")},
    {"acquire.supplement"_L1, QT_TRANSLATE_NOOP("Words", "Only a supplement")},
    {"acquire.cut-off"_L1, QT_TRANSLATE_NOOP("Words", "File cut off")},
    {"acquire.key-refused"_L1, QT_TRANSLATE_NOOP("Words", "Key refused")},
    {"acquire.not-a-pdf"_L1, QT_TRANSLATE_NOOP("Words", "No PDF behind it")},
    {"acquire.file-missing"_L1, QT_TRANSLATE_NOOP("Words", "File missing")},
    {"pdf.encrypted"_L1, QT_TRANSLATE_NOOP("Words", "Password needed")},
    {"pdf.password"_L1, QT_TRANSLATE_NOOP("Words", "Wrong password")},
    {"pdf.broken"_L1, QT_TRANSLATE_NOOP("Words", "Broken PDF")},
    {"pdf.empty"_L1, QT_TRANSLATE_NOOP("Words", "Empty PDF")},
    {"pdf.not-a-pdf"_L1, QT_TRANSLATE_NOOP("Words", "Not a PDF")},
    {"convert.empty"_L1, QT_TRANSLATE_NOOP("Words", "Empty file")},
    {"convert.no-text"_L1, QT_TRANSLATE_NOOP("Words", "No text in it")},
    {"read.too-long"_L1, QT_TRANSLATE_NOOP("Words", "Too long to read")},
    {"read.in-doubt"_L1, QT_TRANSLATE_NOOP("Words", "Answer in doubt")},
};

QString failureWord(const Failure& failure)
{
    for (const CodeWord& known : codeWords) {
        if (failure.code == known.code)
            return Words::tr(known.word);
    }
    switch (failure.stage) {
    case Stage::Load:
        return Words::tr("Not loaded");
    case Stage::Acquire:
        return Words::tr("Not acquired");
    case Stage::Convert:
        return Words::tr("Not converted");
    case Stage::Read:
        return Words::tr("Not read");
    case Stage::Write:
    case Stage::Store:
        break;
    }
    return Words::tr("Not written");
}

/** How many steps lie behind a paper in this state: listed, acquired, converted, read. */
int stepsDone(State state)
{
    switch (state) {
    case State::Waiting:
        return 0;
    case State::Acquiring:
    case State::Skipped:
        return 1;
    case State::QueuedForConversion:
    case State::Converting:
        return 2;
    case State::QueuedForReading:
    case State::Reading:
        return 3;
    case State::Writing:
    case State::Done:
        return 4;
    case State::Failed:
    case State::Cancelled:
    case State::Paused:
    case State::NeedsAttention:
        break;
    }
    return 1;
}

int stepsBefore(Stage stage)
{
    switch (stage) {
    case Stage::Load:
        return 0;
    case Stage::Acquire:
        return 1;
    case Stage::Convert:
        return 2;
    case Stage::Read:
    case Stage::Write:
    case Stage::Store:
        break;
    }
    return 3;
}

} // namespace

QString stateWord(const PaperRow& row)
{
    if (row.state == State::Reading && row.inBatch)
        return Words::tr("In a batch");
    if ((row.state == State::NeedsAttention || row.state == State::Failed) && row.failure)
        return failureWord(*row.failure);
    if (lacksSecondReading(row))
        return Words::tr("Second reading missing");
    if (row.state == State::Done && row.isAbstractOnly())
        return Words::tr("Abstract only");
    return stateLabel(row.state);
}

namespace {

/** What the second reader has to do with a paper that is done. */
QString secondSentence(const PaperRow& row)
{
    switch (row.secondStep) {
    case SecondStep::None:
        break;
    case SecondStep::Waiting:
        return Words::tr("Waits for the second reader");
    case SecondStep::Reading:
        return Words::tr("The second reader reads it");
    case SecondStep::InBatch:
        return Words::tr("In a batch of the second reader's");
    case SecondStep::Done:
        return Words::tr("Read by both readers");
    case SecondStep::Missing:
        return row.secondFailure ? row.secondFailure->message : QString();
    }
    return {};
}

} // namespace

QString stateSentence(const PaperRow& row)
{
    QStringList parts{stateWord(row)};
    if (row.failure)
        parts += row.failure->message;
    if (row.isAbstractOnly())
        parts += Words::tr("Answered from its abstract, and counted apart from full texts");
    if (const QString second = secondSentence(row); row.state == State::Done && !second.isEmpty())
        parts += second;
    if (row.state == State::Skipped && !row.duplicateReason.isEmpty())
        parts += row.duplicateReason;
    if (!row.provenance.isEmpty())
        parts += row.provenance;
    if (!row.notice.isEmpty())
        parts += row.notice;
    return parts.join(u". "_s);
}

QString uncheckedWord()
{
    return Words::tr("unchecked");
}

bool needsUser(const PaperRow& row)
{
    return row.state == State::NeedsAttention || row.state == State::Failed;
}

QString shortPaperName(const PaperRow& row)
{
    const QString first = row.authors.section(u',', 0, 0).remove(u" et al."_s).trimmed();
    if (first.isEmpty())
        return row.title;
    return row.year ? u"%1 %2"_s.arg(first).arg(row.year) : first;
}

std::array<StepLight, 4> stepLights(const PaperRow& row)
{
    std::array<StepLight, 4> lights{};
    int done = stepsDone(row.state);
    if (needsUser(row) && row.failure)
        done = stepsBefore(row.failure->stage);
    else if (isHeld(row.state))
        done = stepsDone(row.heldFrom);
    for (int i = 0; i < done; ++i)
        lights[std::size_t(i)] = StepLight::Done;
    if (done == 4)
        return lights;
    StepLight& next = lights[std::size_t(done)];
    if (needsUser(row))
        next = StepLight::Trouble;
    else if (isHeld(row.state))
        next = StepLight::Held;
    else if (row.state == State::Acquiring || row.state == State::Converting || row.state == State::Reading)
        next = StepLight::Working;
    return lights;
}

QString quoteSign(QuoteState state)
{
    switch (state) {
    case QuoteState::Proven:
        return u"✓"_s;
    case QuoteState::Near:
        return u"≈"_s;
    case QuoteState::NotFound:
        return u"✕"_s;
    case QuoteState::Unchecked:
        break;
    }
    return u"–"_s;
}

QString quoteWord(QuoteState state)
{
    switch (state) {
    case QuoteState::Proven:
        return Words::tr("proven");
    case QuoteState::Near:
        return Words::tr("near");
    case QuoteState::NotFound:
        return Words::tr("not found");
    case QuoteState::Unchecked:
        break;
    }
    return Words::tr("not checked");
}

QString cellSign(CellState state)
{
    switch (state) {
    case CellState::Proven:
        return u"✓"_s;
    case CellState::Near:
        return u"≈"_s;
    case CellState::NotFound:
        return u"✕"_s;
    case CellState::NoQuote:
        return u"–"_s;
    case CellState::Empty:
        break;
    }
    return {};
}

QString cellWord(CellState state)
{
    switch (state) {
    case CellState::Proven:
        return Words::tr("proven");
    case CellState::Near:
        return Words::tr("near");
    case CellState::NotFound:
        return Words::tr("not found");
    case CellState::NoQuote:
        return Words::tr("no quote");
    case CellState::Empty:
        break;
    }
    return {};
}

QString differSign()
{
    return u"≠"_s;
}

QString differWord()
{
    return differSign() + u' ' + Words::tr("differ");
}

bool lacksSecondReading(const PaperRow& row)
{
    return row.state == State::Done && row.secondStep == SecondStep::Missing;
}

QString valueWords(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return QLocale().toString(value.toDouble(), 'g', 12);
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Array: {
        QStringList lines;
        for (const QJsonValue& entry : value.toArray())
            lines += valueWords(entry);
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

std::optional<QJsonValue> valueFromWords(const QString& text, const Column& column)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return QJsonValue::Null;
    switch (column.type) {
    case ColumnType::Number: {
        bool isNumber = false;
        double number = QLocale().toDouble(typed, &isNumber);
        if (!isNumber)
            number = QLocale::c().toDouble(typed, &isNumber);
        return isNumber ? std::optional<QJsonValue>(number) : std::nullopt;
    }
    case ColumnType::YesNo:
        if (typed == valueWords(true) || typed == valueWords(false))
            return QJsonValue(typed == valueWords(true));
        return std::nullopt;
    case ColumnType::OneOf:
        return column.choices.contains(typed) ? std::optional<QJsonValue>(typed) : std::nullopt;
    case ColumnType::SeveralOf:
    case ColumnType::List: {
        QStringList lines;
        for (const QString& line : typed.split(u'\n', Qt::SkipEmptyParts))
            lines += line.simplified();
        const bool known = std::ranges::all_of(lines, [&](const QString& l) { return column.choices.contains(l); });
        return column.type == ColumnType::List || known ? std::optional<QJsonValue>(QJsonArray::fromStringList(lines))
                                                        : std::nullopt;
    }
    case ColumnType::Text:
    case ColumnType::Date:
        break;
    }
    return QJsonValue(typed);
}

QString paperFacts(const StoredPaper& stored)
{
    const Paper& paper = stored.paper;
    const PaperStatus& status = stored.status;
    QStringList parts{shortAuthors(paper.authors), paper.venue};
    if (paper.year)
        parts += QString::number(paper.year);
    if (status.pages)
        parts += Words::tr("%n pages", nullptr, status.pages);
    if (status.basis == TextBasis::AbstractOnly)
        parts += Words::tr("abstract only");
    if (status.validation == "passed"_L1)
        parts += Words::tr("matches the list ✓");
    else if (status.validation == "failed"_L1)
        parts += Words::tr("does not match the list ✕");
    else if (status.validation == "skipped"_L1)
        parts += Words::tr("unchecked: %1").arg(status.validationReason);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString stageWord(Stage stage)
{
    switch (stage) {
    case Stage::Load:
        return Words::tr("Load");
    case Stage::Acquire:
        return Words::tr("Acquire");
    case Stage::Convert:
        return Words::tr("Convert");
    case Stage::Read:
        return Words::tr("Read");
    case Stage::Write:
        return Words::tr("Write");
    case Stage::Store:
        break;
    }
    return Words::tr("Saving");
}

} // namespace sheaf
