// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_pdf.h"

#include <QCryptographicHash>
#include <QFile>

#include <numeric>

namespace {

const QByteArray padding = QByteArray::fromHex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
const QByteArray fileId = QByteArray::fromHex("00112233445566778899AABBCCDDEEFF");
constexpr int permissions = -4;

QByteArray md5(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Md5);
}

QByteArray rc4(const QByteArray& key, const QByteArray& data)
{
    std::array<quint8, 256> state;
    std::iota(state.begin(), state.end(), quint8(0));
    for (int i = 0, j = 0; i < 256; ++i) {
        j = (j + state[size_t(i)] + quint8(key[i % key.size()])) & 255;
        std::swap(state[size_t(i)], state[size_t(j)]);
    }
    QByteArray result = data;
    quint8 i = 0, j = 0;
    for (char& byte : result) {
        j = quint8(j + state[++i]);
        std::swap(state[i], state[j]);
        byte = char(quint8(byte) ^ state[quint8(state[i] + state[j])]);
    }
    return result;
}

QByteArray padded(const QByteArray& password)
{
    return (password + padding).first(32);
}

/** The security handler of PDF 1.1, revision 2. */
struct Encryption
{
    QByteArray owner, user, key;

    explicit Encryption(const QByteArray& password)
    {
        owner = rc4(md5(padded(password)).first(5), padded(password));
        const QByteArray flags(reinterpret_cast<const char*>(&permissions), 4);
        key = md5(padded(password) + owner + flags + fileId).first(5);
        user = rc4(key, padding);
    }
    QByteArray apply(int object, const QByteArray& data) const
    {
        const char number[] = {char(object), char(object >> 8), char(object >> 16), 0, 0};
        return rc4(md5(key + QByteArray(number, sizeof number)).first(10), data);
    }
    QByteArray dictionary() const
    {
        return "<< /Filter /Standard /V 1 /R 2 /O <" + owner.toHex() + "> /U <" + user.toHex() + "> /P " +
               QByteArray::number(permissions) + " >>";
    }
};

} // namespace

SmallPdf::SmallPdf()
{
    addFont("F1", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    addFont("F2", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>");
}

int SmallPdf::add(const QByteArray& object)
{
    m_objects.append(object);
    return int(m_objects.size());
}

int SmallPdf::addStream(const QByteArray& dictionary, const QByteArray& content)
{
    const int object = add({});
    m_streams.insert(object, {dictionary, content});
    return object;
}

void SmallPdf::addFont(const QByteArray& key, const QByteArray& dictionary)
{
    m_fonts += " /" + key + ' ' + QByteArray::number(add(dictionary)) + " 0 R";
}

void SmallPdf::addResource(const QByteArray& category, const QByteArray& entry)
{
    m_resources += " /" + category + " << " + entry + " >>";
}

int SmallPdf::addPage(const QByteArray& content, const QByteArray& extra)
{
    m_pages.append({add({}), content, extra});
    return m_pages.last().object;
}

QByteArray SmallPdf::bytes() const
{
    SmallPdf all = *this;
    const int pages = all.add({});
    QByteArray kids;
    for (const PageObject& page : m_pages) {
        const QByteArray content = QByteArray::number(all.addStream({}, page.content));
        all.m_objects[page.object - 1] = "<< /Type /Page /Parent " + QByteArray::number(pages) + " 0 R /Contents " +
                                         content + " 0 R /Resources << /Font <<" + m_fonts + " >>" + m_resources +
                                         " >> " + (page.extra.contains("/MediaBox") ? "" : "/MediaBox [0 0 612 792] ") +
                                         page.extra + " >>";
        kids += QByteArray::number(page.object) + " 0 R ";
    }
    all.m_objects[pages - 1] =
        "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(m_pages.size()) + " >>";
    const int catalog = all.add("<< /Type /Catalog /Pages " + QByteArray::number(pages) + " 0 R " + m_catalog + " >>");
    const int info = all.add("<< " + m_info + " >>");
    const Encryption encryption(m_password);

    QByteArray out = "%PDF-1.5\n";
    QList<qsizetype> offsets;
    for (int object = 1; object <= all.m_objects.size(); ++object) {
        offsets.append(out.size());
        out += QByteArray::number(object) + " 0 obj\n";
        if (const auto stream = all.m_streams.constFind(object); stream != all.m_streams.cend()) {
            const QByteArray content =
                m_password.isEmpty() ? stream->content : encryption.apply(object, stream->content);
            out += "<< " + stream->dictionary + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n" +
                   content + "\nendstream";
        } else {
            out += all.m_objects[object - 1];
        }
        out += "\nendobj\n";
    }
    const qsizetype xref = out.size();
    out += "xref\n0 " + QByteArray::number(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer\n<< /Size " + QByteArray::number(offsets.size() + 1) + " /Root " + QByteArray::number(catalog) +
           " 0 R /Info " + QByteArray::number(info) + " 0 R /ID [<" + fileId.toHex() + "> <" + fileId.toHex() + ">]";
    if (!m_password.isEmpty())
        out += " /Encrypt " + encryption.dictionary();
    return out + " >>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
}

QString SmallPdf::save(const QString& folder, const QString& name) const
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes()) < 0)
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}
