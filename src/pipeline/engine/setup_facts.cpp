// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_catalog.h"
#include "convert/converter.h"
#include "core/second_reader.h"
#include "core/units.h"
#include "document/pdf_document.h"
#include "gpu/device_probe.h"
#include "gpu/session.h"
#include "pipeline/engine/details.h"
#include "sight/device_runtime.h"
#include "sight/page_eyes.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
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

/** Only where a service converts: on this computer there is nothing to set up. */
std::optional<SetupFact> converterFact(const Settings& settings, const SecretSource& secrets)
{
    const QStringList hosts = converterHosts(settings);
    if (hosts.isEmpty() && settings.text(u"convert.kind"_s) == "native"_L1)
        return std::nullopt;
    SetupFact fact{u"converter"_s,
                   SetupFact::Ready,
                   QCoreApplication::translate("pipeline", "Converter"),
                   {},
                   u"choose-converter"_s};
    if (const auto made = makeConverter(settings, secrets); !made) {
        fact.sign = SetupFact::Broken;
        fact.sentence = made.error().message;
    } else if (settings.text(u"convert.kind"_s) == "datalab"_L1 && secrets(SecretName::DatalabKey).isEmpty() &&
               secrets(SecretName::ConvertKey).isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate("pipeline", "Datalab needs a key (%1).")
                            .arg(secretVariable(SecretName::ConvertKey));
        fact.action = u"set-convert-key"_s;
    } else if (settings.text(u"convert.kind"_s) == "job-service"_L1 && settings.text(u"convert.folder"_s).isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate(
            "pipeline", "A job service reads papers from a folder that it shares with this computer; none is set.");
    } else {
        fact.sentence = QCoreApplication::translate("pipeline", "“%1”: papers go to %2.")
                            .arg(settings.text(u"convert.kind"_s), hosts.join(u", "_s));
    }
    return fact;
}

int asked(const Settings& settings)
{
    const auto choices = sourceChoices(settings);
    return int(std::ranges::count_if(choices, &SourceChoice::on));
}

SetupFact openCopiesFact(const Settings& settings)
{
    SetupFact fact{
        u"open-copies"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Open copies"), {}, u"set-email"_s};
    const QString email = settings.text(u"acquire.email"_s);
    if (email.isEmpty()) {
        fact.sign = SetupFact::Missing;
        fact.sentence = QCoreApplication::translate(
            "pipeline",
            "Unpaywall asks for an e-mail address; without one the run waits as soon as it comes to Unpaywall.");
    } else {
        fact.sentence = QCoreApplication::translate("pipeline", "%n sources are asked, with the address %1.", nullptr,
                                                    asked(settings))
                            .arg(email);
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
    } else if (const auto runtime = gpu::openRuntime(QFile::encodeName(runtimeFor(models)).toStdString())) {
        fact.sentence = QCoreApplication::translate(
                            "pipeline", "The models are there; ONNX Runtime %1 reads scans from their pictures.")
                            .arg(QString::fromStdString(*runtime));
    } else {
        fact.sign = SetupFact::Broken;
        fact.sentence = QString::fromStdString(runtime.error());
    }
    return fact;
}

QString gigabytes(std::uint64_t bytes)
{
    return QLocale().toString(double(bytes) / (1 << 30), 'f', 1);
}

/** "NVIDIA L4 (24.0 GB, compute capability 8.9), 3 % busy, 1.2 GB taken, 41 °C" */
QString describe(const gpu::Device& device)
{
    const QString card = QCoreApplication::translate("pipeline", "%1 (%2 GB, compute capability %3.%4)")
                             .arg(QString::fromStdString(device.name), gigabytes(device.memoryBytes))
                             .arg(device.computeMajor)
                             .arg(device.computeMinor);
    const auto use = gpu::use(device.index);
    if (!use)
        return QCoreApplication::translate("pipeline", "%1, whose load is unknown (libnvidia-ml.so.1 is missing)")
            .arg(card);
    QString now = QCoreApplication::translate("pipeline", "%1, %2 % busy, %3 GB taken")
                      .arg(card)
                      .arg(qRound(100 * use->utilisation))
                      .arg(gigabytes(use->memoryUsedBytes));
    if (use->temperatureC > 0)
        now += QCoreApplication::translate("pipeline", ", %1 °C").arg(use->temperatureC);
    return now;
}

SetupFact noDeviceFact(SetupFact fact, const gpu::Probe& probe)
{
    fact.sign = SetupFact::Optional;
    fact.sentence = QCoreApplication::translate(
                        "pipeline", "None is used (%1); documents are converted on the processor (%n threads).",
                        nullptr, QThread::idealThreadCount())
                        .arg(QString::fromStdString(probe.problem));
    if (probe.cudaVersion == 0)
        fact.sentence += u' ' + QCoreApplication::translate(
                                    "pipeline", "A card of NVIDIA's is used once its driver (580 or newer) is there.");
    return fact;
}

/** The libraries that a device lacks, and how much there is to fetch. */
void tellMissing(const QVector<ModelSpec>& missing, SetupFact& fact)
{
    QStringList names;
    qint64 bytes = 0;
    for (const ModelSpec& spec : missing) {
        names << spec.fileName();
        bytes += spec.bytes;
    }
    fact.sign = SetupFact::Optional;
    fact.action = u"fetch-models"_s;
    fact.sentence +=
        u' ' + QCoreApplication::translate("pipeline", "To read scanned pages on it, %1 are missing, which are fetched "
                                                       "once (%2); until then the processor reads them.")
                   .arg(names.join(u", "_s), formatBytes(bytes));
}

SetupFact deviceFact()
{
    const gpu::Probe& probe = gpu::probe();
    SetupFact fact{
        u"graphics-card"_s, SetupFact::Ready, QCoreApplication::translate("pipeline", "Graphics card"), {}, {}};
    if (probe.devices.empty())
        return noDeviceFact(fact, probe);
    QStringList devices;
    for (const gpu::Device& device : probe.devices)
        devices << describe(device);
    fact.sentence = QCoreApplication::translate("pipeline", "%1; driver %2, CUDA %3.%4.")
                        .arg(devices.join(u"; "_s), QString::fromStdString(probe.driverVersion))
                        .arg(probe.cudaVersion / 1000)
                        .arg(probe.cudaVersion % 1000 / 10);
    if (const QVector<ModelSpec> missing = DeviceRuntime().missing(); !missing.isEmpty())
        tellMissing(missing, fact);
    return fact;
}

} // namespace

QVector<SetupFact> setupFacts(const Settings& settings, const SecretSource& secrets)
{
    QVector<SetupFact> facts{pdfFact()};
    if (const auto converter = converterFact(settings, secrets))
        facts.append(*converter);
    facts.append(readerFact(settings, secrets));
    facts += secondReaderFacts(settings, secrets);
    return facts + QVector<SetupFact>{openCopiesFact(settings), scansFact(), deviceFact()};
}

std::optional<SetupFact> networksFact()
{
    const PageEyes eyes;
    if (!eyes.canRead())
        return std::nullopt;
    const Result<QString> device = eyes.device();
    return SetupFact{u"networks"_s,
                     device ? SetupFact::Ready : SetupFact::Broken,
                     QCoreApplication::translate("pipeline", "Scanned pages are read on"),
                     device ? *device : device.error().detail,
                     {}};
}

} // namespace sheaf
