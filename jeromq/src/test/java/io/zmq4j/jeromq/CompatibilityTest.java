package io.zmq4j.jeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.CtField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program compiled against JeroMQ's jar finds here: everything, but for what {@code left-out.txt} says. */
class CompatibilityTest {
    private static final Path JEROMQ = Path.of(System.getProperty("jeromq.jar"));
    private static final Path CLASSES = Path.of(System.getProperty("jeromq.classes"));
    private static final List<LeftOut> LEFT_OUT = LeftOut.all();

    private static byte[] theirs;
    private static Map<String, byte[]> ours;
    private static SortedSet<Change> changes;

    @BeforeAll
    static void compare() throws IOException {
        theirs = Files.readAllBytes(JEROMQ);
        ours = classes();
        changes = Comparison.of(theirs, jar(ours));
    }

    @Test
    void nothingIsMissingButWhatIsLeftOutOnPurpose() {
        assertThat(unexplained(changes)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsMissing() {
        assertThat(LEFT_OUT)
                .allSatisfy(line -> assertThat(changes).as("%s", line).anyMatch(line::matches));
    }

    @Test
    void nothingOfTheApiIsLeftOut() {
        assertThat(LEFT_OUT).allSatisfy(line -> assertThat(line.pattern()).startsWith("zmq."));
    }

    /** Those whose names stand in signatures of the API, and those that published programs use. */
    @Test
    void noTypeThatProgramsNameIsLeftOutAsAWhole() throws IOException {
        List<String> named = Files.readAllLines(Path.of("src/test/resources/io/zmq4j/jeromq/named.txt"));

        assertThat(named).isNotEmpty().allSatisfy(type -> {
            assertThat(ours).containsKey(type.replace('.', '/') + ".class");
            assertThat(LEFT_OUT)
                    .filteredOn(line -> line.kind().equals("CLASS_REMOVED"))
                    .noneMatch(line -> line.isOf(type));
        });
    }

    @Test
    void aMethodThatIsGoneIsFound() throws Exception {
        assertThat(lost(with("org.zeromq.ZFrame", type -> type.removeMethod(type.getDeclaredMethod("hasData")))))
                .containsExactly(new Change("METHOD_REMOVED", "org.zeromq.ZFrame.hasData()"));
    }

    @Test
    void aMethodThatThrowsMoreIsFound() throws Exception {
        assertThat(lost(with(
                        "org.zeromq.ZFrame",
                        type -> type.getDeclaredMethod("hasData")
                                .setExceptionTypes(
                                        new CtClass[] {type.getClassPool().get("java.io.IOException")}))))
                .containsExactly(new Change("METHOD_NOW_THROWS_CHECKED_EXCEPTION", "org.zeromq.ZFrame.hasData()"));
    }

    @Test
    void aConstantOfAnotherValueIsFound() throws Exception {
        assertThat(lost(with("zmq.ZMQ", type -> {
                    type.removeField(type.getDeclaredField("ZMQ_DONTWAIT"));
                    type.addField(CtField.make("public static final int ZMQ_DONTWAIT = 3;", type));
                })))
                .containsExactly(new Change(Change.CONSTANT_CHANGED, "zmq.ZMQ.ZMQ_DONTWAIT"));
    }

    @Test
    void aClassThatIsGoneIsFound() throws Exception {
        Map<String, byte[]> fewer = new TreeMap<>(ours);
        fewer.remove("org/zeromq/ZTimer.class");

        assertThat(lost(jar(fewer))).contains(new Change("CLASS_REMOVED", "org.zeromq.ZTimer"));
    }

    @Test
    void aLineWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> LeftOut.of("CLASS_REMOVED zmq.Own"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }

    private static Stream<Change> unexplained(SortedSet<Change> found) {
        return found.stream().filter(change -> LEFT_OUT.stream().noneMatch(line -> line.matches(change)));
    }

    /** What the comparison finds in a damaged jar beside what it finds in ours. */
    private static Stream<Change> lost(byte[] damaged) {
        return unexplained(Comparison.of(theirs, damaged)).filter(change -> !changes.contains(change));
    }

    /** Our classes, one of them damaged. */
    private static byte[] with(String name, Damage damage) throws Exception {
        var pool = new ClassPool(true);
        pool.appendClassPath(CLASSES.toString());
        CtClass type = pool.get(name);
        damage.to(type);
        Map<String, byte[]> damaged = new TreeMap<>(ours);
        damaged.put(name.replace('.', '/') + ".class", type.toBytecode());
        return jar(damaged);
    }

    private interface Damage {
        void to(CtClass type) throws Exception;
    }

    /** Our classes by their path in a jar. */
    private static Map<String, byte[]> classes() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                found.put(CLASSES.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static byte[] jar(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
