// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/formulas/latex_symbols.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

QString latexSymbols(QStringView text)
{
    static const QHash<char16_t, QLatin1StringView> commands{{u'α', "alpha"_L1},
                                                             {u'β', "beta"_L1},
                                                             {u'γ', "gamma"_L1},
                                                             {u'δ', "delta"_L1},
                                                             {u'ε', "varepsilon"_L1},
                                                             {u'ϵ', "epsilon"_L1},
                                                             {u'ζ', "zeta"_L1},
                                                             {u'η', "eta"_L1},
                                                             {u'θ', "theta"_L1},
                                                             {u'ϑ', "vartheta"_L1},
                                                             {u'ι', "iota"_L1},
                                                             {u'κ', "kappa"_L1},
                                                             {u'λ', "lambda"_L1},
                                                             {u'μ', "mu"_L1},
                                                             {u'µ', "mu"_L1},
                                                             {u'ν', "nu"_L1},
                                                             {u'ξ', "xi"_L1},
                                                             {u'π', "pi"_L1},
                                                             {u'ρ', "rho"_L1},
                                                             {u'σ', "sigma"_L1},
                                                             {u'ς', "varsigma"_L1},
                                                             {u'τ', "tau"_L1},
                                                             {u'υ', "upsilon"_L1},
                                                             {u'φ', "varphi"_L1},
                                                             {u'ϕ', "phi"_L1},
                                                             {u'χ', "chi"_L1},
                                                             {u'ψ', "psi"_L1},
                                                             {u'ω', "omega"_L1},
                                                             {u'Γ', "Gamma"_L1},
                                                             {u'Δ', "Delta"_L1},
                                                             {u'∆', "Delta"_L1},
                                                             {u'Θ', "Theta"_L1},
                                                             {u'Λ', "Lambda"_L1},
                                                             {u'Ξ', "Xi"_L1},
                                                             {u'Π', "Pi"_L1},
                                                             {u'Σ', "Sigma"_L1},
                                                             {u'Φ', "Phi"_L1},
                                                             {u'Ψ', "Psi"_L1},
                                                             {u'Ω', "Omega"_L1},
                                                             {u'∑', "sum"_L1},
                                                             {u'∏', "prod"_L1},
                                                             {u'∫', "int"_L1},
                                                             {u'∮', "oint"_L1},
                                                             {u'∂', "partial"_L1},
                                                             {u'∇', "nabla"_L1},
                                                             {u'∞', "infty"_L1},
                                                             {u'≤', "leq"_L1},
                                                             {u'⩽', "leq"_L1},
                                                             {u'≥', "geq"_L1},
                                                             {u'⩾', "geq"_L1},
                                                             {u'≠', "neq"_L1},
                                                             {u'≈', "approx"_L1},
                                                             {u'≡', "equiv"_L1},
                                                             {u'∼', "sim"_L1},
                                                             {u'≃', "simeq"_L1},
                                                             {u'≅', "cong"_L1},
                                                             {u'∝', "propto"_L1},
                                                             {u'±', "pm"_L1},
                                                             {u'∓', "mp"_L1},
                                                             {u'×', "times"_L1},
                                                             {u'÷', "div"_L1},
                                                             {u'·', "cdot"_L1},
                                                             {u'⋅', "cdot"_L1},
                                                             {u'∗', "ast"_L1},
                                                             {u'∘', "circ"_L1},
                                                             {u'⊕', "oplus"_L1},
                                                             {u'⊗', "otimes"_L1},
                                                             {u'∈', "in"_L1},
                                                             {u'∉', "notin"_L1},
                                                             {u'⊂', "subset"_L1},
                                                             {u'⊆', "subseteq"_L1},
                                                             {u'∪', "cup"_L1},
                                                             {u'∩', "cap"_L1},
                                                             {u'∧', "wedge"_L1},
                                                             {u'∨', "vee"_L1},
                                                             {u'∀', "forall"_L1},
                                                             {u'∃', "exists"_L1},
                                                             {u'→', "rightarrow"_L1},
                                                             {u'⟶', "longrightarrow"_L1},
                                                             {u'←', "leftarrow"_L1},
                                                             {u'↔', "leftrightarrow"_L1},
                                                             {u'⇒', "Rightarrow"_L1},
                                                             {u'⇔', "Leftrightarrow"_L1},
                                                             {u'↦', "mapsto"_L1},
                                                             {u'…', "ldots"_L1},
                                                             {u'⋯', "cdots"_L1},
                                                             {u'⋮', "vdots"_L1},
                                                             {u'′', "prime"_L1},
                                                             {u'‖', "|"_L1},
                                                             {u'∥', "|"_L1},
                                                             {u'⟨', "langle"_L1},
                                                             {u'⟩', "rangle"_L1},
                                                             {u'ℓ', "ell"_L1},
                                                             {u'ℏ', "hbar"_L1},
                                                             {u'√', "surd"_L1},
                                                             {u'⊥', "perp"_L1},
                                                             {u'¬', "neg"_L1},
                                                             {u'∅', "emptyset"_L1},
                                                             {u'≪', "ll"_L1},
                                                             {u'≫', "gg"_L1},
                                                             {u'⌊', "lfloor"_L1},
                                                             {u'⌋', "rfloor"_L1},
                                                             {u'⌈', "lceil"_L1},
                                                             {u'⌉', "rceil"_L1},
                                                             {u'{', "{"_L1},
                                                             {u'}', "}"_L1},
                                                             {u'%', "%"_L1},
                                                             {u'#', "#"_L1},
                                                             {u'&', "&"_L1},
                                                             {u'$', "$"_L1},
                                                             {u'_', "_"_L1}};
    QString latex;
    for (QChar c : text) {
        if (c == u'−' || c == u'–')
            latex += u'-';
        else if (const auto command = commands.find(c.unicode()); command != commands.end()) {
            latex += u'\\' + *command;
            if (QChar(command->at(0)).isLetter())
                latex += u' ';
        } else if (c != u'\\' && c != u'^' && c != u'~')
            latex += c;
    }
    return latex;
}

bool isLatexFunction(const QString& name)
{
    static const QSet<QString> names{u"sin"_s,  u"cos"_s,    u"tan"_s,    u"cot"_s,    u"sinh"_s, u"cosh"_s,
                                     u"tanh"_s, u"arctan"_s, u"arcsin"_s, u"arccos"_s, u"log"_s,  u"ln"_s,
                                     u"exp"_s,  u"max"_s,    u"min"_s,    u"sup"_s,    u"inf"_s,  u"lim"_s,
                                     u"det"_s,  u"dim"_s,    u"ker"_s,    u"gcd"_s,    u"arg"_s,  u"Pr"_s};
    return names.contains(name);
}

bool isBigOperator(QStringView text)
{
    return text.size() == 1 && QStringView(u"∑∏∫∮⋃⋂⨁⨂").contains(text[0]);
}

} // namespace sheaf::layout
