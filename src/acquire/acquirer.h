// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"
#include "core/secrets.h"
#include "core/settings.h"

#include <QObject>
#include <QVector>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

/**
 * Finds and fetches one paper's document: files that the list names or the user dropped, then the sources in the user's
 * order (acquire/source_catalog.h), each candidate checked by its bytes and by "is this that paper?". A published
 * version goes before an accepted one and that before a preprint, whichever source knows it. Lives on the engine
 * thread; looks into PDFs on a small pool of its own. Failures: acquire.no-open-copy, acquire.not-a-pdf,
 * acquire.wrong-paper, acquire.supplement, acquire.cut-off, acquire.file-missing, acquire.needs-email,
 * acquire.key-refused, acquire.bad-answer, acquire.service, pdf.encrypted, pdf.password, pdf.broken, pdf.empty,
 * disk.full, stopped, net.* and http.*; net.offline or net.none where nobody can be reached
 * (acquire/network_watch.h): then no other paper would fare better; acquire.no-answer where a source that may have it
 * is down: its detail names who, and it is worth another try when they are back; those the user can solve become "Needs
 * attention" (see needsAttention()). A local file is the user's choice: it is used even when it does not look like the
 * paper, with identity "failed"; a downloaded one never is.
 */
namespace sheaf {

class HttpClient;

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
    bool hasText = false;      ///< false: a scan (perhaps with text from recognition in firstPages)
    bool isStub = false;       ///< hardly any text and nothing drawn: an error page, a cover without its paper
    bool isSupplement = false; ///< it calls itself the supplement of a paper
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
    /** Between two looks at a retrieval service's job; grows. Tests hurry. */
    struct JobPace
    {
        std::chrono::milliseconds first{250}, longest{2000};
    };
    static constexpr std::chrono::milliseconds usualRest{60000};
    struct Options
    {
        QString documentFolder; ///< where downloads go, created when needed; left-overs of a killed run are removed
        Settings settings;
        SecretSource secrets = secretFromEnvironment;
        JobPace jobs = {};
        std::chrono::milliseconds rest = usualRest; ///< a host that cannot be reached is left alone so long
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
