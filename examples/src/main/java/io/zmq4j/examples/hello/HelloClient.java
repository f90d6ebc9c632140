package io.zmq4j.examples.hello;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Hello World, the client: says Hello ten times and waits for each World.
 * Arguments: [endpoint].
 * The other half: HelloServer, or hello/hello_server.py.
 */
public final class HelloClient {
    private HelloClient() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            req.connect(endpoint);
            for (int i = 1; i <= 10; i++) {
                req.send("Hello");
                System.out.println(i + ": Hello -> " + req.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
