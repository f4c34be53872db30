// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/accents.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** The combining form of an accent that stands alone, else a null character. */
QChar combiningForm(QChar accent)
{
    static const QHash<char16_t, char16_t> forms{
        {u'`', u'\u0300'},      {u'\u02cb', u'\u0300'}, {u'\u00b4', u'\u0301'}, {u'\u02ca', u'\u0301'},
        {u'^', u'\u0302'},      {u'\u02c6', u'\u0302'}, {u'~', u'\u0303'},      {u'\u02dc', u'\u0303'},
        {u'\u00af', u'\u0304'}, {u'\u02c9', u'\u0304'}, {u'\u02d8', u'\u0306'}, {u'\u02d9', u'\u0307'},
        {u'\u00a8', u'\u0308'}, {u'\u02da', u'\u030a'}, {u'\u00b0', u'\u030a'}, {u'\u02dd', u'\u030b'},
        {u'\u02c7', u'\u030c'}, {u'\u00b8', u'\u0327'}, {u'\u02db', u'\u0328'},
    };
    if (accent.category() == QChar::Mark_NonSpacing)
        return accent;
    return QChar(forms.value(accent.unicode(), u'\0'));
}

/** Bullets and marks of the symbol fonts, which are mapped to private characters. */
QChar symbolFontCharacter(char16_t code)
{
    switch (code) {
    case 0xf0b7:
        return u'\u2022';
    case 0xf0a7:
        return u'\u25aa';
    case 0xf0d8:
        return u'\u27a2';
    case 0xf0fc:
        return u'\u2713';
    case 0xf0b1:
        return u'\u00b1';
    case 0xf0b0:
        return u'\u00b0';
    case 0xf0b4:
        return u'\u00d7';
    case 0xf0a3:
        return u'\u2264';
    case 0xf0b3:
        return u'\u2265';
    case 0xf0ae:
        return u'\u2192';
    case 0xf02d:
        return u'\u2212';
    default:
        return code > 0xf020 && code < 0xf07f ? QChar(char16_t(code - 0xf000)) : QChar();
    }
}

} // namespace

QString readable(QStringView glyph)
{
    if (glyph.size() == 1 && glyph[0].unicode() > 0x20 && glyph[0].unicode() < 0xad)
        return glyph.toString();
    // Mathematical alphabets (U+1D400...) are letters in a certain face.
    if (glyph.size() == 2 && glyph[0].unicode() == 0xd835)
        return glyph.toString().normalized(QString::NormalizationForm_KC);
    QString text;
    for (QChar c : glyph) {
        const char16_t code = c.unicode();
        const bool ligature = code >= 0xfb00 && code <= 0xfb06;
        const bool arabicForm = (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
        if (ligature || arabicForm)
            text += QString(c).normalized(QString::NormalizationForm_KC);
        else if (code == 0x00ad || code == 0x2010 || code == 0x2011) // hyphens that only say how to break
            text += u'-';
        else if (c.isSpace())
            text += u' ';
        else if (code >= 0xe000 && code <= 0xf8ff) {
            if (const QChar known = symbolFontCharacter(code); !known.isNull())
                text += known;
        } else if (code >= 0x20 && (code < 0x7f || code > 0x9f) && code != 0x200b && code != 0xfeff && code != 0xfffd)
            text += c;
    }
    return text;
}

bool isAccent(QChar c)
{
    return !combiningForm(c).isNull();
}

bool composeAccent(QString& text, QStringView next)
{
    if (text.isEmpty() || next.size() != 1)
        return false;
    const QChar last = text.back();
    QChar base, mark;
    if (const QChar form = combiningForm(next[0]); !form.isNull() && last.isLetter()) {
        base = last;
        mark = form;
    } else if (const QChar before = combiningForm(last); !before.isNull() && next[0].isLetter()) {
        base = next[0];
        mark = before;
    } else {
        return false;
    }
    if (base == u'\u0131') // dotless i under an accent
        base = u'i';
    const QString composed = (QString(base) + mark).normalized(QString::NormalizationForm_C);
    if (composed.size() != 1)
        return false;
    text.back() = composed[0];
    return true;
}

} // namespace sheaf::layout
