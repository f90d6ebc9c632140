package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zmq4j.Context;
import io.zmq4j.Socket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard for Grafana asks for what is there. */
class DashboardTest {
    private static final Path DASHBOARD = Path.of("src/main/resources/META-INF/grafana/zmq4j.json");
    private static final Pattern METRIC = Pattern.compile("\\bzmq4j_[a-z_]+");
    /** A metric with a selector, or a grouping. */
    private static final Pattern SELECTOR = Pattern.compile("(zmq4j_[a-z_]+)\\{([^}]*)}");

    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)=~?\"");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final Context context = Context.builder().name("example").build();
    private final Fixture fixture = new Fixture(context, true);
    private final List<Socket> kept = new ArrayList<>();

    /** A query and what its lines are called. */
    private record Query(String text, String legend) {}

    @AfterEach
    void close() {
        fixture.close();
        registry.close();
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    }

    private static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(new Query(
                        target.get("expr").stringValue(),
                        target.get("legendFormat").stringValue()));
            }
        }
        for (JsonNode variable : dashboard().path("templating").path("list")) {
            if (variable.get("type").stringValue().equals("query")) {
                queries.add(new Query(variable.get("definition").stringValue(), ""));
            }
        }
        return queries;
    }

    /** Every pattern, requests and their handlers, a refused peer, one that leaves. */
    private Scrape example() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
        fixture.metrics.bindTo(registry);
        var patterns = new Patterns(context);
        Patterns.pairs().forEach(patterns::play);
        var rep = keep(context.rep().named("server"));
        var req = keep(context.req().named("client"));
        req.connect(rep.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(rep, observations).serve(request -> request);
        ZmqObservations.of(req, observations).request("hello");
        var pull = keep(context.pull().named("sink"));
        var push = keep(context.push().named("source"));
        push.connect(pull.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(push, observations).send("hello");
        ZmqObservations.of(pull, observations).receive();
        push.close();
        var pub = keep(context.pub().named("feed"));
        keep(context.req().named("wrong")).connect(pub.bind("tcp://127.0.0.1:*"));
        awaitUntil("all of it has happened", () -> {
            fixture.look();
            Scrape now = Scrape.of(registry);
            return now.sum("zmq4j_connections_failed_total", "socket=\"feed\"") > 0
                    && now.sum("zmq4j_connections_ended_total", "socket=\"sink\"") > 0;
        });
        fixture.look();
        return Scrape.of(registry);
    }

    private <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private static Stream<String> names(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(found.groupCount()));
    }

    @Test
    void eachMetricThatItAsksForIsThereWithTheLabelsThatItUses() throws Exception {
        Map<String, Set<String>> there = example().labels();
        List<Query> queries = queries();
        assertThat(queries).hasSizeGreaterThan(20);
        for (Query query : queries) {
            List<String> metrics = METRIC.matcher(query.text)
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(metrics).as(query.text).isNotEmpty();
            assertThat(there.keySet()).as(query.text).containsAll(metrics);
            Set<String> common = new HashSet<>(there.get(metrics.get(0)));
            metrics.forEach(metric -> common.retainAll(there.get(metric)));
            names(query.text, GROUPING)
                    .flatMap(group -> Stream.of(group.split(", ")))
                    .forEach(label -> assertThat(common).as(query.text).contains(label));
            SELECTOR.matcher(query.text)
                    .results()
                    .forEach(selector -> names(selector.group(2), MATCHER)
                            .forEach(label -> assertThat(there.get(selector.group(1)))
                                    .as(query.text)
                                    .contains(label)));
            names(query.legend, LEGEND)
                    .forEach(label -> assertThat(common).as(query.legend).contains(label));
        }
    }

    @Test
    void itShowsEveryMeter() throws Exception {
        String all = String.join("\n", queries().stream().map(Query::text).toList());
        for (ZmqMeters meter : ZmqMeters.values()) {
            assertThat(all).contains(meter.getName().replace('.', '_'));
        }
    }

    @Test
    void itsPanelsHaveTheirOwnPlaceAndNumber() throws Exception {
        Set<String> seen = new HashSet<>();
        for (JsonNode panel : dashboard().get("panels")) {
            assertThat(seen.add("id " + panel.get("id").intValue())).isTrue();
            JsonNode place = panel.get("gridPos");
            for (int x = 0; x < place.get("w").intValue(); x++) {
                for (int y = 0; y < place.get("h").intValue(); y++) {
                    int atX = place.get("x").intValue() + x;
                    assertThat(seen.add(atX + ", " + (place.get("y").intValue() + y)))
                            .isTrue();
                    assertThat(atX).isLessThan(24);
                }
            }
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void itIsInTheJarWhereTheDocsSay() {
        assertThat(ZmqMetrics.class.getResource("/META-INF/grafana/zmq4j.json")).isNotNull();
    }
}
