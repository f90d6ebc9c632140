// The options of every socket that are not the default.
import { el } from "./dom.js";
import { get } from "./server.js";
import { table } from "./table.js";

const COLUMNS = [
  { id: "socket", name: "Socket", value: (row) => row.title, show: (row) => el("a", { href: "#/socket/" + row.socket }, row.title) },
  { id: "process", name: "Process", value: (row) => row.process },
  { id: "option", name: "Option", value: (row) => row.name },
  { id: "value", name: "Value", value: (row) => row.value },
  { id: "standard", name: "Default", value: (row) => row.standard },
];

export const configuration = {
  title: "Configuration",
  load: () => get("configuration"),
  render: (shown, all) => {
    const sockets = all ?? [];
    const rows = sockets.flatMap((socket) => socket.options.map((option) =>
      ({ ...option, title: socket.title, process: socket.process, socket: socket.key, key: socket.key + " " + option.name })));
    return [el("h1", {}, "Configuration"), table("configuration", "Options that are not the default", COLUMNS, rows),
      el("p", { class: "note" }, sockets.length + " sockets were looked through.")];
  },
};
