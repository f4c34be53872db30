// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/stage_tools.h"

#include "acquire/source_catalog.h"
#include "core/second_reader.h"
#include "net/http_client.h"

namespace sheaf {

namespace {

class AcquirerFetcher : public Fetcher
{
public:
    AcquirerFetcher(const QString& documentFolder, const Settings& settings, const SecretSource& secrets)
        : m_acquirer(m_http, {documentFolder, settings, secrets})
    {}
    void setSettings(const Settings& settings) override { m_acquirer.setSettings(settings); }
    void fetch(const Paper& paper, const QString& password, Acquirer::Note note,
               std::function<void(Result<Acquired>)> done) override
    {
        m_acquirer.acquire(paper, password, std::move(note), std::move(done));
    }
    void cancel(PaperId paper) override { m_acquirer.cancel(paper); }

private:
    HttpClient m_http;
    Acquirer m_acquirer;
};

Result<std::shared_ptr<Reader>> makeSharedReader(const ReaderSetup& setup)
{
    auto http = std::make_shared<HttpClient>();
    auto reader = makeReader(setup, *http);
    if (!reader)
        return std::unexpected(reader.error());
    // The client goes after the reader that uses it.
    return std::shared_ptr<Reader>(reader->release(), [http](Reader* done) { delete done; });
}

} // namespace

StageTools realTools(const SecretSource& secrets, const SecretKeeper& keep)
{
    StageTools tools;
    tools.fetcher = [secrets](const QString& documentFolder, const Settings& settings) {
        return std::make_unique<AcquirerFetcher>(documentFolder, settings, secrets);
    };
    tools.converter = [secrets](const Settings& settings) -> Result<std::shared_ptr<Converter>> {
        auto converter = makeConverter(settings, secrets);
        if (!converter)
            return std::unexpected(converter.error());
        return std::shared_ptr<Converter>(*std::move(converter));
    };
    tools.reader = [secrets](const Settings& settings, const QString& spoolFolder) {
        return makeSharedReader({settings, secrets, spoolFolder});
    };
    tools.secondReader = [secrets](const Settings& settings, const QString& spoolFolder) {
        return makeSharedReader({secondReaderSettings(settings), secondReaderSecrets(secrets), spoolFolder});
    };
    tools.sink = [secrets, keep](const QString& name, const Settings& settings) {
        return makeServiceSink(name, settings, secrets, keep);
    };
    tools.source = [secrets](const QString& name, const Settings& settings, QObject* context,
                             std::function<void(Result<QString>)> done) {
        auto* http = new HttpClient(context);
        testSource(name, *http, settings, secrets, context,
                   [http, done = std::move(done)](const Result<QString>& told) {
                       http->deleteLater();
                       done(told);
                   });
    };
    return tools;
}

} // namespace sheaf
