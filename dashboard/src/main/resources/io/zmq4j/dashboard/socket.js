// A socket: how it stands, and how it was.
import { el } from "./dom.js";
import { chart } from "./chart.js";
import { bytes, count, duration, queue, rate, some } from "./format.js";
import { wrong } from "./overview.js";
import { get } from "./server.js";
import { table } from "./table.js";

let span = "minutes";

export const socket = {
  title: "Socket",
  load: (key) => get(`socket?key=${encodeURIComponent(key)}&span=${span}`),
  render(shown, detail, key) {
    if (detail === null) {
      return [el("h1", {}, "Socket"), el("p", { class: "note" }, "It is not there, or not any more.")];
    }
    const findings = shown.findings.filter((finding) => finding.socket === key);
    return [
      el("h1", {}, detail.row.title, " ", el("span", { class: "detail" }, detail.row.process
        + (detail.row.state === "GONE" ? ", gone: this is how it was" : ""))),
      findings.length > 0 && wrong(findings),
      facts(detail),
      charts(detail),
      table("endpoints", "Endpoints", ENDPOINTS, detail.endpoints.map((each) => ({ ...each, key: each.bound + each.uri }))),
      peers(detail),
      reasons("Drops by reason", detail.drops),
      reasons("Connections refused, by reason", detail.refused),
      reasons("Connections ended, by reason", detail.ended),
      options(detail.options),
    ];
  },
  act(action, target) {
    if (action === "span") {
      span = target.dataset.span;
    }
    return action === "span";
  },
};

function facts(detail) {
  const fact = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
  return el("dl", { class: "facts", "data-key": "facts" },
    fact("Open for", duration(detail.age)),
    fact("Sent", rate(detail.row.out) + ", " + bytes(detail.row.bytesOut) + "/s"),
    fact("Received", rate(detail.row.in) + ", " + bytes(detail.row.bytesIn) + "/s"),
    fact("Waiting", count(detail.row.queuedOut) + " to be sent, " + count(detail.row.queuedIn) + " to be received"),
    fact("High-water marks", `send ${detail.sendHighWaterMark}, receive ${detail.receiveHighWaterMark}`),
    fact("Threads that wait", `${detail.waitingSenders} to send, ${detail.waitingReceivers} to receive`),
    fact("Dropped", count(detail.row.dropped)),
    fact("Connections made", `${count(detail.connectionsMade)}, ${some(detail.retries, "more try", "more tries")}`));
}

const SPANS = { minutes: "10 minutes", day: "24 hours" };

function charts(detail) {
  const points = detail.history;
  return el("section", { "aria-labelledby": "history-title", "data-key": "history" },
    el("div", { class: "bar" }, el("h2", { id: "history-title" }, "History"),
      el("div", { role: "group", "aria-label": "How far back" }, Object.entries(SPANS).map(([id, name]) =>
        el("button", { type: "button", "data-action": "span", "data-span": id, "aria-pressed": String(span === id) }, name)))),
    el("div", { class: "charts" },
      chart("Messages", points, [{ name: "sent", values: points.out, line: 1 }, { name: "received", values: points.in, line: 2 }], rate),
      chart("Queues", points, [{ name: "to be sent", values: points.queuedOut, line: 1 },
        { name: "to be received", values: points.queuedIn, line: 2 }], count),
      chart("Drops", points, [{ name: "dropped", values: points.drops, line: 3 }], rate)));
}

const ENDPOINTS = [
  { id: "uri", name: "Endpoint", value: (row) => row.uri },
  { id: "bound", name: "Way", value: (row) => row.bound ? "bound" : "connected" },
  { id: "state", name: "State", value: (row) => row.state.toLowerCase().replace("_", " ") },
  { id: "peers", name: "Peers", value: (row) => row.peers, isNumber: true },
  { id: "lastError", name: "Last error", value: (row) => row.lastError ?? "–" },
  { id: "nextTry", name: "Next try", value: (row) => row.nextTry ?? 0, isNumber: true,
    show: (row) => row.nextTry === undefined || row.nextTry === null ? "–" : "in " + duration(row.nextTry) },
];

const PEERS = [
  { id: "address", name: "Address", value: (row) => row.address },
  { id: "type", name: "Type", value: (row) => row.type },
  { id: "endpoint", name: "Endpoint", value: (row) => row.endpoint },
  { id: "routingId", name: "Routing id", value: (row) => row.routingId, off: true },
  { id: "mechanism", name: "Mechanism", value: (row) => row.mechanism, off: true },
  { id: "connected", name: "Connected", value: (row) => row.connected ? "yes" : "no" },
  { id: "connections", name: "Connections made", value: (row) => row.connections, isNumber: true, off: true },
  { id: "age", name: "For", value: (row) => row.age, show: (row) => duration(row.age), isNumber: true },
  { id: "out", name: "Sent", value: (row) => row.out, show: (row) => rate(row.out), isNumber: true },
  { id: "in", name: "Received", value: (row) => row.in, show: (row) => rate(row.in), isNumber: true },
  { id: "bytesOut", name: "Bytes sent", value: (row) => row.bytesOut, show: (row) => bytes(row.bytesOut) + "/s", isNumber: true, off: true },
  { id: "bytesIn", name: "Bytes received", value: (row) => row.bytesIn, show: (row) => bytes(row.bytesIn) + "/s", isNumber: true, off: true },
  { id: "queuedOut", name: "To send", value: (row) => row.queuedOut, show: (row) => queue(row.queuedOut, row.sendHighWaterMark), isNumber: true },
  { id: "queuedIn", name: "To receive", value: (row) => row.queuedIn, show: (row) => queue(row.queuedIn, row.receiveHighWaterMark), isNumber: true },
];

// Several may have the same address, such as over ipc.
function peers(detail) {
  const rows = detail.peers.map((peer, i) => ({ ...peer, key: `${i} ${peer.endpoint} ${peer.address}`,
    looks: isFull(peer.queuedOut, peer.sendHighWaterMark) || isFull(peer.queuedIn, peer.receiveHighWaterMark) ? "warning" : "" }));
  return el("div", { "data-key": "peers" }, table("peers", "Peers", PEERS, rows),
    detail.hidden > 0 && el("p", { class: "note" }, some(detail.hidden, "more peer") + " not shown."));
}

function isFull(length, mark) {
  return mark > 0 && length >= mark;
}

function reasons(title, counts) {
  const rows = Object.entries(counts).filter(([, number]) => number > 0);
  return el("section", { "aria-label": title, "data-key": title }, el("h2", {}, title),
    rows.length === 0 ? el("p", { class: "note" }, "None.")
      : el("dl", { class: "facts" }, rows.map(([reason, number]) => el("div", {},
        el("dt", {}, reason.toLowerCase().replaceAll("_", " ")), el("dd", {}, String(number))))));
}

export function options(all) {
  return el("section", { "aria-label": "Options", "data-key": "options" }, el("h2", {}, "Options that are not the default"),
    all.length === 0 ? el("p", { class: "note" }, "None.")
      : el("dl", { class: "facts" }, all.map((option) => el("div", {},
        el("dt", {}, option.name), el("dd", {}, option.value, " ", el("span", { class: "detail" }, "default " + option.standard))))));
}
