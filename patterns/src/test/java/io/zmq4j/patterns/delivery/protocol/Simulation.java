package io.zmq4j.patterns.delivery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Senders and receivers, some of which die and come back, over a network that breaks and stands still: all of it from a seed. Each
 * message is the number that its sender gave it.
 */
final class Simulation {
    private static final long MILLI = 1_000_000;
    private static final int SILENCE_MILLIS = 1_000;
    private static final int MESSAGES = 300;

    private final Random random;
    private final SimulatedTime time = new SimulatedTime();
    private final List<SenderProcess> senders = new ArrayList<>();
    private final List<ReceiverProcess> receivers = new ArrayList<>();
    private final List<SimulatedWire> wires = new ArrayList<>();

    /** What some receiver's application has acknowledged, by sender. */
    private final Map<UUID, Set<Long>> safe = new HashMap<>();

    /** What was delivered, by sender. */
    private final Map<UUID, Set<Long>> seen = new HashMap<>();

    int cuts;
    int deaths;
    long redelivered;

    Simulation(long seed) {
        random = new Random(seed);
        int senderCount = 1 + random.nextInt(3);
        int receiverCount = 1 + random.nextInt(3);
        for (int i = 0; i < senderCount; i++) {
            senders.add(new SenderProcess());
        }
        for (int i = 0; i < receiverCount; i++) {
            receivers.add(new ReceiverProcess());
        }
        for (SenderProcess sender : senders) {
            for (ReceiverProcess receiver : receivers) {
                boolean senderConnects = random.nextBoolean();
                var wire = senderConnects
                        ? new SimulatedWire(time, random, () -> sender.node, () -> receiver.node)
                        : new SimulatedWire(time, random, () -> receiver.node, () -> sender.node);
                wires.add(wire);
                (senderConnects ? sender.connects : receiver.connects).add(wire);
                (senderConnects ? receiver.accepts : sender.accepts).add(wire);
            }
        }
    }

    /** Plays it; in the end everything that a living sender has accepted is acknowledged, and was by an application. */
    void play() {
        senders.forEach(SenderProcess::live);
        receivers.forEach(ReceiverProcess::live);
        long faultsEnd = time.now() + 10_000 * MILLI;
        time.after(100 * MILLI, () -> fault(faultsEnd));
        long end = time.now() + 120_000 * MILLI;
        while (!senders.stream().allMatch(SenderProcess::isDone)) {
            assertThat(time.step(end))
                    .as(
                            "time for %s",
                            senders.stream().map(SenderProcess::state).toList())
                    .isTrue();
        }
        for (SenderProcess sender : senders) {
            assertThat(sender.acknowledged).hasSize(MESSAGES);
            redelivered += sender.distribution.redelivered();
            assertThat(sender.node.refused()).isZero();
        }
        for (ReceiverProcess receiver : receivers) {
            assertThat(receiver.node.refused()).isZero();
        }
    }

    private void fault(long endNanos) {
        if (time.now() - endNanos > 0) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> wires.get(random.nextInt(wires.size())).cut();
            case 2 -> wires.get(random.nextInt(wires.size())).stall(random.nextInt(4_000) * MILLI);
            case 3 -> receivers.get(random.nextInt(receivers.size())).dieAndLive();
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    senders.get(random.nextInt(senders.size())).dieAndLive();
                }
            }
            default -> {}
        }
        time.after(random.nextInt(500) * MILLI, () -> fault(endNanos));
    }

    /** An application that sends its numbers, whenever there is room, or a little later. */
    private final class SenderProcess {
        final List<SimulatedWire> connects = new ArrayList<>();
        final List<SimulatedWire> accepts = new ArrayList<>();
        final Set<Long> acknowledged = new HashSet<>();
        Distribution distribution;
        SimulatedNode node;
        UUID id;
        private int life;

        SenderProcess() {
            begin();
        }

        private void begin() {
            life++;
            id = new UUID(random.nextLong(), random.nextLong());
            safe.put(id, new HashSet<>());
            acknowledged.clear();
            distribution = new Distribution(
                    new Introduction(Role.SENDER, id, SILENCE_MILLIS, 0, 0),
                    new Window(1 + random.nextInt(100), 1 + random.nextInt(1000)),
                    time.now());
            node = new SimulatedNode(time, new Links<>(distribution, random.nextInt()), this::settle);
        }

        void live() {
            int mine = life;
            if (distribution.accepted() < MESSAGES) {
                long number = distribution.accepted() + 1;
                Message message = random.nextInt(10) == 0
                        ? Message.of(Long.toString(number), "and more")
                        : Message.of(Long.toString(number));
                if (distribution.hasRoom(message.size())) {
                    distribution.accept(message, message.size(), new Promise(number));
                    node.look();
                }
                time.after(random.nextInt(100) == 0 ? 300 * MILLI : random.nextInt((int) MILLI), () -> {
                    if (life == mine) {
                        live();
                    }
                });
            }
        }

        private void settle() {
            for (CompletableFuture<Void> future; (future = distribution.pollSettled()) != null; ) {
                long number = ((Promise) future).number;
                assertThat(acknowledged.add(number)).isTrue();
                assertThat(safe.get(id)).contains(number);
            }
        }

        void dieAndLive() {
            deaths++;
            node.die();
            begin();
            connects.forEach(SimulatedWire::renewConnector);
            accepts.forEach(SimulatedWire::cut);
            live();
        }

        boolean isDone() {
            return distribution.accepted() == MESSAGES && distribution.outstanding() == 0;
        }

        String state() {
            return distribution.accepted() + " accepted, " + distribution.outstanding() + " outstanding";
        }
    }

    private static final class Promise extends CompletableFuture<Void> {
        final long number;

        Promise(long number) {
            this.number = number;
        }
    }

    /** An application that takes what comes, holds some of it, and acknowledges it in any order. */
    private final class ReceiverProcess {
        final List<SimulatedWire> connects = new ArrayList<>();
        final List<SimulatedWire> accepts = new ArrayList<>();
        private final List<Arrival> held = new ArrayList<>();
        private Intake intake;
        SimulatedNode node;
        private int life;

        ReceiverProcess() {
            begin();
        }

        private void begin() {
            life++;
            held.clear();
            intake = new Intake(new Introduction(
                    Role.RECEIVER,
                    new UUID(random.nextLong(), random.nextLong()),
                    SILENCE_MILLIS,
                    1 + random.nextInt(50),
                    1 + random.nextInt(500)));
            node = new SimulatedNode(time, new Links<>(intake, random.nextInt()), () -> {});
        }

        void live() {
            int mine = life;
            Arrival arrival = random.nextBoolean() ? intake.take() : null;
            if (arrival == null) {
                arrival = intake.poll();
            }
            if (arrival != null) {
                take(arrival);
            }
            while (!held.isEmpty() && (arrival == null || random.nextInt(3) > 0)) {
                Arrival done = held.remove(random.nextInt(held.size()));
                safe.get(done.sender()).add(done.number());
                acknowledge(done);
                if (random.nextInt(20) == 0) {
                    acknowledge(done);
                }
            }
            node.look();
            time.after(random.nextInt((int) MILLI), () -> {
                if (life == mine) {
                    live();
                }
            });
        }

        private void acknowledge(Arrival done) {
            if (done.acknowledge()) {
                intake.acknowledged(done, time.now());
            }
        }

        private void take(Arrival arrival) {
            assertThat(arrival.message().text()).isEqualTo(Long.toString(arrival.number()));
            assertThat(arrival.message().frameCount()).isLessThanOrEqualTo(2);
            held.add(arrival);
            Set<Long> known = seen.computeIfAbsent(arrival.sender(), it -> new HashSet<>());
            boolean isNew = known.add(arrival.number());
            if (receivers.size() > 1 || life > 1) {
                // Another one may have something, and nobody knows yet that it is dead.
                return;
            }
            if (isNew) {
                assertThat(arrival.number())
                        .as("the first time, in the order in which they were accepted")
                        .isEqualTo(known.size());
            } else {
                assertThat(arrival.isRedelivered()).isTrue();
            }
        }

        void dieAndLive() {
            deaths++;
            node.die();
            begin();
            connects.forEach(SimulatedWire::renewConnector);
            accepts.forEach(SimulatedWire::cut);
            live();
        }
    }
}
