// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/failure.h"

#include "core/name_table.h"

namespace sheaf {

namespace {
constexpr auto stageNames = nameTable<Stage>("load", "acquire", "convert", "read", "write", "store");
}

QString stageName(Stage stage)
{
    return stageNames.name(stage);
}

std::optional<Stage> stageFromName(QStringView name)
{
    return stageNames.value(name);
}

} // namespace sheaf
