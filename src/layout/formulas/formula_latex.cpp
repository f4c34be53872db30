// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/formulas/formula_latex.h"

#include "layout/formulas/latex_symbols.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype mostAtoms = 300;
constexpr int deepest = 8;

/** A glyph run or a part that is already LaTeX. */
struct Atom
{
    QString latex;
    float x0 = 0, x1 = 0, top = 0, bottom = 0, baseline = 0, size = 0;
    bool big = false, root = false;

    float centre() const { return (x0 + x1) / 2; }
    float middle() const { return (top + bottom) / 2; }
    bool isBracket() const { return latex.size() == 1 && QStringView(u"[]()").contains(latex[0]); }
};

QString braced(const QString& latex)
{
    return u'{' + latex.trimmed() + u'}';
}

class FormulaWriter
{
public:
    FormulaWriter(const PageText& page, const FontTable& fonts) : m_page(page), m_fonts(fonts) {}

    QString write(const QVector<int>& words)
    {
        QVector<Atom> atoms;
        QRectF box;
        for (int index : words) {
            const Word& word = m_page.words[index];
            if (word.is(Word::Unmapped) || words.size() > mostAtoms)
                return {};
            atoms << atomOf(word);
            box = united(box, QRectF(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom)));
        }
        QVector<Stroke> bars;
        for (const Stroke& stroke : m_page.horizontals + m_page.bars) {
            if (stroke.at > box.top() - 1 && stroke.at < box.bottom() && stroke.from > box.left() - 4 &&
                stroke.to < box.right() + 4)
                bars << stroke;
        }
        std::ranges::sort(bars, {}, &Stroke::length);
        const QString number = takeNumber(atoms);
        for (const Stroke& bar : std::as_const(bars))
            reduce(atoms, bar);
        const QString latex = row(atoms, 0).trimmed();
        return latex.isEmpty() ? QString() : latex + (number.isEmpty() ? QString() : " \\tag"_L1 + braced(number));
    }

private:
    Atom atomOf(const Word& word) const
    {
        const QStringView text = m_page.textOf(word);
        const Font& font = m_fonts[word.font];
        Atom atom{{}, word.x0, word.x1, word.top, word.bottom, word.baseline, word.size};
        atom.big = isBigOperator(text);
        atom.root = text == u"√";
        const QString plain = text.toString();
        static const QRegularExpression upright(u"^[A-Za-z]{2,}$"_s);
        if (isLatexFunction(plain))
            atom.latex = u'\\' + plain + u' ';
        else if (!font.italic && !font.math && upright.match(plain).hasMatch())
            atom.latex = (plain.size() > 4 ? "\\text"_L1 : "\\mathrm"_L1) + braced(plain);
        else if (font.bold && plain.size() == 1 && plain[0].isLetter())
            atom.latex = "\\mathbf"_L1 + braced(latexSymbols(text));
        else
            atom.latex = latexSymbols(text);
        return atom;
    }

    /** "(12)" far to the right of all else. */
    static QString takeNumber(QVector<Atom>& atoms)
    {
        std::ranges::sort(atoms, {}, &Atom::x0);
        static const QRegularExpression number(u"^\\((\\d+[\\d.]*[a-z]?|[A-Z]\\.?\\d+)\\)$"_s);
        QString tail;
        for (qsizetype i = atoms.size() - 1; i > 0 && atoms.size() - i <= 4; --i) {
            tail = atoms[i].latex + tail;
            const QRegularExpressionMatch match = number.match(tail);
            if (match.hasMatch() && atoms[i].x0 - atoms[i - 1].x1 > 1.2F * atoms[i].size) {
                atoms.remove(i, atoms.size() - i);
                return match.captured(1);
            }
        }
        return {};
    }

    /** What stands over and under a bar becomes a fraction; what stands under a root's bar, its radicand. */
    void reduce(QVector<Atom>& atoms, const Stroke& bar) const
    {
        QVector<Atom> above, below, rest;
        float size = 0;
        qsizetype root = -1;
        for (const Atom& atom : std::as_const(atoms)) {
            // A root hangs from its bar; where only its symbol font says so, its baseline is there.
            if (atom.root && std::abs(atom.x1 - bar.from) < 0.3F * atom.size &&
                std::min(std::abs(bar.at - atom.top), std::abs(bar.at - atom.baseline)) < 0.8F * atom.size)
                root = rest.size();
            const bool within = !atom.root && atom.centre() > bar.from - 1 && atom.centre() < bar.to + 1;
            const float away = std::abs(atom.middle() - bar.at);
            if (!within || away > 2.6F * atom.size) {
                rest << atom;
                continue;
            }
            size = std::max(size, atom.size);
            (atom.middle() < bar.at ? above : below) << atom;
        }
        if (below.isEmpty() || (root < 0 && above.isEmpty()))
            return;
        Atom whole{{}, bar.from, bar.to, bar.at - size, bar.at + size, bar.at + 0.27F * size, size};
        if (root >= 0) {
            whole.latex = "\\sqrt"_L1 + braced(row(below, 1));
            whole.baseline = below.first().baseline;
            rest.remove(root);
            rest += above;
        } else {
            whole.latex = "\\frac"_L1 + braced(row(above, 1)) + braced(row(below, 1));
        }
        atoms = rest;
        atoms << whole;
    }

    QString row(QVector<Atom> atoms, int depth) const
    {
        if (atoms.isEmpty() || depth > deepest)
            return {};
        std::ranges::stable_sort(atoms, {}, &Atom::x0);
        float size = 0, baseline = 0;
        for (const Atom& atom : std::as_const(atoms)) {
            if (!atom.big && !atom.isBracket() && atom.size > size + 0.3F) {
                size = atom.size;
                baseline = atom.baseline;
            }
        }
        if (size == 0) {
            size = atoms.first().size;
            baseline = atoms.first().baseline;
        }
        QString latex;
        QVector<Atom> super, sub;
        const auto flush = [&] {
            if (!sub.isEmpty())
                latex = latex.trimmed() + u'_' + braced(row(sub, depth + 1));
            if (!super.isEmpty())
                latex = latex.trimmed() + u'^' + braced(row(super, depth + 1));
            sub.clear();
            super.clear();
        };
        const QVector<Atom> ordered = limitsAfterOperators(atoms, size);
        float end = ordered.first().x0;
        for (const Atom& atom : ordered) {
            const float rise = baseline - atom.baseline;
            const bool script = !atom.big && !(atom.isBracket() && atom.size > 0.95F * size) &&
                                (atom.size < 0.9F * size || std::abs(rise) > 0.45F * size) &&
                                &atom != ordered.constData();
            if (script && rise > 0.12F * size) {
                super << atom;
            } else if (script && (rise < -0.05F * size)) {
                sub << atom;
            } else {
                flush();
                if (atom.x0 - end > 0.14F * size && !latex.isEmpty() && !latex.endsWith(u' '))
                    latex += u' ';
                latex += atom.latex;
            }
            end = std::max(end, atom.x1);
        }
        flush();
        return latex;
    }

    /** Small parts over and under a sum begin left of it; they are read after it. */
    static QVector<Atom> limitsAfterOperators(const QVector<Atom>& atoms, float size)
    {
        QVector<Atom> ordered;
        QVector<bool> taken(atoms.size(), false);
        for (qsizetype i = 0; i < atoms.size(); ++i) {
            if (!atoms[i].big)
                continue;
            const float reach = 1.1F * size;
            for (qsizetype j = 0; j < atoms.size(); ++j) {
                const bool near = atoms[j].centre() > atoms[i].x0 - reach && atoms[j].centre() < atoms[i].x1 + reach;
                const bool outside =
                    atoms[j].middle() < atoms[i].top - 0.1F * size || atoms[j].middle() > atoms[i].bottom;
                taken[j] = taken[j] || (!atoms[j].big && near && outside && atoms[j].size < 0.9F * size);
            }
        }
        for (qsizetype i = 0; i < atoms.size(); ++i) {
            if (taken[i])
                continue;
            ordered << atoms[i];
            if (!atoms[i].big)
                continue;
            for (qsizetype j = 0; j < atoms.size(); ++j) {
                if (taken[j] && std::abs(atoms[j].centre() - atoms[i].centre()) < 2 * size)
                    ordered << atoms[j];
            }
        }
        return ordered;
    }

    const PageText& m_page;
    const FontTable& m_fonts;
};

} // namespace

QString formulaLatex(const PageText& page, const FontTable& fonts, const QVector<int>& words)
{
    return FormulaWriter(page, fonts).write(words);
}

} // namespace sheaf::layout
