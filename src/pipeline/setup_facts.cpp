// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/second_reader.h"
#include "core/units.h"
#include "document/pdf_document.h"
#include "gpu/device_probe.h"
#include "gpu/session.h"
#include "pipeline/details.h"
#include "sight/model_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

SetupFact pdfFact()
{
    const PdfSupport support = pdfSupport();
    if (!support.available)
        return {
            u"pdf"_s, SetupFact::Broken, QCoreApplication::translate("pipeline", "PDF documents"), support.problem, {}};
    return {u"pdf"_s,
            SetupFact::Ready,
            QCoreApplication::translate("pipeline", "PDF documents"),
            QCoreApplication::translate("pipeline", "Poppler %1 reads them in a sandbox (%2).")
                .arg(support.popplerVersion, support.sandbox),
            {}};
}

SetupFact readerFact(const Settings& settings, const SecretSource& secrets)
{
    const QString kind = settings.text(u"read.kind"_s);
    SetupFact fact{
        u"reader"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Reader"), {}, u"choose-reader"_s};
    if (kind == "offline"_L1) {
        fact.sentence = QCoreApplication::translate(
            "pipeline", "Offline: answers are picked from the text by rules, nothing leaves this computer.");
        return fact;
    }
    const QString host = QUrl(settings.text(u"read.url"_s)).host();
    const QString where = host.isEmpty() ? QCoreApplication::translate("pipeline", "the vendor's own service") : host;
    if (kind == "anthropic"_L1 && secrets(SecretName::ReadKey).isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate("pipeline", "The reader “%1” needs a key (%2).")
                            .arg(kind, secretVariable(SecretName::ReadKey));
        fact.action = u"set-read-key"_s;
        return fact;
    }
    fact.sentence = QCoreApplication::translate("pipeline", "“%1”: the text of papers goes to %2.").arg(kind, where);
    return fact;
}

/** Nothing where there is no second reader. */
QVector<SetupFact> secondReaderFacts(const Settings& settings, const SecretSource& secrets)
{
    if (!hasSecondReader(settings))
        return {};
    const Settings own = secondReaderSettings(settings);
    SetupFact fact = readerFact(own, secondReaderSecrets(secrets));
    fact.id = u"second-reader"_s;
    fact.name = QCoreApplication::translate("pipeline", "Second reader");
    const auto same = [&](const char* key) {
        const QString name = QString::fromLatin1(key);
        return own.text(name) == settings.text(name);
    };
    if (fact.action == "set-read-key"_L1) {
        fact.sentence = QCoreApplication::translate("pipeline", "The second reader “%1” needs a key (%2).")
                            .arg(own.text(u"read.kind"_s), secretVariable(SecretName::SecondKey));
        fact.action = u"set-second-key"_s;
        return {fact};
    }
    fact.action = u"choose-second-reader"_s;
    if (same("read.kind") && same("read.url") && same("read.model")) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate(
            "pipeline", "It is the same as the first one and would repeat its mistakes: choose another model.");
    }
    return {fact};
}

SetupFact openCopiesFact(const Settings& settings)
{
    SetupFact fact{
        u"open-copies"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Open copies"), {}, u"set-email"_s};
    const QString email = settings.text(u"acquire.email"_s);
    if (email.isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate(
            "pipeline", "Unpaywall asks for an e-mail address; without one only arXiv, URLs and your files are used.");
    } else {
        fact.sentence =
            QCoreApplication::translate("pipeline", "Unpaywall and arXiv are asked, with the address %1.").arg(email);
    }
    return fact;
}

SetupFact scansFact()
{
    const ModelStore models;
    SetupFact fact{u"scans"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Scanned pages"), {}, {}};
    qint64 bytes = 0;
    for (const ModelSpec& spec : models.missing())
        bytes += spec.bytes;
    if (models.specs().isEmpty()) {
        fact.sign = SetupFact::Optional;
        fact.sentence = QCoreApplication::translate("pipeline", "There are no models that read them on this machine.");
    } else if (bytes > 0) {
        fact.sign = SetupFact::Optional;
        fact.sentence =
            QCoreApplication::translate("pipeline", "Pages without text need models (%1), which are fetched once.")
                .arg(formatBytes(bytes));
        fact.action = u"fetch-models"_s;
    } else if (const auto runtime = gpu::openRuntime(QFile::encodeName(models.path(u"onnxruntime"_s)).toStdString())) {
        fact.sentence = QCoreApplication::translate(
                            "pipeline", "The models are there; ONNX Runtime %1 reads scans from their pictures.")
                            .arg(QString::fromStdString(*runtime));
    } else {
        fact.sign = SetupFact::Broken;
        fact.sentence = QString::fromStdString(runtime.error());
    }
    return fact;
}

SetupFact deviceFact()
{
    const gpu::Probe& probe = gpu::probe();
    SetupFact fact{
        u"graphics-card"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Graphics card"), {}, {}};
    if (probe.devices.empty()) {
        fact.sign = SetupFact::Optional;
        fact.sentence = QCoreApplication::translate(
            "pipeline", "None is used; documents are converted on the processor (%n threads).", nullptr,
            QThread::idealThreadCount());
        return fact;
    }
    const gpu::Device& device = probe.devices.front();
    fact.sentence = QCoreApplication::translate("pipeline", "%1, driver %2.")
                        .arg(QString::fromStdString(device.name), QString::fromStdString(probe.driverVersion));
    return fact;
}

} // namespace

QVector<SetupFact> setupFacts(const Settings& settings, const SecretSource& secrets)
{
    return QVector<SetupFact>{pdfFact(), readerFact(settings, secrets)} + secondReaderFacts(settings, secrets) +
           QVector<SetupFact>{openCopiesFact(settings), scansFact(), deviceFact()};
}

} // namespace sheaf
