// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/venues.h"

namespace regnet {
namespace {

// Widths as the venues' own styles set them:
// CVPR, ICCV, WACV: cvpr.sty, text 6 7/8 in with 5/16 in between two columns of 3 1/4 in (less a hair).
// ECCV, LNCS: llncs.cls, text 12.2 cm. NeurIPS, ICLR: neurips.sty and iclr_conference.sty, text 5.5 in.
// ICML: icml.sty, text 6.75 in, columns 3.25 in. IEEE: IEEEtran.cls, columns 252 pt, text 516 pt.
// ACM: acmart.cls sigconf, columns 241.15 pt, text 506.3 pt. ACL: acl.sty, columns 7.7 cm, text 16 cm.
// JMLR, TMLR: jmlr2e.sty, text 6 in (TMLR 6.5 in). Nature: guide to authors, 89 and 183 mm.
// Science: author information, 5.7 cm (one of three columns) and 12.1 cm. PNAS: 8.7 and 17.8 cm.
// Elsevier: artwork sizing, 90 and 190 mm.
constexpr Venue all[] = {
    {"CVPR, ICCV, WACV", 83.3, 174.6},
    {"ECCV, LNCS", 0, 122},
    {"NeurIPS, ICLR", 0, 139.7},
    {"ICML", 82.5, 171.4},
    {"IEEE", 88.6, 181.4},
    {"ACM", 84.8, 177.9},
    {"ACL", 77, 160},
    {"JMLR", 0, 152.4},
    {"TMLR", 0, 165.1},
    {"Nature", 89, 183},
    {"Science", 57, 121},
    {"PNAS", 87, 178},
    {"Elsevier", 90, 190},
};

} // namespace

std::span<const Venue> venues()
{
    return all;
}

} // namespace regnet
