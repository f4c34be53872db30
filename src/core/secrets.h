// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <functional>

/**
 * Where keys come from: the environment (secretVariable()) first, else whatever the program plugged in (the keychain in
 * the window). A Secret prints as "…" and is compared, never logged.
 */
namespace sheaf {

class Secret
{
public:
    Secret() = default;
    explicit Secret(QString value) : m_value(std::move(value)) {}
    bool isEmpty() const { return m_value.isEmpty(); }
    /** The only way out: for the header of one request. */
    QByteArray reveal() const { return m_value.toUtf8(); }
    bool operator==(const Secret&) const = default;

private:
    QString m_value;
};

enum class SecretName
{
    ReadKey,
    SecondKey, ///< of the second reader
    ConvertKey,
    DatalabKey, ///< of services that stand behind another converter in the order
    VisionKey,
    ZoteroKey,
    OpenAlexKey,
    SemanticScholarKey,
    CoreKey,
    ElasticsearchKey, ///< an API key, or the user's password
    ZoteroLocalKey    ///< what the Zotero on this computer gave us, with the name of that Zotero
};
QString secretVariable(SecretName name); ///< "SHEAF_READ_KEY"
QVector<SecretName> allSecretNames();

/** Looks a secret up; must be callable from any thread. */
using SecretSource = std::function<Secret(SecretName)>;
Secret secretFromEnvironment(SecretName name);
/** Takes a secret that a service gave us, to be found by the source the next time; empty = forget it. Must be callable
 * from any thread; null where there is no place that is safe. */
using SecretKeeper = std::function<void(SecretName, const Secret&)>;

} // namespace sheaf
