package io.zmq4j.examples.balanced;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;
import java.util.List;

/**
 * Echo, balanced, the client: msg 0 to msg 9, even ones to the first server, odd ones to the second.
 * Arguments: [endpoint …].
 * The other half: two EchoServers, or balanced/echo_server.py.
 */
public final class EchoClient {
    private EchoClient() {}

    public static void main(String[] args) {
        List<String> endpoints =
                args.length > 0 ? List.of(args) : List.of("tcp://localhost:5000", "tcp://localhost:6000");
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            endpoints.forEach(req::connect);
            for (int i = 0; i < 10; i++) {
                req.send("msg " + i);
                System.out.println("msg " + i + " -> " + req.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
