// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/page_png.h"
#include "convert/services/remote_services.h"
#include "convert/services/vision_answer.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

/**
 * A model that reads pictures behind an OpenAI-compatible server (olmOCR with vLLM, llama.cpp, hosted ones): each
 * page's picture → its markdown. Finished pages wait on the shelf, so that a kill costs one page. A page that the model
 * cannot do is taken from the document's own text; a page without ink is not asked about.
 */
namespace sheaf {

namespace {

constexpr double longestSide = 1288; ///< pixels; what olmOCR was trained with
constexpr int mostTokens = 8000;
constexpr std::array temperatures{0.1, 0.2, 0.5, 0.8}; ///< by attempt: one that runs in circles needs a warmer one
constexpr int mostTurns = 2;

class VisionPages
{
public:
    VisionPages(const ServiceSetup& setup, const QString& model, const QString& prompt, const RemoteJob& job)
        : m_calls(setup.address, job.stop), m_model(model), m_prompt(prompt), m_job(job)
    {}

    Result<RemoteText> run()
    {
        const QVector<QSizeF> sizes = m_job.pageSizes();
        RemoteText text{.version = m_model};
        qsizetype missing = 0;
        for (int page = 1; page <= sizes.size(); ++page) {
            auto piece = pieceOf(page, sizes[page - 1]);
            if (!piece)
                return std::unexpected(piece.error());
            missing += piece->isMissing;
            text.pieces.append(*std::move(piece));
            if (m_job.progress)
                m_job.progress(page, int(sizes.size()));
        }
        if (missing == sizes.size())
            return documentFailed(m_lastTrouble);
        return text;
    }

private:
    Result<RemotePiece> pieceOf(int page, const QSizeF& size)
    {
        const QString place = u"vision page %1"_s.arg(page);
        const QByteArray kept = m_job.shelf ? m_job.shelf->get(place) : QByteArray();
        if (!kept.isEmpty()) // a mark in front, as a page may be empty
            return RemotePiece{.markdown = QString::fromUtf8(kept.mid(1)), .page = page};
        const double dpi = 72 * longestSide / std::max(1.0, std::max(size.width(), size.height()));
        auto picture = renderPdfPage(m_job.input.path, page, dpi, m_job.stop, m_job.input.password);
        if (!picture)
            return std::unexpected(picture.error());
        const auto markdown = isBlank(*picture) ? Result<std::optional<QString>>(QString()) : read(*std::move(picture));
        if (!markdown)
            return std::unexpected(markdown.error());
        if (!*markdown)
            return RemotePiece{.markdown = {}, .page = page, .isMissing = true};
        if (m_job.shelf)
            m_job.shelf->put(place, '+' + (*markdown)->toUtf8());
        return RemotePiece{.markdown = **markdown, .page = page};
    }

    /** Nothing where the model cannot read the page; a failure where it is the service's or the paper's. */
    Result<std::optional<QString>> read(PagePicture picture)
    {
        int turns = 0;
        for (size_t attempt = 0; attempt < temperatures.size(); ++attempt) {
            const auto content = ask(picture, temperatures[attempt]);
            if (!content)
                return std::unexpected(content.error());
            if (!*content)
                continue;
            const auto answer = visionAnswer(**content);
            if (!answer)
                continue;
            if (answer->turnedBy == 0 || turns == mostTurns)
                return answer->markdown;
            picture = turned(picture, answer->turnedBy);
            ++turns;
            --attempt;
        }
        return std::nullopt;
    }

    Result<std::optional<QString>> ask(const PagePicture& picture, double temperature)
    {
        const auto png = pngOf(picture, QRect(0, 0, picture.width, picture.height));
        if (!png)
            return documentFailed(png.error());
        const QString url = u"data:image/png;base64,"_s + QString::fromLatin1(png->toBase64());
        const QJsonArray content{
            QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, m_prompt}},
            QJsonObject{{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject{{u"url"_s, url}}}}};
        const QJsonObject body{
            {u"model"_s, m_model},
            {u"max_tokens"_s, mostTokens},
            {u"temperature"_s, temperature},
            {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, content}}}}};
        const auto reply =
            m_calls.submit(m_calls.post(m_calls.url(u"/chat/completions"_s, {u"/chat/completions"_s}), body));
        if (reply && (reply->status == 400 || reply->status == 500)) { // this page: too many tokens, a bad picture
            m_lastTrouble = QString::fromUtf8(reply->body.left(400)).simplified();
            return std::nullopt;
        }
        const auto answer = jsonOf(reply);
        if (!answer)
            return std::unexpected(answer.error());
        const QJsonObject choice = answer->value("choices"_L1).toArray().at(0).toObject();
        if (choice.isEmpty())
            return serviceRefuses(u"no choices in the answer"_s);
        m_lastTrouble = u"finish_reason "_s + choice["finish_reason"_L1].toString();
        if (choice["finish_reason"_L1].toString() != "stop"_L1)
            return std::nullopt;
        return choice["message"_L1].toObject().value("content"_L1).toString();
    }

    ServiceCalls m_calls;
    const QString m_model, m_prompt;
    const RemoteJob& m_job;
    QString m_lastTrouble;
};

class VisionService : public RemoteService
{
public:
    explicit VisionService(const ServiceSetup& setup)
        : m_setup(setup), m_prompt(setup.prompt.isEmpty() ? visionPrompt() : setup.prompt)
    {}
    QString kind() const override { return u"vision"_s; }

    QString label() const override
    {
        const QByteArray prompt = QCryptographicHash::hash(m_prompt.toUtf8(), QCryptographicHash::Sha256).toHex();
        return u"%1 %2 %3"_s.arg(model(), QString::fromLatin1(prompt.left(12))).arg(longestSide);
    }

    void prepare(std::stop_token stop) override
    {
        if (m_setup.model.isEmpty())
            m_offered.learn([&] { return offered(stop).value_or(QString()); });
    }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        prepare(job.stop);
        if (!model().isEmpty())
            return VisionPages(m_setup, model(), m_prompt, job).run();
        const auto first = offered(job.stop);
        return first ? serviceRefuses(u"it offers no model"_s) : std::unexpected(first.error());
    }

private:
    QString model() const { return m_setup.model.isEmpty() ? m_offered.get() : m_setup.model; }

    /** The first model that the server names. */
    Result<QString> offered(std::stop_token stop) const
    {
        ServiceCalls calls(m_setup.address, std::move(stop));
        const auto answer = jsonOf(calls.askQuickly(calls.url(u"/models"_s, {u"/chat/completions"_s})));
        if (!answer)
            return std::unexpected(answer.error());
        return answer->value("data"_L1).toArray().at(0).toObject().value("id"_L1).toString();
    }

    const ServiceSetup m_setup;
    const QString m_prompt;
    LearnedVersion m_offered;
};

} // namespace

std::unique_ptr<RemoteService> makeVisionService(const ServiceSetup& setup)
{
    return std::make_unique<VisionService>(setup);
}

} // namespace sheaf
