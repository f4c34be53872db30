// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QObject>

#include <functional>

/** Fetches one paper in full off the main thread; the newest request wins, older answers are dropped. The source may be
 * called from any thread. */
namespace sheaf {

using DetailsSource = std::function<std::optional<PaperDetails>(const QString& file, PaperId paper)>;
/** Opens the file's read side for each call: a connection belongs to the thread that made it. */
std::optional<PaperDetails> detailsFromFile(const QString& file, PaperId paper);

class DetailsLoader : public QObject
{
    Q_OBJECT
public:
    explicit DetailsLoader(DetailsSource source = detailsFromFile, QObject* parent = nullptr);
    ~DetailsLoader() override;
    void load(const QString& file, PaperId paper);

Q_SIGNALS:
    void loaded(sheaf::PaperId paper, const std::shared_ptr<const sheaf::PaperDetails>& details);

private:
    void start();
    struct Request
    {
        QString file;
        PaperId paper = 0;
    };
    DetailsSource m_source;
    std::optional<Request> m_next;
    bool m_busy = false;
};

} // namespace sheaf
