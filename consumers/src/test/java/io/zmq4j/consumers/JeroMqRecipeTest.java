package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/from-jeromq.md says of Maven, word for word: JeroMQ's jar, which comes with another library, is gone from the class path, and
 * ours in its place. A rule of the enforcer holds that it does not come back.
 */
class JeroMqRecipeTest {
    /** Of the library itself nothing is used but that it brings JeroMQ. */
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
                    <groupId>org.springframework.integration</groupId>
                    <artifactId>spring-integration-zeromq</artifactId>
                    <version>6.2.0</version>
                    <exclusions>
                      <exclusion>
                        <groupId>org.springframework.integration</groupId>
                        <artifactId>spring-integration-core</artifactId>
                      </exclusion>
                    </exclusions>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
            DEPENDENCIES
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-enforcer-plugin</artifactId>
                    <version>3.6.3</version>
                    <executions>
                      <execution>
                        <goals>
                          <goal>enforce</goal>
                        </goals>
                        <configuration>
                          <rules>
                            <bannedDependencies>
                              <excludes>
                                <exclude>org.zeromq:jeromq</exclude>
                              </excludes>
                            </bannedDependencies>
                          </rules>
                        </configuration>
                      </execution>
                    </executions>
                  </plugin>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-resources-plugin</artifactId>
                    <version>3.5.0</version>
                  </plugin>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.16.0</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    Path directory;

    @Test
    void theJarOfJeroMqIsGoneAndOursInItsPlace() throws Exception {
        Jdk jdk = Jdk.own();
        Files.writeString(
                directory.resolve("pom.xml"),
                POM.replace("RELEASE", Integer.toString(jdk.feature()))
                        .replace("DEPENDENCIES", dependenciesOfThePage()));
        JeroMqApplication.write(directory.resolve("src/main/java"), false);

        Maven.run(jdk, directory, "compile", Maven.CLASS_PATH, "-Dmdep.outputFile=target/path");

        String path = Files.readString(directory.resolve("target/path"));
        List<String> ours =
                List.of(Repository.path("jeromq", "zmq4j", "zmtp", "curve").split(File.pathSeparator));
        assertThat(path.split(File.pathSeparator)).containsAll(ours);
        assertThat(Arrays.stream(path.split(File.pathSeparator)).filter(entry -> !ours.contains(entry)))
                .singleElement()
                .asString()
                .contains("spring-integration-zeromq");
        assertThat(jdk.run(directory, "java", "-cp", path + File.pathSeparator + "target/classes", "app.Main"))
                .isEqualToIgnoringNewLines(JeroMqApplication.PRINTS);
    }

    private static String dependenciesOfThePage() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("consumers.jeromq.page")));
        String fence = "```xml\n";
        int from = page.indexOf(fence) + fence.length();
        String dependencies = page.substring(from, page.indexOf("```", from));
        assertThat(dependencies).contains("<artifactId>jeromq</artifactId>", "<exclusion>");
        return dependencies;
    }
}
