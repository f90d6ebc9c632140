package io.zmq4j.examples.broker;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Extended request-reply, a server: connects to the broker, so it may come and go.
 * Arguments: [endpoint] [name].
 * The other halves: Broker and Requester, or their twins in broker/*.py.
 */
public final class Responder {
    private Responder() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5560";
        String name = args.length > 1 ? args[1] : "responder";
        try (var context = Context.create();
                var rep = context.rep()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            rep.connect(endpoint);
            while (true) {
                String request = rep.receiveText();
                rep.send(request + " by " + name);
                System.out.println(request);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
