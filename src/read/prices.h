// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/settings.h"
#include "read/reader.h"

/**
 * What tokens cost: the dated table in the program's resources, the user's own table of the same form over it
 * (pricesFile()), and the settings read.price.in and read.price.out over both. US dollars a million tokens. Value
 * types, any thread. Failure: read.prices (the user's table is not readable).
 */
namespace sheaf {

struct ModelPrice
{
    QString model; ///< a name, or its beginning
    double in = 0, out = 0;
    double batch = 1; ///< factor of a batch
    double cacheWrite = 1, cacheRead = 1;
    qint64 contextTokens = 0; ///< 0 = unknown
    qint64 longPrompt = 0;    ///< prompts with more tokens cost longIn and longOut; 0 = none
    double longIn = 0, longOut = 0;

    bool isFree() const { return in == 0 && out == 0 && longIn == 0 && longOut == 0; }
    double cost(const ReadUsage& usage, ReadMode mode) const;
};

class Prices
{
public:
    /** Reads the built-in table and, where there is one, the user's. */
    static Result<Prices> load(const QString& userFile);

    /** The longest entry that `model` begins with; nothing where the table does not know it. */
    std::optional<ModelPrice> find(const QString& model) const;
    QString defaultModel(const QString& readerKind) const;
    QString date() const { return m_date; } ///< of the built-in table, ISO

private:
    Result<void> add(const QByteArray& json, const QString& name);

    QVector<ModelPrice> m_models; ///< the user's first
    QHash<QString, QString> m_defaults;
    QString m_date;
};

/** Where the user's own table lies. */
QString pricesFile();

/** The price by settings, else by table. Without either: free on this computer or its network, else nothing. */
std::optional<ModelPrice> priceOf(const QString& model, const QUrl& server, const Settings& settings,
                                  const Prices& prices);

/** Whether a host is this computer or in its own network: no price and no key are expected there. */
bool isNearby(const QUrl& server);

} // namespace sheaf
