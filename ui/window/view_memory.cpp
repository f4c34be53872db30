// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_memory.h"

#include "ui/papers/paper_filter.h"
#include "ui/papers/papers_page.h"

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString importKey = u"window/import-panes"_s;
const QString facetsKey = u"window/facets"_s;
const QString detailsKey = u"window/details"_s;
const QString filterGroup = u"filter"_s;

} // namespace

void ViewMemory::save(const QString& file) const
{
    page->saveLayout();
    QSettings settings;
    settings.setValue(geometryKey, window->saveGeometry());
    settings.setValue(importKey, importPanes->saveState());
    settings.setValue(facetsKey, showFacets->isChecked());
    settings.setValue(detailsKey, showDetails->isChecked());
    settings.beginGroup(filterGroup);
    const Facet& facet = page->filter()->facet();
    settings.setValue(u"file"_s, file);
    settings.setValue(u"text"_s, filter->text());
    settings.setValue(u"group"_s, int(facet.group));
    settings.setValue(u"column"_s, facet.column);
    settings.setValue(u"value"_s, facet.value);
}

void ViewMemory::restore() const
{
    const QSettings settings;
    window->restoreGeometry(settings.value(geometryKey).toByteArray());
    importPanes->restoreState(settings.value(importKey).toByteArray());
    showFacets->setChecked(settings.value(facetsKey, true).toBool());
    showDetails->setChecked(settings.value(detailsKey, true).toBool());
}

void ViewMemory::restoreFilter(const QString& file) const
{
    QSettings settings;
    settings.beginGroup(filterGroup);
    if (file.isEmpty() || settings.value(u"file"_s).toString() != file)
        return;
    const int group = settings.value(u"group"_s).toInt();
    page->choose({Facet::Group(group >= 0 && group <= Facet::Value ? group : 0), settings.value(u"column"_s).toString(),
                  settings.value(u"value"_s).toString()});
    filter->setText(settings.value(u"text"_s).toString());
}

} // namespace sheaf
