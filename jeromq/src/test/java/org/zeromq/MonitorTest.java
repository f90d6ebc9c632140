package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zmq.ZError;

@Timeout(60)
class MonitorTest {
    private static final int PATIENCE = 20_000;

    private final ZContext context = new ZContext();
    private final ZMQ.Socket server = context.createSocket(SocketType.PULL);

    @AfterEach
    void end() {
        context.close();
    }

    private ZMQ.Socket reader(String address) {
        ZMQ.Socket reader = context.createSocket(SocketType.PAIR);
        reader.setReceiveTimeOut(PATIENCE);
        reader.connect(address);
        return reader;
    }

    private String bind() {
        server.bind("tcp://127.0.0.1:*");
        return server.getLastEndpoint();
    }

    @Test
    void aReaderThatComesLateGetsWhatHappenedBefore() {
        assertThat(server.monitor("inproc://late", ZMQ.EVENT_ALL)).isTrue();
        String endpoint = bind();
        server.unbind(endpoint);
        ZMQ.Socket reader = reader("inproc://late");
        assertThat(ZEvent.recv(reader).getEvent()).isEqualTo(ZMonitor.Event.LISTENING);
        ZEvent closed = ZEvent.recv(reader);
        assertThat(closed.getEvent()).isEqualTo(ZMonitor.Event.CLOSED);
        assertThat(closed.getAddress()).isEqualTo(endpoint);
    }

    @Test
    void withoutAReaderNothingWaits() {
        assertThat(server.monitor("inproc://nobody", ZMQ.EVENT_ALL)).isTrue();
        for (int i = 0; i < 50; i++) {
            server.unbind(bind());
        }
        assertThat(server.monitor(null, 0)).isTrue();
        assertThat(server.monitor("inproc://nobody", ZMQ.EVENT_ALL)).isTrue();
        bind();
        server.close();
    }

    /** It does not look again and again whether a reader has come. */
    @Test
    void withoutAReaderTheTellerSleeps() {
        assertThat(server.monitor("inproc://asleep", ZMQ.EVENT_ALL)).isTrue();
        bind();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (tellers().noneMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
        server.close();
        while (tellers().findAny().isPresent()) {
            assertThat(System.nanoTime()).as("the end wakes it").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Stream<Thread> tellers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> Stream.of(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("Monitoring$ToReader")))
                .map(Map.Entry::getKey);
    }

    @Test
    void aReaderThatReadsNoMoreKeepsNobodyWaiting() {
        assertThat(server.monitor("inproc://slow", ZMQ.EVENT_ALL)).isTrue();
        ZMQ.Socket reader = context.createSocket(SocketType.PAIR);
        reader.setRcvHWM(1);
        reader.connect("inproc://slow");
        for (int i = 0; i < 700; i++) {
            server.unbind(bind());
        }
        assertThat(server.monitor(null, 0)).isTrue();
        server.close();
        assertThat(ZEvent.recv(reader).getEvent()).isEqualTo(ZMonitor.Event.LISTENING);
    }

    @Test
    void theAddressIsFreeWhenTheMonitorHasEnded() {
        for (int i = 0; i < 20; i++) {
            assertThat(server.monitor("inproc://again", ZMQ.EVENT_ALL)).isTrue();
            ZMQ.Socket reader = reader("inproc://again");
            assertThat(server.monitor(null, 0)).isTrue();
            assertThat(ZEvent.recv(reader).getEvent()).isEqualTo(ZMonitor.Event.MONITOR_STOPPED);
            reader.close();
        }
    }

    @Test
    void aSecondMonitorIsRefusedAndTheFirstGoesOn() {
        assertThat(server.monitor("inproc://first", ZMQ.EVENT_ALL)).isTrue();
        ZMQ.Socket reader = reader("inproc://first");
        assertThatIllegalStateException()
                .isThrownBy(() -> server.monitor("inproc://second", ZMQ.EVENT_ALL))
                .withMessageContaining("monitor(null, 0)");
        bind();
        assertThat(ZEvent.recv(reader).getEvent()).isEqualTo(ZMonitor.Event.LISTENING);
        ZMQ.Socket free = context.createSocket(SocketType.PAIR);
        assertThat(free.bind("inproc://second")).isTrue();
    }

    @Test
    void aNameInUseIsRefused() {
        ZMQ.Socket taken = context.createSocket(SocketType.PAIR);
        taken.bind("inproc://taken");
        assertThat(server.monitor("inproc://taken", ZMQ.EVENT_ALL)).isFalse();
        assertThat(server.errno()).isEqualTo(ZError.EADDRINUSE);
        assertThat(server.monitor("inproc://free", ZMQ.EVENT_ALL)).isTrue();
    }

    @Test
    void onlyInprocIsTaken() {
        assertThat(server.monitor("tcp://127.0.0.1:*", ZMQ.EVENT_ALL)).isFalse();
        assertThat(server.errno()).isEqualTo(ZError.EPROTONOSUPPORT);
        assertThatIllegalArgumentException().isThrownBy(() -> server.monitor("nowhere", ZMQ.EVENT_ALL));
        assertThatIllegalArgumentException().isThrownBy(() -> server.monitor("inproc://", ZMQ.EVENT_ALL));
    }

    @Test
    void aClosedSocketHasNoMonitor() {
        server.close();
        assertThat(server.monitor("inproc://gone", ZMQ.EVENT_ALL)).isFalse();
        assertThat(server.errno()).isEqualTo(ZError.ETERM);
        assertThat(server.monitor(null, 0)).isTrue();
    }

    @Test
    void aHookThatThrowsIsCalledAgain() throws Exception {
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        server.base()
                .setEventHook(
                        event -> {
                            told.add(event.event);
                            throw new IllegalStateException("the hook's own");
                        },
                        ZMQ.EVENT_ALL);
        server.unbind(bind());
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(ZMQ.EVENT_LISTENING);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(ZMQ.EVENT_CLOSED);
    }

    @Test
    void aHookMayEndItself() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        var hook = new zmq.ZMQ.EventConsummer() {
            @Override
            public void consume(zmq.ZMQ.Event event) {
                if (event.event == ZMQ.EVENT_LISTENING) {
                    server.setEventHook(null, 0);
                }
            }

            @Override
            public void close() {
                ended.complete(true);
            }
        };
        server.base().setEventHook(hook, ZMQ.EVENT_ALL);
        bind();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.setEventHook(event -> {}, ZMQ.EVENT_ALL)).isTrue();
    }

    @Test
    void eventsCanBeToldByWhoeverHasTheSocket() {
        server.base().eventClosed("tcp://nobody:1", null);
        server.monitor("inproc://own", ZMQ.EVENT_CLOSE_FAILED | ZMQ.HANDSHAKE_FAILED_NO_DETAIL);
        ZMQ.Socket reader = reader("inproc://own");
        server.base().eventAccepted("tcp://host:1", null);
        server.base().eventCloseFailed("tcp://host:1", ZError.EINVAL);
        server.base().eventHandshakeFailedNoDetail("tcp://host:2", ZError.ECONNRESET);
        ZEvent failed = ZEvent.recv(reader);
        assertThat(failed.getAddress()).isEqualTo("tcp://host:1");
        assertThat(failed.<ZMQ.Error>getValue()).isEqualTo(ZMQ.Error.EINVAL);
        assertThat(failed.isError()).isTrue();
        assertThat(ZEvent.recv(reader).<ZMQ.Error>getValue()).isEqualTo(ZMQ.Error.ECONNRESET);
    }

    @Test
    void eventsAreEqualIfTheySayTheSame() {
        server.monitor("inproc://equal", ZMQ.EVENT_CLOSE_FAILED);
        ZMQ.Socket reader = reader("inproc://equal");
        server.base().eventCloseFailed("tcp://host:1", ZError.EINVAL);
        server.base().eventCloseFailed("tcp://host:1", ZError.EINVAL);
        server.base().eventCloseFailed("tcp://host:2", ZError.EINVAL);
        ZEvent first = ZEvent.recv(reader);
        ZEvent second = ZEvent.recv(reader);
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).isNotEqualTo(ZEvent.recv(reader));
        assertThat(first).hasToString("ZEvent{event=CLOSE_FAILED, value=EINVAL, address='tcp://host:1'}");
    }

    @Test
    void closingAZMonitorEndsTheWaitForItsEvents() throws Exception {
        var monitor = new ZMonitor(context, server);
        monitor.add(ZMonitor.Event.ACCEPTED).start();
        CompletableFuture<ZMonitor.ZEvent> next = CompletableFuture.supplyAsync(monitor::nextEvent);
        monitor.close();
        assertThat(next.get(20, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aZMonitorOfAClosedSocketDoesNotStart() {
        server.close();
        var monitor = new ZMonitor(context, server);
        try {
            monitor.start();
            throw new AssertionError("started");
        } catch (ZMQException e) {
            assertThat(e.getErrorCode()).isEqualTo(ZError.ETERM);
        } finally {
            monitor.close();
        }
        assertThat(monitor.nextEvent(0)).isNull();
    }

    @Test
    void aZMonitorSaysWhoCame() {
        try (var monitor = new ZMonitor(context, server)) {
            monitor.add(ZMonitor.Event.ACCEPTED).start();
            String endpoint = bind();
            ZMQ.Socket client = context.createSocket(SocketType.PUSH);
            client.connect(endpoint);
            ZMonitor.ZEvent came = monitor.nextEvent(PATIENCE);
            assertThat(came.type).isEqualTo(ZMonitor.Event.ACCEPTED);
            assertThat(came.value).startsWith("connection from 127.0.0.1:").contains(" to 127.0.0.1:");
        }
    }

    @Test
    void anInterruptEndsTheWaitAndHarmsNothing() {
        try (var monitor = new ZMonitor(context, server)) {
            monitor.add(ZMonitor.Event.LISTENING).start();
            Thread.currentThread().interrupt();
            assertThat(monitor.nextEvent()).isNull();
            assertThat(Thread.interrupted()).isTrue();
            bind();
            assertThat(monitor.nextEvent(PATIENCE).type).isEqualTo(ZMonitor.Event.LISTENING);
        }
    }

    @Test
    void numbersThatNoEventHasAreAll() {
        assertThat(ZMonitor.Event.findByCode(3)).isEqualTo(ZMonitor.Event.ALL);
        for (ZMonitor.Event event : ZMonitor.Event.values()) {
            assertThat(ZMonitor.Event.valueOf(event.name())).isEqualTo(event);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ZMonitor.ProtocolCode.findByCode(7));
    }
}
