package io.zmq4j.demo;

import io.zmq4j.examples.badnetwork.Listener;
import io.zmq4j.examples.badnetwork.Station;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Filtered radio over a bad network. */
final class Scenario9 implements Scenario {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final long HEARTBEAT_MILLIS = 150;

    @Override
    public String name() {
        return "S9";
    }

    @Override
    public String expectation() {
        return "prefix filters; the link goes quiet, heartbeats notice and renew it, the programs do nothing";
    }

    @Override
    public String play(Stage stage) {
        String seen = "";
        for (Cast cast : stage.casts()) {
            stage.say("station: " + cast.server() + ", listeners: both");
            String endpoint = stage.tcp();
            Actor station = stage.start("station", cast.server(), Station.class, endpoint, 10);
            stage.await("the station on air", () -> station.printed("on air"::equals));
            try (var link = new FragileLink(endpoint)) {
                seen = listen(stage, cast, link);
            }
        }
        return seen;
    }

    private static String listen(Stage stage, Cast cast, FragileLink link) {
        String via = link.endpoint();
        Actor two = stage.start("filter 2", cast.client(), Listener.class, via, HEARTBEAT_MILLIS, "2");
        Actor several = stage.start("filters 1,27", cast.server(), Listener.class, via, HEARTBEAT_MILLIS, "1", "27");
        Actor all = stage.start("no filter", cast.client(), Listener.class, via, HEARTBEAT_MILLIS);
        List<Actor> listeners = List.of(two, several, all);
        stage.await(
                "30 lines at each",
                () -> listeners.stream().allMatch(actor -> actor.lines().size() >= 30));
        stage.expect("filter 2", two.count(line -> !line.startsWith("2")) == 0);
        stage.expect("filters 1 and 27", several.count(line -> !line.startsWith("1") && !line.startsWith("27")) == 0);
        stage.expect(
                "both filters",
                Stream.of("1", "27").allMatch(prefix -> several.printed(line -> line.startsWith(prefix))));
        stage.expect(
                "everything",
                all.printed(line -> line.startsWith("5 ")) && all.printed(line -> line.startsWith("28 ")));
        int before = link.accepted();
        stage.expect("one connection for each, kept", before == listeners.size());

        stage.say("the link goes quiet for " + QUIET.toSeconds() + " s: nothing arrives, nothing is closed");
        link.goQuiet();
        stage.await("silence", new Silence(listeners)::lasts);
        stage.holds("silence", QUIET, new Silence(listeners)::sofar);

        stage.say("the link is back, for new connections only");
        link.comeBack();
        List<Integer> heard =
                listeners.stream().map(actor -> actor.lines().size()).toList();
        stage.await(
                "30 more lines at each",
                () -> Stream.of(0, 1, 2).allMatch(i -> listeners.get(i).lines().size() >= heard.get(i) + 30));
        stage.expect("a new connection for each", link.accepted() >= before + listeners.size());
        stage.expect("filter 2 as before", two.count(line -> !line.startsWith("2")) == 0);
        return "filters kept; " + before + " connections before, " + (link.accepted() - before)
                + " new ones after the silence";
    }

    /** Nobody has heard anything more since it began, or since somebody last did. */
    private static final class Silence {
        private final List<Actor> listeners;
        private int lines;
        private long sinceNanos = System.nanoTime();

        Silence(List<Actor> listeners) {
            this.listeners = listeners;
            lines = count();
        }

        boolean lasts() {
            if (!sofar()) {
                lines = count();
                sinceNanos = System.nanoTime();
            }
            return System.nanoTime() - sinceNanos > Duration.ofMillis(200).toNanos();
        }

        boolean sofar() {
            return count() == lines;
        }

        private int count() {
            return listeners.stream().mapToInt(actor -> actor.lines().size()).sum();
        }
    }
}
