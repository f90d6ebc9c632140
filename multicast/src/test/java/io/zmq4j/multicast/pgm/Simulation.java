package io.zmq4j.multicast.pgm;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.multicast.pgm.receiver.PgmReceiver;
import io.zmq4j.multicast.pgm.source.PgmSource;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Sources and receivers on one segment of network in virtual time: what a source sends comes to all receivers, what a
 * receiver sends to the source and the other receivers, each copy lost, doubled and delayed on its own. The same seed
 * gives the same run.
 */
final class Simulation {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1000 * MILLI;

    /** What happens to a packet on its way to one node. */
    record Faults(double loss, double duplication, long delayNanos, long jitterNanos) {
        static final Faults NONE = new Faults(0, 0, MILLI / 10, 0);

        static Faults loss(double probability) {
            return new Faults(probability, 0, MILLI / 10, 0);
        }
    }

    private record Delivery(long dueNanos, long number, Node to, byte[] packet, InetAddress group)
            implements Comparable<Delivery> {
        @Override
        public int compareTo(Delivery other) {
            int byTime = Long.signum(dueNanos - other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    abstract static class Node {
        Faults faults = Faults.NONE;
        boolean frozen;
        /** Loses the next so many packets. */
        int burst;

        abstract void receive(byte[] packet, long nowNanos);

        abstract OutgoingPacket nextPacket(long nowNanos);

        abstract long nanosToNext(long nowNanos);
    }

    /** Sends {@code count} messages as fast as it may. */
    final class SourceNode extends Node {
        final PgmSource source;
        final int life;
        int offered;
        int count;

        private SourceNode(PgmOptions options, int life, int firstSequence) {
            this.life = life;
            source = new PgmSource(
                    options,
                    Tsi.of(0xABCDEF, life),
                    firstSequence,
                    Captured.SOURCE,
                    Captured.GROUP,
                    Captured.PORT,
                    now);
        }

        void send(int messages) {
            count += messages;
        }

        @Override
        void receive(byte[] packet, long nowNanos) {
            source.receive(packet, packet.length, nowNanos);
        }

        @Override
        OutgoingPacket nextPacket(long nowNanos) {
            while (offered < count && source.offer(message(life, offered))) {
                offered++;
            }
            return source.nextPacket(nowNanos);
        }

        @Override
        long nanosToNext(long nowNanos) {
            return source.nanosToNext(nowNanos);
        }
    }

    /** Takes what comes, and looks whether it is whole. */
    static final class ReceiverNode extends Node {
        final PgmReceiver receiver;
        final List<String> received = new ArrayList<>();
        final List<PgmEvent> events = new ArrayList<>();
        int naksSent;

        private ReceiverNode(PgmOptions options, SplittableRandom random, long nowNanos) {
            receiver = new PgmReceiver(options, Captured.RECEIVER, Captured.PORT, random, nowNanos);
        }

        @Override
        void receive(byte[] packet, long nowNanos) {
            receiver.receive(packet, packet.length, Captured.SOURCE, Captured.GROUP, nowNanos);
            drain();
        }

        @Override
        OutgoingPacket nextPacket(long nowNanos) {
            OutgoingPacket packet = receiver.nextPacket(nowNanos);
            drain();
            if (packet != null) {
                naksSent++;
            }
            return packet;
        }

        private void drain() {
            for (Message message = receiver.nextMessage(); message != null; message = receiver.nextMessage()) {
                received.add(label(message));
            }
            for (PgmEvent event = receiver.nextEvent(); event != null; event = receiver.nextEvent()) {
                events.add(event);
            }
        }

        @Override
        long nanosToNext(long nowNanos) {
            return receiver.nanosToNext(nowNanos);
        }
    }

    private final SplittableRandom random;
    private final List<Node> nodes = new ArrayList<>();
    private final PriorityQueue<Delivery> deliveries = new PriorityQueue<>();
    private long deliveryCount;
    long now = Long.MAX_VALUE - 4 * SECOND;
    long bytesSent;

    Simulation(long seed) {
        random = new SplittableRandom(seed);
    }

    SourceNode source(PgmOptions options, int life, int firstSequence) {
        var node = new SourceNode(options, life, firstSequence);
        nodes.add(node);
        return node;
    }

    ReceiverNode receiver(PgmOptions options) {
        var node = new ReceiverNode(options, random.split(), now);
        nodes.add(node);
        return node;
    }

    void remove(Node node) {
        nodes.remove(node);
    }

    /** A packet out of nowhere, to every receiver. */
    void inject(byte[] packet) {
        for (Node node : nodes) {
            if (node instanceof ReceiverNode) {
                schedule(packet, node);
            }
        }
    }

    void run(long nanos) {
        long end = now + nanos;
        while (true) {
            nodes.forEach(this::pump);
            long wait = end - now;
            for (Node node : nodes) {
                if (!node.frozen) {
                    wait = Math.min(wait, node.nanosToNext(now));
                }
            }
            Delivery next = deliveries.peek();
            if (next != null) {
                wait = Math.min(wait, Math.max(0, next.dueNanos - now));
            }
            now += wait;
            if (wait == 0 && now == end) {
                return;
            }
            while (!deliveries.isEmpty() && deliveries.peek().dueNanos - now <= 0) {
                deliver(deliveries.poll());
            }
        }
    }

    private void deliver(Delivery delivery) {
        if (!delivery.to.frozen && nodes.contains(delivery.to)) {
            delivery.to.receive(delivery.packet, now);
        }
    }

    private void pump(Node from) {
        if (from.frozen) {
            return;
        }
        for (OutgoingPacket packet = from.nextPacket(now); packet != null; packet = from.nextPacket(now)) {
            byte[] bytes = Arrays.copyOf(packet.bytes(), packet.length());
            bytesSent += bytes.length + PgmOptions.HEADERS_BELOW;
            boolean toAll = packet.destination().isMulticastAddress();
            for (Node to : nodes) {
                if (to != from && (toAll || to instanceof SourceNode)) {
                    transmit(bytes, to);
                }
            }
        }
    }

    private void transmit(byte[] packet, Node to) {
        if (to.burst > 0) {
            to.burst--;
            return;
        }
        if (random.nextDouble() < to.faults.loss) {
            return;
        }
        schedule(packet, to);
        if (random.nextDouble() < to.faults.duplication) {
            schedule(packet, to);
        }
    }

    private void schedule(byte[] packet, Node to) {
        long jitter = to.faults.jitterNanos == 0 ? 0 : random.nextLong(to.faults.jitterNanos);
        deliveries.add(new Delivery(now + to.faults.delayNanos + jitter, deliveryCount++, to, packet, Captured.GROUP));
    }

    /** Of a source's life and a number, of a size and with a content that follow from them. */
    static Message message(int life, int number) {
        var random = new SplittableRandom(life * 1_000_003L + number);
        int frames = 1 + (number % 7 == 0 ? 2 : 0);
        var bodies = new byte[frames + 1][];
        bodies[0] = ("%d:%d".formatted(life, number)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 1; i <= frames; i++) {
            bodies[i] = new byte[number % 50 == 0 ? random.nextInt(20_000) : random.nextInt(600)];
            random.nextBytes(bodies[i]);
        }
        return Message.wrap(bodies);
    }

    /** The message's life and number, if it is whole. */
    private static String label(Message message) {
        String label = message.text();
        String[] parts = label.split(":");
        boolean whole = label.matches("\\d{1,9}:\\d{1,9}")
                && message.equals(message(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        return whole ? label : "torn " + label;
    }

    static List<String> labels(int life, int from, int to) {
        var labels = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            labels.add(life + ":" + i);
        }
        return labels;
    }
}
