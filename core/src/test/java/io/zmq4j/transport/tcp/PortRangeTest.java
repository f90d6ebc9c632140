package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.spi.Use;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {
    private static PortRange range(String endpoint) {
        return PortRange.of(EndpointText.of(endpoint, Use.BIND)).orElseThrow();
    }

    /** All that are tried, where none is free. */
    private static List<String> tried(String endpoint) {
        var tried = new ArrayList<String>();
        assertThatThrownBy(() -> range(endpoint).bindFirst(one -> {
                    tried.add(one);
                    throw new EndpointException("in use: " + one, new BindException());
                }))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(endpoint)
                .hasMessageContaining("none of its " + tried.size() + " ports")
                .hasMessageContaining("in use: " + tried.get(tried.size() - 1));
        return tried;
    }

    @ParameterizedTest
    @CsvSource({
        "*[60000-60002], 60000, 60002",
        "*[60001-60001], 60001, 60001",
        "*[65530-], 65530, 65535",
        "*[-49155], 49152, 49155",
        "*[-], 49152, 65535",
        "*[1-3], 1, 3"
    })
    void theLowestComesFirst(String ports, int from, int to) {
        assertThat(tried("tcp://127.0.0.1:" + ports))
                .isEqualTo(IntStream.rangeClosed(from, to)
                        .mapToObj(port -> "tcp://127.0.0.1:" + port)
                        .toList());
    }

    @Test
    void anyOrderHasAllOfThem() {
        List<String> tried = tried("tcp://[::1]:![60000-60999]");
        assertThat(tried).hasSize(1000).doesNotHaveDuplicates().allMatch(one -> one.startsWith("tcp://[::1]:60"));
        assertThat(tried).isNotEqualTo(tried.stream().sorted().toList());
    }

    @Test
    void theFirstThatIsFreeIsTaken() {
        assertThat(range("tcp://*:*[60000-60010]").<String>bindFirst(one -> {
                    if (one.endsWith("0") || one.endsWith("1")) {
                        throw new EndpointException("in use", new BindException());
                    }
                    return one;
                }))
                .isEqualTo("tcp://*:60002");
    }

    @Test
    void whatAnotherPortCannotHelpIsSaidAtOnce() {
        assertThatThrownBy(() -> range("tcp://nowhere:*[60000-60010]").bindFirst(one -> {
                    throw new EndpointException("no such host");
                }))
                .hasMessage("no such host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*[]",
                "*[60000]",
                "*[60010-60000]",
                "*[0-10]",
                "*[60000-65536]",
                "*[a-b]",
                "*[1-2-3]",
                "*[ 1-2]",
                "![99999-]",
                "*[-0]",
                "*[600000-]",
                "*[--]"
            })
    void whatIsNoRangeIsSaid(String ports) {
        assertThatThrownBy(() -> range("tcp://127.0.0.1:" + ports))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("tcp://127.0.0.1:" + ports)
                .hasMessageContaining("lowest-highest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tcp://127.0.0.1:5555", "tcp://[::1]:*", "ipc://*[1-2]", "inproc://x:*[1-2]", "tcp://*:*[1-2"})
    void otherEndpointsHaveNone(String endpoint) {
        assertThat(PortRange.of(EndpointText.of(endpoint, Use.BIND))).isEmpty();
    }
}
