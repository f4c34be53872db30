// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/markdown_view.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSyntaxHighlighter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

class HeadingHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        QTextCharFormat format;
        if (text.startsWith(u'#')) {
            format.setFontWeight(QFont::DemiBold);
            setFormat(0, int(text.size()), format);
        } else if (text.startsWith(u"<!--"_s)) {
            format.setForeground(theme().dim);
            setFormat(0, int(text.size()), format);
        }
    }
};

/** Letters and figures of a text in lower case, each with its place in the text. */
struct Letters
{
    QString text;
    QVector<int> places;

    explicit Letters(const QString& source)
    {
        text.reserve(source.size());
        places.reserve(source.size());
        for (int i = 0; i < source.size(); ++i) {
            if (source.at(i).isLetterOrNumber()) {
                text += source.at(i).toLower();
                places += i;
            }
        }
    }
};

} // namespace

QPair<int, int> findWords(const QString& text, const QString& words)
{
    const Letters needle(words);
    if (needle.text.isEmpty())
        return {-1, 0};
    const Letters hay(text);
    const qsizetype at = hay.text.indexOf(needle.text);
    if (at < 0)
        return {-1, 0};
    const int begin = hay.places.at(at);
    return {begin, hay.places.at(at + needle.text.size() - 1) + 1 - begin};
}

MarkdownView::MarkdownView(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setAccessibleName(tr("Markdown"));
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("There is no markdown of this paper yet."));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setViewportMargins(theme().px(10), theme().px(8), theme().px(4), 0);
    viewport()->setMouseTracking(true);
    new HeadingHighlighter(document());
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { Q_EMIT placedAt(textCursor().position()); });
}

void MarkdownView::set(const QString& markdown)
{
    if (markdown == m_source)
        return;
    m_source = markdown;
    m_marked = {-1, 0};
    const QSignalBlocker quiet(this);
    setPlainText(markdown);
    mark();
}

void MarkdownView::showQuote(const QString& words)
{
    m_marked = findWords(m_source, words);
    mark();
    if (m_marked.first < 0)
        return;
    place(m_marked.first);
    centerCursor();
}

void MarkdownView::showRange(int begin, int end)
{
    m_marked = {begin < end ? begin : -1, end - begin};
    mark();
    if (m_marked.first < 0)
        return;
    for (const int character : {end, begin}) { // both, else at least the beginning
        place(character);
        ensureCursorVisible();
    }
}

void MarkdownView::scrollTo(int character)
{
    const QTextBlock block = document()->findBlock(std::clamp(character, 0, document()->characterCount() - 1));
    verticalScrollBar()->setValue(block.firstLineNumber());
}

int MarkdownView::firstShown() const
{
    return firstVisibleBlock().position();
}

QRect MarkdownView::markedBox() const
{
    if (m_marked.first < 0)
        return {};
    QTextCursor cursor(document());
    cursor.setPosition(m_marked.first);
    const QRect first = cursorRect(cursor);
    cursor.setPosition(m_marked.first + m_marked.second);
    const QRect last = cursorRect(cursor);
    return {0, first.top(), viewport()->width(), last.bottom() - first.top()};
}

/** Without saying that a person did. */
void MarkdownView::place(int character)
{
    const QSignalBlocker quiet(this);
    QTextCursor cursor(document());
    cursor.setPosition(std::min(character, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void MarkdownView::mouseMoveEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    Q_EMIT pointedAt(cursorForPosition(event->position().toPoint()).position());
}

bool MarkdownView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT pointedAt(-1);
    return QPlainTextEdit::viewportEvent(event);
}

void MarkdownView::mark()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (m_marked.first >= 0) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(m_marked.first);
        selection.cursor.setPosition(m_marked.first + m_marked.second, QTextCursor::KeepAnchor);
        if (m_underlined) {
            selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            selection.format.setUnderlineColor(theme().blue);
            selection.format.setForeground(theme().blue);
        } else {
            selection.format.setBackground(theme().markInText);
        }
        selections.append(selection);
    }
    setExtraSelections(selections);
}

void MarkdownView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

} // namespace sheaf
