// Lines over time, drawn as SVG. Labels stand around the drawing, which is stretched.
import { el, svg } from "./dom.js";
import { clock } from "./format.js";

const WIDTH = 600;
const HEIGHT = 120;

export function sparkline(values) {
  const top = Math.max(1, ...values);
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const points = values.map((value, i) => `${(i * step).toFixed(1)},${(19 - (18 * value) / top).toFixed(1)}`);
  return svg("svg", { class: "sparkline", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("polyline", { points: points.join(" ") }));
}

// points: {at, step}; lines: [{name, values, line}], of which line is a number for its looks; format makes texts of values.
export function chart(title, points, lines, format) {
  const top = Math.max(1, ...lines.flatMap((line) => Array.from(line.values)));
  const last = points.at.length - 1;
  const from = points.at[0] ?? 0;
  const time = Math.max(points.step, (points.at[last] ?? 0) - from);
  const said = lines.map((line) =>
    `${line.name}: now ${format(line.values[last] ?? 0)}, at most ${format(Math.max(0, ...line.values))}`);
  return el("figure", { class: "chart", "data-key": title },
    el("figcaption", {}, el("h3", {}, title),
      el("ul", { class: "legend" }, lines.map((line, i) =>
        el("li", { class: "line" + line.line }, swatch(), said[i])))),
    el("div", { class: "plot" },
      el("span", { class: "top" }, format(top)),
      svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img",
        "aria-label": title + ". " + said.join(". ") },
        lines.map((line) => svg("path", { class: "line" + line.line, d: path(points, line.values, from, time, top) })))),
    el("p", { class: "times" }, el("span", {}, last < 0 ? "" : clock(from)), el("span", {}, last < 0 ? "" : clock(points.at[last]))));
}

function swatch() {
  return svg("svg", { class: "swatch", viewBox: "0 0 20 4", "aria-hidden": "true" }, svg("path", { d: "M0 2H20" }));
}

// Where nothing was seen for a while, such as when the process was gone, the line has a gap.
function path(points, values, from, time, top) {
  let drawn = "";
  points.at.forEach((at, i) => {
    const goesOn = i > 0 && at - points.at[i - 1] < 3.5 * points.step;
    const x = ((at - from) * WIDTH) / time;
    const y = HEIGHT - 1 - ((HEIGHT - 2) * values[i]) / top;
    drawn += `${goesOn ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return drawn;
}
