// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/empty_view.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/window/recent_files.h"
#include "ui/window/recent_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A small picture painted in the theme's colours. */
class Picture : public QWidget
{
public:
    using Draw = void (*)(QPainter&, const QRectF&);
    Picture(QSize size, Draw draw) : m_draw(draw) { setFixedSize(size); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_draw(painter, QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    Draw m_draw;
};

class DropFrame : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(theme().accent, 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setOpacity(0.75);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme().px(7), theme().px(7));
    }
};

} // namespace

EmptyView::EmptyView(RecentFiles* recent, QWidget* parent)
    : QWidget(parent), m_notice(textLabel({}, FontRole::Body, u"red"_s)), m_examples(examples()),
      m_privacy(textLabel({}, FontRole::Body, u"dim"_s))
{
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_privacy->setWordWrap(true);
    auto* below = new QHBoxLayout;
    below->setSpacing(theme().px(40));
    below->addWidget(m_examples, 1, Qt::AlignTop);
    below->addWidget(recentFiles(recent), 1, Qt::AlignTop);
    auto* promise = new QHBoxLayout;
    promise->setSpacing(theme().px(9));
    promise->addWidget(new Picture(QSize(theme().px(15), theme().px(17)), [](QPainter& painter, const QRectF& box) {
        drawPadlock(painter, box, theme().accent);
    }));
    promise->addWidget(m_privacy, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(36), theme().px(24), theme().px(36), theme().px(20));
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(dropArea());
    column->addSpacing(theme().px(30));
    column->addLayout(below);
    column->addStretch();
    column->addLayout(promise);
}

QWidget* EmptyView::dropArea()
{
    auto* frame = new DropFrame;
    frame->setAccessibleName(tr("Drop papers here"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(theme().px(24), theme().px(30), theme().px(24), theme().px(30));
    column->setSpacing(0);
    column->addWidget(new Picture(QSize(theme().px(52), theme().px(42)),
                                  [](QPainter& painter, const QRectF& box) {
                                      drawSheets(painter, box, theme().accent, theme().base);
                                  }),
                      0, Qt::AlignHCenter);
    column->addSpacing(theme().px(18));
    auto* line = textLabel(tr("Drop a list of papers or PDFs anywhere in this window"), FontRole::DropLine);
    line->setAlignment(Qt::AlignCenter);
    line->setWordWrap(true);
    column->addWidget(line);
    column->addSpacing(theme().px(6));
    auto* mix =
        textLabel(tr("Mix them as they come. The same paper found twice becomes one."), FontRole::Body, u"dim"_s);
    mix->setAlignment(Qt::AlignCenter);
    column->addWidget(mix);
    column->addSpacing(theme().px(18));

    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    row->addStretch();
    const auto add = [&](const QString& text, auto signal, KeyButton::Kind kind = KeyButton::Plain) {
        auto* button = new KeyButton(text, kind);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
        return button;
    };
    setFocusProxy(add(tr("Open list…"), &EmptyView::openListRequested, KeyButton::Primary));
    add(tr("Add PDFs…"), &EmptyView::addPdfsRequested);
    add(tr("Add a folder…"), &EmptyView::addFolderRequested);
    add(tr("Paste DOIs"), &EmptyView::pasteRequested)
        ->setKeyHint(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText));
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(theme().px(26));

    auto* rule = new QWidget;
    rule->setFixedHeight(1);
    rule->setProperty("edge", u"bottom"_s);
    rule->setAttribute(Qt::WA_StyledBackground);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(theme().px(60), 0, theme().px(60), 0);
    grid->setHorizontalSpacing(theme().px(40));
    grid->setVerticalSpacing(theme().px(8));
    grid->setColumnStretch(1, 1);
    grid->addWidget(rule, 0, 0, 1, 2);
    grid->setRowMinimumHeight(1, theme().px(8));
    int lineNumber = 2;
    const auto explain = [&](const QString& what, const QString& which) {
        grid->addWidget(textLabel(what, FontRole::Dense, u"dim"_s), lineNumber, 0, Qt::AlignTop);
        auto* right = textLabel(which, FontRole::Dense);
        right->setWordWrap(true);
        grid->addWidget(right, lineNumber++, 1);
    };
    explain(tr("Lists"), tr("BibTeX, RIS, PubMed, EndNote, Web of Science, Zotero, CSL, CSV, Excel"));
    explain(tr("Papers"), tr("PDF; folders of PDFs; markdown and plain text"));
    explain(tr("Loose text"), tr("DOIs, arXiv ids and links, wherever they stand in it"));
    column->addLayout(grid);
    return frame;
}

QWidget* EmptyView::examples()
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    column->addWidget(textLabel(tr("No papers at hand?"), FontRole::Section, u"dim"_s));
    auto* text =
        textLabel(tr("A dozen papers come with Sheaf: two columns, tables, a scan, a broken file, a duplicate. "
                     "They run on this computer, with no network and no key."),
                  FontRole::Body);
    text->setWordWrap(true);
    column->addWidget(text);
    auto* button = new KeyButton(tr("Try the example papers"));
    connect(button, &QPushButton::clicked, this, &EmptyView::examplesRequested);
    column->addWidget(button, 0, Qt::AlignLeft);
    return holder;
}

QWidget* EmptyView::recentFiles(RecentFiles* recent)
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    auto* head = new QHBoxLayout;
    head->addWidget(textLabel(tr("Recent files"), FontRole::Section, u"dim"_s));
    head->addStretch();
    head->addWidget(
        textLabel(tr("%1 for others").arg(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText)),
                  FontRole::Secondary, u"dim"_s));
    column->addLayout(head);
    auto* view = new RecentView(recent);
    connect(view, &RecentView::openRequested, this, &EmptyView::fileRequested);
    connect(view, &RecentView::findRequested, this, &EmptyView::findRequested);
    column->addWidget(view);
    const auto adapt = [holder, view, recent] {
        for (QObject* child : holder->children()) {
            if (auto* widget = qobject_cast<QWidget*>(child))
                widget->setVisible(recent->rowCount() > 0);
        }
        view->setFixedHeight(view->sizeHint().height());
    };
    connect(recent, &QAbstractItemModel::modelReset, view, adapt);
    connect(recent, &QAbstractItemModel::rowsRemoved, view, adapt);
    adapt();
    return holder;
}

void EmptyView::setNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_notice->setContentsMargins(0, 0, 0, theme().px(12));
}

void EmptyView::setPrivacy(const QString& text)
{
    m_privacy->setText(text);
}

void EmptyView::setExamplesThere(bool there)
{
    m_examples->setVisible(there);
}

} // namespace sheaf
