package io.zmq4j.jeromq;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the parts of this module may know of each other, and what its users see of zmq4j. */
class LayeringTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of(System.getProperty("jeromq.classes")));

    /** Who programs against JeroMQ's API sees nothing below it, but for the handle of a socket, which gives that socket. */
    @Test
    void onlyTheHandlesOfSocketsShowZmq4j() {
        assertThat(CLASSES.stream()
                        .filter(LayeringTest::isOfTheApi)
                        .flatMap(type -> type.getMembers().stream())
                        .filter(LayeringTest::isVisible)
                        .filter(member -> inSignature(member).anyMatch(type -> type.startsWith("io.zmq4j")))
                        .map(JavaMember::getFullName))
                .isEmpty();
    }

    @Test
    void valuesKnowNoSocket() {
        noClasses()
                .that()
                .resideInAnyPackage("org.zeromq.proto", "org.zeromq.util", "zmq.io", "zmq.msg", "zmq.util..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.zmq4j", "io.zmq4j.options", "io.zmq4j.event")
                .check(CLASSES);
    }

    @Test
    void itNeedsTheJdkAndZmq4jAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "org.zeromq..", "zmq..", "io.zmq4j..")
                .check(CLASSES);
    }

    @Test
    void itNeitherEndsTheProcessNorPrintsStackTraces() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethodWhere(target(name("halt")))
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    private static boolean isOfTheApi(JavaClass type) {
        return !type.getPackageName().startsWith("io.zmq4j")
                && !type.isAssignableTo("zmq.SocketBase")
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<String> inSignature(JavaMember member) {
        Stream<JavaClass> types = member instanceof JavaCodeUnit unit
                ? Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                : Stream.of(((JavaField) member).getRawType());
        return types.map(JavaClass::getName);
    }
}
