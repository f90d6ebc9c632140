package io.zmq4j.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window and with one page, driven by the DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Chromium() throws Exception {
        profile = Files.createTempDirectory("chromium");
        process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var http = HttpClient.newHttpClient();
        var pages = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/json/list"))
                .timeout(PATIENCE)
                .build();
        var page = Poll.until(() -> {
            for (var each : JSON.readTree(http.send(pages, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .values()) {
                if (each.path("type").asString().equals("page")) {
                    return each.path("webSocketDebuggerUrl").asString();
                }
            }
            return null;
        });
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page), new Receiver())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Chromium writes there where it listens. */
    private String port() throws Exception {
        var file = profile.resolve("DevToolsActivePort");
        return Poll.until(() -> {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.size() < 2 ? null : lines.get(0);
        });
    }

    void open(String url) throws Exception {
        call("Page.navigate", Map.of("url", url));
    }

    /** What an expression of JavaScript comes to, in the page. */
    JsonNode value(String expression) throws Exception {
        var answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String expression) throws Exception {
        return value("String(" + expression + ")").asString();
    }

    boolean is(String expression) throws Exception {
        return value("Boolean(" + expression + ")").asBoolean();
    }

    void press(String key) throws Exception {
        var keyed = new HashMap<String, Object>(Map.of("type", "keyDown", "key", key));
        keyed.put(
                "windowsVirtualKeyCode",
                switch (key) {
                    case "Tab" -> 9;
                    case "Enter" -> 13;
                    default -> (int) Character.toUpperCase(key.charAt(0));
                });
        if (!key.equals("Tab")) {
            keyed.put("text", key.equals("Enter") ? "\r" : key);
        }
        call("Input.dispatchKeyEvent", keyed);
        keyed.remove("text");
        keyed.put("type", "keyUp");
        call("Input.dispatchKeyEvent", keyed);
    }

    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    void size(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the user prefers, such as {@code prefers-color-scheme}. */
    void prefer(String feature, String value) throws Exception {
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** As PNG. */
    byte[] screenshot() throws Exception {
        var answer = call("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /** Errors in the console: exceptions, and what the page's policy has kept from happening. */
    List<String> complaints() {
        return complaints;
    }

    /** Every address that was asked for. */
    List<String> requests() {
        return requests;
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var question = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(question, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.get("error"));
        }
        return message.path("result");
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void take(JsonNode message) {
        var parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "" -> answers.remove(message.path("id").asInt()).complete(message);
            case "Runtime.exceptionThrown" -> complaints.add(parameters.toString());
            case "Log.entryAdded" -> {
                if (parameters.path("entry").path("level").asString().equals("error")) {
                    complaints.add(parameters.toString());
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asString());
            default -> {}
        }
    }

    @Override
    public void close() {
        socket.abort();
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
