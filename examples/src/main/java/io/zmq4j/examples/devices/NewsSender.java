package io.zmq4j.examples.devices;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * A PUB that connects to a forwarder and sends "TOPIC N" without end.
 * Arguments: [endpoint] [topic] [milliseconds between].
 * The other half: ForwarderDevice and, behind it, radio.FootballFan with the topic as argument.
 */
public final class NewsSender {
    private NewsSender() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5559";
        String topic = args.length > 1 ? args[1] : "netherlands";
        long pause = args.length > 2 ? Long.parseLong(args[2]) : 100;
        try (var context = Context.create();
                var pub = context.pub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pub.connect(endpoint);
            for (int i = 0; ; i++) {
                pub.send(topic + " " + i);
                Thread.sleep(pause);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
