// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_reader.h"

#include <QStringDecoder>

#include <uchardet/uchardet.h>

#include <array>

using namespace Qt::StringLiterals;

/**
 * Bytes → text. What is certain decides first (BOM, valid UTF-8, the zeros of UTF-16, a declared encoding that fits);
 * then a detector proposes, and the proposals are judged by how much like writing their text looks: detectors alone err
 * on lists, which are ASCII with a few accents.
 */
namespace sheaf {

namespace {

constexpr qsizetype JudgedCharacters = 64 * 1024;

struct Mark
{
    QByteArrayView bytes;
    const char* encoding;
};

std::optional<Mark> byteOrderMark(const QByteArray& bytes)
{
    static const std::array marks{
        Mark{QByteArrayView("\xEF\xBB\xBF", 3), "UTF-8"},
        Mark{QByteArrayView("\xFF\xFE\x00\x00", 4), "UTF-32LE"},
        Mark{QByteArrayView("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
        Mark{QByteArrayView("\xFF\xFE", 2), "UTF-16LE"},
        Mark{QByteArrayView("\xFE\xFF", 2), "UTF-16BE"},
    };
    for (const Mark& mark : marks)
        if (bytes.startsWith(mark.bytes))
            return mark;
    return std::nullopt;
}

std::optional<QString> decodeAs(QByteArrayView bytes, const QByteArray& encoding, bool tolerant = false)
{
    QStringDecoder decoder(encoding.constData());
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    return tolerant || !decoder.hasError() ? std::optional(text) : std::nullopt;
}

/** UTF-16 without a mark: in Western text every other byte is zero. */
QByteArray utf16Guess(const QByteArray& bytes)
{
    std::array<qsizetype, 2> zeros{};
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096);
    for (qsizetype i = 0; i < looked; ++i)
        zeros[std::size_t(i % 2)] += bytes.at(i) == 0;
    if (zeros[1] * 4 > looked && zeros[0] * 16 < looked)
        return "UTF-16LE"_ba;
    if (zeros[0] * 4 > looked && zeros[1] * 16 < looked)
        return "UTF-16BE"_ba;
    return {};
}

/** "% Encoding: windows-1252" (JabRef), `<?xml … encoding="ISO-8859-1"?>`. */
QByteArray declaredEncoding(const QByteArray& bytes)
{
    const QByteArray head = bytes.left(300);
    for (const QByteArray& label : {"encoding="_ba, "Encoding:"_ba, "encoding:"_ba}) {
        qsizetype at = head.indexOf(label);
        if (at < 0)
            continue;
        at += label.size();
        while (at < head.size() && (head.at(at) == ' ' || head.at(at) == '"' || head.at(at) == '\''))
            ++at;
        qsizetype end = at;
        while (end < head.size() &&
               (std::isalnum(static_cast<unsigned char>(head.at(end))) || head.at(end) == '-' || head.at(end) == '_'))
            ++end;
        return head.mid(at, end - at);
    }
    return {};
}

QByteArray detectedEncoding(const QByteArray& bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.constData(), std::size_t(std::min<qsizetype>(bytes.size(), 1 << 20)));
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

bool isWideScript(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana ||
           script == QChar::Script_Hangul;
}

/** One letter outside ASCII beside its neighbour: does a word look like that? */
int judgeLetter(QChar before, QChar c)
{
    if (!before.isLetter())
        return 1;
    if (isWideScript(c.script()) || isWideScript(before.script()))
        return isWideScript(c.script()) && isWideScript(before.script()) ? 2 : -1;
    if (before.script() != c.script())
        return -3;
    return c.isUpper() && before.isLower() ? -3 : 2;
}

int judgeSymbol(QChar before, QChar c, QChar after)
{
    static const QString usual = u"‘’“”„‚–—…«»°±×·§©®µ€£²³¹½ªº¿¡•†‡\u00A0"_s;
    const bool withinWord = before.isLetter() && after.isLetter();
    if (usual.contains(c))
        return withinWord && !u"’·–\u00A0"_s.contains(c) ? -1 : 1;
    return withinWord ? -3 : -1;
}

/** How much decoded text looks like writing; only what is not ASCII counts. */
int plausibility(QStringView text)
{
    int score = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80)
            continue;
        const QChar before = i > 0 ? text[i - 1] : QChar(u' ');
        const QChar after = i + 1 < text.size() ? text[i + 1] : QChar(u' ');
        if (c == QChar::ReplacementCharacter || c.category() == QChar::Other_Control ||
            c.category() == QChar::Other_NotAssigned || c.category() == QChar::Other_PrivateUse)
            score -= 5;
        else if (c.isLetter())
            score += judgeLetter(before, c);
        else
            score += judgeSymbol(before, c, after);
    }
    return score;
}

DecodedText decodeLegacy(const QByteArray& bytes)
{
    const QByteArray proposal = detectedEncoding(bytes);
    DecodedText best;
    int bestScore = 0;
    for (const QByteArray& encoding : {"windows-1252"_ba, proposal, "macintosh"_ba}) {
        const auto text = decodeAs(bytes, encoding, true);
        if (encoding.isEmpty() || !text)
            continue;
        // The detector knows languages that these rules do not: it is overruled only when clearly wrong.
        int score = plausibility(QStringView(*text).left(JudgedCharacters));
        score += encoding == proposal && score > 0 ? 1 + score / 5 : 0;
        if (best.encoding.isEmpty() || score > bestScore) {
            best = {*text, QString::fromLatin1(encoding)};
            bestScore = score;
        }
    }
    // Windows-1252 holds all of Latin-1's printable characters: one name for both.
    if (best.encoding.compare("iso-8859-1"_L1, Qt::CaseInsensitive) == 0 || best.encoding == "windows-1252"_L1)
        best.encoding = u"Windows-1252"_s;
    else if (best.encoding == "macintosh"_L1)
        best.encoding = u"MacRoman"_s;
    return best;
}

/** Nearly all of it is UTF-8: some damaged bytes do not make it another encoding. */
std::optional<QString> damagedUtf8(const QByteArray& bytes)
{
    const auto text = decodeAs(bytes, "UTF-8"_ba, true);
    qsizetype damaged = 0, fine = 0;
    for (const QChar c : *text) {
        damaged += c == QChar::ReplacementCharacter;
        fine += c.unicode() >= 0x80 && c != QChar::ReplacementCharacter;
    }
    return fine > 10 * damaged ? text : std::nullopt;
}

DecodedText decodeDetected(const QByteArray& bytes)
{
    if (const auto mark = byteOrderMark(bytes))
        return {decodeAs(QByteArrayView(bytes).sliced(mark->bytes.size()), mark->encoding, true).value_or(QString()),
                QString::fromLatin1(mark->encoding)};
    if (const QByteArray encoding = utf16Guess(bytes); !encoding.isEmpty())
        return {*decodeAs(bytes, encoding, true), QString::fromLatin1(encoding)};
    if (const auto text = decodeAs(bytes, "UTF-8"_ba))
        return {*text, u"UTF-8"_s};
    const QByteArray declared = declaredEncoding(bytes);
    if (declared.compare("utf-8", Qt::CaseInsensitive) != 0)
        if (const auto text = declared.isEmpty() ? std::nullopt : decodeAs(bytes, declared))
            return {*text, QString::fromLatin1(declared)};
    if (const auto text = damagedUtf8(bytes))
        return {*text, u"UTF-8"_s};
    return decodeLegacy(bytes);
}

} // namespace

DecodedText decodeText(const QByteArray& bytes, const QString& forcedEncoding)
{
    DecodedText decoded;
    if (const auto text = forcedEncoding.isEmpty() ? std::nullopt : decodeAs(bytes, forcedEncoding.toLatin1(), true))
        decoded = {*text, forcedEncoding};
    else
        decoded = decodeDetected(bytes);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    decoded.text.replace("\r\n"_L1, "\n"_L1).replace('\r'_L1, '\n'_L1);
    return decoded;
}

} // namespace sheaf
