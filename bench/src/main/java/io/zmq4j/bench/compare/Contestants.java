package io.zmq4j.bench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part, in the order of playing.
 *
 * @param all zmq4j, once for each JDK, before the others
 */
record Contestants(List<Contestant> all) {
    private static final String ZMQ4J = "io.zmq4j.bench.BenchCommand";
    private static final String JEROMQ = "io.zmq4j.bench.role.JeroMq";
    private static final String RAW = "io.zmq4j.bench.role.RawSockets";

    Contestants {
        all = List.copyOf(all);
    }

    /**
     * Those of this installation.
     *
     * @param jdks at least one; JeroMQ and the raw sockets run on the first
     * @param perf the compiled program for libzmq
     * @param classPath the one this JVM runs with
     */
    static Contestants of(List<Jdk> jdks, Path perf, List<String> jvmOptions, String classPath) {
        var contestants = new ArrayList<Contestant>();
        for (var jdk : jdks) {
            var name = jdks.size() == 1 ? "zmq4j" : "zmq4j, JDK " + jdk.feature();
            contestants.add(new Contestant(
                    name,
                    Implementation.ZMQ4J,
                    java(jdk, jvmOptions, classPath, ZMQ4J),
                    java(jdk, withArchive(jdk, jvmOptions, classPath), classPath, ZMQ4J),
                    "JAVA_HOME=" + jdk.home() + " ./zmq bench"));
        }
        contestants.add(new Contestant("libzmq", Implementation.LIBZMQ, List.of(perf.toString()), "./perf"));
        contestants.add(onFirst(Implementation.JEROMQ, jdks, jvmOptions, classPath, JEROMQ));
        contestants.add(onFirst(Implementation.RAW, jdks, jvmOptions, classPath, RAW));
        return new Contestants(contestants);
    }

    /** zmq4j on each JDK. */
    List<Contestant> zmq4js() {
        return all.stream()
                .filter(contestant -> contestant.implementation() == Implementation.ZMQ4J)
                .toList();
    }

    /** The one of this implementation, if it takes part; of zmq4j that on the first JDK. */
    Optional<Contestant> first(Implementation implementation) {
        return all.stream()
                .filter(contestant -> contestant.implementation() == implementation)
                .findFirst();
    }

    private static Contestant onFirst(
            Implementation of, List<Jdk> jdks, List<String> jvmOptions, String classPath, String main) {
        var jdk = jdks.get(0);
        return new Contestant(
                of.label(),
                of,
                java(jdk, jvmOptions, classPath, main),
                jdk.command() + " -cp '.zmq/lib/*:.zmq/lib/bench/*' " + main);
    }

    /** As {@code ./zmq} starts it: one who names an archive himself gets that. */
    private static List<String> withArchive(Jdk jdk, List<String> jvmOptions, String classPath) {
        if (jvmOptions.stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="))) {
            return jvmOptions;
        }
        var options = new ArrayList<>(Archive.of(jdk, classPath).options());
        options.addAll(jvmOptions);
        return options;
    }

    private static List<String> java(Jdk jdk, List<String> jvmOptions, String classPath, String main) {
        var command = new ArrayList<String>();
        command.add(jdk.command().toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath);
        command.add(main);
        return command;
    }
}
