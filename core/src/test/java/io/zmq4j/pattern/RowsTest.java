package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.event.DropCounters;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    @ParameterizedTest
    @CsvSource({
        "PAIR, Pair, WAITS, receives hasOnePeer",
        "PUB, Pub, DROPS, readsEagerly connectsOnce",
        "SUB, Sub, NO, receives readsAhead connectsOnce",
        "REQ, Req, WAITS, receives takesTurns connectsOnce",
        "REP, Rep, DROPS, receives takesTurns answers",
        "DEALER, Dealer, WAITS, receives connectsOnce",
        "ROUTER, Router, DROPS, receives answers addresses",
        "PULL, Pull, NO, receives readsAhead",
        "PUSH, Push, WAITS, readsEagerly",
        "XPUB, XPub, DROPS, receives readsEagerly",
        "XSUB, XSub, DROPS, receives readsAhead",
        "STREAM, Stream, WAITS_FOR_ITS_PEER, receives addresses",
        "SERVER, Server, WAITS_FOR_ITS_PEER, receives addresses",
        "CLIENT, Client, WAITS, receives connectsOnce",
        "RADIO, Radio, DROPS, readsEagerly connectsOnce",
        "DISH, Dish, NO, receives readsAhead connectsOnce",
        "GATHER, Pull, NO, receives readsAhead",
        "SCATTER, Push, WAITS, readsEagerly",
        "DGRAM, Dgram, WAITS, receives hasOnePeer",
        "PEER, Server, WAITS_FOR_ITS_PEER, receives addresses",
        "CHANNEL, Pair, WAITS, receives hasOnePeer"
    })
    void theTable(SocketType type, String pattern, Traits.Sending sending, String traits) {
        Row row = Rows.of(type);

        assertThat(row.type()).isSameAs(type);
        assertThat(row.options()).isEmpty();
        assertThat(row.pattern().create(new OptionValues(type), new DropCounters()))
                .extracting(made -> made.getClass().getSimpleName())
                .isEqualTo(pattern);
        assertThat(row.traits().sending()).isEqualTo(sending);
        assertThat(row.traits().sends()).isEqualTo(sending != Traits.Sending.NO);
        assertThat(said(row.traits())).isEqualTo(traits);
    }

    @ParameterizedTest
    @CsvSource({
        "PAIR, ANY",
        "ROUTER, ANY",
        "STREAM, BYTES",
        "SERVER, ROUTED",
        "CLIENT, BODY",
        "RADIO, GROUPED",
        "DISH, GROUPED",
        "GATHER, BODY",
        "SCATTER, BODY",
        "DGRAM, ADDRESSED",
        "PEER, ROUTED",
        "CHANNEL, BODY"
    })
    void whatFramesTheirMessagesHave(SocketType type, Shape shape) {
        assertThat(Rows.of(type).traits().shape()).isEqualTo(shape);
    }

    /** The traits that are there or not, in the order of their declaration. */
    private static String said(Traits traits) {
        return Arrays.stream(Traits.class.getRecordComponents())
                .filter(trait -> trait.getType() == boolean.class)
                .filter(trait -> {
                    try {
                        return (boolean) trait.getAccessor().invoke(traits);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .map(trait -> trait.getName())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyTypeOfTheRfcsHasARow() {
        assertThat(Rows.all().stream().map(Row::type)).containsExactlyElementsOf(SocketType.values());
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.of(SocketType.of("PUSH", "PULL")))
                .withMessage(
                        "There is no row for PUSH; there are [PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL, PUSH,"
                                + " XPUB, XSUB, STREAM, SERVER, CLIENT, RADIO, DISH, GATHER, SCATTER, DGRAM, PEER, CHANNEL]");
    }

    @Test
    void aRowMayNameOptions() {
        Row plain =
                new Row(SocketType.of("ECHO", "ECHO"), Traits.of(Traits.Sending.NO), (options, drops) -> new Pull());
        Row rich = plain.having(SocketOptions.CONFLATE, SocketOptions.ROUTING_ID);

        assertThat(plain.options()).isEmpty();
        assertThat(rich.options()).containsExactlyInAnyOrder(SocketOptions.CONFLATE, SocketOptions.ROUTING_ID);
        assertThat(rich.type()).isSameAs(plain.type());
        assertThat(rich.traits()).isSameAs(plain.traits());
        assertThat(rich.pattern()).isSameAs(plain.pattern());
    }
}
