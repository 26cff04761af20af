// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationdocument.h"
#include "error.h"

#include <functional>
#include <vector>

enum class ImportOrigin { Grackle, ChatGpt, Claude, OpenWebUi, Chatbox, LmStudio, Jan, LlamaCpp, Messages };

// What a file of another program holds, not stored anywhere yet.
struct ForeignImport
{
    ImportOrigin origin = ImportOrigin::Messages;
    std::vector<DecodedDocument> conversations;
    qsizetype messages = 0;
    qsizetype pictures = 0;
    qsizetype leftOut = 0;         // messages with nothing that can be kept, and pictures that cannot be read
};

// Makes a PNG or JPEG of a picture in another format (ChatGPT's own are WebP). Empty: it cannot.
using PictureConverter = std::function<QByteArray(const QByteArray &picture)>;

// Reads an export of ChatGPT or Claude (ZIP or its conversations.json), Open WebUI, Chatbox, LM Studio, Jan, llama.cpp's web page, a plain
// `messages` JSON, or a document of ours; which one is told by its shape, never by its name. An archive may hold many files of one program, as
// a folder of it does. Trees stay trees, dates stay, pictures inside come along; what was thought and done on the way to an answer is the
// answer's own. Ids are made from the ids of the other program, so that the same conversation is known when it is imported again. Hostile
// files are refused whole, with a sentence: limits on size, depth, count, and what an archive unpacks to. Runs in any thread.
Result<ForeignImport> decodeForeignFile(const QByteArray &bytes, const PictureConverter &convertPicture = {});

// "ChatGPT", for people.
QString importOriginName(ImportOrigin origin);
