// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "pipeline/engine/snapshot.h"
#include "store/store.h"

#include <QHash>
#include <QSet>

#include <array>

/**
 * All papers of the open project with where they are: the engine's only truth. Every change is posted to the store's
 * journal before anything else sees it, sums are kept along, and changed rows are remembered until the next snapshot.
 * Engine thread.
 */
namespace sheaf {

/** What is kept in memory of an answer. */
struct CellFacts
{
    QString line; ///< for the table
    CellState state = CellState::Empty;
    CellDecision decided;
    int quotesProven = 0, quotesTotal = 0;
};

/** What the second reader has done and has to do; of one paper, or of all. */
struct SecondSums
{
    int waiting = 0; ///< done papers that it has yet to answer, those on their way included
    int done = 0, missing = 0;
    int compared = 0, differing = 0;

    void add(const SecondSums& more, int sign);
};

struct PaperEntry
{
    Paper paper;
    PaperStatus status;
    int position = 0;
    QHash<QString, CellFacts> cells; ///< by column id; of a removed column too, until the file is opened again
    AnsweredQuestions answered, secondAnswered;
    QHash<QString, SecondAnswer> second;      ///< by column id
    SecondStep secondStep = SecondStep::None; ///< Waiting, Reading or InBatch while it is on its way
    SecondSums secondCounted;                 ///< as it is in the sums of all
    QString password;                         ///< never written anywhere
    bool holdNext = false;                    ///< the user paused it while a step was running: held when the step ends
};

/** What the strip and the status bar count, over all papers. */
struct PaperSums
{
    std::array<int, StateCount> byState{};
    int papers = 0;
    int acquired = 0, onDisk = 0, openAccess = 0, notFound = 0;
    int valuesProven = 0, valuesTotal = 0; ///< of full texts
    int abstractOnly = 0;

    void add(const PaperEntry& entry, const QString& documentFolder, int sign);
    int of(State state) const { return byState[std::size_t(state)]; }
    bool operator==(const PaperSums&) const = default;
};

class PaperBook
{
public:
    explicit PaperBook(Store& store) : m_store(store), m_documentFolder(store.documentFolder()) {}

    /** The questions of the file; what is counted and shown of the answers follows them. */
    void setColumns(const QVector<Column>& columns);
    const QVector<Column>& columns() const { return m_questions.columns(); }
    /** The questions that the second reader is asked; none = there is no second reader. */
    void setSecondColumns(const QVector<Column>& columns);
    bool hasSecondReader() const { return !m_secondQuestions.columns().isEmpty(); }
    /** What the file held, without writing it again. */
    void load(const StoredPaper& stored, const PaperReadings& readings, const AnsweredQuestions& answered,
              const AnsweredQuestions& secondAnswered);
    PaperId add(Paper paper, PaperStatus status, const QString& note = {});
    void setPaper(const Paper& paper);
    void remove(const QVector<PaperId>& papers);

    const PaperEntry* find(PaperId paper) const;
    State state(PaperId paper) const;
    QVector<PaperId> inListOrder() const;
    /** The paper that has this file and is no duplicate itself; 0 = none. */
    PaperId byFileHash(const QByteArray& hash) const { return m_byHash.value(hash); }

    using Change = std::function<void(PaperStatus&)>;
    /** The one way to change a status: journalled, counted, shown. Nothing happens when nothing changes. */
    void update(PaperId paper, const Change& change, const QString& note = {});
    /** Lays answers over those that are there. */
    void putAnswers(PaperId paper, const Record& record, const AnsweredQuestions& answered);
    /** The same of the second reader; how the two compare is shown once the file has them: showReadings(). */
    void putSecondAnswers(PaperId paper, const Record& record, const AnsweredQuestions& answered);
    /** What is shown of its answers, as the file has it. */
    void showReadings(PaperId paper, const PaperReadings& readings);
    /** Both readers' answers, of these columns or (none) of all, stay only until the questions are answered again. */
    void askAgain(PaperId paper, const QStringList& columns);
    /** What a reader has to be asked about it, by the answers that are there. */
    QVector<Column> unanswered(PaperId paper, ReaderRole role = ReaderRole::First) const;
    /** The same, if these were the file's questions. */
    QVector<Column> unanswered(PaperId paper, const QuestionSet& questions) const;
    void setPassword(PaperId paper, const QString& password);
    void setHoldNext(PaperId paper, bool hold);
    /** Where the second reading is on its way; None = nowhere. */
    void setSecondStep(PaperId paper, SecondStep step);

    const PaperSums& sums() const { return m_sums; }
    SecondSums secondSums();
    PaperRow row(PaperId paper) const;
    QSet<PaperId> takeChanged() { return std::exchange(m_changed, {}); }
    QVector<PaperId> takeRemoved() { return std::exchange(m_removed, {}); }

private:
    void keepCells(PaperEntry& entry, const Record& record) const;
    void keepSecond(PaperEntry& entry, const PaperReadings& readings) const;
    SecondStep secondStep(const PaperEntry& entry) const;
    SecondSums secondSumsOf(const PaperEntry& entry) const;
    /** It goes into the next snapshot, and is counted anew. */
    void touch(PaperId paper);
    const Column* column(const QString& id) const;
    void recount(PaperId paper);
    void count(const PaperEntry& entry, int sign);

    Store& m_store;
    const QString m_documentFolder;
    QuestionSet m_questions, m_secondQuestions;
    QHash<PaperId, PaperEntry> m_entries;
    QVector<PaperId> m_order;
    QHash<QByteArray, PaperId> m_byHash;
    QSet<PaperId> m_changed;
    QVector<PaperId> m_removed;
    PaperSums m_sums;
    SecondSums m_secondSums;
    QSet<PaperId> m_toRecount; ///< for the above
    int m_nextPosition = 0;
};

/** Its abstract was read, and the user wants the full text; what was answered stays until that is read. */
bool wantsFullText(const PaperStatus& status);

/** Where a paper goes on whose step did not end: what it has already decides. */
State restingState(const PaperStatus& status);

/** A cell's value as one line of the table. */
QString cellLine(const QJsonValue& value, const Column& column);

} // namespace sheaf
