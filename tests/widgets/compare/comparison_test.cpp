// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include "tests/widgets/figures/synthetic.h"
#include "widgets/compare/population_model.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QMimeData>
#include <QSignalSpy>
#include <QUndoStack>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using test::withFailures;

Population named(const char* name, const char* recipe = "procedural, 10 epochs")
{
    Population population = withFailures();
    population.name = name;
    population.recipe = recipe;
    return population;
}

std::string namesOf(const Comparison& comparison)
{
    std::string names;
    for (const ShownPopulation& shown : comparison.populations())
        names += shown.population->name + (shown.isVisible ? " " : "(hidden) ");
    return names;
}

std::string printed(const QAbstractItemModel& model)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            text += (column > 0 ? " | " : "") + model.index(row, column).data().toString().toStdString();
        text += '\n';
    }
    return text;
}

Population stored(const char* name, const char* source = "/runs.db")
{
    Population population = named(name);
    population.source = source;
    return population;
}

TEST(Comparison, ARenamedPopulationKeepsPlaceColourAndVisibility)
{
    Comparison comparison;
    comparison.add({stored("a"), stored("b", "/runs.db#b"), stored("c"), stored("elsewhere", "/other.db")});
    comparison.setSlot(1, 5);
    comparison.setVisible(1, false);
    comparison.rename("/runs.db", "b", "new");
    EXPECT_EQ(namesOf(comparison), "a new(hidden) c elsewhere ");
    EXPECT_EQ(comparison.populations()[1].slot, 5);
    comparison.rename("/runs.db", "elsewhere", "new 2");
    comparison.rename("/runs.db", "unknown", "new 3");
    EXPECT_EQ(namesOf(comparison), "a new(hidden) c elsewhere ") << "it is of another store, or is not there";
    comparison.rename("/runs.db", "a", "c");
    EXPECT_EQ(namesOf(comparison), "c new(hidden) elsewhere ") << "what came under the new name first";
}

TEST(Comparison, APopulationThatItsStoreHasNoMoreGoes)
{
    Comparison comparison;
    comparison.add({stored("a"), stored("a2"), stored("b", "/other.db")});
    comparison.drop("/runs.db", "b");
    comparison.drop("/runs.db", "a");
    EXPECT_EQ(namesOf(comparison), "a2 b ");
}

TEST(Comparison, APopulationOfTheSameNameIsReplacedAndKeepsItsPlaceAndColour)
{
    Comparison comparison;
    comparison.add({named("a"), named("b")});
    comparison.move(0, 1);
    Population grown = named("a");
    grown.members.resize(3);
    comparison.add({grown});
    EXPECT_EQ(namesOf(comparison), "b a ");
    EXPECT_EQ(comparison.populations()[1].slot, 0);
    EXPECT_EQ(comparison.populations()[1].population->members.size(), 3U);
}

TEST(Comparison, ANewPopulationTakesTheFirstFreeColour)
{
    Comparison comparison;
    comparison.add({named("a"), named("b"), named("c")});
    comparison.remove(1);
    comparison.add({named("d")});
    EXPECT_EQ(namesOf(comparison), "a c d ");
    EXPECT_EQ(comparison.populations()[2].slot, 1);
}

TEST(Comparison, TheNinthPopulationThatComesByItselfLooksLikeNoOther)
{
    Comparison comparison;
    for (int i = 0; i < Theme::lookCount; ++i)
        comparison.add({named(std::to_string(i).c_str())});
    for (int i = 0; i < Theme::lookCount; ++i)
        EXPECT_EQ(comparison.populations()[static_cast<std::size_t>(i)].slot, i);
}

TEST(Comparison, AColourOfOnesOwnStaysWhenThePopulationGrows)
{
    Comparison comparison;
    comparison.add({named("a"), named("b")});
    QSignalSpy changed(&comparison, &Comparison::changed);
    comparison.setSlot(0, 5);
    comparison.setSlot(0, 5);
    comparison.setSlot(9, 1);
    EXPECT_EQ(changed.count(), 1);
    comparison.add({named("a")});
    EXPECT_EQ(comparison.populations()[0].slot, 5);
}

TEST(Comparison, WhatWasTrainedOtherwiseIsHiddenUntilSomebodyInsists)
{
    Comparison comparison;
    comparison.add({named("a")});
    EXPECT_EQ(comparison.add({named("b", "other recipe")}).trainedOtherwise,
              QStringList{QStringLiteral("a")});
    EXPECT_EQ(namesOf(comparison), "a(hidden) b ");
    comparison.setVisible(0, true);
    EXPECT_TRUE(comparison.add({named("b", "other recipe")}).trainedOtherwise.isEmpty()); // it only grows
    EXPECT_EQ(namesOf(comparison), "a b ");
}

TEST(Comparison, ComesBackAsItWasKept)
{
    const std::vector<Population> populations = {stored("a"), stored("b"), stored("c", "/other.db")};
    Comparison left;
    left.add(populations);
    left.setVisible(1, false);
    left.setVisible(2, false);
    const KeptComparison kept = left.kept();
    EXPECT_EQ(kept.sources.join(QLatin1Char(' ')).toStdString(), "/runs.db /other.db");
    Comparison opened;
    opened.add(populations);
    opened.add({named("live")});
    opened.hideAsIn(kept);
    EXPECT_EQ(namesOf(opened), "a b(hidden) c(hidden) live ");
    opened.hideAsIn({kept.sources, {}});
    EXPECT_EQ(namesOf(opened), "a b(hidden) c(hidden) live ") << "of an older program: as they came";
    opened.hideAsIn({{QStringLiteral("/runs.db")}, QStringList{}});
    EXPECT_EQ(namesOf(opened), "a b c(hidden) live ");
}

TEST(Comparison, HiddenOnesOfOneNameAreToldByTheirFigures)
{
    const auto published = [](const char* name, const char* source) {
        Population population = named(name, "ImageNet, 10 epochs");
        population.isPublished = true;
        population.source = source;
        return population;
    };
    Comparison comparison;
    comparison.add({published("AnyNetX_A", "paper:fig5-left/AnyNetX_A"),
                    published("AnyNetX_A", "paper:fig9-left/AnyNetX_A"),
                    published("RegNetX", "paper:fig9-left/RegNetX")});
    EXPECT_EQ(
        comparison.add({named("b", "other recipe")}).trainedOtherwise,
        (QStringList{QStringLiteral("AnyNetX_A (paper, Figure 5 left)"),
                     QStringLiteral("AnyNetX_A (paper, Figure 9 left)"), QStringLiteral("RegNetX (paper)")}));
}

TEST(Comparison, APopulationWithoutResultsHidesNoOther)
{
    Comparison comparison;
    comparison.add({named("a")});
    Population queued = named("b", "other recipe");
    for (Member& member : queued.members)
        member.state = Member::State::Pending;
    EXPECT_TRUE(comparison.add({queued}).trainedOtherwise.isEmpty());
    EXPECT_EQ(namesOf(comparison), "a b ");
}

TEST(Comparison, ThePopulationThatIsTrainedHidesOthersWithItsFirstResult)
{
    Comparison comparison;
    comparison.add({named("a")});
    Population trained = named("b", "other recipe");
    Population queued = trained;
    for (Member& member : queued.members)
        member.state = Member::State::Pending;
    comparison.add({queued});
    EXPECT_EQ(comparison.add({trained}).trainedOtherwise, QStringList{QStringLiteral("a")});
    EXPECT_EQ(namesOf(comparison), "a(hidden) b ");
    comparison.setVisible(0, true); // somebody insists
    EXPECT_TRUE(comparison.add({trained}).trainedOtherwise.isEmpty());
}

TEST(PopulationModel, TheLineBesideANameHasTheDashOrTheSymbolOfItsCurve)
{
    for (const bool isPublished : {true, false}) {
        Comparison comparison;
        PopulationModel model(comparison, nullptr);
        std::vector<Population> all;
        for (int i = 0; i < Theme::lookCount; ++i) {
            all.push_back(named(std::to_string(i).c_str()));
            all.back().isPublished = isPublished;
        }
        comparison.add(all);
        const auto seen = [&model](int row) {
            const QIcon icon = model.index(row, 0).data(Qt::DecorationRole).value<QIcon>();
            return icon.pixmap(PopulationModel::lineSize).toImage();
        };
        for (int a = 0; a < Theme::lookCount; ++a)
            for (int b = a + 1; b < Theme::lookCount; ++b) {
                const bool haveOneColour = a % Theme::slotCount == b % Theme::slotCount;
                // Of two colours it counts only where there is something, of one what is inside as well.
                EXPECT_TRUE(haveOneColour ? seen(a) != seen(b)
                                          : seen(a).createAlphaMask() != seen(b).createAlphaMask())
                    << a << " and " << b << (isPublished ? ", published" : ", own");
            }
    }
}

TEST(Comparison, OfManyPopulationsAtOnceThoseWithAColourOfTheirOwnAreShown)
{
    Comparison comparison;
    std::vector<Population> many;
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
        many.push_back(named(name));
    EXPECT_EQ(comparison.add(std::move(many)).beyondColours,
              (QStringList{QStringLiteral("i"), QStringLiteral("j")}));
    EXPECT_EQ(namesOf(comparison), "a b c d e f g h i(hidden) j(hidden) ");
}

TEST(PopulationModel, ShowsWhatTheStatisticsSay)
{
    Comparison comparison;
    PopulationModel model(comparison, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Population better = named("better");
    for (Member& member : better.members) {
        member.state = Member::State::Finished;
        member.error = 20;
    }
    comparison.add({named("own"), better});
    EXPECT_EQ(printed(model), "own |  |  |  |  |  |  |  |  | \nbetter |  |  |  |  |  |  |  |  | \n");
    model.setStatistics(statisticsOf(comparison.populations(), [] { return false; }));
    // All 20 of the one lie before all of the other: D = 1, and p = 2 / C(40, 20) = 1.5e-11.
    EXPECT_EQ(printed(model), "own | 20 | 4 | 30.00 | 41.25 | 30.00 | 43.50 | – | – | –\n"
                              "better | 20 | 0 | 20.00 | 20.00 | 20.00 | 20.00 | 1.000 | < 0.0001 | 1.000\n");
    comparison.remove(0);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(PopulationModel, TheTickHidesAndADropMoves)
{
    Comparison comparison;
    PopulationModel model(comparison, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    comparison.add({named("a"), named("b"), named("c")});
    EXPECT_TRUE(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    EXPECT_EQ(namesOf(comparison), "a b(hidden) c ");
    const std::unique_ptr<QMimeData> row(model.mimeData({model.index(0, 0)}));
    model.dropMimeData(row.get(), Qt::MoveAction, 3, 0, {}); // below the last row
    EXPECT_EQ(namesOf(comparison), "b(hidden) c a ");
    const QMimeData foreign;
    EXPECT_FALSE(model.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
}

TEST(ComparisonHistory, WhatAPersonDoesToTheListIsUndoneStepByStep)
{
    QUndoStack history;
    Comparison comparison;
    comparison.setHistory(&history);
    PopulationModel model(comparison, nullptr);
    comparison.add({named("a"), named("b"), named("c")});
    EXPECT_EQ(history.count(), 0); // what a file or a training brings is no step
    model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
    comparison.edit(QStringLiteral("colour"), [](Comparison& list) { list.setSlot(2, 7); });
    comparison.edit(QStringLiteral("remove"), [](Comparison& list) { list.remove(0); });
    comparison.edit(QStringLiteral("move"), [](Comparison& list) { list.move(0, 1); });
    comparison.edit(QStringLiteral("nothing"), [](Comparison&) {});
    EXPECT_EQ(namesOf(comparison), "c b(hidden) ");
    ASSERT_EQ(history.count(), 4);
    EXPECT_EQ(history.text(0), QStringLiteral("hide b"));
    for (const char* expected : {"b(hidden) c ", "a b(hidden) c ", "a b(hidden) c ", "a b c "}) {
        history.undo();
        EXPECT_EQ(namesOf(comparison), expected);
    }
    EXPECT_EQ(comparison.populations()[2].slot, 2);
    for (int i = 0; i < 4; ++i)
        history.redo();
    EXPECT_EQ(namesOf(comparison), "c b(hidden) ");
    EXPECT_EQ(comparison.populations()[0].slot, 7);
}

TEST(ComparisonHistory, WhatCameOrGrewMeanwhileStays)
{
    QUndoStack history;
    Comparison comparison;
    comparison.setHistory(&history);
    comparison.add({named("a"), named("b")});
    comparison.edit(QStringLiteral("remove"), [](Comparison& list) { list.remove(0); });
    Population grown = named("b");
    grown.members.resize(3);
    comparison.add({grown, named("new")});
    history.undo();
    EXPECT_EQ(namesOf(comparison), "a b new ");
    EXPECT_EQ(comparison.populations()[1].population->members.size(), 3U);
    comparison.remove(2); // as the end of the tour does, for example
    history.redo();
    EXPECT_EQ(namesOf(comparison), "b ");
}

TEST(ComparisonHistory, StepsOfAListThatIsGoneDoNothing)
{
    QUndoStack history;
    {
        Comparison comparison;
        comparison.setHistory(&history);
        comparison.add({named("a")});
        comparison.edit(QStringLiteral("remove all"), &Comparison::clear);
    }
    history.undo();
    EXPECT_EQ(history.count(), 0);
}

TEST(Statistics, AQuantileOnThePlateauOfFailuresIsInfinite)
{
    Population population = named("half");
    for (std::size_t i = 0; i < 12; ++i)
        population.members[i].state = Member::State::Failed;
    const auto rows = statisticsOf(test::shown({population}), [] { return false; });
    EXPECT_EQ(rows.at(0).failed, 16);
    EXPECT_FALSE(rows.at(0).median.has_value());
    EXPECT_TRUE(statisticsOf(test::shown({population}), [] { return true; }).empty());
}

} // namespace
} // namespace regnet
