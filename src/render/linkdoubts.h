// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

// Why a person should look at a link's address before it is opened.
enum class LinkDoubt {
    OtherHostShown,        // its words name another host than the one it goes to
    MixedLetters,          // letters of several scripts stand in one name: one of them may only look like another
    OtherLetters,          // the host is written with letters outside ASCII
    NumberedHost,          // an IP address stands where a name could
    HiddenSigns,           // its words hold signs that cannot be seen or turn the direction of writing
    FilledInMail,          // a mail with more than a recipient and a subject
};

// For links that allowedLink() lets through, most worrying first. `words` is what stands for the link in the text.
std::vector<LinkDoubt> doubtsAbout(const QUrl &url, const QString &words);

// One sentence for people, without the address.
QString doubtText(LinkDoubt doubt);
