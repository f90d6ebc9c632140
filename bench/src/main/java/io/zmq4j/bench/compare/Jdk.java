package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An installed JDK, as its file {@code release} describes it.
 *
 * @param feature such as 17
 * @param version with the vendor, for the report
 */
record Jdk(Path home, String feature, String version) {
    /** @throws IOException if there is no JDK; the message says what is missing */
    static Jdk at(Path home) throws IOException {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            throw new IOException("no JDK in " + home + ": it has no bin/java");
        }
        var release = new Properties();
        try (var lines = Files.newBufferedReader(home.resolve("release"))) {
            release.load(lines);
        }
        var version = value(release, "JAVA_VERSION", "unknown");
        return new Jdk(
                home,
                version.replaceFirst("\\D.*", ""),
                value(release, "JAVA_RUNTIME_VERSION", version) + ", "
                        + value(release, "IMPLEMENTOR", "unknown vendor"));
    }

    Path command() {
        return home.resolve("bin/java");
    }

    private static String value(Properties release, String key, String absent) {
        return release.getProperty(key, absent).replace("\"", "");
    }
}
