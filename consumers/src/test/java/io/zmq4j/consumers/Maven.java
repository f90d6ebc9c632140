package io.zmq4j.consumers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds a project by Maven, from the repository of {@link Repository}. What else Maven wants, it takes from the local repository of the
 * build that runs these tests, by no network.
 */
final class Maven {
    /** Writes the class path. */
    static final String CLASS_PATH = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    private static final String SETTINGS = """
            <settings xmlns="http://maven.apache.org/SETTINGS/1.2.0">
              <mirrors>
                <mirror>
                  <id>source</id>
                  <mirrorOf>*</mirrorOf>
                  <url>SOURCE</url>
                </mirror>
              </mirrors>
            </settings>
            """;

    private static final String MVN =
            Path.of(System.getProperty("consumers.maven"), "bin", "mvn").toString();

    private Maven() {}

    /** Runs it in the directory of a project, on this JDK. */
    static void run(Jdk jdk, Path directory, String... goals) throws Exception {
        String source = Path.of(System.getProperty("consumers.source")).toUri().toString();
        Files.writeString(directory.resolve("settings.xml"), SETTINGS.replace("SOURCE", source));
        var command = new ArrayList<>(
                List.of(MVN, "-B", "-q", "-s", "settings.xml", "-Dmaven.repo.local=" + Repository.PLACE));
        command.addAll(List.of(goals));
        Command.run(Map.of("JAVA_HOME", jdk.home().toString()), directory, command.toArray(String[]::new));
    }
}
