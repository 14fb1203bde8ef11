// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/style.h"

namespace regnet {

// Colours are those of the window's plots (widgets/plot/theme.cpp): colour-blind-safe, and each with a dash.
std::string_view reportStyle()
{
    return R"css(
:root{--page:#fff;--ink:#1a1a1a;--soft:#595959;--grid:#ddd;--tint:#f4f4f4;
--c0:#0072b2;--c1:#d55e00;--c2:#009e73;--c3:#cc79a7;--c4:#e69f00;--c5:#56b4e9;--c6:#000;--c7:#b58900}
@media(prefers-color-scheme:dark){:root{--page:#1e1e1e;--ink:#eee;--soft:#bdbdbd;--grid:#3a3a3a;--tint:#2a2a2a;
--c0:#56b4e9;--c1:#d55e00;--c5:#0072b2;--c6:#fff;--c7:#f0e442}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.2rem;max-width:62rem;background:var(--page);color:var(--ink);
font:16px/1.5 system-ui,"DejaVu Sans","Noto Sans",sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:.2em 0}
h2{font-size:1.25rem;margin:2.2em 0 .5em;border-bottom:1px solid var(--grid);padding-bottom:.2em}
h3{font-size:1.05rem;margin:1.4em 0 .3em}
p{margin:.5em 0;max-width:46em}
.soft,figcaption{color:var(--soft);font-size:.9rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2em 1.2em;list-style:none;padding:0;margin:.8em 0}
a{color:var(--c0)}
.warning{border-left:4px solid var(--c1);background:var(--tint);padding:.5em .8em;margin:.8em 0}
.scroll{overflow-x:auto;margin:.6em 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.25em .7em .25em 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid);font-weight:normal}
thead th{color:var(--soft);border-bottom:2px solid var(--grid);vertical-align:bottom}
tbody th{font-weight:600}
th.n,td.n{text-align:right;white-space:nowrap}
th:first-child.n{text-align:left}
code,pre{font-family:"DejaVu Sans Mono",ui-monospace,monospace;font-size:.85rem;overflow-wrap:anywhere}
pre{white-space:pre-wrap;background:var(--tint);padding:.7em;margin:.5em 0}
figure{margin:.8em 0}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem}
svg.chart{width:100%;height:auto;display:block}
svg.stairs{width:5.6rem;height:1.6rem;vertical-align:middle}
svg.stairs path{fill:var(--soft)}
svg.swatch{width:1.5rem;height:.65rem;margin-right:.4em;flex:none}
.name{display:inline-flex;align-items:baseline}
.axes path{stroke:var(--grid);fill:none}
.axes text,.note{fill:var(--soft);font-size:12px}
.axes .t{fill:var(--ink);font-size:13px}
.curve{fill:none;stroke:var(--c);stroke-width:1.8}
.band{fill:none;stroke:var(--c);stroke-width:.8;opacity:.55}
.dots{fill:var(--c);fill-opacity:.55}
.cells{fill:var(--c)}
.s0{--c:var(--c0)}.s1{--c:var(--c1);stroke-dasharray:8 3}.s2{--c:var(--c2);stroke-dasharray:9 3 2 3}
.s3{--c:var(--c3);stroke-dasharray:3 3}.s4{--c:var(--c4);stroke-dasharray:14 4}.s5{--c:var(--c5);stroke-dasharray:2 4}
.s6{--c:var(--c6);stroke-dasharray:12 3 2 3 2 3}.s7{--c:var(--c7);stroke-dasharray:6 2}
summary{cursor:pointer;color:var(--soft)}
ol.lineage{padding-left:1.4em}
ol.lineage li{margin:.3em 0}
@media(max-width:40rem){body{padding:.8rem;font-size:15px}h1{font-size:1.35rem}
th,td{padding-right:.5em}
td:not(.n):not(:empty){min-width:7rem}
.stack thead{display:none}.stack,.stack tbody{display:block}
.stack tr{display:block;padding:.5em 0;border-bottom:1px solid var(--grid)}
.stack th,.stack td{display:block;border:0;padding:.1em 0;min-width:0}
.stack td:empty{display:none}
.stack td::before{content:attr(data-label) ": ";color:var(--soft)}}
@media print{:root{--page:#fff;--ink:#000;--soft:#444;--grid:#bbb;--tint:#f4f4f4;--c0:#0072b2;--c5:#56b4e9;--c6:#000;--c7:#b58900}
@page{margin:16mm}
body{max-width:none;padding:0;font-size:9.5pt}
nav{display:none}
h2{break-after:avoid}h3{break-after:avoid}
figure,tr,.warning{break-inside:avoid}
.scroll{overflow:visible}
table{font-size:8pt}
.grid{display:block}
.grid figure{display:inline-block;width:49%;margin:.3em 0}
details>*{display:block}
a{color:inherit;text-decoration:none}}
)css";
}

} // namespace regnet
