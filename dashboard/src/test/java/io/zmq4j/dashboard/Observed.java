package io.zmq4j.dashboard;

import io.zmq4j.Context;
import java.io.OutputStream;

/** A process to look at: a publisher, and its statistics at an endpoint. It ends when its stdin does. */
final class Observed {
    private Observed() {}

    /**
     * @param arguments the name of the context, and the endpoint of the statistics
     */
    public static void main(String[] arguments) throws Exception {
        try (var context = Context.builder().name(arguments[0]).build();
                var publisher = context.pub().named("ticker")) {
            publisher.bind("tcp://127.0.0.1:*");
            context.serveStatistics(arguments[1]);
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
