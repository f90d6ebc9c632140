package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The module descriptors as they are in the jars. */
class DescriptorTest {
    static final Iterable<String> LIBRARIES = Repository.LIBRARIES;
    static final Iterable<String> PURE_LIBRARIES = Repository.PURE_LIBRARIES;

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void aModuleIsNamedForItsArtifact(String library) {
        ModuleDescriptor descriptor = Repository.descriptor(library);

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.name()).isEqualTo(Repository.module(library));
    }

    /** With {@code static transitive}, a module that requires this one would not compile without the annotations. */
    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void whatIsNeededToCompileItIsNotNeededByThoseThatUseIt(String library) {
        assertThat(Repository.descriptor(library).requires())
                .filteredOn(required -> required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name, Requires::modifiers)
                .isSubsetOf(
                        tuple("org.jspecify", Set.of(Requires.Modifier.STATIC)),
                        tuple("jdk.jfr", Set.of(Requires.Modifier.STATIC)),
                        tuple("java.management", Set.of(Requires.Modifier.STATIC)),
                        // Whoever uses the package that needs it has it.
                        tuple("org.junit.jupiter.api", Set.of(Requires.Modifier.STATIC)),
                        tuple("ch.qos.logback.classic", Set.of(Requires.Modifier.STATIC)),
                        tuple("ch.qos.logback.core", Set.of(Requires.Modifier.STATIC)),
                        tuple("org.apache.logging.log4j", Set.of(Requires.Modifier.STATIC)),
                        tuple("org.apache.logging.log4j.core", Set.of(Requires.Modifier.STATIC)));
    }

    @ParameterizedTest
    @FieldSource("PURE_LIBRARIES")
    void atRunTimeItNeedsTheJdkAndZmq4jAlone(String library) {
        assertThat(Repository.descriptor(library).requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .allMatch(name -> name.matches("(java|jdk|io\\.zmq4j)(\\..+)?"));
    }
}
