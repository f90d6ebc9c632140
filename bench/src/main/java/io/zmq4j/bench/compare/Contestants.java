package io.zmq4j.bench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part, in the order of playing.
 *
 * @param all zmq4j, once for each JDK, before the others; behind JeroMQ's API, if that is there, as often
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
     * @param facade what takes the place of JeroMQ's jar on it, if it is there
     */
    static Contestants of(
            List<Jdk> jdks, Path perf, List<String> jvmOptions, String classPath, Optional<Facade> facade) {
        var contestants = new ArrayList<Contestant>();
        for (var jdk : jdks) {
            contestants.add(new Contestant(
                    name(Implementation.ZMQ4J, jdk, jdks),
                    Implementation.ZMQ4J,
                    java(jdk, jvmOptions, classPath, ZMQ4J),
                    java(jdk, withArchive(jdk, jvmOptions, classPath), classPath, ZMQ4J),
                    "JAVA_HOME=" + jdk.home() + " ./zmq bench"));
        }
        contestants.add(new Contestant("libzmq", Implementation.LIBZMQ, List.of(perf.toString()), "./perf"));
        contestants.add(onFirst(Implementation.JEROMQ, jdks, jvmOptions, classPath, JEROMQ));
        contestants.add(onFirst(Implementation.RAW, jdks, jvmOptions, classPath, RAW));
        facade.ifPresent(jar -> {
            for (var jdk : jdks) {
                contestants.add(new Contestant(
                        name(Implementation.FACADE, jdk, jdks),
                        Implementation.FACADE,
                        java(jdk, jvmOptions, jar.inPlaceOfJeroMq(classPath), JEROMQ),
                        jdk.command() + " -cp '.zmq/lib/jeromq/*:.zmq/lib/*:.zmq/lib/bench/*' " + JEROMQ));
            }
        });
        return new Contestants(contestants);
    }

    private static String name(Implementation implementation, Jdk jdk, List<Jdk> jdks) {
        return implementation.label() + (jdks.size() == 1 ? "" : ", JDK " + jdk.feature());
    }

    /** zmq4j on each JDK. */
    List<Contestant> zmq4js() {
        return all.stream()
                .filter(contestant -> contestant.implementation() == Implementation.ZMQ4J)
                .toList();
    }

    /** zmq4j behind JeroMQ's API, on each JDK or nowhere. */
    List<Contestant> facades() {
        return all.stream()
                .filter(contestant -> contestant.implementation() == Implementation.FACADE)
                .toList();
    }

    /** The same behind JeroMQ's API, on the same JDK, if that takes part. */
    Optional<Contestant> facadeOf(Contestant zmq4j) {
        int place = zmq4js().indexOf(zmq4j);
        return facades().isEmpty() ? Optional.empty() : Optional.of(facades().get(place));
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
