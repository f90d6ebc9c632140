package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** In an OSGi framework the bundles start, talk, and find each other's services. */
class FrameworkTest {
    private static final long DEADLINE_MILLIS = 20_000;

    @TempDir
    Path directory;

    @Test
    void anApplicationTalksAndFindsTheMechanismOfAnotherBundle() throws Exception {
        Application.write(directory, false);
        String imports =
                "io.zmq4j,io.zmq4j.error,io.zmq4j.event,io.zmq4j.message,io.zmq4j.options,io.zmq4j.zmtp.mechanism,"
                        + "io.zmq4j.zmtp.wire";

        assertThat(talk(bundle(Map.of("Import-Package", imports), "zmq4j", "zmtp")))
                .isEqualTo(Application.PRINTS);
    }

    /** As a bundle that was made with JeroMQ asks for its packages. */
    @Test
    void anApplicationForJeroMqGetsThePackagesInTheVersionItWants() throws Exception {
        JeroMqApplication.write(directory, false);

        assertThat(talk(bundle(Map.of("Import-Package", "org.zeromq;version=\"[0.6,1)\""), "jeromq")))
                .isEqualTo(JeroMqApplication.PRINTS);
    }

    @Test
    void anApplicationForJeroMqGetsTheBundleByItsName() throws Exception {
        JeroMqApplication.write(directory, false);

        assertThat(talk(bundle(Map.of("Require-Bundle", "org.zeromq.jeromq;bundle-version=\"[0.6,1)\""), "jeromq")))
                .isEqualTo(JeroMqApplication.PRINTS);
    }

    /** What the application says in a framework with all libraries. */
    private String talk(Path application) throws Exception {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        directory.resolve("cache").toString(),
                        // The same jars are on the class path of the tests: no bundle is to look there.
                        "felix.bootdelegation.implicit",
                        "false"));
        framework.start();
        try {
            List<Path> jars = new ArrayList<>(mediator());
            Repository.PURE_LIBRARIES.forEach(library -> jars.add(Repository.jar(library)));
            jars.add(application);

            return (String) start(framework, jars)
                    .loadClass("app.Main")
                    .getMethod("talk")
                    .invoke(null);
        } finally {
            framework.stop();
            framework.waitForStop(DEADLINE_MILLIS);
        }
    }

    /** Starts all of them; gives the last. */
    private static Bundle start(Framework framework, List<Path> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        return bundles.get(bundles.size() - 1);
    }

    /** What the ServiceLoader needs to see into other bundles. */
    private static List<Path> mediator() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches("asm-.*|.*spifly.*"))
                .toList();
    }

    /** The application as a bundle with these headers, compiled against these libraries. */
    private Path bundle(Map<String, String> headers, String... libraries) throws Exception {
        Jdk.own()
                .run(
                        directory,
                        "javac",
                        "-cp",
                        Repository.path(libraries),
                        "--release",
                        "17",
                        "-d",
                        "out",
                        "app/Main.java");
        var manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "app");
        headers.forEach(attributes::putValue);
        Path jar = directory.resolve("app.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("app/Main.class"));
            Files.copy(directory.resolve("out/app/Main.class"), out);
        }
        return jar;
    }
}
