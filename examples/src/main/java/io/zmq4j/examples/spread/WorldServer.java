package io.zmq4j.examples.spread;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Requests spread over servers, a server: answers with its host and port.
 * Arguments: [endpoint], say tcp://*:5556.
 * The other half: WorldClient, or spread/world_client.py.
 */
public final class WorldServer {
    private WorldServer() {}

    public static void main(String[] args) throws UnknownHostException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";
        try (var context = Context.create();
                var rep = context.rep()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            String bound = rep.bind(endpoint).uri();
            String port = bound.substring(bound.lastIndexOf(':') + 1);
            String answer = "World from " + InetAddress.getLocalHost().getHostName() + ":" + port;
            while (true) {
                System.out.println(rep.receiveText());
                rep.send(answer);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
