package io.zmq4j.curve;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who touches keys, and which way the arrows point. */
class LayeringTest {
    private static final String CURVE = LayeringTest.class.getPackageName();
    private static final String CIPHER = CURVE + ".cipher";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zmq4j");

    @Test
    void onlyTheMechanismAndTheCiphersTouchKeys() {
        noClasses()
                .that(not(resideInAnyPackage(CURVE, CIPHER)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CURVE, CIPHER, "javax.crypto..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCiphersAskTheJdkForOne() {
        noClasses()
                .that(not(resideInAPackage(CIPHER)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "java.security.spec..")
                .check(CLASSES);
    }

    @Test
    void theCiphersKnowNothingAboveThem() {
        classes()
                .that()
                .resideInAPackage(CIPHER)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CIPHER,
                        "java.lang..",
                        "java.math",
                        "java.nio",
                        "java.security..",
                        "java.util..",
                        "javax.crypto..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void theMechanismKnowsTheProtocolWithoutItsEngine() {
        noClasses()
                .that()
                .resideInAPackage(CURVE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.zmq4j.zmtp.engine", "io.zmq4j.message")
                .check(CLASSES);
    }

    /** What is random is given to everything else, so that a test can say what it is. */
    @Test
    void randomnessHasOneSource() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SystemRandomness.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(CLASSES.that(resideInAnyPackage(CURVE, CIPHER)));
    }

    @Test
    void onlyCertificatesKnowFiles() {
        noClasses()
                .that(resideInAnyPackage(CURVE, CIPHER))
                .and()
                .doNotHaveFullyQualifiedName(CurveCertificate.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(CurveDirectory.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(CurveDirectory.class.getName() + "$Known")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void thereAreNoThreadsAndNoClock() {
        noClasses()
                .that(resideInAnyPackage(CURVE, CIPHER))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
