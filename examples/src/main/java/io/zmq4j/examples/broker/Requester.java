package io.zmq4j.examples.broker;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Extended request-reply, a client: only knows the broker.
 * Arguments: [endpoint] [name] [requests] [milliseconds between].
 * The other halves: Broker and Responder, or their twins in broker/*.py.
 */
public final class Requester {
    private Requester() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5559";
        String name = args.length > 1 ? args[1] : "requester";
        int requests = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        long pause = args.length > 3 ? Long.parseLong(args[3]) : 0;
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            req.connect(endpoint);
            for (int i = 1; i <= requests; i++) {
                String request = name + " " + i;
                req.send(request);
                System.out.println(request + " -> " + req.receiveText());
                Thread.sleep(pause);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
