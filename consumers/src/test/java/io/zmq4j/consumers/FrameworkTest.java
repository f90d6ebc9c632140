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
            jars.add(application());
            Bundle application = start(framework, jars);

            assertThat(application.loadClass("app.Main").getMethod("talk").invoke(null))
                    .isEqualTo(Application.PRINTS);
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

    /** The application as a bundle. */
    private Path application() throws Exception {
        Application.write(directory, false);
        Jdk.own()
                .run(
                        directory,
                        "javac",
                        "-cp",
                        Repository.path("zmq4j", "zmtp"),
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
        attributes.putValue(
                "Import-Package",
                "io.zmq4j,io.zmq4j.error,io.zmq4j.event,io.zmq4j.message,io.zmq4j.options,io.zmq4j.zmtp.mechanism,"
                        + "io.zmq4j.zmtp.wire");
        Path jar = directory.resolve("app.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("app/Main.class"));
            Files.copy(directory.resolve("out/app/Main.class"), out);
        }
        return jar;
    }
}
