package io.zmq4j.examples.stream;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;

/**
 * A STREAM socket that speaks just enough HTTP to be asked by a browser, or by {@code curl http://localhost:5580/world}.
 * Arguments: [endpoint].
 * The same in Python: stream/http_hello.py.
 */
public final class HttpHello {
    private static final int LONGEST_REQUEST = 8192;

    private HttpHello() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5580";
        try (var context = Context.create();
                var stream = context.stream()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            System.out.println("listening on " + stream.bind(endpoint).uri());
            // A request may come in pieces. Each connection has a place here, from its first message to its last.
            var requests = new HashMap<Message, String>();
            for (Message piece : stream.messages()) {
                byte[] id = piece.bytes(0);
                Message connection = Message.of(id);
                if (piece.size(1) == 0) {
                    if (requests.remove(connection) == null) {
                        requests.put(connection, "");
                    }
                    continue;
                }
                String request =
                        requests.getOrDefault(connection, "") + new String(piece.bytes(1), StandardCharsets.ISO_8859_1);
                if (!request.contains("\r\n\r\n") && request.length() < LONGEST_REQUEST) {
                    requests.put(connection, request);
                    continue;
                }
                System.out.println(request.lines().findFirst().orElse(""));
                stream.send(id, reply(request).getBytes(StandardCharsets.ISO_8859_1));
                stream.closePeer(id);
                // Nothing is heard of a connection that was closed here.
                requests.remove(connection);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }

    private static String reply(String request) {
        String[] words = request.split(" ", 3);
        boolean isGet = words.length == 3 && words[0].equals("GET");
        String body = isGet ? "Hello, " + words[1].substring(1) + "\n" : "GET only\n";
        return "HTTP/1.0 " + (isGet ? "200 OK" : "400 Bad Request") + "\r\nContent-Type: text/plain\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
