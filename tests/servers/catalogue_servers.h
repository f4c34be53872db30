// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>

/**
 * The catalogues of open copies on real sockets, each as its own interface: they know the papers they are told, by DOI,
 * and 404 or an empty list for the rest. Keys are checked where the real one checks them.
 *
 *     OpenAlexServer openAlex;
 *     openAlex.add(u"10.5555/a"_s, {files.add(u"/a.pdf"_s, pdf)});
 */
namespace sheaf::testing {

struct CataloguePlace
{
    QUrl url;
    QString version = QStringLiteral("publishedVersion");
    bool isPage = false;
};

class CatalogueServer
{
public:
    virtual ~CatalogueServer() = default;

    /** The open places of a DOI (lower case). */
    void add(const QString& doi, const QVector<CataloguePlace>& places);
    /** Answers everything so from now on. Nothing = as told. */
    void answerAll(std::optional<ServedReply> reply);
    /** The same for requests that name this. */
    void answerFor(const QString& text, const ServedReply& reply);
    HttpServer& http() { return m_http; }

    static inline const QByteArray key = "catalogue-key"; ///< the one that is accepted

protected:
    CatalogueServer();
    /** `places` is null for a DOI that is not known. Called on the server's thread. */
    virtual ServedReply answer(const ServedRequest& request) const = 0;
    const QVector<CataloguePlace>* placesOf(const QString& doi) const;

private:
    QHash<QString, QVector<CataloguePlace>> m_places;
    std::optional<ServedReply> m_all;
    QHash<QString, ServedReply> m_some; ///< by what a request names
    HttpServer m_http;                  // last: its thread ends first
};

/** GET /works/doi:{doi}?api_key= */
class OpenAlexServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** GET /search?query=DOI:"…"&format=json; adds a result of another paper, as searches do. */
class EuropePmcServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** GET /graph/v1/paper/DOI:{doi}; a version "arxiv:ID" is told as an external id. */
class SemanticScholarServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** GET /v3/search/works/?q=doi:"…", bearer key; /download/… on the same server redirects to the place's address. */
class CoreServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** GET /details/{server}/{doi}: the place's version is "biorxiv" or "medrxiv", its address that of the PDF's site. */
class BiorxivServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** GET /{doi}: sends on to the place's address. */
class DoiServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

/** OpenURL: a menu with a link "Full text" to each place, and others that lead nowhere. */
class LinkResolverServer : public CatalogueServer
{
protected:
    ServedReply answer(const ServedRequest& request) const override;
};

} // namespace sheaf::testing
