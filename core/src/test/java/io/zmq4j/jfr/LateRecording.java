package io.zmq4j.jfr;

import io.zmq4j.Context;
import java.util.Map;

/** Says what a recording has of a context that was there before it, and whether events were loaded before there was a recording. */
final class LateRecording {
    private LateRecording() {}

    public static void main(String[] arguments) throws Exception {
        try (var context = Context.builder().name("early").build();
                var pull = context.pull()) {
            pull.bind("tcp://127.0.0.1:*");
            var settings =
                    Map.of("io.zmq4j.SocketStatistics#enabled", "true", "io.zmq4j.SocketStatistics#period", "100 ms");
            try (var recorded = Recorded.with(settings)) {
                System.out.println(recorded.await("SocketStatistics").getString("context"));
            }
        }
    }
}
