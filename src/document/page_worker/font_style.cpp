// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/font_style.h"

#include <cctype>
#include <initializer_list>

namespace sheaf::worker {

namespace {

std::string_view withoutSubsetPrefix(std::string_view name)
{
    if (name.size() <= 7 || name[6] != '+')
        return name;
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::ranges::all_of(name.substr(0, 6), upper) ? name.substr(7) : name;
}

std::string lower(std::string_view name)
{
    std::string result(name);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return result;
}

bool hasAny(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.find(part) != name.npos; });
}

bool startsWithAny(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.starts_with(part); });
}

bool endsWithAny(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.ends_with(part); });
}

/** Computer Modern and its descendants name style and size in a few letters: cmbx10, sfrm1000, lmroman10. */
bool isTexText(std::string_view name)
{
    return startsWithAny(name, {"cmr", "cmb", "cmti", "cmsl", "cmcsc", "cmu", "sfrm", "sfbx", "sfti", "sfsl", "sfcc",
                                "ecrm", "ecbx", "ecti", "lmroman", "lmr"});
}

bool isBold(std::string_view name, const FontFacts& facts)
{
    if (hasAny(name, {"bold", "black", "heavy", "-demi", "demib", "-bd", "extrab", "ultrab"}))
        return true;
    if (startsWithAny(name, {"cmb", "cmssbx", "sfbx", "sfxb", "ecbx", "ecxb", "ptmb", "phvb", "pplb"}))
        return true;
    if (endsWithAny(name, {"-medi", "-mediital", "-bol", ".b", ".bi", "-b", "-bi"}))
        return true;
    return facts.forceBold || facts.weight >= 600;
}

bool isItalic(std::string_view name, const FontFacts& facts)
{
    if (hasAny(name, {"italic", "oblique", "slanted", "kursiv", "-ital", "reguital", "mediital", "boldital"}))
        return true;
    if (startsWithAny(name, {"cmti", "cmmi", "cmsl", "cmbxti", "cmssi", "cmitt", "cmsltt", "sfti", "sfsl", "ecti",
                             "ecsl", "ptmri", "ptmbi", "lmmathitalic"}))
        return true;
    if (endsWithAny(name, {"-it", ".i", ".bi", "-i", "-bi", "-obl", "-ob", ",it"}))
        return true;
    return facts.italic;
}

/** Poppler calls every font whose few used glyphs are equally wide a fixed one. */
bool isProportionalFamily(std::string_view name)
{
    return isTexText(name) || startsWithAny(name, {"cmmi", "cmsy", "cmex", "msbm", "msam"}) ||
           hasAny(name, {"times", "helvet", "arial", "roman", "nimbussan", "calibri", "cambria", "georgia", "symbol"});
}

bool isMonospace(std::string_view name, const FontFacts& facts)
{
    return (facts.fixedWidth && !isProportionalFamily(name)) ||
           startsWithAny(name, {"cmtt", "cmsltt", "cmitt", "sftt", "ectt", "pcr"}) ||
           hasAny(name, {"mono", "courier", "typewriter", "consol", "inconsolata", "menlo", "monaco", "code"});
}

bool isSerif(std::string_view name, const FontFacts& facts)
{
    if (hasAny(name, {"sans", "helvet", "arial", "calibri", "verdana", "grotesk", "frutiger", "univers", "cmss"}))
        return false;
    return facts.serif || isTexText(name) ||
           hasAny(name,
                  {"times", "serif", "nimbusrom", "georgia", "garamond", "palatino", "pala", "cambria", "minion",
                   "century", "bookman", "baskerville", "caslon", "charter", "roman", "stix", "libertine", "utopia"});
}

bool isSymbolic(std::string_view name)
{
    return startsWithAny(name, {"cmsy",     "cmex",      "cmbsy",   "msam",     "msbm",     "mtsy", "mtex",
                                "symbol",   "wingding",  "webding", "zapfding", "dingbats", "rsfs", "eufm",
                                "lmmathsy", "lmmathext", "stmary",  "wasy",     "marvosym", "txsy", "pxsy",
                                "txex",     "euex",      "eusm",    "esint",    "bbding"}) ||
           hasAny(name, {"symbolmt", "mathematicalpi", "fontawesome", "universalmath"});
}

} // namespace

FontRecord describeFont(const FontFacts& facts)
{
    const std::string_view bare = withoutSubsetPrefix(facts.name);
    const std::string name = lower(bare);
    FontRecord font{std::string(bare), 0};
    font.flags |= isBold(name, facts) ? wire::Bold : 0U;
    font.flags |= isItalic(name, facts) ? wire::Italic : 0U;
    font.flags |= isMonospace(name, facts) ? wire::Monospace : 0U;
    font.flags |= isSerif(name, facts) ? wire::Serif : 0U;
    font.flags |= isSymbolic(name) ? wire::Symbolic : 0U;
    return font;
}

} // namespace sheaf::worker
