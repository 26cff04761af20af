// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Row 11: searches in a large library of make_library, beside the floor `search`: the bare FTS5 query for the newest 50 rows with
// their snippets, of the same question: the last word counts as a beginning. Questions of one common, one rare, several words, a phrase,
// beginnings of one letter and more. Usage: search_library FOLDER; prints one JSON object: 95th percentiles in milliseconds of CPU time of
// all threads from asking to having the answer, and of wall time.

#include "database_p.h"
#include "library.h"
#include "processcpu.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int Rounds = 5;
constexpr int Hits = 50;

class FixedClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override { return std::chrono::milliseconds(1'790'000'000'000); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
};

QStringList questions()
{
    QStringList words;
    for (const int number : { 0, 1, 2, 5, 10, 50, 100, 500, 1000, 5000, 20000, 49000 })
        words.append(QStringLiteral("zw%1 ").arg(number));
    words += { QStringLiteral("zw1 zw2 "), QStringLiteral("zw7 zw300 "), QStringLiteral("zw0 zw1 zw2 "), QStringLiteral("\"zw0 zw1\""),
               QStringLiteral("zw12"), QStringLiteral("zw499"), QStringLiteral("z"), QStringLiteral("zw3 -zw0") };
    return words;
}

double percentile95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() * 95 / 100);
}

struct Times
{
    std::vector<double> cpu;
    std::vector<double> wall;
};

template<typename Ask>
void measure(Times &times, Ask ask)
{
    QElapsedTimer elapsed;
    elapsed.start();
    const double before = processCpuMs();
    ask();
    times.cpu.push_back(processCpuMs() - before);
    times.wall.push_back(double(elapsed.nsecsElapsed()) / 1e6);
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const FixedClock clock;
    const QString folder = application.arguments().value(1);
    const Result<std::unique_ptr<Library>> opened = Library::open(folder, Library::Access::Owner, clock);
    const auto database = Database::open(folder + QStringLiteral("/library.db"), Database::Mode::Read);
    if (!opened || !database)
        return 1;
    Library &library = *opened.value();
    Times floor;
    Times newest;
    Times ranked;
    qsizetype found = 0;
    const auto leave = [&](const auto &hits) { found += hits ? hits.value().size() : 0; application.quit(); };
    for (int round = 0; round < Rounds; ++round) {
        for (const QString &words : questions()) {
            measure(floor, [&] {
                Statement row(*database.value(), "SELECT rowid, snippet(body_index, 0, '<', '>', '…', 24) FROM body_index WHERE body_index MATCH ?"
                                                 " ORDER BY rowid DESC LIMIT 50");
                const QStringList parts = QString(words).remove(u'"').split(u' ', Qt::SkipEmptyParts);
                row.bind(words.contains(u'"') ? words : words.contains(u'-') ? QStringLiteral("zw3 NOT zw0*") : parts.join(u' ') + u'*');
                while (row.next())
                    found += row.text(1).isEmpty() ? 0 : 1;
            });
            measure(newest, [&] { library.search(words, Hits, &application, leave); application.exec(); });
            measure(ranked, [&] {
                library.searchConversations({ .words = words, .order = SearchOrder::BestFirst }, Hits, &application, leave);
                application.exec();
            });
        }
    }
    std::printf("{\"found\": %lld, \"floor_ms\": %.3f, \"newest_ms\": %.3f, \"ranked_ms\": %.3f, \"newest_wall_ms\": %.3f, \"ranked_wall_ms\": %.3f}\n", static_cast<long long>(found),
                percentile95(floor.cpu), percentile95(newest.cpu), percentile95(ranked.cpu), percentile95(newest.wall), percentile95(ranked.wall));
    return found > 0 ? 0 : 1;
}
