package io.zmq4j.examples.hub;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;

/**
 * The hub: everything that comes in goes out to subscribers, and without its topic to one of those who pull.
 * Arguments: [in] [out] [work].
 * The other halves: Speaker, Watcher and Collector, or their twins in hub/*.py.
 */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {
        String in = args.length > 0 ? args[0] : "tcp://*:5561";
        String out = args.length > 1 ? args[1] : "tcp://*:5562";
        String work = args.length > 2 ? args[2] : "tcp://*:5563";
        try (var context = Context.create();
                var sub = context.sub();
                var pub = context.pub();
                var push = context.push();
                var poller = context.poller()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            sub.subscribe("");
            sub.bind(in);
            pub.set(SocketOptions.SNDHWM, 0);
            pub.bind(out);
            push.bind(work);
            var incoming = poller.onReadable(sub);
            while (poller.poll()) {
                if (incoming.isReady()) {
                    Message message = sub.receive();
                    pub.send(message);
                    String text = message.text();
                    push.trySend(Message.of(text.substring(text.indexOf(' ') + 1))); // dropped if nobody pulls
                }
            }
        }
    }
}
