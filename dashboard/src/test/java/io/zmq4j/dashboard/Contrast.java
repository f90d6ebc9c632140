package io.zmq4j.dashboard;

/** The contrast of texts with what is behind them, as WCAG 2 reckons it. */
final class Contrast {
    /** An expression of JavaScript: the texts that are seen and have less than 4.5 to 1, each with its contrast. */
    static final String TOO_LOW = """
            (() => {
              const channels = (color) => {
                const [r, g, b, a = 1] = color.match(/[0-9.]+/g).map(Number);
                return { r, g, b, a };
              };
              const luminance = ({ r, g, b }) => [r, g, b].map((c) => c / 255)
                .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (element) => {
                const rect = element.closest("g.node, a.node")?.querySelector("rect");
                if (rect && element.namespaceURI.endsWith("svg")) {
                  return channels(getComputedStyle(rect).fill);
                }
                for (let at = element; at; at = at.parentElement) {
                  const color = channels(getComputedStyle(at).backgroundColor);
                  if (color.a > 0) {
                    return color;
                  }
                }
                return { r: 255, g: 255, b: 255 };
              };
              const low = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (walker.currentNode.data.trim() === "" || element.closest("title, script") || element.getClientRects().length === 0) {
                  continue;
                }
                const style = getComputedStyle(element);
                const ink = luminance(channels(element.namespaceURI.endsWith("svg") ? style.fill : style.color));
                const ground = luminance(behind(element));
                const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
                if (contrast < 4.5) {
                  low.push(walker.currentNode.data + " " + contrast.toFixed(2));
                }
              }
              return low.join("; ");
            })()""";

    private Contrast() {}
}
