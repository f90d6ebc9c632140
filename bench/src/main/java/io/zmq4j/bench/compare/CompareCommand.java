package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The comparison as a command. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Play the same work with zmq4j, libzmq, JeroMQ and raw java.nio channels by turns, and print medians and ratios.",
            "A whole run takes over an hour, in which nothing else should run, and writes docs/performance.md.",
            "Needs gcc and libzmq3-dev, and taskset to pin processes to cores.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was played", "1:a run failed; a figure below its bar is no failure"},
        footer = {
            "",
            "ZMQ_JAVA_OPTS: further options for the measured JVMs.",
            "",
            "Examples:",
            "  zmq bench compare --quick",
            "  zmq bench compare --only 'thr tcp' --rounds 3",
            "  zmq bench compare --java-home /usr/lib/jvm/jdk-17 --java-home /usr/lib/jvm/jdk-25"
        })
public final class CompareCommand implements Callable<Integer> {
    private static final int DEFAULT_ROUNDS = 5;
    private static final Path DOCUMENTATION = Path.of("docs");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--quick",
            description = "One short round without curves: shows that all runs, as a JVM gets not warm.")
    private boolean quick;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often everything is played. Default: " + DEFAULT_ROUNDS + ", with --quick 1.")
    private @Nullable Integer rounds;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Play the rows whose name has a match, and the curves whose title has one.")
    private Pattern only = Pattern.compile("");

    @Option(names = "--no-curves", description = "Leave the growth curves out.")
    private boolean noCurves;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write performance.md and performance/*.svg there. Default: docs for a whole run, else nowhere.")
    private @Nullable Path out;

    @Option(
            names = "--java-home",
            paramLabel = "DIR",
            description = "A JDK for zmq4j. Repeatable; the others run on the first. Default: the one this runs on.")
    private List<Path> javaHomes = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var effort = effort();
        var jdks = jdks();
        var cores = Cores.ofThisProcess();
        var rows = rows(cores);
        var curves = curves(cores);
        if (rows.isEmpty() && curves.isEmpty()) {
            throw wrong("--only " + only + " matches none of: "
                    + String.join("; ", Rows.ALL.stream().map(Row::name).toList()));
        }
        var directory = directory();
        var jvmOptions = Stream.of(
                        System.getenv().getOrDefault("ZMQ_JAVA_OPTS", "").split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
        boolean pins = Programs.areThere("taskset");
        var machine = Machine.read();
        warn(cores, pins, machine);
        if (rows.stream().anyMatch(Row::isCold)) {
            jdks.forEach(this::warnWithoutArchive);
        }
        try (var scratch = new Scratch();
                var player = new ProcessPlayer(scratch.path(), cores, pins)) {
            var perf = PerfProgram.compile(scratch.path());
            var contestants = Contestants.of(jdks, perf.path(), jvmOptions, CLASS_PATH, Facade.ofThisInstallation());
            var steps = new ArrayList<>(Schedule.of(rows, contestants.all(), effort));
            steps.addAll(curveSteps(rows, curves, contestants));
            var results = new Match(player, progress(steps)).play(steps);
            var conditions = new Conditions(
                    LocalDate.now(ZoneOffset.UTC),
                    machine,
                    jdks,
                    perf.libzmqVersion(),
                    jeromqVersion(),
                    cores,
                    pins,
                    effort,
                    jvmOptions,
                    arguments());
            var report = new Report(rows, curves, contestants, results, conditions);
            print(report.summary());
            if (directory != null) {
                report.write(directory);
                print("written: " + directory.resolve("performance.md") + "\n");
            }
            return results.failures().isEmpty() ? 0 : 1;
        }
    }

    /** Those of this command, as they were typed: a parent's parser gives all of the line. */
    private List<String> arguments() {
        var all = spec.commandLine().getParseResult().originalArgs();
        return spec.parent() == null ? all : all.subList(all.indexOf(spec.name()) + 1, all.size());
    }

    private Effort effort() {
        int times = rounds == null ? (quick ? 1 : DEFAULT_ROUNDS) : rounds;
        if (times < 1) {
            throw wrong("--rounds " + times + ": must be at least 1");
        }
        return quick ? Effort.quick(times) : Effort.full(times);
    }

    private List<Jdk> jdks() {
        var jdks = new ArrayList<Jdk>();
        var features = new HashSet<String>();
        for (var home : javaHomes.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : javaHomes) {
            try {
                jdks.add(Jdk.at(home));
            } catch (IOException e) {
                throw wrong("--java-home: " + e.getMessage());
            }
            if (!features.add(jdks.get(jdks.size() - 1).feature())) {
                throw wrong("--java-home " + home + ": another JDK of the same version is named already");
            }
        }
        return jdks;
    }

    private List<Row> rows(Cores cores) {
        return Rows.ALL.stream()
                .filter(row -> only.matcher(row.name()).find())
                .filter(row -> fits(row, cores))
                .toList();
    }

    private List<Curve> curves(Cores cores) {
        if (quick || noCurves) {
            return List.of();
        }
        return Curves.ALL.stream()
                .filter(curve -> only.matcher(curve.title()).find())
                .filter(curve -> curve.rows().stream().allMatch(row -> fits(row, cores)))
                .toList();
    }

    /** A core each needs two. */
    private static boolean fits(Row row, Cores cores) {
        return row.placement() != Placement.CORE_EACH || cores.areTwo();
    }

    /** A point that is a row of the table is played there; the others once, with zmq4j on the first JDK only. */
    private static List<Step> curveSteps(List<Row> rows, List<Curve> curves, Contestants contestants) {
        var names = new HashSet<>(rows.stream().map(Row::name).toList());
        var points = curves.stream()
                .flatMap(curve -> curve.rows().stream())
                .filter(row -> names.add(row.name()))
                .toList();
        var players = Stream.of(Implementation.ZMQ4J, Implementation.LIBZMQ, Implementation.JEROMQ)
                .flatMap(implementation -> contestants.first(implementation).stream())
                .toList();
        return Schedule.of(points, players, Effort.full(1));
    }

    /** Only a whole run replaces the page in the documentation, unless another place is named. */
    private @Nullable Path directory() {
        boolean whole = !quick && !noCurves && only.pattern().isEmpty() && effort().rounds() >= DEFAULT_ROUNDS;
        if (out != null || !whole) {
            return out;
        }
        if (!Files.isDirectory(DOCUMENTATION)) {
            throw wrong(
                    "there is no directory " + DOCUMENTATION + " here: run it in the checkout, or name one with --out");
        }
        return DOCUMENTATION;
    }

    private void warn(Cores cores, boolean pins, Machine machine) {
        var err = spec.commandLine().getErr();
        if (!pins) {
            err.println("no taskset: nothing is pinned to a core; it is in util-linux");
        }
        if (!cores.areTwo()) {
            err.println("one core only: rows that need two are left out");
        }
        if (machine.isBusy()) {
            err.println("the machine is busy, load " + machine.load() + ": the figures will not be worth much");
        }
        err.flush();
    }

    private void warnWithoutArchive(Jdk jdk) {
        if (!Archive.of(jdk, CLASS_PATH).isThere()) {
            var err = spec.commandLine().getErr();
            err.println("nothing of ./zmq's to start JDK " + jdk.feature()
                    + " from, so its cold rows go without: JAVA_HOME=" + jdk.home() + " ./zmq --version makes it");
            err.flush();
        }
    }

    private Progress progress(List<Step> steps) {
        return new Progress(
                spec.commandLine().getErr(),
                Console.isTerminal(Path.of("/dev/stderr")),
                System::nanoTime,
                Machine::currentLoad,
                steps.stream().mapToDouble(Step::seconds).sum());
    }

    private void print(String text) {
        var standardOut = spec.commandLine().getOut();
        standardOut.print(text);
        standardOut.flush();
    }

    /** The library does not tell; its file name does. */
    private static String jeromqVersion() {
        var version = Pattern.compile("jeromq-([\\d.]+\\d)").matcher(CLASS_PATH);
        return version.find() ? version.group(1) : "unknown";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
