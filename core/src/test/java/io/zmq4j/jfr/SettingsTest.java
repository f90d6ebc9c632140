package io.zmq4j.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The settings that events have by themselves, and those of the file in the jar. */
class SettingsTest {
    private static Recorded recorded;
    private static Context context;

    @BeforeAll
    static void load() {
        recorded = Recorded.byDefault();
        context = Context.create();
        context.pull();
    }

    @AfterAll
    static void close() {
        context.close();
        recorded.close();
    }

    private static List<EventType> ours() {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .filter(type -> type.getName().startsWith("io.zmq4j."))
                .toList();
    }

    private static Configuration file() throws IOException, ParseException {
        try (var in = Context.class.getResourceAsStream("/META-INF/jfr/zmq4j.jfc")) {
            return Configuration.create(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    @Test
    void theFileNamesEveryEventAndNothingElse() throws Exception {
        Set<String> named = file().getSettings().keySet().stream()
                .map(setting -> setting.substring(0, setting.indexOf('#')))
                .collect(Collectors.toSet());

        assertThat(ours()).extracting(EventType::getName).hasSize(11).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void theFileSwitchesEverythingOn() throws Exception {
        var settings = file().getSettings();

        assertThat(ours()).allSatisfy(type -> assertThat(settings).containsEntry(type.getName() + "#enabled", "true"));
    }

    @Test
    void theFileSetsOnlyWhatAnEventHas() throws Exception {
        var has = ours().stream()
                .flatMap(type ->
                        type.getSettingDescriptors().stream().map(setting -> type.getName() + "#" + setting.getName()))
                .collect(Collectors.toSet());

        assertThat(file().getSettings().keySet()).isSubsetOf(has);
    }

    @Test
    void whatWouldBeToldOfEveryIdleReceiverAndLoopIsOffUnlessItIsAskedFor() {
        assertThat(ours())
                .filteredOn(type -> type.getSettingDescriptors().stream()
                        .anyMatch(setting -> setting.getName().equals("enabled")
                                && setting.getDefaultValue().equals("false")))
                .extracting(EventType::getName)
                .containsExactlyInAnyOrder("io.zmq4j.SlowReceive", "io.zmq4j.LoopHandover");
    }

    @Test
    void everyEventIsExplained() {
        assertThat(ours()).allSatisfy(type -> {
            assertThat(type.getCategoryNames()).startsWith("ZeroMQ").hasSize(2);
            assertThat(type.getLabel()).isNotEmpty();
            assertThat(type.getDescription()).isNotEmpty();
            assertThat(type.getFields())
                    .allSatisfy(field -> assertThat(field.getLabel()).isNotEmpty());
        });
    }
}
