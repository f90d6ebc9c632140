package io.zmq4j.examples.radio;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A listener to the football radio: several subscriptions on one socket.
 * Arguments: [endpoint] [country …].
 * The other half: FootballRadio, or radio/football_radio.py.
 */
public final class FootballFan {
    private FootballFan() {}

    public static void main(String[] args) {
        String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5556";
        List<String> countries =
                args.length > 1 ? Arrays.asList(args).subList(1, args.length) : List.of("netherlands", "germany");
        try (var context = Context.create();
                var sub = context.sub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            countries.forEach(sub::subscribe);
            sub.connect(endpoint);
            while (true) {
                System.out.println(sub.receiveText());
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
