// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowndocument.h"

#include "markdownparser_p.h"

class MarkdownDocument::Private : public MarkdownParser
{
};

bool sameContent(const Leaf &a, const Leaf &b)
{
    return a.kind == b.kind && a.containers == b.containers && a.source == b.source && a.level == b.level && a.text == b.text
        && a.inlines == b.inlines && a.language == b.language && a.isClosed == b.isClosed && a.columns == b.columns && a.rows == b.rows;
}

MarkdownDocument::MarkdownDocument()
    : d(std::make_unique<Private>())
{
}

MarkdownDocument::~MarkdownDocument() = default;
MarkdownDocument::MarkdownDocument(MarkdownDocument &&) noexcept = default;
MarkdownDocument &MarkdownDocument::operator=(MarkdownDocument &&) noexcept = default;

void MarkdownDocument::append(QStringView piece)
{
    d->append(piece);
}

void MarkdownDocument::finish()
{
    d->finish();
}

const QString &MarkdownDocument::source() const
{
    return d->source();
}

const std::vector<Leaf> &MarkdownDocument::leaves() const
{
    return d->leaves();
}

qsizetype MarkdownDocument::takeFirstChanged()
{
    return d->takeFirstChanged();
}

qint64 MarkdownDocument::parsedLeafCount() const
{
    return d->parsedLeafCount();
}
