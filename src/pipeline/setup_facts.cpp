// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"
#include "gpu/device_probe.h"
#include "pipeline/details.h"

#include <QCoreApplication>
#include <QThread>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("pipeline", text);
}

SetupFact pdfFact()
{
    const PdfSupport support = pdfSupport();
    if (!support.available)
        return {u"pdf"_s, SetupFact::Broken, tr("PDF documents"), support.problem, {}};
    return {u"pdf"_s,
            SetupFact::Ready,
            tr("PDF documents"),
            tr("Poppler %1 reads them in a sandbox (%2).").arg(support.popplerVersion, support.sandbox),
            {}};
}

SetupFact readerFact(const Settings& settings, const SecretSource& secrets)
{
    const QString kind = settings.text(u"read.kind"_s);
    SetupFact fact{u"reader"_s, SetupFact::Ready, tr("Reader"), {}, u"choose-reader"_s};
    if (kind == "offline"_L1) {
        fact.sentence = tr("Offline: answers are picked from the text by rules, nothing leaves this computer.");
        return fact;
    }
    const QString host = QUrl(settings.text(u"read.url"_s)).host();
    const QString where = host.isEmpty() ? tr("the vendor's own service") : host;
    if (kind == "anthropic"_L1 && secrets(SecretName::ReadKey).isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = tr("The reader “%1” needs a key (%2).").arg(kind, secretVariable(SecretName::ReadKey));
        fact.action = u"set-read-key"_s;
        return fact;
    }
    fact.sentence = tr("“%1”: the text of papers goes to %2.").arg(kind, where);
    return fact;
}

SetupFact openCopiesFact(const Settings& settings)
{
    SetupFact fact{u"open-copies"_s, SetupFact::Ready, tr("Open copies"), {}, u"set-email"_s};
    const QString email = settings.text(u"acquire.email"_s);
    if (email.isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence =
            tr("Unpaywall asks for an e-mail address; without one only arXiv, URLs and your files are used.");
    } else {
        fact.sentence = tr("Unpaywall and arXiv are asked, with the address %1.").arg(email);
    }
    return fact;
}

SetupFact deviceFact()
{
    const gpu::Probe& probe = gpu::probe();
    SetupFact fact{u"graphics-card"_s, SetupFact::Ready, tr("Graphics card"), {}, {}};
    if (probe.devices.empty()) {
        fact.sign = SetupFact::Optional;
        fact.sentence = QCoreApplication::translate(
            "pipeline", "None is used; documents are converted on the processor (%n threads).", nullptr,
            QThread::idealThreadCount());
        return fact;
    }
    const gpu::Device& device = probe.devices.front();
    fact.sentence =
        tr("%1, driver %2.").arg(QString::fromStdString(device.name), QString::fromStdString(probe.driverVersion));
    return fact;
}

} // namespace

QVector<SetupFact> setupFacts(const Settings& settings, const SecretSource& secrets)
{
    return {pdfFact(), readerFact(settings, secrets), openCopiesFact(settings), deviceFact()};
}

} // namespace sheaf
