package io.zmq4j.stress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The project's classes once more: with a fault planted or not, given to the scheduler, with some grain, or not. */
final class SubjectLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Rewriting takes longer than anything else, and mostly gives the same. */
    private static final Map<Grain, Map<String, byte[]>> REWRITTEN =
            Map.of(Grain.FINE, new ConcurrentHashMap<>(), Grain.COARSE, new ConcurrentHashMap<>());

    private static final String OURS = "io.zmq4j.";
    private static final String TOOLS = "io.zmq4j.stress.";

    private final Map<String, byte[]> planted;
    private final @Nullable Grain grain;
    private final @Nullable Rewriter rewriter;

    /** {@code planted}: class files that replace others, by internal name; {@code grain}: null if there is no scheduler. */
    SubjectLoader(Map<String, byte[]> planted, @Nullable Grain grain) {
        super(SubjectLoader.class.getClassLoader());
        this.planted = planted;
        this.grain = grain;
        rewriter = grain == null ? null : new Rewriter(new Fields(this::original), grain);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(TOOLS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String internal = name.replace('.', '/');
        if (getResource(internal + ".class") == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = rewriter == null
                ? original(internal)
                : planted.containsKey(internal)
                        ? rewriter.rewrite(original(internal))
                        : REWRITTEN.get(grain).computeIfAbsent(internal, known -> rewriter.rewrite(original(known)));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String internal) {
        byte[] fault = planted.get(internal);
        if (fault != null) {
            return fault;
        }
        try (InputStream in = getResourceAsStream(internal + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
