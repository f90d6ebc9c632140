package io.zmq4j.bench.role;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.atomic.AtomicLong;

/**
 * PUSH to PULL of zmq4j over tcp, with a context and a thread for each, until it is stopped. An empty message is the last.
 *
 * <p>The sockets are called by their own types, as a program would: calls through {@link Peer} would be compiled anew when
 * a socket of another type comes, whatever the library does.
 */
final class TcpFlood {
    static final int SIZE = 10;

    /** Messages in a call, as in {@link Flood}; and how many come before others see it. */
    private static final int STEP = 500;

    /** How many times as long as it is measured it has to get hot. */
    private static final int WARMUP = 4;

    private final PullSocket pull;
    private final PushSocket push;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean stopped;

    /** Written by the sender, read when that has ended. */
    private long sent;

    TcpFlood(Zmq4j here, Zmq4j there) {
        pull = (PullSocket) here.socket(SocketType.PULL);
        push = (PushSocket) there.socket(SocketType.PUSH);
        push.connect(pull.bind("tcp://127.0.0.1:*"));
    }

    /** The rate, in messages a second, of a flood that has got hot. Takes five times as long as is measured. */
    static double rate(Zmq4j here, Zmq4j there, double seconds) {
        var flood = new TcpFlood(here, there);
        var crew = new Crew();
        flood.start(crew);
        double rate = crew.lead(() -> {
            flood.getHot(seconds);
            var log = flood.log();
            log.note();
            flood.goOn(seconds);
            log.note();
            return log.perSecond();
        });
        flood.end(crew);
        return rate;
    }

    void start(Crew crew) {
        crew.start("flood-receiver", this::receive);
        crew.start("flood-sender", this::send);
    }

    /** Waits until it is hot enough to be measured for so long. */
    void getHot(double seconds) {
        goOn(WARMUP * seconds);
    }

    /** Waits for so long, and until something has come meanwhile. */
    void goOn(double seconds) {
        long before = received.get();
        Pause.seconds(seconds);
        while (received.get() == before) {
            Pause.millis(1);
        }
    }

    /** Of the messages that have come, without a note yet. */
    RateLog log() {
        return new RateLog(System::nanoTime, received::get);
    }

    /** Stops, and waits for the crew, of whom the others have been stopped, and for everything to have come. */
    void end(Crew crew) {
        stopped = true;
        crew.await();
        if (received.get() != sent) {
            throw new RunFailedException("%d messages came of %d".formatted(received.get(), sent));
        }
    }

    private void send() {
        while (!stopped) {
            sendStep();
        }
        push.send(Message.empty());
    }

    private void sendStep() {
        for (int i = 0; i < STEP; i++) {
            push.send(Message.wrap(Numbers.message(SIZE, sent++)));
        }
    }

    private void receive() {
        var ledger = new Ledger(SIZE);
        while (receiveStep(ledger)) {
            received.setRelease(ledger.taken());
        }
        received.set(ledger.taken());
    }

    /** Gives whether there is more. */
    private boolean receiveStep(Ledger ledger) {
        for (int i = 0; i < STEP; i++) {
            var body = pull.receive().buffer(0);
            if (!body.hasRemaining()) {
                return false;
            }
            ledger.take(body);
        }
        return true;
    }
}
