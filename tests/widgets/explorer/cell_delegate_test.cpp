// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/cell_delegate.h"

#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTreeView>

#include <gtest/gtest.h>

#include <cstdlib>

namespace regnet {
namespace {

class CellDelegateTest : public testing::Test
{
protected:
    CellDelegateTest() { view.setModel(&model); }

    /// The first cell as this delegate paints it, at the view's font and palette.
    QImage painted(QAbstractItemDelegate& delegate, QStyle::State state, int width)
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        option.font = view.font();
        option.fontMetrics = QFontMetrics(view.font());
        option.rect = QRect(0, 0, width, 24);
        option.state = QStyle::State_Enabled | QStyle::State_Active | state;
        option.decorationSize = QSize(12, 12);
        option.showDecorationSelected = true;
        QImage image(width, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(view.palette().color(QPalette::Base));
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(0, 0));
        return image;
    }

    /// The largest difference of a channel of a pixel.
    static int difference(const QImage& a, const QImage& b)
    {
        int most = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QColor one = a.pixelColor(x, y), other = b.pixelColor(x, y);
                most = std::max({most, std::abs(one.red() - other.red()),
                                 std::abs(one.green() - other.green()), std::abs(one.blue() - other.blue())});
            }
        return most;
    }

    void expectQtsPicture(const char* what, QStyle::State state = {}, int width = 120)
    {
        QStyledItemDelegate theirs;
        CellDelegate ours;
        const QImage wanted = painted(theirs, state, width);
        EXPECT_EQ(difference(painted(ours, state, width), wanted), 0) << what;
        EXPECT_EQ(difference(painted(ours, state, width), wanted), 0) << what << ", painted again";
    }

    QStandardItem& put(const QString& text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        model.clear();
        auto* item = new QStandardItem(text);
        item->setTextAlignment(alignment);
        model.appendRow(item);
        return *item;
    }

    QStandardItemModel model;
    QTreeView view;
};

TEST_F(CellDelegateTest, PaintsWhatQtPaints)
{
    put(QStringLiteral("stage 1"));
    expectQtsPicture("left");
    put(QStringLiteral("12.3 M"), Qt::AlignRight | Qt::AlignVCenter);
    expectQtsPicture("right");
    expectQtsPicture("chosen", QStyle::State_Selected);
    put(QStringLiteral("24 is no multiple of g = 16"));
    expectQtsPicture("too long", {}, 60);
    QFont bold;
    bold.setBold(true);
    put(QStringLiteral("total")).setFont(bold);
    expectQtsPicture("bold");
    put({});
    expectQtsPicture("empty", QStyle::State_Selected);
}

TEST_F(CellDelegateTest, PaintsIconsWhereQtDoes)
{
    put(QStringLiteral("pin")).setData(QColor(0, 114, 178), Qt::DecorationRole);
    expectQtsPicture("colour and text");
    put({}).setData(QColor(0, 114, 178), Qt::DecorationRole);
    expectQtsPicture("colour alone");
}

TEST_F(CellDelegateTest, FollowsTheFontOfTheView)
{
    put(QStringLiteral("stage 1"));
    CellDelegate ours;
    QStyledItemDelegate theirs;
    const QImage small = painted(ours, {}, 120);
    QFont larger = view.font();
    larger.setPointSizeF(larger.pointSizeF() * 1.5);
    view.setFont(larger);
    EXPECT_NE(painted(ours, {}, 120), small);
    EXPECT_EQ(difference(painted(ours, {}, 120), painted(theirs, {}, 120)), 0);
}

TEST_F(CellDelegateTest, ARightToLeftTableIsMirrored)
{
    view.setLayoutDirection(Qt::RightToLeft);
    put(QStringLiteral("stage 1")).setData(QColor(0, 114, 178), Qt::DecorationRole);
    expectQtsPicture("right to left");
}

} // namespace
} // namespace regnet
