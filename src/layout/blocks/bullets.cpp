// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/bullets.h"

namespace sheaf::layout {

namespace {

constexpr qsizetype mostShapes = 500; ///< a page of more is a drawing
constexpr float nearest = 0.2F;       ///< of the size: white between a bullet and its text
constexpr float farthest = 3;

class BulletReader
{
public:
    explicit BulletReader(PageText& page) : m_page(page) {}

    void run()
    {
        readGlyphs();
        readShapes();
    }

private:
    static QRectF boxOf(const Word& word) { return QRectF(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom)); }

    /** The word that a bullet with this box stands before, when nothing stands before the bullet. */
    const Word* lineAfter(const QRectF& box) const
    {
        const Word* first = nullptr;
        for (const Word& word : std::as_const(m_page.words)) {
            const double y = box.center().y();
            if (word.length == 0 || word.is(Word::Turned) || y < word.top || y > word.bottom)
                continue;
            if (word.x1 <= box.left() + 1 && word.x1 > box.left() - 2 * farthest * word.size)
                return nullptr;
            if (word.x0 >= box.right() && (!first || word.x0 < first->x0))
                first = &word;
        }
        if (!first)
            return nullptr;
        const double gap = first->x0 - box.right();
        const bool stands = gap > nearest * first->size && gap < farthest * first->size;
        return stands && box.height() < 1.1 * first->size && box.width() < 1.1 * first->size ? first : nullptr;
    }

    void writeMark(Word& word)
    {
        word.begin = quint32(m_page.text.size());
        word.length = 1;
        m_page.text += u'•';
    }

    void readGlyphs()
    {
        QVector<int> marks;
        for (int i = 0; i < m_page.words.size(); ++i) {
            const Word& word = m_page.words[i];
            if (word.is(Word::Unmapped) && word.length == 0 && !word.is(Word::Turned) && lineAfter(boxOf(word)))
                marks << i;
        }
        for (int i : std::as_const(marks)) {
            const auto alike = std::ranges::count_if(
                marks, [&](int other) { return m_page.words[other].font == m_page.words[i].font; });
            if (alike >= 2)
                writeMark(m_page.words[i]);
        }
    }

    void readShapes()
    {
        constexpr double smallest = 1.2, largest = 14;
        QVector<QRectF> shapes = m_page.shapes + m_page.fills + m_page.images;
        if (shapes.size() > mostShapes)
            return;
        shapes.removeIf([&](const QRectF& box) {
            const double narrow = std::min(box.width(), box.height()), wide = std::max(box.width(), box.height());
            return narrow < smallest || wide > largest || narrow < 0.7 * wide || !lineAfter(box);
        });
        QVector<Word> marks;
        for (const QRectF& box : std::as_const(shapes)) {
            const auto alike = std::ranges::count_if(shapes, [&](const QRectF& other) {
                return std::abs(other.left() - box.left()) < 1 && std::abs(other.width() - box.width()) < 0.5;
            });
            const bool known = std::ranges::any_of(
                marks, [&](const Word& mark) { return boxOf(mark).intersects(box.adjusted(-1, -1, 1, 1)); });
            if (alike < 2 || known)
                continue;
            Word mark = *lineAfter(box);
            mark.x0 = float(box.left());
            mark.x1 = float(box.right());
            mark.flags = 0;
            writeMark(mark);
            marks << mark;
        }
        m_page.words += marks;
    }

    PageText& m_page;
};

} // namespace

void readBullets(PageText& page)
{
    BulletReader(page).run();
}

} // namespace sheaf::layout
