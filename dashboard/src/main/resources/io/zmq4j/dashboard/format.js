// Numbers and times for people.

const UNITS = ["", " k", " M", " G", " T", " P", " E"];

function scaled(value, base, units) {
  let unit = 0;
  let rest = value;
  while (rest >= base && unit < units.length - 1) {
    rest /= base;
    unit++;
  }
  const digits = rest >= 100 || Number.isInteger(rest) ? 0 : 1;
  return rest.toFixed(digits) + units[unit];
}

export function count(value) {
  return value < 10000 ? String(Math.round(value)) : scaled(value, 1000, UNITS);
}

export function rate(value) {
  return (value > 0 && value < 10 ? value.toFixed(1) : count(value)) + "/s";
}

export function bytes(value) {
  return scaled(Math.round(value), 1024, [" B", " KiB", " MiB", " GiB", " TiB"]);
}

export function duration(millis) {
  const seconds = millis / 1000;
  if (seconds < 120) {
    return Math.round(seconds) + " s";
  }
  if (seconds < 7200) {
    return Math.round(seconds / 60) + " min";
  }
  return seconds < 172800 ? Math.round(seconds / 3600) + " h" : Math.round(seconds / 86400) + " d";
}

export function clock(millis) {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? "–" : date.toTimeString().slice(0, 8);
}

export function some(number, noun, nouns = noun + "s") {
  return count(number) + " " + (number === 1 ? noun : nouns);
}

// How full a queue is; a high-water mark of 0 is none.
export function queue(length, mark) {
  return mark === 0 ? count(length) : count(length) + " of " + count(mark);
}
