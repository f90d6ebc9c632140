package io.zmq4j.demo;

import io.zmq4j.examples.pair.PairClient;
import io.zmq4j.examples.pair.PairServer;
import java.util.List;

/** Pair: two talk, a third gets nothing. */
final class Scenario1 implements Scenario {
    @Override
    public String name() {
        return "S1";
    }

    @Override
    public String expectation() {
        return "PAIR: five exchanges, EOF ends the server; a second client gets nothing meanwhile";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say(cast.toString());
            String endpoint = stage.tcp();
            Actor client = stage.start("client", cast.client(), PairClient.class, endpoint, 400);
            Actor server = stage.start("server", cast.server(), PairServer.class, endpoint);
            stage.await("the first answer", () -> server.printed("client: answer 1"::equals));

            Actor second = stage.start("second client", cast.client(), PairClient.class, endpoint);
            stage.await("the end of the server", server::hasEndedWell);
            stage.await("the end of the client", client::hasEndedWell);

            var answers = List.of("answer 1", "answer 2", "answer 3", "answer 4", "answer 5", "EOF");
            stage.expect(
                    "five answers and EOF",
                    server.lines()
                            .equals(answers.stream().map("client: "::concat).toList()));
            stage.expect("five lines at the client", client.count(line -> line.startsWith("server: line ")) == 5);
            stage.expect("nothing at the second client", second.lines().isEmpty());
            stage.kill(second);
        }
        return "5 exchanges and EOF each time; the second client got nothing";
    }
}
