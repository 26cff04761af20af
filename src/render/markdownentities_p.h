// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <span>

namespace MarkdownEntity {

struct Entity
{
    QString text;
    qsizetype length = 0;      // of what stands for it, from & to ;
};

// The entity or numeric reference that begins with the & at this place.
std::optional<Entity> at(QStringView text, qsizetype position);

struct NamedEntity
{
    const char *name;
    char32_t first;
    char32_t second;
};
// All of HTML 5 that end with a semicolon, sorted by name.
std::span<const NamedEntity> namedEntities();

}
