package io.zmq4j.examples.pair;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Pair, the client: five times receives a line and answers, then sends EOF.
 * Arguments: [endpoint] [milliseconds between].
 * The other half: PairServer, or pair/pair_server.py. A second client gets nothing while the first is there.
 */
public final class PairClient {
    private PairClient() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5556";
        long pause = args.length > 1 ? Long.parseLong(args[1]) : 0;
        try (var context = Context.create();
                var pair = context.pair()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pair.connect(endpoint);
            for (int i = 1; i <= 5; i++) {
                System.out.println("server: " + pair.receiveText());
                Thread.sleep(pause);
                pair.send("answer " + i);
            }
            pair.send("EOF");
            pair.receive(); // the server says one more line before it reads EOF: it must not talk to nobody
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
