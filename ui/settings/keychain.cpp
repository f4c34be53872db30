// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychain.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>
#include <QPointer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString service = u"org.sheaf.Sheaf"_s;

} // namespace

struct Keychain::Memory
{
    QMutex mutex;
    QHash<int, Secret> secrets;
};

Keychain::Keychain(QObject* parent) : QObject(parent), m_memory(std::make_shared<Memory>()) {}

Keychain::~Keychain() = default;

SecretSource Keychain::source() const
{
    return [memory = m_memory](SecretName name) {
        const Secret fromEnvironment = secretFromEnvironment(name);
        if (!fromEnvironment.isEmpty())
            return fromEnvironment;
        const QMutexLocker lock(&memory->mutex);
        return memory->secrets.value(int(name));
    };
}

SecretKeeper Keychain::keeper()
{
    return [home = QPointer(this)](SecretName name, const Secret& secret) {
        QMetaObject::invokeMethod(qApp, [home, name, secret] {
            if (home)
                home->store(name, QString::fromUtf8(secret.reveal()));
        });
    };
}

void Keychain::load()
{
    for (const SecretName name : allSecretNames()) {
        auto* job = new QKeychain::ReadPasswordJob(service, this);
        job->setKey(secretVariable(name));
        connect(job, &QKeychain::Job::finished, this, [this, job, name] {
            if (job->error() == QKeychain::NoError) {
                {
                    const QMutexLocker lock(&m_memory->mutex);
                    m_memory->secrets.insert(int(name), Secret(job->textData()));
                }
                Q_EMIT changed();
            } else if (job->error() != QKeychain::EntryNotFound) {
                qCDebug(logUi) << "keychain:" << job->errorString();
            }
        });
        job->start();
    }
}

void Keychain::store(SecretName name, const QString& value)
{
    {
        const QMutexLocker lock(&m_memory->mutex);
        m_memory->secrets.insert(int(name), Secret(value));
    }
    Q_EMIT changed();
    const auto report = [this, name](QKeychain::Job* job) {
        const bool ok = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (!ok)
            qCDebug(logUi) << "keychain:" << job->errorString();
        Q_EMIT stored(name, ok,
                      ok ? tr("Kept in the keychain.")
                         : tr("The keychain cannot be reached; the key is kept until Sheaf closes."));
    };
    QKeychain::Job* job = nullptr;
    if (value.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(service, this);
    } else {
        auto* write = new QKeychain::WritePasswordJob(service, this);
        write->setTextData(value);
        job = write;
    }
    job->setKey(secretVariable(name));
    connect(job, &QKeychain::Job::finished, this, report);
    job->start();
}

} // namespace sheaf
