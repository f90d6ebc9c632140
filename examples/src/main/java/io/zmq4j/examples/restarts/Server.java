package io.zmq4j.examples.restarts;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * Requests and restarts, the server: kill it while it works.
 * Arguments: [endpoint] [milliseconds of work for each request].
 * The other half: PlainClient or PatientClient, or their twins in restarts/*.py.
 */
public final class Server {
    private Server() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";
        long work = args.length > 1 ? Long.parseLong(args[1]) : 1000;
        try (var context = Context.create();
                var rep = context.rep()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            rep.bind(endpoint);
            while (true) {
                String request = rep.receiveText();
                System.out.println("working on " + request);
                Thread.sleep(work);
                rep.send("answer to " + request);
                System.out.println("answered " + request);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
