package io.zmq4j.micrometer;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what it costs a flood over tcp, 10 bytes a message, to have meters that are scraped each second: in one JVM, by turns
 * without and with them. A program, which prints medians; arguments are the turns, 20 by default, the seconds of each, 3 by default, and
 * how many more sockets there are, none by default.
 */
final class ScrapeCost {
    private static final int STEP = 500;

    private final PushSocket push;
    private final PullSocket pull;
    /** A socket that nobody has is closed. */
    private final List<Socket> kept = new ArrayList<>();

    private final AtomicLong received = new AtomicLong();
    private final List<ZmqMetrics> metrics = new ArrayList<>();
    /** What each took, in milliseconds. */
    private final List<Double> scrapes = new ArrayList<>();

    private int samples;
    private final Context here;
    private final Context there;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private ScrapeCost(Context here, Context there) {
        this.here = here;
        this.there = there;
        pull = here.pull().named("sink");
        push = there.push().named("source");
        push.connect(pull.bind("tcp://127.0.0.1:*"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (Context here = Context.builder().name("here").build();
                Context there = Context.builder().name("there").build()) {
            var cost = new ScrapeCost(here, there);
            cost.more(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
            cost.measure(turns, seconds);
            here.close(Duration.ZERO);
            there.close(Duration.ZERO);
        }
    }

    private void more(int sockets) {
        for (int i = 0; i < sockets; i += 2) {
            var bound = here.pull().named("bound-" + i);
            var connected = here.push().named("connected-" + i);
            connected.connect(bound.bind("tcp://127.0.0.1:*"));
            kept.add(bound);
            kept.add(connected);
        }
    }

    private void measure(int turns, int seconds) throws InterruptedException {
        daemon(() -> {
            for (long count = 0; ; count++) {
                pull.receive();
                if (count % STEP == 0) {
                    received.lazySet(count);
                }
            }
        });
        var message = Message.of("0123456789");
        daemon(() -> {
            while (true) {
                push.send(message);
            }
        });
        rate(10, false);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            boolean isFirst = i % 2 == 0;
            double one = rate(seconds, isFirst);
            double other = rate(seconds, !isFirst);
            with.add(isFirst ? one : other);
            without.add(isFirst ? other : one);
            ratios.add(with.get(i) / without.get(i));
        }
        System.out.printf(
                "without %.2f M/s, with %.2f M/s, median of the ratios %.3f (quarters %.3f and %.3f); a scrape of %d samples takes %.2f ms%n",
                at(without, 0.5) / 1e6,
                at(with, 0.5) / 1e6,
                at(ratios, 0.5),
                at(ratios, 0.25),
                at(ratios, 0.75),
                samples,
                at(scrapes, 0.5));
    }

    private double rate(int seconds, boolean isObserved) throws InterruptedException {
        if (isObserved) {
            for (Context context : List.of(here, there)) {
                var each = new ZmqMetrics(context);
                each.bindTo(registry);
                metrics.add(each);
            }
        }
        long count = received.get();
        long began = System.nanoTime();
        for (int i = 0; i < seconds; i++) {
            Thread.sleep(1000);
            if (isObserved) {
                long before = System.nanoTime();
                String text = registry.scrape();
                scrapes.add((System.nanoTime() - before) / 1e6);
                samples = (int)
                        text.lines().filter(line -> line.startsWith("zmq4j")).count();
            }
        }
        double rate = (received.get() - count) * 1e9 / (System.nanoTime() - began);
        metrics.forEach(ZmqMetrics::close);
        metrics.clear();
        return rate;
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share));
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (SocketClosedException e) {
                        // The end.
                    }
                },
                "flood");
        thread.setDaemon(true);
        thread.start();
    }
}
