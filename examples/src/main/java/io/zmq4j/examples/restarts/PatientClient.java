package io.zmq4j.examples.restarts;

import io.zmq4j.Context;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.time.Duration;

/**
 * Requests and restarts, with a deadline and retries: goes on whatever dies.
 * Arguments: [endpoint] [requests] [patience in ms] [tries].
 * The other half: Server, or restarts/server.py.
 */
public final class PatientClient {
    private PatientClient() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var patience = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 2500);
        int tries = args.length > 3 ? Integer.parseInt(args[3]) : 10;
        try (var context = Context.create();
                var req = context.req()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            req.connect(endpoint);
            for (int i = 1; i <= requests; i++) {
                System.out.println("request " + i + " -> " + ask(req, "request " + i, patience, tries));
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }

    private static String ask(ReqSocket req, String request, Duration patience, int tries) {
        try {
            return req.request(Message.of(request), patience, tries).text();
        } catch (RequestFailedException e) {
            return "no answer";
        }
    }
}
