package io.zmq4j.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Plays scenarios one after the other and says in the end what was expected and what was seen. */
public final class Demo {
    /** Generous: a busy machine is no failure. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario1(),
            new Scenario2(),
            new Scenario3(),
            new Scenario4(),
            new Scenario5(),
            new Scenario6(),
            new Scenario7(),
            new Scenario8(),
            new Scenario9(),
            new Scenario10(),
            new Scenario11(),
            new Scenario12(),
            new Scenario13(),
            new Scenario14(),
            new Scenario15());

    static final String LIST = "--list";
    static final String VERBOSE = "-v";

    private Demo() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Plays the scenarios of these names, all without any, and shows a line of each; with {@code -v} all that its processes
     * say. {@code --list} only lists them.
     *
     * @return 0 if all was seen, 1 if not, 64 if there is no such scenario
     */
    public static int run(String... args) {
        var names = new ArrayList<>(List.of(args));
        if (names.remove(LIST)) {
            SCENARIOS.forEach(scenario -> System.out.printf("%-4s %s%n", scenario.name(), scenario.expectation()));
            return 0;
        }
        boolean verbose = names.removeIf(VERBOSE::equals);
        var chosen = new ArrayList<Scenario>();
        for (String name : names) {
            SCENARIOS.stream()
                    .filter(scenario -> scenario.name().equalsIgnoreCase(name))
                    .forEach(chosen::add);
        }
        if (chosen.size() < names.size()) {
            String known = SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", "));
            System.err.println("no such scenario among " + String.join(", ", names) + ": there are " + known);
            return 64;
        }
        var programme = verbose ? new Conversation(System.out) : new Playbill(System.out, Terminal.width());
        return play(chosen.isEmpty() ? SCENARIOS : chosen, programme, System.out) ? 0 : 1;
    }

    /** Whether all of it was seen. */
    static boolean play(List<Scenario> scenarios, Programme programme, PrintStream out) {
        Path directory = temporaryDirectory();
        var programs = new Programs(directory.resolve("python"));
        var stages = new ConcurrentLinkedQueue<Stage>();
        var over = new AtomicBoolean();
        Runnable curtain = () -> {
            over.set(true);
            stages.forEach(Stage::close);
            delete(directory);
        };
        var onInterrupt = new Thread(curtain);
        Runtime.getRuntime().addShutdownHook(onInterrupt); // Ctrl-C leaves no process behind
        try {
            out.println(
                    programs.hasPython()
                            ? "zmq4j and pyzmq take turns on each side"
                            : "no Python with pyzmq here: zmq4j plays all roles (Debian: apt install python3-zmq)");
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < scenarios.size() && !over.get(); i++) {
                Scenario scenario = scenarios.get(i);
                Console console = programme.begins(scenario);
                try (var stage = new Stage(scenario.name(), console, programs, directory, DEADLINE)) {
                    stages.add(stage);
                    outcomes.add(play(scenario, stage));
                }
                programme.ends(outcomes.get(i));
            }
            out.println("\n" + Outcome.table(outcomes));
            return Outcome.allSeen(outcomes);
        } finally {
            curtain.run();
            retire(onInterrupt);
        }
    }

    private static Outcome play(Scenario scenario, Stage stage) {
        long start = System.nanoTime();
        String seen;
        boolean success = false;
        stage.say("expected: " + scenario.expectation());
        try {
            seen = scenario.play(stage);
            success = true;
        } catch (NotSeenException e) {
            seen = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            seen = "something unforeseen: " + e; // such as a line that is none of the program's own
        }
        var time = Duration.ofNanos(System.nanoTime() - start);
        stage.say((success ? "seen: " : "FAILED, ") + seen);
        return new Outcome(scenario.name(), scenario.expectation(), seen, success, time);
    }

    private static void retire(Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // The JVM is going down already, and the hook with it.
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("zmq4j-demo");
        } catch (IOException e) {
            throw new IllegalStateException("no temporary directory in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println(directory + " is left behind: " + e.getMessage());
        }
    }
}
