package io.zmq4j.consumers;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The manifests say to OSGi what the module descriptors say to the JDK. */
class BundleTest {
    private static final Pattern SERVICE = Pattern.compile("osgi\\.serviceloader=\"?([\\w.]+)");

    static final Iterable<String> LIBRARIES = Repository.PURE_LIBRARIES;

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void aBundleIsNamedAsTheModuleAndExportsTheSamePackages(String library) throws IOException {
        var module = Repository.descriptor(library);

        assertThat(header(library, "Bundle-SymbolicName")).isEqualTo(module.name());
        assertThat(clauses(library, "Export-Package").keySet())
                .isEqualTo(
                        module.exports().stream().map(export -> export.source()).collect(toSet()));
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void nothingIsImportedThatAUserWouldHaveToInstall(String library) throws IOException {
        assertThat(clauses(library, "Import-Package"))
                .hasEntrySatisfying(
                        "org.jspecify.annotations", clause -> assertThat(clause).contains("resolution:=optional"))
                .allSatisfy((name, clause) -> assertThat(
                                name + (clause.contains("resolution:=optional") ? " optional" : ""))
                        .matches("io\\.zmq4j(\\..*)?|javax?\\..*|jdk\\.net|org\\.ietf\\.jgss|.* optional"));
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void everyServiceOfTheModuleIsACapabilityOfTheBundle(String library) throws IOException {
        var module = Repository.descriptor(library);

        assertThat(services(library, "Provide-Capability"))
                .isEqualTo(module.provides().stream()
                        .map(provided -> provided.service())
                        .collect(toSet()));
        assertThat(services(library, "Require-Capability")).isEqualTo(module.uses());
    }

    private static Set<String> services(String library, String header) throws IOException {
        return SERVICE.matcher(header(library, header))
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
    }

    /** Package to what is said of it. */
    private static Map<String, String> clauses(String library, String header) throws IOException {
        // A comma within quotes separates nothing.
        return Stream.of(header(library, header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .filter(clause -> !clause.isEmpty())
                .collect(toMap(clause -> clause.split(";")[0], clause -> clause));
    }

    private static String header(String library, String name) throws IOException {
        try (var jar = new JarFile(Repository.jar(library).toFile())) {
            String value = jar.getManifest().getMainAttributes().getValue(name);
            return value == null ? "" : value;
        }
    }
}
