package io.zmq4j.options;

import static io.zmq4j.zmtp.SocketType.CLIENT;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.DGRAM;
import static io.zmq4j.zmtp.SocketType.DISH;
import static io.zmq4j.zmtp.SocketType.PAIR;
import static io.zmq4j.zmtp.SocketType.PEER;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.RADIO;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SERVER;
import static io.zmq4j.zmtp.SocketType.STREAM;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zmq4j.zmtp.SocketType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SocketOptionsTest {
    /** Names, numbers and defaults as libzmq's documentation has them. */
    @ParameterizedTest
    @CsvSource({
        "SNDHWM, 23, 1000, messages",
        "RCVHWM, 24, 1000, messages",
        "SNDTIMEO, 28, -1, ms",
        "RCVTIMEO, 27, -1, ms",
        "LINGER, 17, -1, ms",
        "RECONNECT_IVL, 18, 100, ms",
        "RECONNECT_IVL_MAX, 21, 0, ms",
        "RECONNECT_STOP, 109, 0, ''",
        "HELLO_MSG, 110, '', ''",
        "DISCONNECT_MSG, 111, '', ''",
        "HICCUP_MSG, 114, '', ''",
        "ROUTER_NOTIFY, 97, 0, ''",
        "XPUB_MANUAL_LAST_VALUE, 98, false, ''",
        "XSUB_VERBOSE_UNSUBSCRIBE, 115, false, ''",
        "METADATA, 95, '', ''",
        "SOCKS_PROXY, 68, '', ''",
        "SOCKS_USERNAME, 99, '', ''",
        "SOCKS_PASSWORD, 100, '', ''",
        "IMMEDIATE, 39, false, ''",
        "CONFLATE, 54, false, ''",
        "ROUTING_ID, 5, '', ''",
        "CONNECT_ROUTING_ID, 61, '', ''",
        "ROUTER_MANDATORY, 33, false, ''",
        "ROUTER_HANDOVER, 56, false, ''",
        "PROBE_ROUTER, 51, false, ''",
        "REQ_RELAXED, 53, false, ''",
        "REQ_CORRELATE, 52, false, ''",
        "STREAM_NOTIFY, 73, true, ''",
        "XPUB_VERBOSE, 40, false, ''",
        "XPUB_VERBOSER, 78, false, ''",
        "XPUB_MANUAL, 71, false, ''",
        "XPUB_NODROP, 69, false, ''",
        "XPUB_WELCOME_MSG, 72, '', ''",
        "INVERT_MATCHING, 74, false, ''",
        "MAXMSGSIZE, 22, -1, bytes",
        "HANDSHAKE_IVL, 66, 30000, ms",
        "HEARTBEAT_IVL, 75, 0, ms",
        "HEARTBEAT_TTL, 76, 0, ms",
        "HEARTBEAT_TIMEOUT, 77, -1, ms",
        "BACKLOG, 19, 0, connections",
        "SNDBUF, 11, -1, bytes",
        "RCVBUF, 12, -1, bytes",
        "TCP_KEEPALIVE, 34, -1, ''",
        "TCP_KEEPALIVE_CNT, 35, -1, probes",
        "TCP_KEEPALIVE_IDLE, 36, -1, s",
        "TCP_KEEPALIVE_INTVL, 37, -1, s",
        "IPV6, 42, false, ''",
        "TOS, 57, 0, ''",
        "CONNECT_TIMEOUT, 79, 0, ms",
        "RATE, 8, 100, kbit/s",
        "RECOVERY_IVL, 9, 10000, ms",
        "MULTICAST_HOPS, 25, 1, hops",
        "MULTICAST_MAXTPDU, 84, 1500, bytes",
        "MULTICAST_LOOP, 96, true, ''",
    })
    void optionHasLibzmqsNumberAndDefault(String name, int number, String byDefault, String unit) {
        SocketOption<?> option = SocketOptions.named(name);

        assertThat(option.name()).isEqualTo(name);
        assertThat(option.number()).isEqualTo(number);
        assertThat(SocketOptions.numbered(number)).isSameAs(option);
        assertThat(defaultText(option)).isEqualTo(byDefault);
        assertThat(option.unit()).isEqualTo(unit);
        assertThat(option.description()).isNotBlank().doesNotContain("\n");
    }

    static Stream<Arguments> ofSomeTypesOnly() {
        return Stream.of(
                arguments(SocketOptions.CONFLATE, Set.of(PUSH, PULL, PUB, SUB, DEALER)),
                arguments(SocketOptions.ROUTING_ID, Set.of(REQ, REP, DEALER, ROUTER)),
                arguments(SocketOptions.CONNECT_ROUTING_ID, Set.of(ROUTER, STREAM)),
                arguments(SocketOptions.HELLO_MSG, Set.of(DEALER, ROUTER, SERVER, CLIENT, PEER)),
                arguments(SocketOptions.DISCONNECT_MSG, Set.of(ROUTER, SERVER, PEER)),
                arguments(SocketOptions.HICCUP_MSG, Set.of(DEALER, CLIENT, PEER)),
                arguments(SocketOptions.ROUTER_NOTIFY, Set.of(ROUTER)),
                arguments(SocketOptions.XPUB_MANUAL_LAST_VALUE, Set.of(XPUB)),
                arguments(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE, Set.of(XSUB)),
                arguments(SocketOptions.STREAM_NOTIFY, Set.of(STREAM)),
                arguments(SocketOptions.ROUTER_MANDATORY, Set.of(ROUTER)),
                arguments(SocketOptions.ROUTER_HANDOVER, Set.of(ROUTER)),
                arguments(SocketOptions.PROBE_ROUTER, Set.of(REQ, DEALER, ROUTER)),
                arguments(SocketOptions.REQ_RELAXED, Set.of(REQ)),
                arguments(SocketOptions.REQ_CORRELATE, Set.of(REQ)),
                arguments(SocketOptions.XPUB_VERBOSE, Set.of(XPUB)),
                arguments(SocketOptions.XPUB_VERBOSER, Set.of(XPUB)),
                arguments(SocketOptions.XPUB_MANUAL, Set.of(XPUB)),
                arguments(SocketOptions.XPUB_NODROP, Set.of(PUB, XPUB, RADIO)),
                arguments(SocketOptions.XPUB_WELCOME_MSG, Set.of(XPUB)),
                arguments(SocketOptions.INVERT_MATCHING, Set.of(PUB, XPUB, SUB)),
                arguments(SocketOptions.RATE, Set.of(PUB, SUB, XPUB, XSUB)),
                arguments(SocketOptions.RECOVERY_IVL, Set.of(PUB, SUB, XPUB, XSUB)),
                arguments(SocketOptions.MULTICAST_HOPS, Set.of(PUB, SUB, XPUB, XSUB, RADIO, DISH, DGRAM)),
                arguments(SocketOptions.MULTICAST_MAXTPDU, Set.of(PUB, SUB, XPUB, XSUB)),
                arguments(SocketOptions.MULTICAST_LOOP, Set.of(PUB, SUB, XPUB, XSUB, RADIO, DISH, DGRAM)));
    }

    @ParameterizedTest
    @MethodSource("ofSomeTypesOnly")
    void optionOfAPatternBelongsToItsTypes(SocketOption<?> option, Set<SocketType> types) {
        assertThat(option.socketTypes()).isEqualTo(types);
    }

    @Test
    void everyOtherOptionBelongsToAllTypes() {
        Set<Object> special = Set.copyOf(
                ofSomeTypesOnly().map(arguments -> arguments.get()[0]).toList());

        assertThat(SocketOptions.all().stream().filter(option -> !special.contains(option)))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.socketTypes()).containsExactlyElementsOf(SocketType.values()));
        assertThat(SocketOptions.of(PAIR)).hasSize(SocketOptions.all().size() - special.size());
        assertThat(SocketOptions.of(REQ))
                .contains(SocketOptions.REQ_RELAXED)
                .doesNotContain(SocketOptions.ROUTER_MANDATORY);
    }

    /** zmq.h of libzmq 4.3.5, ZMQ_AFFINITY to ZMQ_NORM_PUSH; the rest are numbers that it has given up or never given. */
    @Test
    void everyOptionOfLibzmqIsHereOrItIsSaidWhatIsInstead() {
        Set<Integer> unused = Set.of(10, 20, 26, 29, 30, 67, 82, 83);
        Set<Integer> numbers = IntStream.rangeClosed(4, 124)
                .filter(number -> !unused.contains(number))
                .boxed()
                .collect(Collectors.toSet());
        List<Integer> absent =
                SocketOptions.absent().stream().map(AbsentOption::number).toList();

        assertThat(Stream.concat(SocketOptions.all().stream().map(SocketOption::number), absent.stream())
                        .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(absent).isSorted();
    }

    @Test
    void whoAsksForAnOptionThatIsNoneHereIsToldWhatIsInstead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.named("ZMQ_FD"))
                .withMessage(
                        "FD (14) of libzmq is no option here: the JVM gives no descriptors away: Socket.onReady tells, "
                                + "a Poller waits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.numbered(112))
                .withMessageContaining("PRIORITY (112)");
    }

    @Test
    void metadataIsNamedPropertiesOfApplications() {
        for (String allowed : List.of("", "X-zone:eu", "x-a:;X-b:1:2;X-c:with space")) {
            assertThat(SocketOptions.METADATA.parse(allowed)).isEqualTo(allowed);
        }
        for (String refused :
                List.of("zone:eu", "X-zone", "X-:eu", "X-a:1;", "X-\u00e9:1", "X-a:" + "x".repeat(4096))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SocketOptions.METADATA.parse(refused))
                    .withMessageContaining("X-name:value");
        }
        assertThat(MetadataText.parse("X-a:1;X-b:x:y")).isEqualTo(Map.of("X-a", "1", "X-b", "x:y"));
    }

    @Test
    void aProxyIsAHostAndAPort() {
        for (String allowed : List.of("", "proxy.example:1080", "10.0.0.1:1", "[::1]:65535")) {
            assertThat(SocketOptions.SOCKS_PROXY.parse(allowed)).isEqualTo(allowed);
        }
        for (String refused : List.of("proxy", "proxy:", "proxy:0", "a b:1", "::1:1080")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SocketOptions.SOCKS_PROXY.parse(refused))
                    .withMessageContaining("host:port");
        }
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(SocketOptions.SOCKS_PASSWORD.format("secret")).isEqualTo("***");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.SOCKS_PASSWORD.parse("secret".repeat(50)))
                .withMessageNotContaining("secret");
    }

    @Test
    void everyConstantIsListedUnderItsOwnName() {
        List<String> constants = Arrays.stream(SocketOptions.class.getFields())
                .filter(field -> field.getType() == SocketOption.class)
                .map(Field::getName)
                .toList();

        assertThat(SocketOptions.all()).extracting(SocketOption::name).containsExactlyElementsOf(constants);
        assertThat(SocketOptions.all()).extracting(SocketOption::number).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "ZMQ_SNDHWM, SNDHWM",
        "sndhwm, SNDHWM",
        "zmq_linger, LINGER",
        "IDENTITY, ROUTING_ID",
        "ZMQ_CONNECT_RID, CONNECT_ROUTING_ID",
        "DELAY_ATTACH_ON_CONNECT, IMMEDIATE",
        "fail_unroutable, ROUTER_MANDATORY",
        "ROUTER_BEHAVIOR, ROUTER_MANDATORY",
    })
    void optionIsFoundByAnyOfItsNames(String name, String option) {
        assertThat(SocketOptions.named(name).name()).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({
        "ZMQ_SNDHVM, SNDHWM",
        "hwm, RCVHWM",
        "hwm, SNDHWM",
        "RECONECT_IVL, RECONNECT_IVL",
        "KEEPALIVE, TCP_KEEPALIVE",
    })
    void unknownNameIsAnsweredWithTheNearest(String name, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.named(name))
                .withMessageStartingWith("There is no socket option " + name + "; the nearest are ")
                .withMessageContaining(nearest);
    }

    @Test
    void emptyNameAndUnknownNumberAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SocketOptions.named(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.numbered(200))
                .withMessageContaining("200")
                .withMessageContaining("[5, 8, 9, 11, ");
    }

    private static <T> String defaultText(SocketOption<T> option) {
        return option.format(option.defaultValue());
    }
}
