package io.zmq4j.demo;

import io.zmq4j.examples.badnetwork.Listener;
import io.zmq4j.examples.badnetwork.Station;
import io.zmq4j.examples.hello.HelloClient;
import io.zmq4j.examples.hello.HelloServer;
import io.zmq4j.examples.radio.FootballFan;
import io.zmq4j.examples.radio.FootballRadio;
import java.util.List;
import java.util.stream.Stream;

/** The same programs over other transports. */
final class Scenario13 implements Scenario {
    private static final int LINES = 20;

    @Override
    public String name() {
        return "S13";
    }

    @Override
    public String expectation() {
        return "the same programs, other endpoints: hello over ipc; the radios over ipc and over multicast";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say("ipc, " + cast);
            hello(stage, cast, stage.ipc());
            radio(stage, cast, stage.ipc());
        }
        for (Cast cast : stage.multicastCasts()) {
            stage.say("multicast, " + cast);
            radio(stage, cast, stage.epgm());
            filteredRadio(stage, cast, stage.epgm());
        }
        return "hello and football over ipc; football and three listeners with filters over multicast, on one group each";
    }

    private static void hello(Stage stage, Cast cast, String endpoint) {
        Actor server = stage.start("server", cast.server(), HelloServer.class, endpoint);
        Actor client = stage.start("client", cast.client(), HelloClient.class, endpoint);
        stage.await("the client's answers", client::hasEndedWell);
        stage.expect("the client has printed them", !client.lines().isEmpty());
        stage.kill(server);
    }

    private static void radio(Stage stage, Cast cast, String endpoint) {
        Actor fan = stage.start("fan", cast.client(), FootballFan.class, endpoint, "netherlands", "germany");
        Actor radio = stage.start("radio", cast.server(), FootballRadio.class, endpoint, 10);
        stage.await(LINES + " lines", () -> fan.count(Scenario13::isNews) >= LINES);
        stage.expect("no other country at the fan", onlyStartsWith(fan, "netherlands ", "germany "));
        stage.kill(radio);
        stage.kill(fan);
    }

    private static void filteredRadio(Stage stage, Cast cast, String endpoint) {
        Actor two = stage.start("filter 2", cast.client(), Listener.class, endpoint, 1000, "2");
        Actor several = stage.start("filters 1,27", cast.server(), Listener.class, endpoint, 1000, "1", "27");
        Actor all = stage.start("no filter", cast.client(), Listener.class, endpoint, 1000);
        Actor station = stage.start("station", cast.server(), Station.class, endpoint, 10);
        List<Actor> listeners = List.of(two, several, all);
        stage.await(
                LINES + " lines at each",
                () -> listeners.stream().allMatch(actor -> actor.count(Scenario13::isNews) >= LINES));
        stage.expect("filter 2", onlyStartsWith(two, "2"));
        stage.expect("filters 1 and 27", onlyStartsWith(several, "1", "27"));
        stage.kill(station);
        listeners.forEach(stage::kill);
    }

    private static boolean onlyStartsWith(Actor actor, String... prefixes) {
        return actor.count(line -> isNews(line) && Stream.of(prefixes).noneMatch(line::startsWith)) == 0;
    }

    /** OpenPGM, beneath libzmq, says on standard output that loopback is an unusual interface for multicast. */
    private static boolean isNews(String line) {
        return !line.startsWith("Warn: Interface");
    }
}
