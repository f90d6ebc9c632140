package io.zmq4j.stress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A fault in a class of the project: some lines of its source replaced by others. It must be found, or what looks for it
 * proves nothing. When the source no longer has those lines, exactly once, the plant fails and wants to be planted anew.
 *
 * @param name what is wrong with it
 * @param file below {@code core/src/main/java}
 * @param firstSeed where the search for it begins: near one that has found it, so that a short run is short
 */
public record Plant(String name, String file, String original, String replacement, long firstSeed) {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "../core/src/main/java");
    private static final Map<Plant, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Kept open, as it remembers where all other classes are. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    Plant(String name, String file, String original, String replacement) {
        this(name, file, original, replacement, 1);
    }

    Plant from(long seed) {
        return new Plant(name, file, original, replacement, seed);
    }

    /** The class files of the faulty source, by internal name. */
    Map<String, byte[]> classes() {
        return COMPILED.computeIfAbsent(this, Plant::faulty);
    }

    private Map<String, byte[]> faulty() {
        try {
            String source = withoutIndents(Files.readString(SOURCES.resolve(file)));
            String sought = withoutIndents(original);
            int at = source.indexOf(sought);
            if (at < 0 || source.indexOf(sought, at + 1) >= 0) {
                throw new IllegalStateException(
                        "the fault \"" + name + "\" does not fit into " + file + " any more: plant it anew");
            }
            return compile(source.substring(0, at) + replacement + source.substring(at + sought.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndents(String source) {
        return source.replaceAll("(?m)^[ \\t]+", "");
    }

    private Map<String, byte[]> compile(String source) {
        var text = new SimpleJavaFileObject(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var made = new HashMap<String, byte[]>();
        List<String> options = List.of("-proc:none", "-g", "-nowarn", "-cp", System.getProperty("java.class.path"));
        var files = new Collecting(FILES, made);
        if (!COMPILER.getTask(null, files, null, options, null, List.of(text)).call()) {
            throw new IllegalStateException("the fault \"" + name + "\" does not compile");
        }
        return made;
    }

    private static final class Collecting extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> made;

        Collecting(JavaFileManager files, Map<String, byte[]> made) {
            super(files);
            this.made = made;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            made.put(name.replace('.', '/'), toByteArray());
                        }
                    };
                }
            };
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
