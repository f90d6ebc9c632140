package io.zmq4j.bridge;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zmq4j.bridge");

    @Test
    void packagesDependDownwardsOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("face")
                .definedBy("io.zmq4j.bridge")
                .layer("pump")
                .definedBy("io.zmq4j.bridge.pump")
                .layer("replay")
                .definedBy("io.zmq4j.bridge.replay")
                .layer("sockets")
                .definedBy("io.zmq4j.bridge.sockets")
                .layer("progress")
                .definedBy("io.zmq4j.bridge.progress")
                .layer("spi")
                .definedBy("io.zmq4j.bridge.spi")
                .whereLayer("face")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pump")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("replay")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("sockets")
                .mayOnlyBeAccessedByLayers("replay")
                .whereLayer("progress")
                .mayOnlyBeAccessedByLayers("face", "pump")
                .whereLayer("spi")
                .mayOnlyBeAccessedByLayers("face", "pump", "replay", "sockets")
                .check(CLASSES);
    }

    @Test
    void thePumpHasNoClockAndStartsNoThread() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("io.zmq4j.bridge.pump")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "start")
                .check(CLASSES);
    }
}
