// What comes from the server. Where it asks for a token, that is in the address once: it goes into a header, and from then on
// a cookie, which the page cannot read, has it.

export async function enter() {
  const token = /^#token=([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, "", "/");
  }
  const answer = await fetch("/api/enter", token ? { headers: { Authorization: "Bearer " + token } } : {});
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}

// Null if it is not there, or not any more.
export async function get(path) {
  const answer = await fetch("/api/" + path);
  return answer.ok ? answer.json() : null;
}

export function listen(onOverview, onState) {
  const events = new EventSource("/api/overview");
  events.onopen = () => onState("live");
  events.onerror = () => {
    onState("lost");
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(onOverview, onState), 2000);
    }
  };
  events.onmessage = (event) => onOverview(JSON.parse(event.data));
}
