// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>

/** Stable names of enumerations: one table an enumeration, read both ways. Private to core. */
namespace sheaf {

template <typename Enum, std::size_t N> struct NameTable
{
    std::array<const char*, N> names; ///< in the enumeration's order

    QString name(Enum value) const { return QString::fromLatin1(names.at(static_cast<std::size_t>(value))); }
    std::optional<Enum> value(QStringView name) const
    {
        for (std::size_t i = 0; i < N; ++i)
            if (name == QLatin1StringView(names[i]))
                return static_cast<Enum>(i);
        return std::nullopt;
    }
};

template <typename Enum, typename... Names> constexpr auto nameTable(Names... names)
{
    return NameTable<Enum, sizeof...(Names)>{{names...}};
}

} // namespace sheaf
