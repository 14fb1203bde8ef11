// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/published.h"
#include "widgets/explorer/network_diagram.h"
#include "widgets/explorer/share_bars.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include <gmock/gmock.h>

#include <set>

namespace regnet {
namespace {

template <typename Picture>
class CopiedPicture : public testing::Test
{
protected:
    CopiedPicture()
    {
        picture.showNetwork(explain(publishedModel("RegNetX-200MF").spec));
        picture.resize(500, 150);
        picture.show();
        QApplication::clipboard()->clear();
    }

    static QImage copied() { return QApplication::clipboard()->image(); }

    /// As a person does: opens the menu with the right button, and chooses the entry.
    void choose(const QString& entry)
    {
        QTimer::singleShot(0, &picture, [this, entry] {
            auto* menu = picture.template findChild<QMenu*>();
            ASSERT_NE(menu, nullptr);
            for (QAction* action : menu->actions())
                if (action->text() == entry) action->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(10, 10),
                                picture.mapToGlobal(QPoint(10, 10)));
        QApplication::sendEvent(&picture, &event);
    }

    Picture picture;
};

using Pictures = testing::Types<NetworkDiagram, ShareBars>;
TYPED_TEST_SUITE(CopiedPicture, Pictures);

TYPED_TEST(CopiedPicture, CtrlCCopiesWhatIsSeenAtTwiceTheSizeAndWithoutTheFocus)
{
    QTest::keyClick(&this->picture, Qt::Key_C, Qt::ControlModifier);
    const QImage unfocused = this->copied();
    ASSERT_EQ(unfocused.size(), this->picture.size() * 2);
    std::set<QRgb> colours;
    for (int x = 0; x < unfocused.width(); ++x)
        colours.insert(unfocused.pixel(x, unfocused.height() / 2));
    EXPECT_GE(colours.size(), 4U) << "stages have colours of their own";
    this->picture.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&this->picture));
    this->picture.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&this->picture, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(this->copied(), unfocused);
}

TYPED_TEST(CopiedPicture, ItsMenuOffersPictureAndData)
{
    this->choose(QStringLiteral("Copy picture"));
    EXPECT_EQ(this->copied().size(), this->picture.size() * 2);
    this->choose(QStringLiteral("Copy data"));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), testing::HasSubstr("stage 4"));
}

} // namespace
} // namespace regnet
