// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QVector>

/** resources/offline/rules.json, compiled once. Any thread. */
namespace sheaf {

struct Cue
{
    QRegularExpression pattern;
    double weight = 0;
};

struct ColumnRule
{
    QHash<QString, double> sections; ///< weight of each kind of section; a sentence of another kind is not looked at
    QVector<Cue> cues;
    QRegularExpression announces; ///< the sentence that only says that the next ones will tell; empty = none
    double announced = 0;         ///< what those gain
    double foreign = 0;           ///< what a sentence loses that reports others' work
    double needs = 0;
    int most = 1;
};

struct OfflineRules
{
    QVector<std::pair<QString, QStringList>> headings; ///< kind → words
    QHash<QString, ColumnRule> columns;
    QVector<std::pair<QString, QVector<QRegularExpression>>> studyDesigns; ///< choice → signs

    static const OfflineRules& get();
};

} // namespace sheaf
