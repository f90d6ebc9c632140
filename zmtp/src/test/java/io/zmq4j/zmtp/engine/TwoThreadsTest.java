package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The two halves of one engine, each on its own thread at the same time. */
class TwoThreadsTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private static final int PINGS = 20_000;
    private static final int MESSAGES = 20_000;

    @Test
    @Timeout(30)
    void readyGoesBeforeMessagesAndPongsBetweenThem() throws Exception {
        for (int round = 0; round < 5; round++) {
            Side sender = Side.of(SocketType.PUSH);
            for (int i = 0; i < MESSAGES; i++) {
                sender.send(Message.of("a", "b"));
            }
            var inbound = CompletableFuture.runAsync(
                    () -> {
                        sender.receive(concat(Octets.greeting(), Octets.ready("PULL")));
                        byte[] ping = command("PING", octets("00 00"));
                        for (int i = 0; i < PINGS; i++) {
                            sender.receive(ping);
                        }
                    },
                    THREAD_EACH);
            Side receiver = Side.of(SocketType.PULL);
            while (receiver.messages.size() < MESSAGES || !inbound.isDone()) {
                receiver.receive(sender.transmit());
            }
            inbound.get(10, TimeUnit.SECONDS);
            receiver.receive(sender.transmit());

            assertThat(receiver.messages).hasSize(MESSAGES).containsOnly(Message.of("a", "b"));
            assertThat(receiver.traces).contains("received PONG, context ");
        }
    }
}
