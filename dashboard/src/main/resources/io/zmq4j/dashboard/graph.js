// The graph of sockets and connections: as a drawing, and as a list for narrow screens and for those who would rather read.
import { el, svg } from "./dom.js";
import { layout } from "./layout.js";
import { count, rate, some } from "./format.js";

const TITLE_LENGTH = 26;
const STANDINGS = { CONNECTED: "connected", TRYING: "not connected", GIVEN_UP: "given up", GONE: "process gone" };

export function graph(overview, isList) {
  const rows = new Map(overview.sockets.map((row) => [row.key, row]));
  const drawn = layout(overview.graph);
  const alone = overview.graph.nodes.length - drawn.nodes.length;
  return el("section", { class: "graph" + (isList ? " as-list" : ""), "aria-labelledby": "graph-title", "data-key": "graph" },
    el("div", { class: "bar" }, el("h2", { id: "graph-title" }, "Connections"),
      el("button", { type: "button", class: "mode", "data-action": "graph-mode", "aria-pressed": String(isList) }, "As a list")),
    drawn.nodes.length === 0 ? el("p", { class: "note" }, "No socket is connected to another.") : [
      el("div", { class: "drawing" }, drawing(drawn, rows)), list(drawn, rows)],
    alone > 0 && el("p", { class: "note" }, some(alone, "socket") + " without a connection: see the table."),
    overview.graph.hidden > 0 && el("p", { class: "note" }, some(overview.graph.hidden, "socket")
      + " not shown here, through which less passes: see the table."));
}

function drawing(drawn, rows) {
  return svg("svg", { width: drawn.width, height: drawn.height, viewBox: `0 0 ${drawn.width} ${drawn.height}`,
    role: "group", "aria-label": "Who connects, on the left, to who is bound, on the right" },
    drawn.edges.map(edge), drawn.nodes.map((node) => box(node, rows.get(node.key))));
}

function edge(edge) {
  const width = 1.5 + Math.log10(1 + edge.in + edge.out);
  return svg("g", { class: "edge " + edge.standing.toLowerCase(), "data-key": edge.from + " " + edge.to + " " + edge.endpoint },
    svg("path", { d: edge.path, "stroke-width": width.toFixed(1) }),
    svg("text", { x: edge.label.x, y: edge.label.y }, edgeText(edge)),
    svg("title", {}, edge.endpoint + ", " + STANDINGS[edge.standing] + (edge.trouble ? ": " + edge.trouble : "")));
}

function edgeText(edge) {
  if (edge.standing !== "CONNECTED") {
    return STANDINGS[edge.standing];
  }
  const ways = [edge.out > 0 && rate(edge.out) + " →", edge.in > 0 && "← " + rate(edge.in)].filter(Boolean);
  return ways.length ? ways.join("  ") : "idle";
}

function box(node, row) {
  const content = [
    svg("rect", { x: node.x, y: node.y, width: node.width, height: node.height, rx: 6 }),
    svg("text", { class: "title", x: node.x + 10, y: node.y + 18 }, cut(node.title)),
    svg("text", { class: "place", x: node.x + 10, y: node.y + 33 }, cut(node.process || PLACES[node.kind])),
    svg("text", { class: "state", x: node.x + 10, y: node.y + 47 }, row ? wordsOf(row) : ""),
    svg("title", {}, node.title + (node.process ? ", " + node.process : ""))];
  const looks = ["node", node.kind.toLowerCase(), row?.severity.toLowerCase(), row?.state === "GONE" && "gone"];
  const attributes = { class: looks.filter(Boolean).join(" "), "data-key": node.key };
  return node.kind === "SOCKET"
    ? svg("a", { ...attributes, href: "#/socket/" + node.key }, content)
    : svg("g", attributes, content);
}

const PLACES = { ENDPOINT: "nobody who is watched", OUTSIDE: "peers elsewhere" };

export function stateText(row) {
  return [row.state === "GONE" && "gone", row.severity && "▲ " + row.severity.toLowerCase()].filter(Boolean).join(", ");
}

function wordsOf(row) {
  return [stateText(row), row.dropped > 0 && count(row.dropped) + " dropped"].filter(Boolean).join(", ");
}

function cut(text) {
  const characters = Array.from(text);
  return characters.length <= TITLE_LENGTH ? text : characters.slice(0, TITLE_LENGTH - 1).join("") + "…";
}

function list(drawn, rows) {
  const nodes = new Map(drawn.nodes.map((node) => [node.key, node]));
  const name = (key) => {
    const node = nodes.get(key);
    const row = rows.get(key);
    return [node.kind === "SOCKET" ? el("a", { href: "#/socket/" + key }, node.title) : node.title,
      node.process ? " in " + node.process : "", row && wordsOf(row) ? " (" + wordsOf(row) + ")" : ""];
  };
  return el("ul", { class: "edges" }, drawn.edges.map((edge) =>
    el("li", { class: edge.standing.toLowerCase(), "data-key": edge.from + " " + edge.to + " " + edge.endpoint },
      name(edge.from), " → ", name(edge.to),
      el("span", { class: "detail" }, edge.endpoint + ": " + edgeText(edge) + (edge.trouble ? ": " + edge.trouble : "")))));
}
