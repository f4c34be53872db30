// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/latex_text.h"

#include <QHash>

using namespace Qt::StringLiterals;

/** LaTeX's commands for single characters, as the standard classes, textcomp, amssymb and biblatex define them. */
namespace sheaf {

namespace {

/** "name character name character …" */
const QHash<QStringView, QString>& symbols()
{
    static const QString table =
        u"ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ "
        u"textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” "
        u"textquotesingle ' textquotedbl \" quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » "
        u"guilsinglleft ‹ guilsinglright › glqq „ grqq “ flqq « frqq » lq ‘ rq ’ "
        u"ldots … dots … textellipsis … cdots ⋯ vdots ⋮ copyright © textcopyright © textregistered ® texttrademark ™ "
        u"pounds £ textsterling £ euro € texteuro € yen ¥ textyen ¥ cent ¢ textcent ¢ S § P ¶ textsection § "
        u"textparagraph ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ textdegree ° degree ° celsius ℃ textbullet • "
        u"bullet • textperiodcentered · cdot · textmu µ micro µ textordfeminine ª textordmasculine º "
        u"textonehalf ½ textonequarter ¼ textthreequarters ¾ texttimes × textpm ± textexclamdown ¡ "
        u"textquestiondown ¿ textasciitilde ~ textasciicircum ^ textbackslash \\ backslash \\ textunderscore _ "
        u"textless < textgreater > textbar | textbraceleft { textbraceright } lbrace { rbrace } textasteriskcentered * "
        u"textdollar $ slash / textnumero № "
        u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ "
        u"lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ "
        u"varphi φ chi χ psi ψ omega ω Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ "
        u"Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω "
        u"textalpha α textbeta β textgamma γ textdelta δ textmugreek μ "
        u"times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ oplus ⊕ otimes ⊗ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ "
        u"approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ subset ⊂ supset ⊃ subseteq ⊆ "
        u"supseteq ⊇ in ∈ ni ∋ notin ∉ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ "
        u"lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ surd √ "
        u"to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ uparrow ↑ downarrow ↓ "
        u"Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ "
        u"mid ∣ parallel ∥ perp ⊥ angle ∠ triangle △ square □ diamond ⋄ prime ′ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ "
        u"dagger † ddagger ‡ odot ⊙ bigcirc ◯ top ⊤ bot ⊥ models ⊨ vdash ⊢ checkmark ✓ sun ☉ earth ⊕ "
        u"textrightarrow → textleftarrow ← textquotestraightbase ‚ textquotestraightdblbase „ "
        u"textquoteleftbase ‚"_s;
    static const QHash<QStringView, QString> map = [] {
        QHash<QStringView, QString> filled;
        const QList<QStringView> words = QStringView(table).split(' '_L1, Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            filled.insert(words.at(i), words.at(i + 1).toString());
        return filled;
    }();
    return map;
}

} // namespace

QString latexSymbol(QStringView command)
{
    return symbols().value(command);
}

QChar latexAccent(QStringView command)
{
    static const QHash<QStringView, QChar> marks{
        {u"`", u'\u0300'},        {u"'", u'\u0301'},        {u"^", u'\u0302'},        {u"~", u'\u0303'},
        {u"=", u'\u0304'},        {u"u", u'\u0306'},        {u".", u'\u0307'},        {u"\"", u'\u0308'},
        {u"r", u'\u030A'},        {u"H", u'\u030B'},        {u"v", u'\u030C'},        {u"d", u'\u0323'},
        {u"c", u'\u0327'},        {u"k", u'\u0328'},        {u"b", u'\u0331'},        {u"t", u'\u0361'},
        {u"G", u'\u030F'},        {u"U", u'\u030E'},        {u"hat", u'\u0302'},      {u"check", u'\u030C'},
        {u"acute", u'\u0301'},    {u"grave", u'\u0300'},    {u"tilde", u'\u0303'},    {u"breve", u'\u0306'},
        {u"bar", u'\u0304'},      {u"dot", u'\u0307'},      {u"ddot", u'\u0308'},     {u"vec", u'\u20D7'},
        {u"mathring", u'\u030A'}, {u"overline", u'\u0305'}, {u"underline", u'\u0332'}};
    return marks.value(command);
}

} // namespace sheaf
