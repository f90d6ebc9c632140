package io.zmq4j.discovery.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks name servers, each in turn, twice: by a datagram, and over TCP for an answer that does not fit (RFC 1035 section 4.2). From a port
 * of the system's choice and with a random id, so that an answer is hard to guess. Blocks for as long as the patience with each server;
 * an interrupt ends it.
 */
final class DnsClient {
    private static final int ROUNDS = 2;
    private static final int LARGEST = 65_535;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Duration patience;

    DnsClient(Duration patience) {
        this.patience = patience;
    }

    /**
     * Asks.
     *
     * @throws IOException if no server could answer; of the last one, why
     */
    DnsAnswer ask(NameServers servers, String name, RecordType type) throws IOException {
        IOException last = new IOException("no name server is known");
        for (int round = 0; round < ROUNDS; round++) {
            for (InetSocketAddress server : servers.servers()) {
                try {
                    return ask(server, new DnsQuestion(RANDOM.nextInt(0x10000), name, type));
                } catch (IOException e) {
                    last = new IOException("cannot look up " + name + " at " + text(server) + ": " + e.getMessage(), e);
                    if (Thread.currentThread().isInterrupted()) {
                        throw last;
                    }
                }
            }
        }
        throw last;
    }

    private static String text(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + ":" + server.getPort();
    }

    private DnsAnswer ask(InetSocketAddress server, DnsQuestion question) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        DnsAnswer answer = byDatagram(server, question, deadline);
        return answer.isTruncated() ? byStream(server, question, deadline) : answer;
    }

    private static DnsAnswer byDatagram(InetSocketAddress server, DnsQuestion question, long deadline)
            throws IOException {
        try (var selector = Selector.open();
                var channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            channel.connect(server);
            channel.register(selector, SelectionKey.OP_READ);
            channel.write(question.encoded());
            ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
            while (true) {
                await(selector, deadline);
                bytes.clear();
                if (channel.read(bytes) > 0 && DnsAnswer.answers(bytes.flip(), question)) {
                    return DnsAnswer.read(bytes, question);
                }
            }
        }
    }

    /** A message behind its length, in two bytes each. */
    private static DnsAnswer byStream(InetSocketAddress server, DnsQuestion question, long deadline)
            throws IOException {
        try (var selector = Selector.open();
                var channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(server)) {
                do {
                    await(selector, deadline);
                } while (!channel.finishConnect());
            }
            ByteBuffer query = question.encoded();
            ByteBuffer framed = ByteBuffer.allocate(2 + query.remaining());
            framed.putShort((short) query.remaining()).put(query).flip();
            key.interestOps(SelectionKey.OP_WRITE);
            while (framed.hasRemaining()) {
                await(selector, deadline);
                channel.write(framed);
            }
            key.interestOps(SelectionKey.OP_READ);
            ByteBuffer answer = readFramed(channel, selector, deadline);
            if (!DnsAnswer.answers(answer, question)) {
                throw new MalformedDnsException("not been asked for");
            }
            DnsAnswer read = DnsAnswer.read(answer, question);
            if (read.isTruncated()) {
                throw new MalformedDnsException("no end, over TCP as well");
            }
            return read;
        }
    }

    private static ByteBuffer readFramed(SocketChannel channel, Selector selector, long deadline) throws IOException {
        var all = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(4_096);
        int length = -1;
        while (length < 0 || all.size() < 2 + length) {
            await(selector, deadline);
            if (channel.read(some) < 0) {
                throw new IOException("it closed the connection");
            }
            all.write(some.array(), 0, some.position());
            some.clear();
            if (length < 0 && all.size() >= 2) {
                length = ByteBuffer.wrap(all.toByteArray()).getShort() & 0xffff;
            }
        }
        return ByteBuffer.wrap(all.toByteArray(), 2, length).slice();
    }

    private static void await(Selector selector, long deadline) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new IOException("it does not answer");
        }
        selector.select(left);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
