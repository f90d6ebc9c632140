package io.zmq4j.discovery.gossip;

import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Nodes over a network in virtual time that delays, loses and is cut; everything follows from the seed. */
final class SimulatedGossip {
    static final long SECOND = 1_000_000_000;
    static final int TTL_SECONDS = 15;
    private static final String SERVICE = "work";

    private record Event(long at, long order, Runnable what) {}

    /** A node, where it is, and on which side of a cut. */
    final class Member {
        final int number;
        final Node node;
        private int side;
        private boolean isAlive = true;

        Member(int number, List<String> seeds) {
            this.number = number;
            this.node = new Node(
                    new ToySigning(number),
                    contact(number),
                    seeds,
                    Duration.ofSeconds(TTL_SECONDS),
                    new Random(number));
            post(node.offer(List.of(new Service(SERVICE, endpoint(number))), now));
            at(now + random.nextInt(1_000) * SECOND / 1_000, this::round);
        }

        private void round() {
            if (isAlive) {
                post(node.round(now));
                at(now + SECOND * 9 / 10 + random.nextInt(200) * SECOND / 1_000, this::round);
            }
        }

        private void post(List<Letter> letters) {
            letters.forEach(letter -> send(this, member(letter.contact()), letter.message()));
        }

        Set<String> sees() {
            return node.endpoints(SERVICE);
        }

        void dies() {
            isAlive = false;
        }

        void leaves() {
            post(node.leave(now));
            isAlive = false;
        }

        void offers(String endpoint) {
            post(node.offer(List.of(new Service(SERVICE, endpoint)), now));
        }
    }

    private final Random random;
    private final double loss;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    final List<Member> members = new ArrayList<>();
    private long now = -5 * SECOND;
    private long order;

    SimulatedGossip(long seed, double loss) {
        this.random = new Random(seed);
        this.loss = loss;
    }

    static String contact(int number) {
        return "tcp://n" + number;
    }

    static String endpoint(int number) {
        return "tcp://w" + number + ":5555";
    }

    static Set<String> endpoints(List<Member> of) {
        Set<String> all = new TreeSet<>();
        of.forEach(member -> all.add(endpoint(member.number)));
        return all;
    }

    Member start(List<String> seeds) {
        var made = new Member(members.size(), seeds);
        members.add(made);
        return made;
    }

    void at(long time, Runnable what) {
        events.add(new Event(time, order++, what));
    }

    long now() {
        return now;
    }

    private @Nullable Member member(String contact) {
        return members.stream()
                .filter(member -> contact(member.number).equals(contact))
                .findFirst()
                .orElse(null);
    }

    /** By a connection, on which the answer comes back. */
    void send(Member from, @Nullable Member to, Message message) {
        if (to != null && isThrough(from, to)) {
            at(later(), () -> {
                Message answer = to.isAlive ? to.node.receive(message, now) : null;
                if (answer != null && isThrough(to, from)) {
                    at(later(), () -> {
                        Message last = from.isAlive ? from.node.receive(answer, now) : null;
                        if (last != null && isThrough(from, to)) {
                            at(later(), () -> {
                                if (to.isAlive) {
                                    to.node.receive(last, now);
                                }
                            });
                        }
                    });
                }
            });
        }
    }

    private long later() {
        return now + SECOND / 1_000 + random.nextInt(100) * SECOND / 1_000;
    }

    private boolean isThrough(Member from, Member to) {
        return from.side == to.side && random.nextDouble() >= loss;
    }

    /** Cuts the network into so many parts. */
    void cut(int parts) {
        members.forEach(member -> member.side = member.number % parts);
    }

    void join() {
        members.forEach(member -> member.side = 0);
    }

    List<Member> side(int side) {
        return members.stream().filter(member -> member.side == side).toList();
    }

    List<Member> alive() {
        return members.stream().filter(member -> member.isAlive).toList();
    }

    /** Until this holds; how many seconds of virtual time that took. */
    double secondsUntil(BooleanSupplier condition, int most) {
        long began = now;
        while (!condition.getAsBoolean()) {
            if (now - began > most * SECOND) {
                throw new AssertionError("not within " + most + " s");
            }
            runFor(0.1);
        }
        return (now - began) / (double) SECOND;
    }

    void runFor(double seconds) {
        long end = now + (long) (seconds * SECOND);
        while (events.peek() != null && events.peek().at <= end) {
            Event next = events.remove();
            now = Math.max(now, next.at);
            next.what.run();
        }
        now = end;
    }

    static boolean allSee(List<Member> who, Set<String> what) {
        return who.stream().allMatch(member -> member.sees().equals(what));
    }

    /** What is seen by anybody. */
    Set<String> seen() {
        Set<String> all = new HashSet<>();
        alive().forEach(member -> all.addAll(member.sees()));
        return all;
    }
}
