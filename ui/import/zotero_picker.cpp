// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/zotero_picker.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QStyle>
#include <QThreadPool>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int LinkRole = Qt::UserRole;

int itemsOf(const QTreeWidgetItem* item)
{
    return item->text(1).toInt();
}

void setTicks(QTreeWidgetItem* item, Qt::CheckState state)
{
    item->setCheckState(0, state);
    for (int i = 0; i < item->childCount(); ++i)
        setTicks(item->child(i), state);
}

/** A whole library holds what its collections hold. */
void collect(const QTreeWidgetItem* item, bool isLibrary, QVector<const QTreeWidgetItem*>& ticked)
{
    const bool on = item->checkState(0) == Qt::Checked;
    if (on)
        ticked.append(item);
    for (int i = 0; i < item->childCount() && !(on && isLibrary); ++i)
        collect(item->child(i), false, ticked);
}

QVector<const QTreeWidgetItem*> tickedOf(const QTreeWidget& tree)
{
    QVector<const QTreeWidgetItem*> ticked;
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        collect(tree.topLevelItem(i), true, ticked);
    return ticked;
}

} // namespace

ZoteroPicker::ZoteroPicker(const ZoteroAccess& access, QWidget* parent)
    : QDialog(parent), m_access(access), m_tree(new QTreeWidget), m_where(wrappedLabel({}, FontRole::Body)),
      m_sum(textLabel({}, FontRole::Body, u"dim"_s)), m_retry(new KeyButton(tr("Try again"), KeyButton::Small)),
      m_settings(new KeyButton(tr("Zotero settings…"), KeyButton::Small)),
      m_pick(new KeyButton(tr("Add"), KeyButton::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add papers from Zotero"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Collection"), tr("Items")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setAccessibleName(tr("Libraries and collections of Zotero"));
    m_tree->setUniformRowHeights(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(10));
    head->setSpacing(theme().px(8));
    head->addWidget(m_where, 1);
    head->addWidget(m_retry);
    head->addWidget(m_settings);
    auto* cancel = new KeyButton(tr("Cancel"));
    cancel->setKeyHint(u"Esc"_s);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10));
    foot->setSpacing(theme().px(8));
    foot->addWidget(m_sum, 1);
    foot->addWidget(m_pick);
    foot->addWidget(cancel);
    m_pick->setDefault(true);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addWidget(m_tree, 1);
    rows->addLayout(foot);
    resize(theme().px(520), theme().px(560));
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        if (column == 0)
            tick(item);
    });
    connect(m_retry, &QPushButton::clicked, this, &ZoteroPicker::load);
    connect(m_settings, &QPushButton::clicked, this, [this] { Q_EMIT settingsRequested(u"zotero.key"_s); });
    connect(m_pick, &QPushButton::clicked, this, &ZoteroPicker::pick);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    load();
}

ZoteroPicker::~ZoteroPicker()
{
    m_stop.request_stop();
}

void ZoteroPicker::load()
{
    m_tree->clear();
    m_retry->hide();
    m_settings->hide();
    m_where->setText(tr("Asking Zotero…"));
    refresh();
    QThreadPool::globalInstance()->start([access = m_access, stop = m_stop.get_token(),
                                          self = QPointer<ZoteroPicker>(this),
                                          back = QCoreApplication::instance()]() mutable {
        const auto shelves = zoteroShelves(access, stop);
        QMetaObject::invokeMethod(back, [self = std::move(self), shelves] {
            if (self)
                self->showShelves(shelves);
        });
    });
}

void ZoteroPicker::showShelves(const Result<ZoteroShelves>& shelves)
{
    m_where->setProperty("tone", shelves ? u"dim"_s : u"red"_s);
    m_where->style()->unpolish(m_where);
    m_where->style()->polish(m_where);
    m_retry->setVisible(!shelves);
    m_settings->setVisible(!shelves);
    if (shelves) {
        m_where->setText(shelves->isLocal
                             ? tr("Zotero on this computer: its PDFs are used where they lie.")
                             : tr("zotero.org: open copies of the papers are looked for. With Zotero open on this "
                                  "computer, its own PDFs are used."));
        fill(*shelves);
    } else {
        m_where->setText(shelves.error().message);
    }
    refresh();
    Q_EMIT shown();
}

void ZoteroPicker::fill(const ZoteroShelves& shelves)
{
    m_ticking = true;
    QHash<QString, QTreeWidgetItem*> byLink;
    for (const ZoteroCollection& one : shelves.collections) {
        auto* item = new QTreeWidgetItem({one.name, QString::number(one.items)});
        item->setData(0, LinkRole, one.link);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Unchecked);
        if (QTreeWidgetItem* parent = byLink.value(one.parent))
            parent->addChild(item);
        else
            m_tree->addTopLevelItem(item);
        byLink.insert(one.link, item);
    }
    m_tree->expandToDepth(1);
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
    m_ticking = false;
}

/** What stands below goes along; what stands above is no longer chosen as a whole. */
void ZoteroPicker::tick(QTreeWidgetItem* item)
{
    if (std::exchange(m_ticking, true))
        return;
    setTicks(item, item->checkState(0));
    if (item->checkState(0) == Qt::Unchecked)
        for (QTreeWidgetItem* above = item->parent(); above; above = above->parent())
            above->setCheckState(0, Qt::Unchecked);
    m_ticking = false;
    refresh();
}

void ZoteroPicker::refresh()
{
    int items = 0;
    const auto ticked = tickedOf(*m_tree);
    for (const QTreeWidgetItem* item : ticked)
        items += itemsOf(item);
    m_pick->setEnabled(!ticked.isEmpty());
    m_sum->setText(ticked.isEmpty() ? tr("Space chooses a collection.") : tr("%n item(s)", nullptr, items));
}

QStringList ZoteroPicker::chosen() const
{
    QStringList links;
    for (const QTreeWidgetItem* item : tickedOf(*m_tree))
        links.append(item->data(0, LinkRole).toString());
    return links;
}

void ZoteroPicker::pick()
{
    Q_EMIT picked(chosen());
    accept();
}

} // namespace sheaf
