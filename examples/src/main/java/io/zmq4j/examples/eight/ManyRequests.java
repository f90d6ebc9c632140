package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * A client has a hundred requests outstanding, each with a future and a deadline of its own.
 * Arguments: server ENDPOINT, or client ENDPOINT.
 */
public final class ManyRequests {
    public static void main(String[] args) {
        try (var context = Context.create()) {
            if (args[0].equals("server")) {
                var router = context.router();
                router.bind(args[1]);
                router.serve(request -> Message.of("reply to " + request.text()))
                        .await();
            } else {
                var dealer = context.dealer();
                dealer.connect(args[1]);
                var replies = IntStream.range(0, 100)
                        .mapToObj(i -> dealer.request("request " + i, Duration.ofSeconds(10)))
                        .toList();
                for (var reply : replies) {
                    System.out.println(reply.join().text());
                }
            }
        }
    }
}
