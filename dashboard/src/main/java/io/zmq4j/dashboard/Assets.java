package io.zmq4j.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's own files, read once: what is not listed here cannot be asked for. */
final class Assets {
    private static final List<String> NAMES = List.of(
            "index.html",
            "style.css",
            "graph.css",
            "icon.svg",
            "app.js",
            "dom.js",
            "format.js",
            "chart.js",
            "graph.js",
            "layout.js",
            "table.js",
            "overview.js",
            "socket.js",
            "events.js",
            "configuration.js",
            "server.js");

    private final Map<String, Asset> byPath = new LinkedHashMap<>();

    record Asset(String type, byte[] bytes) {}

    Assets() throws IOException {
        for (var name : NAMES) {
            try (InputStream in = Assets.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("the page's " + name + " is missing");
                }
                var asset = new Asset(type(name), in.readAllBytes());
                byPath.put("/" + name, asset);
                if (name.equals("index.html")) {
                    byPath.put("/", asset);
                }
            }
        }
    }

    Map<String, Asset> byPath() {
        return Map.copyOf(byPath);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            default -> "image/svg+xml";
        };
    }
}
