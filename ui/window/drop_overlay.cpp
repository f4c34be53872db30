// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drop_overlay.h"

#include "ui/look/theme.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

DropOverlay::DropOverlay(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::announce(const QString& what)
{
    m_what = what;
    follow();
    show();
    raise();
    update();
}

void DropOverlay::follow()
{
    setGeometry(parentWidget()->rect());
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, t.px(3)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), t.px(7), t.px(7));
    painter.setFont(t.font(FontRole::DropLine));
    const QSize text =
        painter.fontMetrics().boundingRect(QRect(0, 0, width() / 2, height()), Qt::TextWordWrap, m_what).size();
    QRectF box(QPointF(), text + QSize(t.px(48), t.px(32)));
    box.moveCenter(QRectF(rect()).center());
    painter.setBrush(t.soft);
    painter.setPen(QPen(t.accent, 1));
    painter.drawRoundedRect(box, t.px(7), t.px(7));
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, m_what);
}

Dropped droppedFrom(const QMimeData* data)
{
    Dropped dropped;
    if (!data)
        return dropped;
    QStringList links;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            dropped.paths += url.toLocalFile();
        else if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            links += url.toString();
    }
    dropped.text = links.join(u'\n');
    if (dropped.isEmpty() && data->hasText())
        dropped.text = data->text().trimmed();
    return dropped;
}

QString namesOf(const QStringList& names)
{
    QStringList parts;
    int pdfs = 0;
    for (const QString& name : names) {
        if (name.endsWith(".pdf"_L1, Qt::CaseInsensitive))
            ++pdfs;
        else
            parts += QFileInfo(name).fileName().isEmpty() ? name : QFileInfo(name).fileName();
    }
    constexpr int mostNames = 3;
    if (parts.size() > mostNames) {
        const int more = int(parts.size()) - mostNames + 1;
        parts.resize(mostNames - 1);
        parts += DropOverlay::tr("%n more", nullptr, more);
    }
    if (pdfs == 1 && parts.isEmpty())
        return QFileInfo(names.first()).fileName();
    if (pdfs)
        parts += DropOverlay::tr("%n PDFs", nullptr, pdfs);
    if (parts.size() < 2)
        return parts.join(QString());
    const QString last = parts.takeLast();
    return DropOverlay::tr("%1 and %2").arg(parts.join(u", "_s), last);
}

} // namespace sheaf
