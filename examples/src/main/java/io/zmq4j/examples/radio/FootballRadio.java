package io.zmq4j.examples.radio;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Football radio: broadcasts "COUNTRY EVENT" at random.
 * Arguments: [endpoint] [milliseconds between].
 * The other half: FootballFan, or radio/football_fan.py.
 */
public final class FootballRadio {
    private static final List<String> COUNTRIES = List.of("netherlands", "brazil", "germany", "portugal");
    private static final List<String> EVENTS = List.of("yellow card", "red card", "goal", "corner", "foul");

    private FootballRadio() {}

    public static void main(String[] args) throws InterruptedException {
        String endpoint = args.length > 0 ? args[0] : "tcp://*:5556";
        long pause = args.length > 1 ? Long.parseLong(args[1]) : 100;
        var random = new Random();
        try (var context = Context.create();
                var pub = context.pub()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            pub.bind(endpoint);
            while (true) {
                String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
                String news = country + " " + EVENTS.get(random.nextInt(EVENTS.size()));
                pub.send(news);
                System.out.println(news);
                Thread.sleep(pause);
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }
}
