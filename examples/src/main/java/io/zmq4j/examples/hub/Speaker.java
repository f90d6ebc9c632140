package io.zmq4j.examples.hub;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;

/**
 * The hub, one who speaks: sends "TOPIC JSON" through a PUB that connects.
 * Arguments: [endpoint] [topic] [messages] [ms between].
 * The other half: Hub, or hub/hub.py.
 */
public final class Speaker {
    private Speaker() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5561";
        String topic = args.length > 1 ? args[1] : "chat";
        int messages = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        long pause = args.length > 3 ? Long.parseLong(args[3]) : 100;
        try (var context = Context.create();
                var pub = context.pub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pub.connect(endpoint);
            pub.awaitPeer(Duration.ofSeconds(10)); // what is published before the hub has subscribed reaches nobody
            for (int i = 1; i <= messages; i++) {
                pub.send(topic + " {\"from\": \"java\", \"number\": " + i + "}");
                Thread.sleep(pause);
            }
            System.out.println(messages + " messages sent");
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
