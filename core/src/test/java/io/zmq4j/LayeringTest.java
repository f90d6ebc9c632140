package io.zmq4j;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The packages of the modules zmtp and core, and which way their arrows may point: down. Packages on one row do not see
 * each other, so there is no cycle either.
 */
class LayeringTest {
    private static final List<Set<String>> ROWS_FROM_TOP = List.of(
            Set.of("io.zmq4j.security", "io.zmq4j.health"),
            Set.of("io.zmq4j"),
            Set.of("io.zmq4j.management"),
            Set.of("io.zmq4j.socket"),
            Set.of("io.zmq4j.endpoint"),
            Set.of(
                    "io.zmq4j.session",
                    "io.zmq4j.pattern",
                    "io.zmq4j.inproc",
                    "io.zmq4j.transport.tcp",
                    "io.zmq4j.transport.ipc",
                    "io.zmq4j.transport.udp"),
            Set.of("io.zmq4j.connection"),
            Set.of("io.zmq4j.transport"),
            Set.of("io.zmq4j.pipe", "io.zmq4j.zap", "io.zmq4j.zmtp.engine"),
            Set.of("io.zmq4j.outbox"),
            Set.of("io.zmq4j.loop", "io.zmq4j.transport.spi", "io.zmq4j.notice", "io.zmq4j.snapshot"),
            Set.of("io.zmq4j.options", "io.zmq4j.event"),
            Set.of("io.zmq4j.zmtp.mechanism", "io.zmq4j.codec"),
            Set.of("io.zmq4j.address", "io.zmq4j.queue", "io.zmq4j.jfr", "io.zmq4j.error", "io.zmq4j.zmtp.wire"),
            Set.of("io.zmq4j.message", "io.zmq4j.zmtp"));

    private static final Map<String, Integer> HEIGHTS = heights(ROWS_FROM_TOP);

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importUrls(List.of(locationOf(Message.class), locationOf(ZmqException.class)));

    @Test
    void everyPackageHasItsRow() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> !name.isEmpty()))
                .contains("io.zmq4j.message", "io.zmq4j.error")
                .isSubsetOf(HEIGHTS.keySet());
    }

    @Test
    void arrowsPointDown() {
        assertThat(arrowsNotDown(HEIGHTS)).isEmpty();
    }

    @Test
    void anArrowUpIsNoticed() {
        var upsideDown = new HashMap<>(HEIGHTS);
        upsideDown.replaceAll((name, height) -> -height);

        assertThat(arrowsNotDown(upsideDown))
                .anySatisfy(arrow ->
                        assertThat(arrow).contains("io.zmq4j.pipe.Pipe").contains("io.zmq4j.message.Message"));
    }

    @Test
    void anArrowWithinARowIsNoticed() {
        var flat = new HashMap<>(HEIGHTS);
        flat.replaceAll((name, height) -> 0);

        assertThat(arrowsNotDown(flat))
                .anySatisfy(arrow ->
                        assertThat(arrow).contains("io.zmq4j.pipe.Pipe").contains("io.zmq4j.message.Message"));
    }

    @Test
    void theProtocolKnowsNoSocketThreadOrClock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.zmq4j.message..", "io.zmq4j.zmtp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.util.concurrent",
                        "java.util.concurrent.locks")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, Runnable.class, ThreadLocal.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void aLibraryNeitherEndsTheProcessNorPrintsStackTraces() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethodWhere(target(name("halt")))
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .check(CLASSES);
    }

    @Test
    void nothingReachesIntoTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
                .check(CLASSES);
    }

    /** The dependencies from one package to another that is not below it, in words. */
    private static Set<String> arrowsNotDown(Map<String, Integer> heights) {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !pointsDown(dependency, heights))
                .map(Dependency::getDescription)
                .collect(toSet());
    }

    private static boolean pointsDown(Dependency dependency, Map<String, Integer> heights) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (from.equals(to) || !heights.containsKey(from) || !heights.containsKey(to)) {
            return true;
        }
        return heights.get(to) < heights.get(from);
    }

    private static Map<String, Integer> heights(List<Set<String>> rowsFromTop) {
        var heights = new HashMap<String, Integer>();
        for (int row = 0; row < rowsFromTop.size(); row++) {
            for (String name : rowsFromTop.get(row)) {
                heights.put(name, rowsFromTop.size() - row);
            }
        }
        return Map.copyOf(heights);
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
