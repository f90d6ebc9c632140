package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said in the poms to those who find them in a repository. */
class PublishedPomTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("\n  <artifactId>([\\w-]+)</artifactId>");
    private static final Pattern MANAGED =
            Pattern.compile("<groupId>io\\.zmq4j</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");

    static final Iterable<String> PUBLISHED = Repository.PUBLISHED;

    @ParameterizedTest
    @FieldSource("PUBLISHED")
    void aLibrarySaysWhatItIs(String library) throws IOException {
        assertThat(Files.readString(Repository.pom(library)))
                .contains("\n  <name>" + library + "</name>")
                .containsPattern("\n  <description>.{20,}</description>");
    }

    @Test
    void theBillOfMaterialsAndTheParentHaveLicenceAndDevelopers() throws IOException {
        for (String artifact : List.of("zmq4j-bom", "zmq4j-parent")) {
            assertThat(Files.readString(Repository.pom(artifact)))
                    .contains(
                            "<description>",
                            "<url>https://www.apache.org/licenses/LICENSE-2.0.txt</url>",
                            "<developer>");
        }
    }

    /** With one it would have an opinion on what else is on the path. */
    @Test
    void theBillOfMaterialsHasNoParent() throws IOException {
        assertThat(Files.readString(Repository.pom("zmq4j-bom"))).doesNotContain("<parent>");
    }

    @Test
    void theBillOfMaterialsHasWhatIsPublishedAndNothingElse() throws IOException {
        String managed = Files.readString(Repository.pom("zmq4j-bom")).split("<dependencyManagement>")[1];

        assertThat(MANAGED.matcher(managed).results().map(PublishedPomTest::artifact))
                .containsExactlyInAnyOrderElementsOf(Repository.PUBLISHED)
                .containsExactlyInAnyOrderElementsOf(published());
    }

    /** The artifacts of the modules that are no aggregates and are not kept from being published. */
    private static List<String> published() throws IOException {
        List<String> artifacts = new ArrayList<>();
        for (MatchResult module : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .toList()) {
            String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
            if (!pom.contains("<maven.deploy.skip>true<") && !pom.contains("<packaging>pom<")) {
                Matcher artifact = ARTIFACT.matcher(pom);
                assertThat(artifact.find()).isTrue();
                artifacts.add(artifact.group(1));
            }
        }
        return artifacts;
    }

    private static String artifact(MatchResult match) {
        return match.group(1);
    }
}
