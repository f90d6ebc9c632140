package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./zmq} makes for each JDK, so that the next JVM starts with what one before has learnt: an AOT cache from JDK 25
 * on, else an archive for class data sharing. It lies beside the directory of the jars, named after where the JDK is:
 *
 * <pre>
 *   .zmq/lib/*.jar
 *   .zmq/java-usr-lib-jvm-jdk-25.aot
 * </pre>
 */
record Archive(Path path, String option) {
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int LONGEST_NAME = 200;

    /** @param classPath begins with the jars in {@code .zmq/lib}, if there are any */
    static Archive of(Jdk jdk, String classPath) {
        boolean isCache = jdk.feature().matches("\\d+") && Integer.parseInt(jdk.feature()) >= FIRST_WITH_AOT_CACHE;
        var name = "java" + realHome(jdk).toString().replaceAll("[^-+.,_0-9A-Za-z]", "-");
        var file = name.substring(0, Math.min(name.length(), LONGEST_NAME)) + (isCache ? ".aot" : ".jsa");
        var first = Path.of(classPath.split(":", 2)[0]).toAbsolutePath();
        return new Archive(
                first.resolve("../..").normalize().resolve(file), isCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=");
    }

    /** Whether there is one. {@code ./zmq} leaves an empty file where the JDK cannot write any. */
    boolean isThere() {
        try {
            return Files.size(path) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Those that start a JVM from it, none if it is not there. A JVM that cannot use it says nothing on stdout and goes without. */
    List<String> options() {
        return isThere() ? List.of("-Xlog:disable", option + path) : List.of();
    }

    private static Path realHome(Jdk jdk) {
        try {
            return jdk.command().toRealPath().resolve("../..").normalize();
        } catch (IOException e) {
            return jdk.home();
        }
    }
}
