// The last events of all processes, the newest first.
import { el } from "./dom.js";
import { clock } from "./format.js";
import { get } from "./server.js";
import { table } from "./table.js";

const COLUMNS = [
  { id: "at", name: "Time", value: (row) => row.at, show: (row) => clock(row.at) },
  { id: "process", name: "Process", value: (row) => row.process },
  { id: "socket", name: "Socket", value: (row) => row.title,
    show: (row) => row.socket ? el("a", { href: "#/socket/" + row.socket }, row.title) : "" },
  { id: "type", name: "Event", value: (row) => row.type.toLowerCase().replaceAll("_", " ") },
  { id: "endpoint", name: "Endpoint", value: (row) => row.endpoint },
  { id: "peer", name: "Peer", value: (row) => row.peer },
  { id: "detail", name: "Detail", value: (row) => row.detail },
  { id: "reason", name: "Reason", value: (row) => row.reason, off: true },
  { id: "value", name: "Value", value: (row) => row.value, isNumber: true, off: true },
];

export const events = {
  title: "Events",
  load: () => get("events"),
  render: (shown, all) => [el("h1", {}, "Events"),
    table("events", "The last events", COLUMNS, (all ?? []).map((row) => ({ ...row, key: String(row.number) })))],
};
