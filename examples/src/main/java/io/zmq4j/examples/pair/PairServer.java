package io.zmq4j.examples.pair;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Pair, the server: sends a line, receives a line, and so on until it receives EOF.
 * Arguments: [endpoint].
 * The other half: PairClient, or pair/pair_client.py.
 */
public final class PairServer {
    private PairServer() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5556";
        try (var context = Context.create();
                var pair = context.pair()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pair.bind(endpoint);
            String answer = "";
            for (int i = 1; !answer.equals("EOF"); i++) {
                pair.send("line " + i);
                answer = pair.receiveText();
                System.out.println("client: " + answer);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
