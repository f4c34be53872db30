// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper_state.h"

#include "core/name_table.h"

#include <QCoreApplication>

namespace sheaf {

namespace {

constexpr auto stateNames =
    nameTable<State>("waiting", "acquiring", "queued-for-conversion", "converting", "queued-for-reading", "reading",
                     "writing", "done", "failed", "skipped", "cancelled", "paused", "needs-attention");

constexpr std::array stateLabels{
    QT_TRANSLATE_NOOP("State", "Waiting"),         QT_TRANSLATE_NOOP("State", "Acquiring"),
    QT_TRANSLATE_NOOP("State", "Queued"),          QT_TRANSLATE_NOOP("State", "Converting"),
    QT_TRANSLATE_NOOP("State", "Converted"),       QT_TRANSLATE_NOOP("State", "Reading"),
    QT_TRANSLATE_NOOP("State", "Writing"),         QT_TRANSLATE_NOOP("State", "Done"),
    QT_TRANSLATE_NOOP("State", "Failed"),          QT_TRANSLATE_NOOP("State", "Duplicate"),
    QT_TRANSLATE_NOOP("State", "Cancelled"),       QT_TRANSLATE_NOOP("State", "Paused"),
    QT_TRANSLATE_NOOP("State", "Needs attention"),
};

} // namespace

QString stateName(State state)
{
    return stateNames.name(state);
}

std::optional<State> stateFromName(QStringView name)
{
    return stateNames.value(name);
}

QString stateLabel(State state)
{
    return QCoreApplication::translate("State", stateLabels.at(static_cast<std::size_t>(state)));
}

} // namespace sheaf
