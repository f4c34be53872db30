// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/catalogue.h"

#include <QObject>
#include <QSet>

#include <deque>

/**
 * Asks catalogues for what papers of a list lack (DOI, title, year), whether they were retracted, and which preprint
 * and article are one work. Papers with a DOI are asked for in groups, the others one by one by their titles. Needs a
 * contact address. A catalogue that cannot be reached is asked no more: without a network nothing is waited for. Lives
 * on one thread with an event loop.
 */
namespace sheaf {

/** What was found out about a paper; empty fields were not missing, or are not known. */
struct Completion
{
    QString doi, title;
    int year = 0;
    QString source;       ///< "Crossref"
    QStringList sameWork; ///< DOIs of its preprint or article
    QString notice;       ///< "retraction" …
    QString noticeDoi;

    bool isEmpty() const
    {
        return doi.isEmpty() && title.isEmpty() && year == 0 && sameWork.isEmpty() && notice.isEmpty();
    }
};

/** "The paper was retracted: https://doi.org/…", translated; empty where nothing is known. */
QString noticeSentence(const Completion& known);

class Completer : public QObject
{
    Q_OBJECT
public:
    Completer(const Settings& settings, const SecretSource& secrets, QObject* parent = nullptr);
    ~Completer() override;

    /** Whether these settings let anything be asked. */
    static bool isAllowed(const Settings& settings);

    /** A DOI, a title or a year. */
    static bool lacksSomething(const Paper& paper);

    /** Once. `finished` comes last, also for no papers. */
    void start(const QVector<Paper>& papers);

Q_SIGNALS:
    void completed(int paper, const sheaf::Completion& completion);
    void finished();

private:
    struct Question
    {
        QVector<int> papers;
        size_t catalogue = 0;
        bool byTitle = false;
    };
    void pump();
    void ask(const Question& question);
    void answer(const Question& question, const Result<QVector<CatalogueWork>>& works);
    void passOn(const Question& question, const QVector<int>& unknown);
    void take(int paper, const CatalogueWork& work, const QString& source);

    const std::unique_ptr<HttpClient> m_http;
    Catalogues m_catalogues;
    QVector<Paper> m_papers;
    std::deque<Question> m_waiting;
    QSet<size_t> m_silent; ///< catalogues that could not be reached
    int m_out = 0;
    bool m_isFinished = false;
};

} // namespace sheaf
