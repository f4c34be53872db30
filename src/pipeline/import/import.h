// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "pipeline/import/existing.h"
#include "pipeline/read/run_estimate.h"
#include "sinks/zotero_source.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <memory>

/**
 * What lists, PDFs, folders and pasted text would add, before anything is written, fetched or paid. Importer reads on a
 * background thread and reports on its own thread; the window shows the preview, sheaf-cli goes straight on with it.
 */
namespace sheaf {

struct ImportWarning
{
    QString file;
    int line = 0;
    QString message;
    QString remedy;
};

/** The user's corrections of how one table is read. Same meaning as lists' TableMapping. */
struct TableChoice
{
    QChar delimiter;
    QString encoding;
    int headerLine = -1;
    QMap<int, QString> fields;
};

struct ImportTable
{
    QChar delimiter;
    QStringList header;
    QVector<QStringList> rows;
    QVector<int> lines;
    int rowCount = 0;
    QMap<int, QString> fields;
    QVector<int> unsure;
    int headerLine = 1;
};

struct ImportSource
{
    QString path; ///< empty for pasted text
    QString name;
    QString format; ///< "BibTeX", "CSV", "pasted text"
    QString encoding;
    int papers = 0;
    int warnings = 0;
    std::optional<ImportTable> table;
    std::optional<Failure> failure; ///< nothing understood
    QStringList firstLines;         ///< with a failure
};

struct ImportPdf
{
    QString path;
    qint64 bytes = 0;
    QByteArray sha256;
    int paper = -1;                ///< index into ImportPlan::papers, or -1 with `existing`
    PaperId existing = 0;          ///< the project's paper that it is
    bool attaches = false;         ///< `existing` takes it: it has no document that could be used
    QString title;                 ///< of the paper that it is, or with an open question may be
    QString reason;                ///< "DOI on page 1", "title from the scan, 71 % alike"
    bool isNew = false;            ///< a paper of its own
    bool toConfirm = false;        ///< the match is unsure: a paper of its own unless the user says yes
    std::optional<bool> confirmed; ///< the user's yes or no
    std::optional<Failure> failure;
    bool scan = false;
    qint64 tokens = 0; ///< of its text, as its first pages let expect; 0 = not known
};

struct ImportDuplicate
{
    int first = -1;       ///< index into ImportPlan::papers, or -1 with `existing`
    PaperId existing = 0; ///< already in the project
    Paper second;
    QString reason; ///< "same DOI"
    QString file{}; ///< of `second`, attached to `existing`, which has none that could be used; else empty
};

/** What catalogues filled in that the list left out. */
struct ImportFill
{
    int paper = -1; ///< index into ImportPlan::papers
    QString source; ///< "Crossref"
    bool doi = false, title = false, year = false;
};
/** "DOI, year filled in from Crossref" */
QString fillSentence(const ImportFill& fill);

struct ImportPlan
{
    QVector<Paper> papers; ///< in list order, duplicates left out; ids unset
    QStringList keys;      ///< of `papers`: what tells them apart over the plans of one import
    QVector<ImportFill> fills;
    QHash<int, QString> notices; ///< by paper: what became of it, a sentence
    QSet<int> asked;             ///< papers whose fate catalogues have told
    bool completing = false;     ///< catalogues are being asked; another plan follows
    bool fillsUndone = false;    ///< by the user
    QVector<ImportSource> sources;
    QVector<ImportPdf> pdfs;
    QVector<ImportDuplicate> duplicates;
    QVector<ImportWarning> warnings;
    QStringList dropped; ///< the names as given, for "references.bib, scopus.csv and 23 PDFs"
    int understood = 0;  ///< entries read, duplicates included
    int withDoi = 0;
    int attached = 0; ///< documents that papers of the project take

    bool isEmpty() const { return papers.isEmpty() && attached == 0; } ///< nothing to do
    PaperLengths lengths() const;
};

class Importer : public QObject
{
    Q_OBJECT
public:
    explicit Importer(QObject* parent = nullptr);
    ~Importer() override;

    /** Papers that the project already holds: found again, they are duplicates. */
    void setExisting(const ExistingPapers& existing);
    /** How Zotero is reached, for links into it that are added from now on. */
    void setZotero(const ZoteroAccess& access);
    /** Files, folders (searched for PDFs, markdown and lists), DOIs, arXiv ids, URLs, links to a library or collection
     * of Zotero ("zotero://select/…"), or text. Adds to what is there. */
    void add(const QStringList& pathsOrText);
    void addText(const QString& text);
    void setTableChoice(const QString& path, const TableChoice& choice);
    void confirmPdf(const QString& path, bool same);
    /** With a contact address in the settings catalogues are asked for what lists leave out (Completer). */
    void setCompletion(const Settings& settings, const SecretSource& secrets);
    /** Whether what they knew is filled in; false takes it back. */
    void setFilling(bool on);
    void clear();

Q_SIGNALS:
    /** The preview so far; several times while reading, `finished` with the last. */
    void changed(const std::shared_ptr<const sheaf::ImportPlan>& plan, bool finished);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** Whether catalogues are asked; the settings decide which and whether at all. */
struct CompletionWish
{
    Settings settings;
    bool onlyMissing = false; ///< not about papers that lack nothing: the run asks what became of them
    SecretSource secrets = secretFromEnvironment;
};

/** The same, blocking, for the command line; catalogues are asked where that is wished. */
ImportPlan importNow(const QStringList& pathsOrText, const ExistingPapers& existing = {},
                     const ZoteroAccess& zotero = {}, const std::optional<CompletionWish>& completion = {});

} // namespace sheaf
