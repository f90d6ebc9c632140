package io.zmq4j.micrometer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last frame that says which trace a message belongs to, and what comes in its place. */
class TraceFrameTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static TraceContext trace(String parent, String state) {
        var trace = new TraceContext();
        trace.set("traceparent", parent);
        trace.set("tracestate", state);
        return trace;
    }

    @Test
    void aTraceIsALastFrameOfHeaderLines() {
        assertThat(TraceFrame.append(Message.of("a", "b"), trace(PARENT, "vendor=1")))
                .isEqualTo(Message.of("a", "b", "traceparent: " + PARENT + "\ntracestate: vendor=1"));
        var alone = new TraceContext();
        alone.set("Traceparent", PARENT);
        alone.set("baggage", "secret=1");
        assertThat(TraceFrame.append(Message.of("a"), alone)).isEqualTo(Message.of("a", "traceparent: " + PARENT));
    }

    @Test
    void withoutATraceTheMessageIsAsItWas() {
        Message message = Message.of("a");
        assertThat(TraceFrame.append(message, new TraceContext())).isSameAs(message);
        assertThat(TraceFrame.append(message, trace("nonsense", "vendor=1"))).isSameAs(message);
    }

    @Test
    void theFrameIsReadAndTakenOff() {
        Message message = TraceFrame.append(Message.of("a", "b"), trace(PARENT, "vendor=1"));
        assertThat(TraceFrame.isIn(message)).isTrue();
        assertThat(TraceFrame.without(message)).isEqualTo(Message.of("a", "b"));
        assertThat(TraceFrame.read(message).get("traceparent")).isEqualTo(PARENT);
        assertThat(TraceFrame.read(message).get("tracestate")).isEqualTo("vendor=1");
        assertThat(TraceFrame.read(message).get("b3")).isNull();
    }

    @Test
    void whatIsNoTraceFrameIsTheApplications() {
        assertThat(TraceFrame.isIn(Message.of("traceparent: " + PARENT)))
                .as("the only frame")
                .isFalse();
        assertThat(TraceFrame.isIn(Message.of("a", "b"))).isFalse();
        assertThat(TraceFrame.isIn(Message.of("traceparent: " + PARENT, "a"))).isFalse();
        assertThat(TraceFrame.isIn(Message.of("a", "traceparent: " + "0".repeat(2_000))))
                .as("too long")
                .isFalse();
        assertThat(TraceFrame.isIn(Message.of("a", ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01",
                "0g-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
            })
    void aParentThatBreaksTheRulesIsIgnored(String parent) {
        Message message = Message.of("a", "traceparent: " + parent + "\ntracestate: vendor=1");
        assertThat(TraceFrame.isIn(message)).isTrue();
        assertThat(TraceFrame.read(message).get("traceparent")).isNull();
        assertThat(TraceFrame.read(message).get("tracestate")).isNull();
        assertThat(TraceFrame.without(message)).isEqualTo(Message.of("a"));
    }

    @Test
    void aParentOfALaterVersionIsRead() {
        String later = "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more";
        assertThat(trace(later, "v=1").get("traceparent")).isEqualTo(later);
    }

    static Stream<String> states() {
        return Stream.of("", "a=\u0000", "a=\r\nb: c", "a=\u00e9", "a".repeat(513));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStateThatBreaksTheRulesIsLeftOutAndTheParentIsNot(String state) {
        TraceContext trace = trace(PARENT, state);
        assertThat(trace.get("tracestate")).isNull();
        assertThat(trace.lines()).containsExactly("traceparent: " + PARENT);
    }

    @Test
    void whateverStandsInTheFrameNothingIsThrown() {
        var random = new Random(42);
        byte[] good = ("traceparent: " + PARENT + "\ntracestate: vendor=1").getBytes(ISO_8859_1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bad[13 + random.nextInt(bad.length - 13)] = (byte) random.nextInt(256);
            }
            Message message = Message.of("a".getBytes(ISO_8859_1), bad);
            String parent = TraceFrame.read(message).get("traceparent");
            assertThat(parent == null || parent.length() >= 55).isTrue();
            assertThat(TraceFrame.without(message)).isEqualTo(Message.of("a"));
        }
    }
}
