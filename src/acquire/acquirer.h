// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"
#include "core/settings.h"

#include <QObject>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>
#include <stop_token>

/**
 * Finds and fetches one paper's document: files that the list names or the user dropped, then the open-access sources
 * in order, each candidate checked by its bytes and by "is this that paper?". Lives on the engine thread; looks into
 * PDFs on a small pool of its own. Failures: acquire.no-open-copy, acquire.not-a-pdf, acquire.wrong-paper,
 * acquire.file-missing, acquire.needs-email, acquire.bad-answer, pdf.encrypted, pdf.password, pdf.broken, pdf.empty,
 * disk.full, stopped, net.* and http.*; those the user can solve become "Needs attention" (see needsAttention()).
 * A local file is the user's choice: it is used even when it does not look like the paper, with identity "failed";
 * a downloaded one never is.
 */
namespace sheaf {

class HttpClient;

/** A place where a paper's document may lie. */
struct Candidate
{
    QUrl url;
    QString source;  ///< name of its source: "list", "unpaywall", "arxiv"
    QString version; ///< "publishedVersion", "acceptedVersion", … where the source says so
    QString license;
    QString title;       ///< what the source calls the paper; stands in where the list has no title
    bool isPage = false; ///< a page about the paper, which may name the PDF
};

/** One open-access source. A new source is one file and one line in source_registry.cpp. Engine thread, signal-driven.
 */
class SourceResolver
{
public:
    virtual ~SourceResolver() = default;
    virtual QString name() const = 0;        ///< stable: "unpaywall"
    virtual QString displayName() const = 0; ///< for people: "Unpaywall"
    /** Whether it could know this paper at all. */
    virtual bool knows(const Paper& paper) const = 0;
    /** Calls `done` exactly once, later, unless context is gone: candidates, best first; empty = has none; failures are
     * transient or a setting's fault. The source may be gone before `done` is called. */
    virtual void find(const Paper& paper, QObject* context, std::function<void(Result<QVector<Candidate>>)> done) = 0;
};

/** "is this that paper?" by title and authors. Names as in results: passed, failed, skipped, error, none. */
enum class Validation
{
    None,
    Passed,
    Failed,
    Skipped,
    Error
};
QString validationName(Validation validation);
Validation validationFromName(QStringView name);

struct IdentityCheck
{
    Validation status = Validation::None;
    double titleSimilarity = 0;
    QString reason; ///< "title 84 %, one author of four", translated
};

/** What a document prints of itself, enough to tell which paper it is. */
struct DocumentFacts
{
    QString title; ///< best guess: largest type on the first page, else the metadata's
    QString metadataTitle;
    QString firstPages; ///< text of the first pages, a form feed between two
    QString doi;        ///< printed or in the metadata
    QString arxiv;
    int pages = 0;
    bool hasText = false; ///< false: a scan (perhaps with text from recognition in firstPages)
    bool isStub = false;  ///< hardly any text and nothing drawn: an error page, a cover without its paper
};
/** Blocks (asks the page worker); markdown and text files are read directly. */
Result<DocumentFacts> documentFacts(const QString& path, const QString& password = {}, std::stop_token stop = {});
IdentityCheck checkIdentity(const Paper& paper, const DocumentFacts& facts);

struct Acquired
{
    QString path;      ///< absolute; downloads lie in the project's document folder
    QByteArray sha256; ///< lower-case hex
    qint64 bytes = 0;
    QString provenance; ///< "local file", "Unpaywall: publishedVersion, repository.example.org", …, translated
    IdentityCheck identity;
    int pages = 0;
};

bool needsAttention(const Failure& failure);

class Acquirer : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString documentFolder; ///< where downloads go, created when needed; left-overs of a killed run are removed
        Settings settings;
    };
    Acquirer(HttpClient& http, Options options, QObject* parent = nullptr);
    ~Acquirer() override;

    void setSettings(const Settings& settings);
    /** One line a try, for the paper's history: "Unpaywall: 404". */
    using Note = std::function<void(const QString& line)>;
    /** Calls `done` exactly once, later, on this thread. The caller limits how many run at once. */
    void acquire(const Paper& paper, const QString& password, Note note, std::function<void(Result<Acquired>)> done);
    /** `done` gets code "stopped". */
    void cancel(PaperId paper);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** What bytes are, whatever header or name says. */
enum class FileKind
{
    Pdf,
    Markdown,
    Html,
    Zip,
    Empty,
    Unknown
};
FileKind sniffFile(const QByteArray& head, const QString& fileName);

/** SHA-256 of a file, lower-case hex; blocks. Failures: acquire.file-missing, stopped. */
Result<QByteArray> hashFile(const QString& path, std::stop_token stop = {});

} // namespace sheaf
