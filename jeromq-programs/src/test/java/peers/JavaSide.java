package peers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import programs.Jar;

/** A side on one of the jars, in a thread. All sides on a jar share its classes, as they would in an application. */
final class JavaSide implements Peer {
    private static final MethodType PLAY =
            MethodType.methodType(void.class, List.class, Consumer.class, BlockingQueue.class);
    private static final Map<Jar, ClassLoader> CLASSES = new ConcurrentHashMap<>();

    private final Jar jar;
    private final List<String> words;
    private final Thread thread;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private volatile @Nullable Throwable failure;

    JavaSide(Jar jar, List<String> words) {
        this.jar = jar;
        this.words = words;
        thread = new Thread(this::play, "side " + words + " on " + jar);
        thread.setDaemon(true);
        thread.start();
    }

    private static ClassLoader load(Jar jar) {
        return new URLClassLoader(jar.classPath(), ClassLoader.getPlatformClassLoader());
    }

    private void play() {
        try {
            ClassLoader classes = CLASSES.computeIfAbsent(jar, JavaSide::load);
            thread.setContextClassLoader(classes);
            MethodHandle play =
                    MethodHandles.publicLookup().findStatic(classes.loadClass(Side.class.getName()), "play", PLAY);
            play.invoke(words, (Consumer<String>) said::add, told);
        } catch (Throwable thrown) {
            failure = thrown;
            said.add("failed");
        }
    }

    @Override
    public String hear() {
        String word;
        try {
            word = said.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + ": interrupted", e);
        }
        if (failure != null) {
            throw new AssertionError(this + " failed", failure);
        }
        if (word == null) {
            var silent = new AssertionError(this + " says nothing for " + PATIENCE);
            silent.setStackTrace(thread.getStackTrace());
            throw silent;
        }
        return word;
    }

    @Override
    public void tell(String word) {
        told.add(word);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return words + " on " + jar;
    }
}
