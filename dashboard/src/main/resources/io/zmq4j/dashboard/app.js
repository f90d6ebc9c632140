// Which view is shown, and what keys and clicks do. A view is rendered anew with every overview, and its elements are kept.
import { el, morphChildren } from "./dom.js";
import { some } from "./format.js";
import { configuration } from "./configuration.js";
import { events } from "./events.js";
import { overview } from "./overview.js";
import { enter, listen } from "./server.js";
import { socket } from "./socket.js";
import { act } from "./table.js";

const VIEWS = { overview, socket, events, configuration };
const KEYS = { o: "#/", e: "#/events", c: "#/configuration" };
const main = document.getElementById("main");

let latest = null;
let isPaused = false;
let loading = "";
let loaded = { of: "", data: undefined };

function route() {
  const [, view, argument] = location.hash.split("/");
  return { view: VIEWS[view] ? view : "overview", argument: decodeURIComponent(argument ?? "") };
}

async function show() {
  const { view, argument } = route();
  const wanted = location.hash;
  if (VIEWS[view].load) {
    if (loading === wanted) {
      return; // It is on its way.
    }
    loading = wanted;
    const data = await VIEWS[view].load(argument).catch(() => loaded.of === wanted ? loaded.data : null);
    loading = loading === wanted ? "" : loading;
    if (location.hash !== wanted) {
      return; // Something else was asked for meanwhile.
    }
    loaded = { of: wanted, data };
  }
  render();
}

function render() {
  const { view, argument } = route();
  if (latest === null || (VIEWS[view].load && loaded.of !== location.hash)) {
    return;
  }
  const fresh = el("main", {}, ...[VIEWS[view].render(latest, loaded.data, argument)].flat());
  morphChildren(main, fresh);
  document.title = VIEWS[view].title + " – zmq4j dashboard";
  for (const link of document.querySelectorAll("nav a")) {
    link.dataset.view === view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
}

function say(id, text) {
  const place = document.getElementById(id);
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function onOverview(next) {
  const errors = next.findings.filter((finding) => finding.severity === "ERROR").length;
  const warnings = next.findings.length - errors;
  say("health", errors + warnings === 0 ? "nothing wrong"
    : [errors && some(errors, "error"), warnings && some(warnings, "warning")].filter(Boolean).join(", "));
  document.getElementById("health").className = errors ? "error" : warnings ? "warning" : "fine";
  if (!isPaused || latest === null) {
    latest = next;
    show();
  }
}

function onState(state) {
  document.getElementById("connection").className = state;
  say("connection", state === "live" ? "live" : "the dashboard does not answer");
}

function pause() {
  isPaused = !isPaused;
  document.querySelector("[data-action=pause]").setAttribute("aria-pressed", String(isPaused));
}

function onAction(target, isClick) {
  const action = target.dataset.action;
  if (action === "pause") {
    pause();
  } else if (action === "skip") {
    main.focus();
  } else if (act(action, target)) {
    render();
  } else if (isClick && VIEWS[route().view].act?.(action, target)) {
    show();
  }
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("button[data-action], a[data-action]");
  if (target) {
    if (target.dataset.action === "skip") {
      event.preventDefault(); // The hash says which view is shown.
    }
    onAction(target, true);
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("input[data-action]")) {
    onAction(event.target, false);
  }
});

document.addEventListener("input", (event) => {
  if (event.target.matches("input[data-filter]") && act("filter", event.target)) {
    render();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) {
    return;
  }
  if (KEYS[event.key]) {
    location.hash = KEYS[event.key];
  } else if (event.key === "p") {
    pause();
  } else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("input[data-filter]")?.focus();
  }
});

window.addEventListener("hashchange", () => {
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
  show();
});

enter().then(() => listen(onOverview, onState), (error) => {
  main.replaceChildren(el("p", { class: "note" }, error.message));
});
