package io.zmq4j.gssapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the mechanism may know. */
class LayeringTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zmq4j.gssapi");

    @Test
    void theMechanismKnowsTheProtocolWithoutItsEngineAndKerberosByItsInterface() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.zmq4j.gssapi",
                        "io.zmq4j.zmtp",
                        "io.zmq4j.zmtp.mechanism",
                        "io.zmq4j.zmtp.wire",
                        "java.lang..",
                        "java.nio.charset",
                        "java.util",
                        "org.ietf.jgss",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void thereAreNoThreadsAndNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /** A worker that waits for a KDC must not hold what the thread that reads wants. */
    @Test
    void nobodyButTheirHalvesMakesContexts() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Initiator.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(Acceptor.class.getName())
                .should()
                .callMethod(org.ietf.jgss.GSSContext.class, "initSecContext", byte[].class, int.class, int.class)
                .orShould()
                .callMethod(org.ietf.jgss.GSSContext.class, "acceptSecContext", byte[].class, int.class, int.class)
                .check(CLASSES);
    }
}
