// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/courier.h"

#include "core/helper_program.h"
#include "core/secrets.h"
#include "read/courier/courier_order.h"
#include "read/courier/lock_watch.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

Failure notSent(const QString& detail)
{
    return readFailure("read.not-sent", ReadText::tr("The request could not be sent."), detail, true);
}

} // namespace

Courier::Courier(const Spool& spool, const QString& id, QObject* parent) : QObject(parent), m_spool(spool), m_id(id)
{
    connect(&m_process, &QProcess::finished, this, &Courier::awaitEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(std::unexpected(notSent(m_process.errorString())));
    });
}

Courier::~Courier()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill(); // has not taken its order yet, or has just handed it to its child
    m_process.waitForFinished();
}

QString Courier::programPath()
{
    return helperProgram(u"sheaf-courier"_s);
}

void Courier::deliver(const HttpRequest& request, Done done)
{
    m_done = std::move(done);
    switch (m_spool.trace(m_id)) {
    case Spool::Trace::Nothing:
        launch(request);
        return;
    case Spool::Trace::Underway:
        awaitEnd();
        return;
    case Spool::Trace::Replied:
    case Spool::Trace::InDoubt:
        QMetaObject::invokeMethod(this, &Courier::report, Qt::QueuedConnection);
        return;
    }
}

void Courier::launch(const HttpRequest& request)
{
    const int lock = m_spool.lock(m_id);
    if (lock < 0) {
        const auto failure = notSent(u"the spool folder cannot be written"_s);
        QMetaObject::invokeMethod(
            this, [this, failure] { end(std::unexpected(failure)); }, Qt::QueuedConnection);
        return;
    }
    // The child inherits the lock: it is held without a gap from here to the courier's end, also if we die now.
    m_process.setChildProcessModifier([lock] { ::fcntl(lock, F_SETFD, 0); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const SecretName name : allSecretNames())
        environment.remove(secretVariable(name)); // it gets the one it needs with its order
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(programPath());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start();
    ::close(lock);
    m_process.write(packOrder({m_spool.folder(), m_id, request}));
    m_process.closeWriteChannel();
}

void Courier::awaitEnd()
{
    whenUnlocked(m_spool.lockPath(m_id), this, [this] { report(); });
}

void Courier::report()
{
    switch (m_spool.trace(m_id)) {
    case Spool::Trace::Replied:
        end(m_spool.reply(m_id));
        return;
    case Spool::Trace::Underway:
        awaitEnd();
        return;
    case Spool::Trace::InDoubt:
        end(std::unexpected(inDoubtFailure({})));
        return;
    case Spool::Trace::Nothing:
        end(std::unexpected(notSent(QString::fromLocal8Bit(m_process.readAllStandardError()).left(300))));
        return;
    }
}

void Courier::end(const Result<HttpReply>& reply)
{
    m_process.disconnect(this);
    if (const Done done = std::exchange(m_done, {}))
        done(reply);
}

} // namespace sheaf
