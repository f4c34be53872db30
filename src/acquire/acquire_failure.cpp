// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquire_failure.h"

#include <QCoreApplication>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

Failure make(const QString& code, const QString& message, const QString& detail = {}, bool retryable = false)
{
    return {Stage::Acquire, code, message, detail, retryable};
}

QString whatItIs(FileKind kind)
{
    switch (kind) {
    case FileKind::Html:
        return QCoreApplication::translate("acquire", "A web page came where the PDF should be.");
    case FileKind::Zip:
        return QCoreApplication::translate("acquire", "The file is an archive (EPUB, DOCX or ZIP), not a PDF.");
    case FileKind::Empty:
        return QCoreApplication::translate("acquire", "The file is empty.");
    case FileKind::Pdf: // a stub
        return QCoreApplication::translate(
            "acquire", "The PDF holds next to no text: it is an error page or a cover, not the paper.");
    default:
        return QCoreApplication::translate("acquire", "The file is neither a PDF nor text.");
    }
}

/** Less is told first: what may heal by itself, then what is wrong with the file at hand, then a setting, then
 * verdicts. */
int rank(const Failure& failure)
{
    static const QStringList order{
        u"disk.full"_s,           u"net.disk"_s,           u"pdf.encrypted"_s,     u"pdf.password"_s,
        u"(transient)"_s,         u"pdf.broken"_s,         u"pdf.empty"_s,         u"acquire.needs-email"_s,
        u"acquire.wrong-paper"_s, u"acquire.supplement"_s, u"acquire.not-a-pdf"_s, u"acquire.file-missing"_s};
    const auto place = order.indexOf(failure.code);
    if (place >= 0)
        return int(place);
    return int(failure.retryable ? order.indexOf(u"(transient)"_s) : order.size());
}

} // namespace

Failure noOpenCopy(const QString& hint, const QStringList& unasked)
{
    QStringList sentences{QCoreApplication::translate("acquire", "No open copy of this paper was found.")};
    if (!hint.isEmpty())
        sentences.append(hint);
    if (!unasked.isEmpty())
        sentences.append(
            QCoreApplication::translate("acquire", "Without an answer from: %1.").arg(unasked.join(u", "_s)));
    return make(u"acquire.no-open-copy"_s, sentences.join(u' '), {}, !unasked.isEmpty());
}

Failure noAnswer(const QString& hint, const QStringList& unasked, const QStringList& down)
{
    Failure failure = noOpenCopy(hint, unasked);
    failure.code = u"acquire.no-answer"_s;
    failure.detail = down.join(u", "_s);
    return failure;
}

QString pageSentence(PageKind kind, const QString& host)
{
    switch (kind) {
    case PageKind::Challenge:
        return QCoreApplication::translate("acquire", "%1 asks whether a human is there: open it in your browser.")
            .arg(host);
    case PageKind::Paywall:
        return QCoreApplication::translate("acquire", "%1 asks for a log-in or for money.").arg(host);
    case PageKind::Error:
        return QCoreApplication::translate("acquire", "%1 shows an error page.").arg(host);
    case PageKind::Other:
        break;
    }
    return QCoreApplication::translate("acquire", "The page of %1 names no PDF.").arg(host);
}

Failure notAPdf(PageKind kind, const QString& host)
{
    return kind == PageKind::Other ? notAPdf(FileKind::Html, host)
                                   : make(u"acquire.not-a-pdf"_s, pageSentence(kind, host), host);
}

Failure supplement(const QString& host)
{
    return make(u"acquire.supplement"_s,
                QCoreApplication::translate("acquire", "What could be found is the paper's supplement."), host);
}

Failure cutOff(const QString& host)
{
    return make(u"acquire.cut-off"_s,
                QCoreApplication::translate("acquire", "The end of the file is missing: it was cut off on its way."),
                host, true);
}

Failure robotsForbid(const QString& host)
{
    return make(
        u"acquire.robots"_s,
        QCoreApplication::translate("acquire", "%1 does not want programs there: open it in your browser.").arg(host));
}

Failure triedBefore(const QString& host)
{
    return make(u"acquire.tried"_s, QCoreApplication::translate("acquire", "%1 was tried already.").arg(host));
}

Failure redirectsInACircle(const QString& host)
{
    return make(u"net.redirect"_s,
                QCoreApplication::translate("acquire", "%1 sends from one page to the next without end.").arg(host));
}

Failure hostRests(const QString& name)
{
    return make(
        u"acquire.resting"_s,
        QCoreApplication::translate("acquire", "%1 does not answer or wants a pause: left out for now.").arg(name), {},
        true);
}

Failure keyRefused(const QString& source)
{
    return make(u"acquire.key-refused"_s,
                QCoreApplication::translate("acquire", "%1 does not accept the key in the settings.").arg(source));
}

Failure sourceNotReady(const QString& source, const QString& lack)
{
    return make(u"acquire.not-ready"_s, QCoreApplication::translate("acquire", "%1 %2.").arg(source, lack));
}

Failure serviceFailure(const QString& host, const QString& code, const QString& detail)
{
    QString why = QCoreApplication::translate("acquire", "%1 could not fetch the paper.");
    if (code == "TIMEOUT"_L1)
        why = QCoreApplication::translate("acquire", "%1 did not find the paper in time.");
    else if (code == "VPN_ERROR"_L1)
        why = QCoreApplication::translate("acquire", "%1 has lost its network.");
    else if (code == "SOURCE_BLOCKED"_L1)
        why = QCoreApplication::translate("acquire", "%1 is kept out by the publisher.");
    return make(u"acquire.service"_s, why.arg(host), (code + ' '_L1 + detail).trimmed(), true);
}

Failure tooLarge(qint64 bytes)
{
    return make(u"net.too-large"_s,
                QCoreApplication::translate("acquire", "The file is larger than the settings allow."),
                u"more than %1 bytes"_s.arg(bytes));
}

Failure notAPdf(FileKind kind, const QString& detail)
{
    return make(u"acquire.not-a-pdf"_s, whatItIs(kind), detail);
}

Failure wrongPaper(const QString& reason)
{
    return make(u"acquire.wrong-paper"_s,
                QCoreApplication::translate("acquire", "What could be downloaded is another paper (%1).").arg(reason));
}

Failure fileMissing(const QString& path)
{
    return make(u"acquire.file-missing"_s,
                QCoreApplication::translate("acquire", "The file named for this paper is not there."), path);
}

Failure unreadable(const QString& detail)
{
    return make(u"acquire.file-missing"_s, QCoreApplication::translate("acquire", "The file cannot be read."), detail);
}

Failure needsEmail()
{
    return make(u"acquire.needs-email"_s,
                QCoreApplication::translate(
                    "acquire", "Unpaywall asks for a contact address: enter your e-mail in the settings."));
}

Failure emailRefused()
{
    return make(
        u"acquire.needs-email"_s,
        QCoreApplication::translate("acquire", "Unpaywall does not accept the e-mail address in the settings."));
}

Failure badAnswer(const QString& source, const QString& detail)
{
    return make(u"acquire.bad-answer"_s,
                QCoreApplication::translate("acquire", "%1 gave an answer that makes no sense.").arg(source), detail,
                true);
}

Failure httpFailure(int status, const QString& host)
{
    const bool transient = status == 408 || status == 429 || status >= 500;
    return make(u"http.%1"_s.arg(status),
                QCoreApplication::translate("acquire", "%1 answers with error %2.").arg(host).arg(status), {},
                transient);
}

Failure offline(const Failure& failure, const QString& proxy, bool wasThere)
{
    const QString message =
        proxy.isEmpty() ? QCoreApplication::translate("acquire", "No network: nobody who was asked can be reached.")
                        : QCoreApplication::translate("acquire", "Nobody can be reached through the proxy %1 of this "
                                                                 "computer's network settings.")
                              .arg(proxy);
    return make(wasThere ? u"net.offline"_s : u"net.none"_s, message, failure.detail, true);
}

bool isOffline(const Failure& failure)
{
    return failure.code == "net.offline"_L1 || failure.code == "net.none"_L1;
}

Failure acquireStopped()
{
    return make(u"stopped"_s, QCoreApplication::translate("acquire", "Stopped."), {}, true);
}

Failure diskFailure(const QString& folder, const QString& detail)
{
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < (qint64(1) << 20))
        return make(u"disk.full"_s, QCoreApplication::translate("acquire", "The disk is full."), detail, true);
    return make(u"net.disk"_s, QCoreApplication::translate("acquire", "The download could not be written to the disk."),
                detail, true);
}

const Failure& mostTelling(const QVector<Failure>& failures)
{
    return *std::ranges::min_element(failures, {}, rank);
}

bool needsAttention(const Failure& failure)
{
    static const QStringList codes{u"acquire.no-open-copy"_s, u"acquire.no-answer"_s,   u"acquire.not-a-pdf"_s,
                                   u"acquire.wrong-paper"_s,  u"acquire.supplement"_s,  u"acquire.key-refused"_s,
                                   u"acquire.file-missing"_s, u"acquire.needs-email"_s, u"pdf.encrypted"_s,
                                   u"pdf.password"_s};
    return codes.contains(failure.code);
}

} // namespace sheaf
