package io.zmq4j.examples.broker;

import io.zmq4j.Context;
import io.zmq4j.Proxy;
import java.time.Duration;

/**
 * Extended request-reply, the broker in one line: the built-in proxy.
 * Arguments: [frontend] [backend].
 * The other halves: Requester and Responder, or broker/requester.py and broker/responder.py.
 */
public final class ProxyBroker {
    private ProxyBroker() {}

    public static void main(String[] args) {
        String frontend = args.length > 0 ? args[0] : "tcp://*:5559";
        String backend = args.length > 1 ? args[1] : "tcp://*:5560";
        try (var context = Context.create();
                var router = context.router();
                var dealer = context.dealer()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            router.bind(frontend);
            dealer.bind(backend);
            Proxy.between(router, dealer).run();
        }
    }
}
