package io.zmq4j.bench.role;

import io.zmq4j.XPubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code topics}: what a subscription costs. */
@Command(
        name = "topics",
        description = {
            "What a subscription costs: memory, and the time to match.",
            "Lets one peer subscribe to N topics of an XPUB over tcp; prints subscribe-s, the seconds that took; B/topic, memory",
            "beyond the topic's own bytes; ns/match, the time to send a message of 20 bytes that nobody wants; and disconnect-s,",
            "the seconds until all topics of the peer are gone after it went.",
            "",
        })
public final class Topics extends Role {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Topics of several lengths, as each length in use is work when a message is matched. */
    private static final int SHORTEST = 10;

    private static final int LONGEST = 20;

    /** The random bytes of a topic are letters: so many that no two topics are the same, nor one a message's start. */
    private static final int LETTERS = 64;

    private static final int DIFFERENT_MESSAGES = 1 << 12;
    private static final int WARMUP = 500_000;
    private static final int MATCHES = 1_000_000;

    @Parameters(
            index = "0",
            paramLabel = "N",
            description = "Number of topics, at most 1,000,000: as many as one peer may have.")
    private int topics;

    @Override
    void check() {
        Run.atLeast("N", topics, 1);
        if (topics > 1_000_000) {
            throw new IllegalArgumentException("N is %d: up to 1000000 is allowed".formatted(topics));
        }
    }

    @Override
    void play(Library library) {
        var xpub = (XPubSocket) ((Zmq4j) library).socket(SocketType.XPUB);
        var endpoint = xpub.bind("tcp://127.0.0.1:*").uri();
        long left;
        try (var peer = RawHandshake.connect(endpoint, SocketType.SUB)) {
            measure(xpub, peer);
            left = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException("the subscriber failed: " + e.getMessage(), e);
        }
        receiveAll(xpub);
        print("disconnect-s", 3, (System.nanoTime() - left) / SECOND);
    }

    private void measure(XPubSocket xpub, SocketChannel peer) {
        long before = Memory.bytes();
        long began = System.nanoTime();
        var crew = new Crew();
        crew.start("subscriber", () -> subscribe(peer));
        long topicBytes = crew.lead(() -> receiveAll(xpub));
        crew.await();
        print("subscribe-s", 3, (System.nanoTime() - began) / SECOND);
        print("B/topic", 1, (Memory.bytes() - before - topicBytes) / (double) topics);
        print("ns/match", 1, match(xpub));
    }

    private void subscribe(SocketChannel peer) {
        try {
            var random = new SplittableRandom(1);
            var out = new BufferedOutputStream(Channels.newOutputStream(peer), 64 * 1024);
            for (int i = 0; i < topics; i++) {
                var topic = letters(random, SHORTEST + i % (LONGEST - SHORTEST + 1));
                out.write(RawHandshake.subscription(topic));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot subscribe: " + e.getMessage(), e);
        }
    }

    /** Takes a message for every topic: that it is subscribed, or that it is over. Gives the topics' bytes. */
    private long receiveAll(XPubSocket xpub) {
        long bytes = 0;
        for (int i = 0; i < topics; i++) {
            bytes += xpub.receive().size() - 1;
        }
        return bytes;
    }

    private double match(XPubSocket xpub) {
        var messages = new Message[DIFFERENT_MESSAGES];
        var other = new SplittableRandom(2);
        for (int i = 0; i < messages.length; i++) {
            messages[i] = Message.wrap(letters(other, LONGEST));
        }
        send(xpub, messages, WARMUP);
        long began = System.nanoTime();
        send(xpub, messages, MATCHES);
        return (System.nanoTime() - began) / (double) MATCHES;
    }

    private static void send(XPubSocket xpub, Message[] messages, int count) {
        for (int i = 0; i < count; i++) {
            xpub.send(messages[i % messages.length]);
        }
    }

    private static byte[] letters(SplittableRandom random, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('0' + random.nextInt(LETTERS));
        }
        return bytes;
    }
}
