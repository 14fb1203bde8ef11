// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"
#include "widgets/plot/data_picture.h"

#include <QWidget>

#include <vector>

namespace regnet {

/// Input, stem, stages and head from left to right: width of a box by its blocks, height by its resolution.
class NetworkDiagram : public QWidget, public DataPicture
{
    Q_OBJECT

public:
    explicit NetworkDiagram(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QString spokenTitle() const override { return accessibleName(); }
    QString spokenDescription() const override;
    PlotTable dataTable() const override; ///< a row a part, as they are drawn

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< Ctrl+C copies the picture
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Box
    {
        QString title;           ///< "stage 2"
        QStringList lines;       ///< "2 × 64", "28²", "g 16"
        QString tip;             ///< all of it in a sentence
        int stage = -1;          ///< 0-based; -1 for what is no stage
        std::int64_t blocks = 1; ///< drawn as cells
        std::int64_t side = 1;   ///< resolution, pixels
    };

    static std::vector<Box> boxesOf(const Explanation& network);
    std::vector<QRectF> layOut() const;

    std::vector<Box> m_boxes;
    int m_stages = 0;
};

} // namespace regnet
