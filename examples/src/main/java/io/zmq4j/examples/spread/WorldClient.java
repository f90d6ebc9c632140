package io.zmq4j.examples.spread;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;
import java.util.List;

/**
 * Requests spread over servers, the client: one socket, many servers, nine requests in turn.
 * Arguments: [endpoint …].
 * The other half: a WorldServer for each endpoint, or spread/world_server.py.
 */
public final class WorldClient {
    private WorldClient() {}

    public static void main(String[] args) {
        List<String> endpoints =
                args.length > 0 ? List.of(args) : List.of("tcp://localhost:5555", "tcp://localhost:5556");
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            endpoints.forEach(req::connect);
            for (int i = 1; i <= 9; i++) {
                req.send("Hello " + i);
                System.out.println("Hello " + i + " -> " + req.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
