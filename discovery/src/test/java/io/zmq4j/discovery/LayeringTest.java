package io.zmq4j.discovery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows point down, and gossip knows neither sockets nor threads nor a clock. */
class LayeringTest {
    private static final String ROOT = LayeringTest.class.getPackageName();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void arrowsPointDown() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".asking", ROOT + ".gossip")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".dns")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".dns")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".gossip")
                .check(CLASSES);
    }

    @Test
    void gossipKnowsNoSocketThreadOrClock() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".gossip")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent..", "io.zmq4j")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
