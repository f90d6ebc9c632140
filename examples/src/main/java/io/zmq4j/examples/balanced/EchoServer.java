package io.zmq4j.examples.balanced;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Echo, balanced, a server: sends every request back.
 * Arguments: [endpoint], say tcp://*:6000 for the second.
 * The other half: EchoClient, or balanced/echo_client.py.
 */
public final class EchoServer {
    private EchoServer() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5000";
        try (var context = Context.create();
                var rep = context.rep()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            rep.bind(endpoint);
            while (true) {
                var request = rep.receive();
                System.out.println(request.text());
                rep.send(request);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
