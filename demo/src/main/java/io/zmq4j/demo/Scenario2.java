package io.zmq4j.demo;

import io.zmq4j.examples.spread.WorldClient;
import io.zmq4j.examples.spread.WorldServer;
import java.util.List;
import java.util.stream.IntStream;

/** One REQ, two REPs: requests in turn. */
final class Scenario2 implements Scenario {
    @Override
    public String name() {
        return "S2";
    }

    @Override
    public String expectation() {
        return "REQ connected to two REPs: nine requests alternate between them";
    }

    @Override
    public String play(Stage stage) {
        List<String> endpoints = List.of(stage.tcp(), stage.tcp());
        stage.start("server 1", Language.JAVA, WorldServer.class, endpoints.get(0));
        stage.start("server 2", Language.PYTHON, WorldServer.class, endpoints.get(1));
        for (Language language : Language.values()) {
            Actor client = stage.start("client", language, WorldClient.class, endpoints.toArray());
            stage.await("the end of the client", client::hasEndedWell);
            List<String> ports = client.lines().stream()
                    .map(line -> line.substring(line.lastIndexOf(':')))
                    .toList();
            stage.expect("nine answers", ports.size() == 9);
            stage.expect("two servers", ports.stream().distinct().count() == 2);
            stage.expect(
                    "each from the other server than the one before",
                    IntStream.range(1, 9).noneMatch(i -> ports.get(i).equals(ports.get(i - 1))));
        }
        return "9 answers, in turn from both servers, to each client";
    }
}
