// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/paper_builder.h"

#include <functional>
#include <span>

/**
 * What the line-tagged formats (RIS, MEDLINE, Web of Science, Refer, RefWorks) share: records of tags with values, and
 * a table that says what each tag means. Linear; any thread.
 */
namespace sheaf {

struct TaggedField
{
    QString tag;
    QString value;
    int line = 0;
};

struct TaggedRecord
{
    int line = 0;
    QVector<TaggedField> fields;
};

/** How one format writes its lines. */
struct TagSyntax
{
    /** Length of the line's tag and where its value starts; tag length 0 = no tag: the line continues the one before.
     */
    struct Tag
    {
        qsizetype length = 0;
        qsizetype value = 0;
    };
    std::function<Tag(QStringView line)> tagOf;
    QString first;            ///< the tag that opens a record, empty = none
    QString last;             ///< the tag that closes one, empty = none
    bool blankCloses = false; ///< an empty line closes a record
};

/** What a tag means; earlier rows win where several give the same. */
struct TagRule
{
    QLatin1StringView tag;
    PaperField field;
};

/** Two capitals (or one and a digit) and a blank: Web of Science, RefWorks. */
TagSyntax::Tag twoLetterTag(QStringView line);

/** Warns about records that were not opened or not closed as the format wants. */
QVector<TaggedRecord> scanTagged(QStringView text, const TagSyntax& syntax, QVector<ListWarning>& warnings);
void applyTags(PaperBuilder& builder, const TaggedRecord& record, std::span<const TagRule> rules);

} // namespace sheaf
