package io.zmq4j.observed;

import com.sun.management.OperatingSystemMXBean;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what it costs a program that it is looked at each second: a flood over tcp of 10 bytes a message, and a program that does
 * nothing. In one JVM, by turns without and with.
 *
 * <p>A program, which prints medians. Arguments: the turns, the seconds of each, how many more sockets there are, and what is looked
 * through, all of {@link Look.Kind} if nothing is said.
 */
final class LookingCost {
    private static final int STEP = 500;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PushSocket push;
    private final PullSocket pull;
    /** A socket that nobody has is closed. */
    private final List<Socket> kept = new ArrayList<>();

    private final AtomicLong received = new AtomicLong();
    private final List<Context> contexts;
    private final List<Look.Kind> kinds;

    private LookingCost(List<Context> contexts, int more, List<Look.Kind> kinds) {
        this.contexts = contexts;
        this.kinds = kinds;
        Context here = contexts.get(0);
        Context there = contexts.get(1);
        pull = here.pull().named("sink");
        push = there.push().named("source");
        push.connect(pull.bind("tcp://127.0.0.1:*"));
        for (int i = 0; i < more; i += 2) {
            var bound = here.pull().named("bound-" + i);
            var connected = here.push().named("connected-" + i);
            connected.connect(bound.bind("tcp://127.0.0.1:*"));
            kept.add(bound);
            kept.add(connected);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int turns = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        int more = Integer.parseInt(arguments[2]);
        List<Look.Kind> kinds = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            kinds.add(Look.Kind.valueOf(arguments[i]));
        }
        try (Context here = Context.builder().name("here").build();
                Context there = Context.builder().name("there").build()) {
            var cost =
                    new LookingCost(List.of(here, there), more, kinds.isEmpty() ? List.of(Look.Kind.values()) : kinds);
            cost.idle(10 * seconds);
            cost.flood(turns, seconds);
            here.close(Duration.ZERO);
            there.close(Duration.ZERO);
        }
    }

    /** Twice, as the first time much is compiled. */
    private void idle(int seconds) throws Exception {
        for (int i = 0; i < 2; i++) {
            System.out.printf(
                    "%d s of idling: without %.2f %% of a core, with %s %.2f %%%n",
                    seconds, idleShare(seconds, false), kinds, idleShare(seconds, true));
        }
    }

    private double idleShare(int seconds, boolean isLookedAt) throws Exception {
        long began = system.getProcessCpuTime();
        spend(seconds, isLookedAt);
        return (system.getProcessCpuTime() - began) / (seconds * 1e7);
    }

    private void flood(int turns, int seconds) throws Exception {
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
                "a flood: without %.2f M/s, with %s %.2f M/s, median of the ratios %.3f (quarters %.3f and %.3f)%n",
                at(without, 0.5) / 1e6,
                kinds,
                at(with, 0.5) / 1e6,
                at(ratios, 0.5),
                at(ratios, 0.25),
                at(ratios, 0.75));
    }

    private double rate(int seconds, boolean isLookedAt) throws Exception {
        long count = received.get();
        long began = System.nanoTime();
        spend(seconds, isLookedAt);
        return (received.get() - count) * 1e9 / (System.nanoTime() - began);
    }

    private void spend(int seconds, boolean isLookedAt) throws Exception {
        List<Look> looks = new ArrayList<>();
        try {
            if (isLookedAt) {
                for (Look.Kind kind : kinds) {
                    looks.add(kind.open(contexts));
                }
            }
            for (int i = 0; i < seconds; i++) {
                Thread.sleep(1000);
                for (Look look : looks) {
                    look.once();
                }
            }
        } finally {
            looks.forEach(Look::close);
        }
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
