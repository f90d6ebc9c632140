package io.zmq4j.examples.docs;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** A page's classes, in a directory. */
record Compiled(Page page, Path directory, String complaints) {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    static Compiled of(Page page, Path directory) throws IOException {
        var arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-cp", CLASS_PATH));
        // Off: what class files and manifests of libraries refer to and nobody has here.
        arguments.addAll(List.of("-Xlint:all,-path,-classfile", "-Werror", "-d", directory.toString()));
        arguments.add(write(directory, page.className(), page.source()));
        for (Snippet snippet : page.snippets()) {
            if (snippet.kind() == Snippet.Kind.PROGRAM) {
                arguments.add(write(directory, snippet.className(), snippet.source()));
            }
        }
        var complaints = new StringWriter();
        var out = new PrintWriter(complaints, true);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return new Compiled(page, directory, complaints.toString());
    }

    private static String write(Path directory, String className, String source) throws IOException {
        Path file = directory.resolve(className + ".java");
        Files.writeString(file, source);
        return file.toString();
    }

    /** Calls the method of a block of statements, and hands over what it throws. */
    void call(Snippet snippet) throws Exception {
        URL[] classes = {directory.toUri().toURL()};
        try (var loader = new URLClassLoader(classes, Ready.class.getClassLoader())) {
            Class<?> type = loader.loadClass(page.className());
            try (var ready = (Ready) type.getConstructor().newInstance()) {
                type.getMethod(Page.method(snippet)).invoke(ready);
            }
        }
    }

    /** Starts a program. */
    Process start(Snippet program, Path printed) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = directory + File.pathSeparator + CLASS_PATH;
        return new ProcessBuilder(java, "-cp", classPath, program.className())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }
}
