package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import io.zmq4j.message.Message;

/**
 * A server that may take its time: each request is handled in a virtual thread of its own, before JDK 21 in a platform thread.
 * Arguments: server ENDPOINT, or client ENDPOINT.
 */
public final class BusyServer {
    public static void main(String[] args) {
        try (var context = Context.create()) {
            if (args[0].equals("server")) {
                var router = context.router();
                router.bind(args[1]);
                var server = router.serve(request -> {
                    Thread.sleep(500);
                    return Message.of(request.text() + " by " + Thread.currentThread());
                });
                server.await();
            } else {
                var dealer = context.dealer();
                dealer.connect(args[1]);
                for (int i = 0; i < 20; i++) {
                    dealer.send("", "request " + i);
                }
                dealer.stream().limit(20).forEach(reply -> System.out.println(reply.text(1)));
            }
        }
    }
}
