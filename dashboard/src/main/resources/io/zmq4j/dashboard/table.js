// Tables that are sorted, filtered and have their columns chosen by their reader, which the browser remembers.
import { el } from "./dom.js";

// Of each table: {sort, isRising, filter, hidden: {column: whether}}. What is typed into a filter is not kept.
const tables = new Map();

function remembered(id, columns) {
  if (!tables.has(id)) {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem("table-" + id)) ?? {};
    } catch {
      // Not what was kept, or nothing may be: the defaults.
    }
    const hidden = Object.fromEntries(columns.map((column) => [column.id, column.off === true]));
    tables.set(id, { sort: kept.sort, isRising: kept.isRising === true, filter: "", hidden: { ...hidden, ...kept.hidden } });
  }
  return tables.get(id);
}

function keep(id) {
  const { sort, isRising, hidden } = tables.get(id);
  try {
    localStorage.setItem("table-" + id, JSON.stringify({ sort, isRising, hidden }));
  } catch {
    // Then it is as it was the next time.
  }
}

// columns: [{id, name, value, show, isNumber, off}], of which value gives what is sorted and filtered by, and show, if it is
// there, what is seen. rows need a key.
export function table(id, title, columns, rows) {
  const chosen = remembered(id, columns);
  const shown = columns.filter((column) => !chosen.hidden[column.id]);
  const wanted = rows.filter((row) => matches(row, columns, chosen.filter));
  const by = columns.find((column) => column.id === chosen.sort);
  if (by) {
    const way = chosen.isRising ? 1 : -1;
    wanted.sort((a, b) => way * compare(by.value(a), by.value(b)));
  }
  return el("section", { class: "table", "aria-labelledby": id + "-title", "data-key": id },
    el("div", { class: "bar" }, el("h2", { id: id + "-title" }, title),
      el("input", { type: "search", "data-filter": id, placeholder: "Filter", "aria-label": "Filter " + title }),
      chooser(id, columns, chosen)),
    wanted.length === 0 ? el("p", { class: "note" }, rows.length === 0 ? "None." : "None that the filter lets through.") : el("table", {},
      el("thead", {}, el("tr", {}, shown.map((column) => head(id, column, chosen)))),
      el("tbody", {}, wanted.map((row) => el("tr", { "data-key": row.key, class: row.looks },
        shown.map((column) => cell(column, row)))))));
}

function matches(row, columns, filter) {
  return filter === "" || columns.some((column) => String(column.value(row)).toLowerCase().includes(filter));
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

function head(id, column, chosen) {
  const sorted = chosen.sort === column.id;
  return el("th", { scope: "col", class: column.isNumber && "number",
    "aria-sort": sorted ? (chosen.isRising ? "ascending" : "descending") : "none" },
    el("button", { type: "button", "data-action": "sort", "data-table": id, "data-column": column.id },
      column.name, el("span", { "aria-hidden": "true" }, sorted ? (chosen.isRising ? " ↑" : " ↓") : "")));
}

function cell(column, row) {
  const text = column.show ? column.show(row) : String(column.value(row));
  return el("td", { class: column.isNumber && "number", "data-label": column.name }, text);
}

function chooser(id, columns, chosen) {
  return el("details", { class: "columns" }, el("summary", {}, "Columns"),
    el("div", {}, columns.map((column) => el("label", {},
      el("input", { type: "checkbox", "data-action": "column", "data-table": id, "data-column": column.id,
        checked: !chosen.hidden[column.id] }), column.name))));
}

// What is done to a table. True if it was one.
export function act(action, target) {
  const chosen = tables.get(target.dataset.table ?? target.dataset.filter);
  if (!chosen) {
    return false;
  }
  if (action === "sort") {
    chosen.isRising = chosen.sort === target.dataset.column && !chosen.isRising;
    chosen.sort = target.dataset.column;
  } else if (action === "column") {
    chosen.hidden[target.dataset.column] = !target.checked;
  } else if (action === "filter") {
    chosen.filter = target.value.toLowerCase();
    return true;
  } else {
    return false;
  }
  keep(target.dataset.table);
  return true;
}
