package io.zmq4j.examples.restarts;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Requests and restarts, plain: stuck for ever if the server dies in the middle of a request.
 * Arguments: [endpoint] [requests] [milliseconds between].
 * The other half: Server, or restarts/server.py. See PatientClient for the way out.
 */
public final class PlainClient {
    private PlainClient() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        long pause = args.length > 2 ? Long.parseLong(args[2]) : 0;
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            req.connect(endpoint);
            for (int i = 1; i <= requests; i++) {
                req.send("request " + i);
                System.out.println("request " + i + " -> " + req.receiveText());
                Thread.sleep(pause);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
