package io.zmq4j.multicast.pgm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows point down, and the protocol knows neither I/O nor threads nor a clock. */
class LayeringTest {
    private static final String PGM = LayeringTest.class.getPackageName();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PGM);

    @Test
    void packetsKnowNothingAboveThem() {
        noClasses()
                .that()
                .resideInAPackage(PGM + ".packet")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PGM, PGM + ".source", PGM + ".receiver")
                .check(CLASSES);
    }

    @Test
    void whatIsSharedKnowsNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage(PGM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PGM + ".source", PGM + ".receiver")
                .check(CLASSES);
    }

    @Test
    void theSidesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(PGM + ".source")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PGM + ".receiver")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(PGM + ".receiver")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PGM + ".source")
                .check(CLASSES);
    }

    @Test
    void thereIsNoInputOutputNoThreadAndNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.channels", "java.io", "java.util.concurrent.atomic", "java.time")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
