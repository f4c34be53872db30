// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets.h"

#include "core/name_table.h"

namespace sheaf {

namespace {
constexpr auto variables =
    nameTable<SecretName>("SHEAF_READ_KEY", "SHEAF_SECOND_KEY", "SHEAF_CONVERT_KEY", "SHEAF_DATALAB_KEY",
                          "SHEAF_VISION_KEY", "SHEAF_ZOTERO_KEY", "SHEAF_OPENALEX_KEY", "SHEAF_SEMANTIC_SCHOLAR_KEY",
                          "SHEAF_CORE_KEY", "SHEAF_ELASTICSEARCH_KEY", "SHEAF_ZOTERO_LOCAL_KEY");
}

QVector<SecretName> allSecretNames()
{
    QVector<SecretName> all;
    for (std::size_t i = 0; i < variables.names.size(); ++i)
        all.append(static_cast<SecretName>(i));
    return all;
}

QString secretVariable(SecretName name)
{
    return variables.name(name);
}

Secret secretFromEnvironment(SecretName name)
{
    return Secret(qEnvironmentVariable(secretVariable(name).toLatin1().constData()).trimmed());
}

} // namespace sheaf
