package io.zmq4j.interop.differential;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.SendingSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** zmq4j, in this process. */
final class Zmq4jPlayer implements Player {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    /** How long nothing may have moved. */
    private static final Duration STILL = Duration.ofNanos(500_000);

    private Context context = newContext();

    /** Whose waiting drives the context's loop: nobody connects to it. */
    private PullSocket driver = context.pull();

    private final Map<String, Socket> sockets = new LinkedHashMap<>();
    private Addresses addresses = new Addresses("inproc");
    private Duration still = STILL;

    private record Stand(Traffic traffic, long made, long ended) {}

    @Override
    public void begin(String scheme, int patience) {
        context.close(Duration.ZERO);
        sockets.clear();
        context = newContext();
        driver = context.pull();
        addresses = new Addresses(scheme);
        still = STILL.multipliedBy(patience);
    }

    private static Context newContext() {
        return Context.builder().warnings(false).build();
    }

    @Override
    public Answer call(Step step) {
        List<String> words = step.words();
        if (step.verb() == Verb.OPEN) {
            return rested(() -> open(step.socket(), words));
        }
        Socket socket = socket(step.socket());
        String first = words.isEmpty() ? "" : words.get(0);
        return rested(() -> switch (step.verb()) {
            case SET -> set(socket, first);
            case BIND -> ok(() -> socket.bind(addresses.of(first)));
            case CONNECT -> ok(() -> socket.connect(addresses.of(first)));
            case UNBIND -> ok(() -> socket.unbind(addresses.of(first)));
            case DISCONNECT -> ok(() -> socket.disconnect(addresses.of(first)));
            case MEET -> meet(socket, Integer.parseInt(first));
            case SUBSCRIBE -> ok(() -> subscribe(socket, Words.frame(first)));
            case UNSUBSCRIBE -> ok(() -> unsubscribe(socket, Words.frame(first)));
            case POLL -> poll(socket);
            case CLOSE -> close(step.socket());
            default -> throw new IllegalArgumentException(step.toString());
        });
    }

    @Override
    public Answer send(String socket, Message message) {
        return rested(() -> ((SendingSocket) socket(socket)).trySend(message) ? Answer.OK : Answer.of("EAGAIN"));
    }

    @Override
    public Answer receive(String socket) {
        return rested(() ->
                ((ReceivingSocket) socket(socket)).tryReceive().map(Answer::of).orElseGet(() -> Answer.of("EAGAIN")));
    }

    private Answer rested(Supplier<Answer> call) {
        Answer answer;
        try {
            answer = call.get();
        } catch (SocketStateException e) {
            answer = Answer.of("EFSM");
        } catch (UnroutableException e) {
            answer = Answer.of("EHOSTUNREACH");
        } catch (EndpointException e) {
            answer = Answer.of("refused");
        }
        rest();
        return answer;
    }

    private Answer open(String name, List<String> words) {
        Socket socket = context.socket(SocketType.named(words.get(0)));
        sockets.put(name, socket);
        words.stream().skip(1).forEach(option -> set(socket, option));
        return Answer.OK;
    }

    private static Answer set(Socket socket, String option) {
        String[] parts = option.split("=");
        socket.set(parts[0], parts[1]);
        return Answer.OK;
    }

    private static Answer ok(Runnable call) {
        call.run();
        return Answer.OK;
    }

    private Answer meet(Socket socket, int count) {
        long start = System.nanoTime();
        while (socket.statistics().connectionsMade() < count) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return Answer.of("late");
            }
            drive();
        }
        return Answer.OK;
    }

    private static void subscribe(Socket socket, byte[] topic) {
        if (socket instanceof SubSocket sub) {
            sub.subscribe(topic);
        } else {
            ((XSubSocket) socket).subscribe(topic);
        }
    }

    private static void unsubscribe(Socket socket, byte[] topic) {
        if (socket instanceof SubSocket sub) {
            sub.unsubscribe(topic);
        } else {
            ((XSubSocket) socket).unsubscribe(topic);
        }
    }

    private static Answer poll(Socket socket) {
        boolean in = socket instanceof ReceivingSocket receiver && receiver.canReceive();
        boolean out = socket instanceof SendingSocket sender && sender.canSend();
        return Answer.of("in=%d,out=%d".formatted(in ? 1 : 0, out ? 1 : 0));
    }

    private Answer close(String name) {
        socket(name).close();
        sockets.remove(name);
        return Answer.OK;
    }

    /** Drives the loop in this thread until nothing moves. */
    private void rest() {
        List<Stand> before;
        List<Stand> now = stands();
        do {
            before = now;
            drive();
            now = stands();
        } while (!now.equals(before));
    }

    private void drive() {
        if (driver.receive(still).isPresent()) {
            throw new IllegalStateException("a message for nobody");
        }
    }

    private List<Stand> stands() {
        return sockets.values().stream().map(Zmq4jPlayer::stand).toList();
    }

    private static Stand stand(Socket socket) {
        SocketStatistics now = socket.statistics();
        return new Stand(now.traffic(), now.connectionsMade(), now.connectionsEnded());
    }

    private Socket socket(String name) {
        return Objects.requireNonNull(sockets.get(name), name);
    }

    @Override
    public void close() {
        context.close(Duration.ZERO);
    }
}
