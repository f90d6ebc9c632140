package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.codec.Codec;
import io.zmq4j.jackson.JsonCodec;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.type.TypeReference;

/** Values as JSON, to and from pyzmq's {@code recv_json} and {@code send_json}. */
class JsonPyzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of every kind that JSON and Python have; text with what either may want to escape. */
    private static final Map<String, Object> VALUE = new LinkedHashMap<>();

    static {
        VALUE.put("text", "né 😀 \"\\\n\u0001/\u2028");
        VALUE.put("numbers", List.of(0, -1, 1L << 40, 0.1, 1e300));
        VALUE.put("yes", true);
        VALUE.put("nothing", null);
        VALUE.put("deep", List.of(List.of(), Map.of("", List.of(Map.of()))));
    }

    private static final Codec<Map<String, Object>> JSON = JsonCodec.of(new TypeReference<Map<String, Object>>() {});

    @RegisterExtension
    final Rig rig = new Rig();

    /** What it got, as its own {@code repr} has it, and the same back. */
    private static final String ECHO = """
            import sys, zmq
            socket = zmq.Context().socket(zmq.REP)
            socket.connect(sys.argv[1])
            while True:
                value = socket.recv_json()
                expected = {"text": "n\\u00e9 \\U0001f600 \\"\\\\\\n\\x01/\\u2028",
                            "numbers": [0, -1, 1 << 40, 0.1, 1e300],
                            "yes": True, "nothing": None, "deep": [[], {"": [{}]}]}
                print(value == expected or ascii(value))
                socket.send_json(value)
            """;

    @Test
    void whatWeSendItReadsAndWhatItSendsWeRead() {
        var req = rig.context().req();
        try (var peer = new PythonPeer(ECHO, req.bind("tcp://127.0.0.1:*").uri())) {
            req.send(VALUE, JSON);

            peer.expectLine("True", PATIENCE);
            assertThat(req.receive(PATIENCE, JSON)).contains(VALUE);
        }
    }

    @Test
    void numbersThatAreNoneGoThroughAsWell() {
        Codec<double[]> numbers = JsonCodec.of(double[].class);
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        var req = rig.context().req();
        try (var peer = new PythonPeer(ECHO, req.bind("tcp://127.0.0.1:*").uri())) {
            req.send(odd, numbers);

            peer.expectLine("[nan, inf, -inf]", PATIENCE);
            assertThat(req.receive(PATIENCE, numbers).orElseThrow()).containsExactly(odd);
        }
    }

    @Test
    void escapesOfEveryKindAreRead() {
        var pull = rig.context().pull();
        String program = """
                import sys, zmq
                socket = zmq.Context().socket(zmq.PUSH)
                socket.connect(sys.argv[1])
                socket.send_json("\\u00e9\\U0001f600")
                socket.send_json("\\u00e9\\U0001f600", ensure_ascii=False)
                socket.send_json({"b": [1, 2], "a": None}, indent=2, sort_keys=True)
                sys.stdin.readline()
                """;
        try (var peer = new PythonPeer(program, pull.bind("tcp://127.0.0.1:*").uri())) {
            Codec<Object> any = JsonCodec.of(Object.class);

            assertThat(pull.receive(PATIENCE, any)).contains("é😀");
            assertThat(pull.receive(PATIENCE, any)).contains("é😀");
            var map = new LinkedHashMap<String, Object>();
            map.put("a", null);
            map.put("b", List.of(1, 2));
            assertThat(pull.receive(PATIENCE, any)).contains(map);
            peer.sendLine("enough");
        }
    }
}
