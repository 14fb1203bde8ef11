// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/figure_tab.h"
#include "widgets/plot/plot_widget.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>

#include <cmath>

namespace regnet {
namespace {

Member network(double error, double depth)
{
    Member member;
    member.error = error;
    member.properties = {{"depth", depth}, {"flops", 1e6 * depth}, {"depth_1", depth}, {"width_1", 32}};
    return member;
}

struct Odd
{
    const char* name;
    Population population;
};

std::vector<Odd> oddPopulations()
{
    std::vector<Odd> all;
    const auto add = [&](const char* name, std::vector<Member> members) {
        Population population;
        population.name = name;
        population.members = std::move(members);
        all.push_back({name, std::move(population)});
    };
    add("Empty", {});
    add("One", {network(40, 10)});
    add("Two", {network(40, 10), network(41, 12)});
    std::vector<Member> failed(5, network(0, 10));
    for (Member& member : failed)
        member.state = Member::State::Failed;
    add("AllFailed", failed);
    std::vector<Member> pending(5, network(0, 10));
    for (Member& member : pending)
        member.state = Member::State::Pending;
    add("NothingTrained", pending);
    add("OneValue", std::vector<Member>(6, network(40, 10)));
    add("NoNumbers", {network(std::nan(""), 10), network(HUGE_VAL, 12), network(40, std::nan(""))});
    std::vector<Member> mixed{network(40, 10), network(45, 12)};
    mixed[0].properties["epochs"] = 10;
    mixed[1].properties["epochs"] = 50;
    add("MixedEpochs", mixed);
    std::vector<Member> twice{network(40, 10), network(40, 10), network(50, 12)};
    twice[0].networkHash = twice[1].networkHash = "same";
    add("Duplicates", twice);
    std::vector<Member> many;
    for (int i = 0; i < 20'000; ++i)
        many.push_back(network(30 + i % 997 * 0.05, 1 + i % 63));
    add("Many", many);
    return all;
}

class OddPopulation : public testing::TestWithParam<Odd>
{
};

/// Every view, with and without normalising, a filter and a split: shown, never a crash.
TEST_P(OddPopulation, EveryViewShowsIt)
{
    CompareView view;
    view.resize(900, 700);
    view.setPopulation(GetParam().population);
    view.setPopulation(test::withFailures());
    view.show();
    const auto settle = [&] {
        return waitFor([&] {
            if (view.model().isBusy()) return false;
            for (const FigureTab* tab : view.findChildren<FigureTab*>())
                if (tab->isBusy()) return false;
            return true;
        });
    };
    for (const char* tab :
         {"edf", "difference", "scatter", "parallel", "trends", "curves", "findings", "networks"}) {
        view.showTab(QLatin1String(tab));
        ASSERT_TRUE(settle()) << tab;
        if (auto* trends = view.findChild<FigureTab*>(QStringLiteral("trendsTab")); trends->isVisible())
            for (int kind = 0; kind < trends->findChildren<QComboBox*>().front()->count(); ++kind) {
                trends->findChildren<QComboBox*>().front()->setCurrentIndex(kind);
                ASSERT_TRUE(settle()) << tab << kind;
            }
        view.model().selection().selectRanges({{"error", 30, 45}});
        QTest::qWait(0);
    }
    view.showTab(QStringLiteral("edf"));
    for (QComboBox* box : view.findChild<FigureTab*>(QStringLiteral("edfTab"))->findChildren<QComboBox*>())
        for (int choice = 0; choice < box->count(); ++choice) {
            box->setCurrentIndex(choice);
            ASSERT_TRUE(settle());
        }
    view.model().setFilter({{"depth", 0, 1000}});
    ASSERT_TRUE(settle());
    view.model().setSplit("depth");
    ASSERT_TRUE(settle());
    view.model().setSplit("");
    view.model().setFilter({});
    const auto* table = view.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    EXPECT_TRUE(waitFor([&] { return table->model()->rowCount() == 2; }));
}

INSTANTIATE_TEST_SUITE_P(All, OddPopulation, testing::ValuesIn(oddPopulations()),
                         [](const auto& odd) { return std::string(odd.param.name); });

TEST(SplitPopulations, AreTheRowsOfTheTable)
{
    CompareView view;
    Population population;
    population.name = "P";
    for (int i = 0; i < 12; ++i)
        population.members.push_back(network(40 + i, i < 6 ? 10 : 20));
    view.setPopulation(population);
    const QSignalSpy computed(&view, &CompareView::statisticsComputed);
    view.model().setSplit("depth");
    const auto* table = view.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    ASSERT_TRUE(waitFor([&] {
        return table->model()->rowCount() == 2 &&
               table->model()->index(1, 1).data().toString() == QLatin1String("6");
    }));
    // All six of depth 10 lie before all six of depth 20.
    EXPECT_EQ(table->model()->index(1, 9).data().toString(), QStringLiteral("0.000"));
    EXPECT_FALSE(table->model()->flags(table->model()->index(0, 0)) & Qt::ItemIsUserCheckable);
    view.model().setSplit("");
    EXPECT_EQ(table->model()->rowCount(), 1);
    EXPECT_TRUE(table->model()->flags(table->model()->index(0, 0)) & Qt::ItemIsUserCheckable);
}

} // namespace
} // namespace regnet
