// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

/** The Markdown tab: the conversion's own text, headings set off, with a quote's words marked. Plain text on purpose:
 * it is shown as it was kept, nothing in it is loaded or followed. */
namespace sheaf {

class MarkdownView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget* parent = nullptr);
    void set(const QString& markdown);
    void showQuote(const QString& words);
    /** Marked words are underlined in a second reader's colour, instead of filled. */
    void setUnderlined(bool underlined) { m_underlined = underlined; }
    /** Marks the characters from `begin` to before `end` and brings them into view; an empty range unmarks. */
    void showRange(int begin, int end);
    /** Brings a character to the top without marking it. */
    void scrollTo(int character);
    /** The character at the view's upper edge. */
    int firstShown() const;
    /** From the marked words' first to their last line, in the viewport; empty = nothing is marked. */
    QRect markedBox() const;
    /** What is selected, as it reads; empty = nothing. */
    QString selectedWords() const { return textCursor().selectedText().replace(QChar::ParagraphSeparator, u' '); }

Q_SIGNALS:
    void pointedAt(int character); ///< by the mouse; −1 = no longer
    void placedAt(int character);  ///< the cursor, by a person

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void mark();
    void place(int character);
    QString m_source;
    bool m_underlined = false;
    QPair<int, int> m_marked{-1, 0}; ///< position, length
};

/** Where `words` stand in `text`, looking at letters and figures alone: marks and spacing of the markdown do not count.
 * Position −1 = nowhere. */
QPair<int, int> findWords(const QString& text, const QString& words);

} // namespace sheaf
