// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/words.h"
#include "layout/metadata/paper_metadata.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

/** A page's content as blocks in reading order: what layout makes of page models. Value types, any thread. */
namespace sheaf {

enum class BlockKind
{
    Title,
    Authors,
    Affiliation,
    Abstract, ///< a paragraph of the abstract
    Heading,
    Paragraph,
    ListItem,
    Table,
    Caption,
    Figure,
    Formula,
    Code,
    Footnote,
    Theorem,   ///< a theorem, lemma, definition, proof, remark, example
    Reference, ///< one entry of the bibliography
    Furniture, ///< running head, folio, watermark: kept for the audit, not in the markdown
};
QString blockKindName(BlockKind kind);

struct TableCell
{
    QString text; ///< inline markdown
    int row = 0, column = 0;
    int rowSpan = 1, columnSpan = 1;
    bool header = false;
    QRectF box;
};

struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;  ///< heading 1..6; list nesting from 0
    QString text;   ///< inline markdown (emphasis, sub/superscripts, links, inline formulas); a code block's plain text
    QString marker; ///< a list item's or footnote's own mark ("–", "(a)", "3"), a theorem's head ("Lemma 2.1")
    QString label;  ///< of a footnote whose call is known: the text of the block it relates to holds "[^label]"
    QVector<PageBox> regions; ///< a paragraph over a column or page break has several
    QVector<TableCell> cells; ///< of a Table
    int rows = 0, columns = 0;
    int relates =
        -1; ///< a Caption's figure or table, the block that calls a Footnote, or its table: index into the blocks
    float confidence = 1;
};

/** How far a page's conversion can be trusted, and why not further. */
struct PageAudit
{
    int page = 0;
    double confidence = 1;
    double coverage = 1; ///< share of the page's words that reached the blocks
    int words = 0;
    QStringList reasons; ///< "words lost", "garbled text" …: keys for doubtSentence()

    /** For the presets, the reader and the user: better converted another way, or looked at. */
    bool isDoubtful() const { return confidence < 0.7; }
};

/** A reason in the user's language: "words missing", "scan without text". */
QString doubtSentence(const QString& reason);

/** A whole document's layout. `words` hold, per page, all visible words in reading order with their block. */
struct Layout
{
    QVector<Block> blocks;
    QVector<PageWords> words;
    QVector<PageAudit> audits;
    PaperMetadata metadata;
    QVector<CslItem> references; ///< the bibliography's entries, in its order
};

QJsonObject toJson(const Block& block);
QJsonObject toJson(const PageAudit& audit);

} // namespace sheaf
