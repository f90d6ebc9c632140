package io.zmq4j.examples.broker;

import io.zmq4j.Context;
import java.time.Duration;

/**
 * Extended request-reply, the broker: passes whole messages both ways between ROUTER and DEALER.
 * Arguments: [frontend] [backend].
 * The other halves: Requester and Responder, or broker/requester.py and broker/responder.py. In one line: ProxyBroker.
 */
public final class Broker {
    private Broker() {}

    public static void main(String[] args) {
        String frontend = args.length > 0 ? args[0] : "tcp://*:5559";
        String backend = args.length > 1 ? args[1] : "tcp://*:5560";
        try (var context = Context.create();
                var router = context.router();
                var dealer = context.dealer();
                var poller = context.poller()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            router.bind(frontend);
            dealer.bind(backend);
            var requests = poller.onReadable(router);
            var replies = poller.onReadable(dealer);
            while (poller.poll()) {
                if (requests.isReady()) {
                    dealer.send(router.receive());
                }
                if (replies.isReady()) {
                    router.send(dealer.receive());
                }
            }
        }
    }
}
