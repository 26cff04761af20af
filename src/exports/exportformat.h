// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

// What a conversation can be written as. Document: every branch, lossless (store/FORMAT.md); the others: the active branch, to be read.
enum class ExportFormat { Document, Markdown, MarkdownPicturesInside, MarkdownPicturesBeside, Html, Pdf };

// With its dot. Markdown names its pictures, has them inside, or has them beside it in a folder of their own.
QString exportSuffix(ExportFormat format);
// By the end of a file's name; unset for one that is none of ours.
std::optional<ExportFormat> exportFormatOf(const QString &fileName);
// A file name out of a title: letters and digits of any script, everything else becomes a space; never empty.
QString exportName(const QString &title);
