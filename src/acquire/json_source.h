// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/source_registry.h"
#include "net/http_client.h"

#include <QJsonArray>
#include <QJsonObject>

/** A catalogue that is asked with one GET a paper and answers in JSON. */
namespace sheaf {

class JsonSource : public SourceResolver
{
public:
    JsonSource(const SourceSetup& setup, const QString& urlKey);

    QUrl service() const override { return m_base; }
    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override;
    /** Asks for a paper that everybody knows. */
    void probe(QObject* context, std::function<void(Result<QString>)> done) override;

protected:
    virtual QUrl addressFor(const Paper& paper) const = 0;
    virtual Candidates placesIn(const QJsonObject& answer, const Paper& paper) const = 0;
    /** What a status ≥ 400 means here; 404 never comes here: the paper is not known. */
    virtual Failure refusal(int status) const;
    virtual QVector<HttpHeader> headers() const { return {}; }
    virtual Paper samplePaper() const;

    QUrl base() const { return m_base; }
    QString email() const { return m_email; }

private:
    Result<Candidates> understand(const Result<HttpReply>& reply, const Paper& paper) const;

    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
};

/** A look-up with our name and, where there is one, the user's address, which goes to this service alone. */
HttpRequest lookUpRequest(const QUrl& url, const QString& email);
/** Asks for a page, for "Test" of a service that has no other question: it answers, whatever it says below 400. */
void probePage(HttpClient& http, const QUrl& url, const QString& email, QObject* context,
               std::function<void(Result<QString>)> done);
/** The addresses under each of the keys in turn, so that all PDFs, which the first one names, come before all pages. */
Candidates placesByKey(const QJsonArray& places, const QStringList& keys, const QString& title);
/** Drops what is no web address and what is there already. */
void appendPlace(Candidates& places, const Candidate& place);

} // namespace sheaf
