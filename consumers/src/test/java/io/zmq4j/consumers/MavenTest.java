package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects that Maven builds, with the coordinate, the bill of materials, and nothing else. */
class MavenTest {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>app</groupId>
              <artifactId>app</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>RELEASE</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>io.zmq4j</groupId>
                    <artifactId>zmq4j-bom</artifactId>
                    <version>VERSION</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
                <dependency>
                  <groupId>io.zmq4j</groupId>
                  <artifactId>zmq4j</artifactId>
                </dependency>
                <dependency>
                  <groupId>io.zmq4j</groupId>
                  <artifactId>curve</artifactId>
                  <scope>runtime</scope>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-resources-plugin</artifactId>
                    <version>3.5.0</version>
                  </plugin>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.16.0</version>
                    <configuration>
                      <showWarnings>true</showWarnings>
                      <compilerArgs>
                        <arg>-Xlint:all</arg>
                        <arg>-Werror</arg>
                      </compilerArgs>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "a module: {0}")
    @ValueSource(booleans = {true, false})
    void oneDependencyIsEnoughToCompileWithoutAWarningAndToRun(boolean modular) throws Exception {
        Jdk jdk = Jdk.own();
        Files.writeString(
                directory.resolve("pom.xml"),
                POM.replace("RELEASE", Integer.toString(jdk.feature())).replace("VERSION", Repository.VERSION));
        Application.write(directory.resolve("src/main/java"), modular);

        Maven.run(jdk, directory, "compile", Maven.CLASS_PATH, "-Dmdep.outputFile=target/path");

        String path = Files.readString(directory.resolve("target/path"));
        assertThat(path.split(File.pathSeparator))
                .containsExactlyInAnyOrder(
                        Repository.path("zmq4j", "zmtp", "curve").split(File.pathSeparator));
        String all = path + File.pathSeparator + "target/classes";
        List<String> program = modular
                ? List.of("--module-path", all, "--add-modules", "io.zmq4j.curve", "--module", "app/app.Main")
                : List.of("-cp", all, "app.Main");
        assertThat(jdk.run(directory, "java", program.toArray(String[]::new)))
                .isEqualToIgnoringNewLines(Application.PRINTS);
    }
}
