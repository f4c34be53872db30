// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csl_items.h"
#include "lists/list_readers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

/** CSL-YAML, as pandoc and Better BibTeX write it: CSL's items in YAML, their text in pandoc's markdown. */
namespace sheaf {

namespace {

/** Aliases can make a small text large; an item of a bibliography has no use for them. */
constexpr int MostNodes = 20'000;

/** "**bold**", "*emphasis*", "[Name]{.nocase}", "H~2~O", "x^2^". */
QString withoutMarkdown(QString text)
{
    static const QRegularExpression span(uR"(\[([^\[\]]*)\]\{[^{}]*\})"_s), strong(uR"(\*\*([^*]+)\*\*)"_s),
        emphasis(uR"((?<![\w*])\*([^*\s][^*]*)\*(?![\w*]))"_s), raised(uR"([~^]([^~^\s]+)[~^])"_s),
        escaped(uR"(\\([!-/:-@\[-`{-~]))"_s);
    if (!text.contains("://"_L1))
        text.replace(span, u"\\1"_s).replace(strong, u"\\1"_s).replace(emphasis, u"\\1"_s).replace(raised, u"\\1"_s);
    return text.replace(escaped, u"\\1"_s);
}

QJsonValue jsonOf(const YAML::Node& node, int& nodes)
{
    if (++nodes > MostNodes)
        return {};
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        return withoutMarkdown(QString::fromStdString(node.Scalar()));
    case YAML::NodeType::Sequence: {
        QJsonArray array;
        for (const YAML::Node& value : node)
            array.append(jsonOf(value, nodes));
        return array;
    }
    case YAML::NodeType::Map: {
        QJsonObject object;
        for (const auto& pair : node)
            if (pair.first.IsScalar())
                object.insert(QString::fromStdString(pair.first.Scalar()), jsonOf(pair.second, nodes));
        return object;
    }
    default:
        return {};
    }
}

struct Item
{
    QStringView text;
    int line = 0;
};

/** Each item begins with "- " at the first one's indent, so that a broken one costs only itself. */
QVector<Item> itemsOf(QStringView text)
{
    QVector<Item> items;
    qsizetype indent = -1, at = 0;
    int number = 0;
    for (const QStringView line : text.tokenize(u'\n')) {
        ++number;
        const qsizetype begin = at;
        at += line.size() + 1;
        const qsizetype column = std::ranges::find_if(line, [](QChar c) { return c != ' '_L1; }) - line.begin();
        const bool opens = line.mid(column).startsWith("- "_L1) && (indent < 0 || column == indent);
        const bool ends = line.startsWith("---"_L1) || line.startsWith("..."_L1) ||
                          (column == 0 && !opens && !line.isEmpty() && !line.startsWith('#'_L1));
        if (opens) {
            indent = column;
            items.append({text.mid(begin, line.size()), number});
        } else if (ends && indent >= 0) {
            break;
        } else if (indent >= 0) {
            items.last().text = QStringView(items.last().text.begin(), line.end());
        }
    }
    return items;
}

class CslYamlReader final : public ListReader
{
public:
    QString format() const override { return u"CSL-YAML"_s; }
    QStringList suffixes() const override { return {u"yaml"_s, u"yml"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        static const QRegularExpression opening(uR"(^\s*-\s+(?:id|type|title|author|accessed|abstract|[\w-]+):\s)"_s,
                                                QRegularExpression::MultilineOption);
        static const QRegularExpression field(uR"(^\s*(?:- )?(?:issued|container-title|title|DOI|type):)"_s,
                                              QRegularExpression::MultilineOption);
        return opening.match(head).hasMatch() && field.match(head).hasMatch() ? 75 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const Item& item : itemsOf(text))
            try {
                int nodes = 0;
                const YAML::Node node = YAML::Load(item.text.toUtf8().toStdString());
                const JsonItem json{jsonOf(node, nodes).toArray().first().toObject(), item.line};
                if (auto paper = paperFromCsl(json, list.warnings))
                    list.papers.append(*std::move(paper));
            } catch (const YAML::Exception& error) {
                list.warnings.append({item.line + std::max(0, error.mark.line),
                                      QCoreApplication::translate("lists", "The entry is not valid YAML"),
                                      QCoreApplication::translate("lists", "left out")});
            }
        return list;
    }
};

} // namespace

const ListReader& cslYamlReader()
{
    static const CslYamlReader reader;
    return reader;
}

} // namespace sheaf
