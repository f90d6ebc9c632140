// Where the nodes of the graph stand: who connects to the left of who is bound.

const NODE = { width: 210, height: 54 };
const GAP = { x: 170, y: 16 };
const MARGIN = 8;

// Gives {width, height, nodes, edges}: the nodes that have an edge with x, y, width, height; the edges with a path and the place
// of their label.
export function layout(graph) {
  const connected = new Set(graph.edges.flatMap((edge) => [edge.from, edge.to]));
  const nodes = graph.nodes.filter((node) => connected.has(node.key));
  const layers = inLayers(nodes, graph.edges);
  const placed = new Map();
  const tallest = Math.max(0, ...layers.map((layer) => layer.length));
  const height = tallest * (NODE.height + GAP.y) - GAP.y + 2 * MARGIN;
  layers.forEach((layer, column) => {
    const free = height - 2 * MARGIN - (layer.length * (NODE.height + GAP.y) - GAP.y);
    layer.forEach((node, row) => placed.set(node.key, { ...node, ...NODE,
      x: MARGIN + column * (NODE.width + GAP.x), y: MARGIN + free / 2 + row * (NODE.height + GAP.y) }));
  });
  return {
    width: layers.length * (NODE.width + GAP.x) - GAP.x + 2 * MARGIN,
    height,
    nodes: [...placed.values()],
    edges: curves(graph.edges, placed),
  };
}

// A node's layer is one more than the highest of those that connect to it; in a circle somebody has to be first.
function inLayers(nodes, edges) {
  const level = new Map(nodes.map((node) => [node.key, 0]));
  for (let round = 0, isMoved = true; isMoved && round < Math.min(nodes.length, 8); round++) {
    isMoved = false;
    for (const edge of edges) {
      if (edge.from !== edge.to && level.get(edge.to) <= level.get(edge.from) && level.get(edge.from) < 6) {
        level.set(edge.to, level.get(edge.from) + 1);
        isMoved = true;
      }
    }
  }
  const used = [...new Set(level.values())].sort((a, b) => a - b);
  const layers = used.map((value) => nodes.filter((node) => level.get(node.key) === value));
  layers.slice(1).forEach((layer, i) => untangle(layer, layers[i], edges));
  return layers;
}

// In the order of those they are connected to.
function untangle(layer, before, edges) {
  const row = new Map(before.map((node, i) => [node.key, i]));
  const middle = new Map(layer.map((node) => {
    const rows = edges.filter((edge) => edge.to === node.key && row.has(edge.from)).map((edge) => row.get(edge.from));
    return [node.key, rows.length ? rows.reduce((a, b) => a + b, 0) / rows.length : before.length];
  }));
  layer.sort((a, b) => middle.get(a.key) - middle.get(b.key));
}

// The edges of a node leave it, and reach it, one below the other, in the order of where they lead.
function curves(edges, placed) {
  const ports = new Map();
  for (const [end, other] of [["from", "to"], ["to", "from"]]) {
    for (const key of placed.keys()) {
      const here = edges.filter((edge) => edge[end] === key).sort((a, b) => placed.get(a[other]).y - placed.get(b[other]).y);
      here.forEach((edge, i) => ports.set(end + edges.indexOf(edge), (NODE.height * (i + 1)) / (here.length + 1)));
    }
  }
  return edges.map((edge, i) => {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    return { ...edge, ...curve(from.x + NODE.width, from.y + ports.get("from" + i), to.x, to.y + ports.get("to" + i)) };
  });
}

// Its label stands where it leaves.
function curve(x, y, toX, toY) {
  const bend = Math.max(60, Math.abs(toX - x) / 2);
  return {
    path: `M${x} ${y}C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`,
    label: { x: x + 8, y: y - 6 },
  };
}
