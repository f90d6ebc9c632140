// What is wrong first, then the processes and what passes, then who is connected to whom, then every socket.
import { el } from "./dom.js";
import { sparkline } from "./chart.js";
import { bytes, count, duration, rate, some } from "./format.js";
import { graph, stateText } from "./graph.js";
import { table } from "./table.js";

let isList = false;

export const overview = {
  title: "Overview",
  render: (shown) => [wrong(shown.findings), processes(shown.processes), totals(shown.totals), graph(shown, isList),
    sockets(shown)],
  act(action) {
    if (action === "graph-mode") {
      isList = !isList;
    }
    return action === "graph-mode";
  },
};

export function wrong(findings) {
  return el("section", { class: "findings", "aria-labelledby": "findings-title", "data-key": "findings" },
    el("h2", { id: "findings-title" }, "What is wrong"),
    findings.length === 0
      ? el("p", { class: "fine" }, "Nothing that can be seen from here.")
      : el("ul", {}, findings.map((finding) => el("li", { class: finding.severity.toLowerCase() },
        el("strong", {}, finding.severity === "ERROR" ? "Error" : "Warning"), " ",
        finding.socket ? el("a", { href: "#/socket/" + finding.socket }, finding.sentence) : finding.sentence, " ",
        el("span", { class: "detail" }, finding.process + ", for " + duration(finding.since))))));
}

const STATES = { AWAITED: "not seen yet", SEEN: "", GONE: "gone" };

function processes(all) {
  return el("section", { class: "processes", "aria-labelledby": "processes-title", "data-key": "processes" },
    el("h2", { id: "processes-title" }, "Processes"),
    el("ul", {}, all.map((process) => el("li", { class: process.state.toLowerCase(), "data-key": process.key },
      el("strong", {}, process.title), STATES[process.state] ? el("em", {}, " " + STATES[process.state]) : "",
      el("span", { class: "detail" }, process.pid === 0 ? "" : `pid ${process.pid}, zmq4j ${process.version}, `
        + `${some(process.sockets, "socket")}, up ${duration(process.age)}`),
      process.trouble && el("span", { class: "trouble" }, process.trouble)))));
}

function totals(sum) {
  const tile = (name, value, more, line) => el("div", { class: "tile", "data-key": name },
    el("dt", {}, name), el("dd", {}, value, " ", el("span", { class: "detail" }, more)), line && sparkline(line));
  return el("section", { "aria-label": "Totals", "data-key": "totals" }, el("dl", { class: "tiles" },
    tile("Sent", rate(sum.out), bytes(sum.bytesOut) + "/s", sum.recent.out),
    tile("Received", rate(sum.in), bytes(sum.bytesIn) + "/s", sum.recent.in),
    tile("To be sent", count(sum.queuedOut), "messages", sum.recent.queuedOut),
    tile("To be received", count(sum.queuedIn), "messages", sum.recent.queuedIn),
    tile("Dropped", count(sum.dropped), rate(sum.drops) + " now", sum.recent.drops),
    tile("Sockets", count(sum.sockets), some(sum.connections, "connection"), null)));
}

const COLUMNS = [
  { id: "socket", name: "Socket", value: (row) => row.title, show: (row) => el("a", { href: "#/socket/" + row.key }, row.title) },
  { id: "process", name: "Process", value: (row) => row.process },
  { id: "endpoints", name: "Endpoints", value: (row) => row.endpoints.join(", "),
    show: (row) => el("span", { class: "lines" }, row.endpoints.map((endpoint) => el("span", {}, endpoint))) },
  { id: "connections", name: "Connections", value: (row) => row.connections, isNumber: true },
  { id: "out", name: "Sent", value: (row) => row.out, show: (row) => rate(row.out), isNumber: true },
  { id: "in", name: "Received", value: (row) => row.in, show: (row) => rate(row.in), isNumber: true },
  { id: "bytesOut", name: "Bytes sent", value: (row) => row.bytesOut, show: (row) => bytes(row.bytesOut) + "/s", isNumber: true, off: true },
  { id: "bytesIn", name: "Bytes received", value: (row) => row.bytesIn, show: (row) => bytes(row.bytesIn) + "/s", isNumber: true, off: true },
  { id: "queuedOut", name: "To send", value: (row) => row.queuedOut, show: (row) => count(row.queuedOut), isNumber: true },
  { id: "queuedIn", name: "To receive", value: (row) => row.queuedIn, show: (row) => count(row.queuedIn), isNumber: true },
  { id: "dropped", name: "Dropped", value: (row) => row.dropped, isNumber: true,
    show: (row) => row.dropped === 0 ? "0" : el("strong", { class: "dropped" }, count(row.dropped)) },
  { id: "state", name: "State", value: stateText },
  { id: "recent", name: "Last minute", value: (row) => row.in + row.out, show: (row) => sparkline(row.recent) },
];

function sockets(shown) {
  const rows = shown.sockets.map((row) => ({ ...row,
    looks: [row.severity.toLowerCase(), row.state.toLowerCase()].join(" ").trim() }));
  return el("div", { "data-key": "sockets" }, table("sockets", "Sockets", COLUMNS, rows),
    shown.hidden > 0 && el("p", { class: "note" }, some(shown.hidden, "more socket") + " not shown."));
}
