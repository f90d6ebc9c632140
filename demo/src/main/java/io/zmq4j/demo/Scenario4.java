package io.zmq4j.demo;

import io.zmq4j.examples.balanced.EchoClient;
import io.zmq4j.examples.balanced.EchoServer;
import java.util.List;
import java.util.stream.IntStream;

/** Echo, balanced. */
final class Scenario4 implements Scenario {
    @Override
    public String name() {
        return "S4";
    }

    @Override
    public String expectation() {
        return "echo: msg 0 … msg 9, even ones at the first REP, odd ones at the second";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say(cast.toString());
            String first = stage.tcp();
            String second = stage.tcp();
            Actor even = stage.start("first", cast.server(), EchoServer.class, first);
            Actor odd = stage.start("second", cast.server(), EchoServer.class, second);
            Actor client = stage.start("client", cast.client(), EchoClient.class, first, second);
            stage.await("the end of the client", client::hasEndedWell);
            stage.expect("ten echoes", client.lines().equals(messages(0, 1, 10, "msg %1$d -> msg %1$d")));
            stage.expect("even ones at the first", even.lines().equals(messages(0, 2, 5, "msg %d")));
            stage.expect("odd ones at the second", odd.lines().equals(messages(1, 2, 5, "msg %d")));
        }
        return "10 echoes each time; 0 2 4 6 8 at the first, 1 3 5 7 9 at the second";
    }

    private static List<String> messages(int first, int step, int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(format, first + i * step))
                .toList();
    }
}
