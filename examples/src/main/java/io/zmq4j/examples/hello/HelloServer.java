package io.zmq4j.examples.hello;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Hello World, the server: answers every Hello with World.
 * Arguments: [endpoint].
 * The other half: HelloClient, or hello/hello_client.py.
 */
public final class HelloServer {
    private HelloServer() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";
        try (var context = Context.create();
                var rep = context.rep()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            rep.bind(endpoint);
            while (true) {
                String request = rep.receiveText();
                rep.send("World");
                System.out.println(request + " -> World");
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
