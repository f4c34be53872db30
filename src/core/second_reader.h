// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/secrets.h"
#include "core/settings.h"

/**
 * The second reader by the settings "second.*": another model that answers the same questions, so that what the two
 * disagree about is looked at first. It is made like the first one, from settings and keys in which it stands in the
 * first one's place. Pure functions, any thread.
 */
namespace sheaf {

bool hasSecondReader(const Settings& settings);
/** The same settings with the second reader's as "read.*"; what it has none of its own for, both readers share. */
Settings secondReaderSettings(const Settings& settings);
/** The second reader's key, asked for as if it were the first one's. */
SecretSource secondReaderSecrets(const SecretSource& secrets);
/** What the second reader is asked: all columns, or those that "second.columns" names by id or name; none without a
 * second reader. */
QVector<Column> secondReaderColumns(const QVector<Column>& columns, const Settings& settings);
/** Names in "second.columns" that no column has. */
QStringList unknownSecondColumns(const QVector<Column>& columns, const Settings& settings);

} // namespace sheaf
