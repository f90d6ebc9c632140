package io.zmq4j.bench.compare;

import java.time.LocalDate;
import java.util.List;

/**
 * What the figures depend on and the results do not say.
 *
 * @param pins whether ends were pinned to cores where their row says so
 * @param jvmOptions beyond the defaults, for every JVM
 * @param arguments of the command
 */
record Conditions(
        LocalDate date,
        Machine machine,
        List<Jdk> jdks,
        String libzmqVersion,
        String jeromqVersion,
        Cores cores,
        boolean pins,
        Effort effort,
        List<String> jvmOptions,
        List<String> arguments) {
    Conditions {
        jdks = List.copyOf(jdks);
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }
}
