package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.CONNECT_ROUTING_ID;
import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.XPUB_NODROP;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSE;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionValuesTest {
    private final OptionValues values = new OptionValues(SocketType.ROUTER);

    @ParameterizedTest
    @MethodSource("io.zmq4j.zmtp.SocketType#values")
    void startsWithTheDefaultOfEveryOptionOfItsType(SocketType type) {
        OptionValues fresh = new OptionValues(type);

        assertThat(SocketOptions.of(type))
                .allSatisfy(option -> assertThat(fresh.format(option)).isEqualTo(defaultText(option)));
    }

    @Test
    void setValueIsReadBackAndNoOtherChanges() {
        values.set(SNDHWM, 7);
        values.set(LINGER, Duration.ofMillis(250));

        assertThat(values.get(SNDHWM)).isEqualTo(7);
        assertThat(values.get(LINGER)).isEqualTo(Duration.ofMillis(250));
        assertThat(values.get(RCVHWM)).isEqualTo(1000);
    }

    @Test
    void refusedValueLeavesTheOldOne() {
        values.set(SNDHWM, 7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.set(SNDHWM, -5))
                .withMessage("SNDHWM = -5 messages is not allowed; allowed: 0 or more");
        assertThat(values.get(SNDHWM)).isEqualTo(7);
    }

    @Test
    void anotherTypeHasWhatAllHaveAndWhatItIsGiven() {
        SocketType echo = SocketType.of("ECHO", "ECHO");
        OptionValues plain = new OptionValues(echo);
        OptionValues rich = new OptionValues(echo, Set.of(ROUTING_ID));

        assertThat(plain.get(SNDHWM)).isEqualTo(1000);
        assertThat(plain.has(SNDHWM)).isTrue();
        assertThat(plain.has(ROUTING_ID)).isFalse();
        assertThat(plain.getOrDefault(ROUTING_ID)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> plain.get(ROUTING_ID));
        rich.set(ROUTING_ID, new byte[] {1});
        assertThat(rich.has(ROUTING_ID)).isTrue();
        assertThat(rich.snapshot().getOrDefault(ROUTING_ID)).containsExactly(1);
        assertThat(SocketOptions.of(echo)).contains(SNDHWM).doesNotContain(ROUTING_ID);
    }

    @Test
    void aNewSocketBeginsWithTheValuesOfItsType() {
        values.set(SNDHWM, 7);
        OptionValues push = values.forSocket(SocketType.PUSH, Set.of());
        OptionValues rich = values.forSocket(SocketType.PUB, Set.of(ROUTING_ID));
        push.set(LINGER, Duration.ZERO);

        assertThat(push.get(SNDHWM)).isEqualTo(7);
        assertThat(push.has(ROUTING_ID)).isFalse();
        assertThat(rich.get(ROUTING_ID)).isEmpty();
        assertThat(rich.get(XPUB_NODROP)).as("which a ROUTER does not have").isFalse();
        assertThat(rich.get(LINGER)).isEqualTo(FOREVER);
    }

    @Test
    void optionOfAnotherSocketTypeIsRefusedWithTheTypesThatHaveIt() {
        OptionValues push = new OptionValues(SocketType.PUSH);
        String message = "ROUTING_ID is not an option of PUSH sockets; it is one of REQ, REP, DEALER, ROUTER";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> push.get(ROUTING_ID))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> push.format(ROUTING_ID))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> push.getAndReset(ROUTING_ID))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> push.set(ROUTING_ID, new byte[] {1}))
                .withMessage(message);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void valueOfAnotherTypeIsRefusedAtTheSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.set((SocketOption) SNDHWM, "7"))
                .withMessage("SNDHWM takes an integer, not java.lang.String");
        assertThatNullPointerException()
                .isThrownBy(() -> values.set((SocketOption) SNDHWM, null))
                .withMessage("value is null: SNDHWM takes an integer");
    }

    @Test
    void bytesAreCopiedInAndOut() {
        byte[] id = {'a', 'b'};
        values.set(ROUTING_ID, id);
        id[0] = 'x';
        values.get(ROUTING_ID)[1] = 'y';

        assertThat(values.get(ROUTING_ID)).containsExactly('a', 'b');
    }

    @Test
    void snapshotKeepsItsValues() {
        values.set(SNDHWM, 7);
        OptionValues snapshot = values.snapshot();
        values.set(SNDHWM, 8);

        assertThat(snapshot.get(SNDHWM)).isEqualTo(7);
        snapshot.set(SNDHWM, 9);
        assertThat(values.get(SNDHWM)).isEqualTo(8);
    }

    @Test
    void oneShotIsTakenOnce() {
        values.set(CONNECT_ROUTING_ID, new byte[] {'p'});

        assertThat(values.getAndReset(CONNECT_ROUTING_ID)).containsExactly('p');
        assertThat(values.getAndReset(CONNECT_ROUTING_ID)).isEmpty();
        assertThat(values.get(CONNECT_ROUTING_ID)).isEmpty();
    }

    @Test
    void namesAndTextsSetAndShowValues() {
        values.set("ZMQ_IDENTITY", "0x01");
        values.set("linger", "-1");

        assertThat(values.get(ROUTING_ID)).containsExactly(1);
        assertThat(values.format(ROUTING_ID)).isEqualTo("0x01");
        assertThat(values.get(LINGER)).isEqualTo(FOREVER);
        assertThat(values.format(LINGER)).isEqualTo("-1");
    }

    /** Each row: the sets in order, then what both options read. */
    @ParameterizedTest
    @CsvSource({
        "XPUB_VERBOSE=1, true, false",
        "XPUB_VERBOSER=1, true, true",
        "XPUB_VERBOSE=1 XPUB_VERBOSE=0, false, false",
        "XPUB_VERBOSER=1 XPUB_VERBOSER=0, false, false",
        "XPUB_VERBOSER=1 XPUB_VERBOSE=1, true, false",
        "XPUB_VERBOSER=1 XPUB_VERBOSE=0, false, false",
        "XPUB_VERBOSE=1 XPUB_VERBOSER=1, true, true",
        "XPUB_VERBOSE=1 XPUB_VERBOSER=0, false, false",
    })
    void verboseAndVerboserAreOneState(String sets, boolean verbose, boolean verboser) {
        OptionValues xpub = new OptionValues(SocketType.XPUB);
        for (String set : sets.split(" ")) {
            String[] option = set.split("=");
            xpub.set(option[0], option[1]);
        }

        assertThat(xpub.get(XPUB_VERBOSE)).isEqualTo(verbose);
        assertThat(xpub.get(XPUB_VERBOSER)).isEqualTo(verboser);
    }

    @Test
    @Timeout(20)
    void setsOfDifferentOptionsByDifferentThreadsDoNotUndoEachOther() throws Exception {
        int last = 20_000;
        CountDownLatch start = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = threads.submit(() -> countUp(SNDHWM, last, start));
            Future<?> other = threads.submit(() -> countUp(RCVHWM, last, start));
            one.get(15, TimeUnit.SECONDS);
            other.get(15, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    private Object countUp(SocketOption<Integer> option, int last, CountDownLatch start) throws InterruptedException {
        start.countDown();
        assertThat(start.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i <= last; i++) {
            values.set(option, i);
            if (values.get(option) != i) {
                throw new AssertionError(option + " = " + i + " was undone to " + values.get(option));
            }
        }
        return option;
    }

    private static <T> String defaultText(SocketOption<T> option) {
        return option.format(option.defaultValue());
    }
}
