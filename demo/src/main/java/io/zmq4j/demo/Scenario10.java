package io.zmq4j.demo;

import io.zmq4j.examples.restarts.PatientClient;
import io.zmq4j.examples.restarts.PlainClient;
import io.zmq4j.examples.restarts.Server;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Requests and restarts, down to the one that leaves plain ZeroMQ stuck. */
final class Scenario10 implements Scenario {
    @Override
    public String name() {
        return "S10";
    }

    @Override
    public String expectation() {
        return "REQ first, REP first, client restarted: all go on; server killed in a request: plain REQ is stuck, request() answers";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say(cast.toString());
            clientRestarted(stage, cast);
            serverKilled(stage, cast);
        }
        return "all answered in the first three; plain REQ stuck, patient one got all 3 answers from the restarted server";
    }

    private static void clientRestarted(Stage stage, Cast cast) {
        stage.say("REQ first; killed, and started again while REP is there");
        String endpoint = stage.tcp();
        Actor client = stage.start("client", cast.client(), PlainClient.class, endpoint, 100, 50);
        stage.start("server", cast.server(), Server.class, endpoint, 10);
        stage.await("5 answers", () -> answered(client) >= 5);
        stage.kill(client);
        Actor again = stage.start("client again", cast.client(), PlainClient.class, endpoint, 5);
        stage.await("the client's end", again::hasEndedWell);
        stage.expect("5 answers", again.lines().equals(answers(5)));
    }

    private static void serverKilled(Stage stage, Cast cast) {
        stage.say("servers killed in the middle of request 2, and started again");
        String plainEndpoint = stage.tcp();
        String patientEndpoint = stage.tcp();
        Actor plainServer = stage.start("server of plain", cast.server(), Server.class, plainEndpoint, 200);
        Actor patientServer = stage.start("server of patient", cast.server(), Server.class, patientEndpoint, 200);
        Actor plain = stage.start("plain client", cast.client(), PlainClient.class, plainEndpoint, 3);
        Actor patient = stage.start("patient client", cast.client(), PatientClient.class, patientEndpoint, 3, 1500, 10);
        killInRequest(stage, plainServer);
        killInRequest(stage, patientServer);
        Actor served = stage.start("server of plain", cast.server(), Server.class, plainEndpoint, 200);
        stage.start("server of patient", cast.server(), Server.class, patientEndpoint, 200);

        stage.await("the patient client's end", patient::hasEndedWell);
        stage.expect("all three answers", patient.lines().equals(answers(3)));
        // The restarted server has had the time the patient client needed; a little more shows that nothing comes.
        stage.holds(
                "plain REQ is stuck",
                Duration.ofMillis(500),
                () -> plain.lines().equals(answers(1)));
        stage.expect("nobody asked the restarted server again", served.lines().isEmpty());
        stage.kill(plain);
    }

    /** Servers print "working on request 2" before they answer it. */
    private static void killInRequest(Stage stage, Actor server) {
        stage.await("request 2 at the server", () -> server.printed("working on request 2"::equals));
        stage.kill(server);
        stage.expect("killed before it answered", !server.printed("answered request 2"::equals));
    }

    private static long answered(Actor client) {
        return client.count(line -> line.contains(" -> answer to "));
    }

    private static List<String> answers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "request " + i + " -> answer to request " + i)
                .toList();
    }
}
