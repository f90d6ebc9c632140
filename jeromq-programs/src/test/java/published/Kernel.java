package published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** A Jupyter kernel on JJava's base: its language can shout, print, wait and fail. */
public final class Kernel extends BaseKernel {
    private static final List<String> WORDS = List.of("print", "shout", "wait", "fail");
    private static final long LONGER_THAN_ANY_TEST_MILLIS = 600_000;

    /** The one that waits, to be interrupted. */
    private volatile Thread waiting;

    private Kernel(Builder builder) {
        super(
                "shouting",
                "1",
                new LanguageInfo.Builder("shouting")
                        .version("1")
                        .mimetype("text/plain")
                        .fileExtension(".txt")
                        .build(),
                List.of(),
                builder.history(),
                builder.io(),
                builder.comms(),
                builder.renderer(),
                builder.magics(),
                builder.registry(),
                false,
                builder.styler());
    }

    /** Serves the connection that the file describes, until it is told to shut down. */
    public static void main(String[] arguments) throws Exception {
        var connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        new Builder().build().becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
    }

    @Override
    public Object evalRaw(String code) {
        String[] words = code.split(" ", 2);
        switch (words[0]) {
            case "shout":
                return words[1].toUpperCase(Locale.ROOT);
            case "print":
                System.out.println(words[1]);
                return null;
            case "wait":
                return await();
            default:
                throw new IllegalArgumentException("no such word: " + words[0]);
        }
    }

    private Object await() {
        waiting = Thread.currentThread();
        System.out.println("waiting");
        try {
            Thread.sleep(LONGER_THAN_ANY_TEST_MILLIS);
            return "nobody came";
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            waiting = null;
        }
    }

    @Override
    public void interrupt() {
        Thread whoWaits = waiting;
        if (whoWaits != null) {
            whoWaits.interrupt();
        }
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        List<String> matches =
                WORDS.stream().filter(word -> word.startsWith(code)).toList();
        return new ReplacementOptions(matches, 0, at);
    }

    @Override
    public String isComplete(String code) {
        return code.endsWith("...") ? IS_COMPLETE_MAYBE : IS_COMPLETE_YES;
    }

    @Override
    public DisplayData inspect(String code, int at, boolean detailed) {
        return new DisplayData("a word");
    }

    private static final class Builder extends BaseKernelBuilder<Builder, Kernel> {
        @Override
        public Kernel build() {
            return new Kernel(this);
        }

        private HistoryManager history() {
            return buildHistoryManager();
        }

        private JupyterIO io() {
            return buildJupyterIO(buildJupyterIOEncoding());
        }

        private CommManager comms() {
            return buildCommManager();
        }

        private Renderer renderer() {
            return buildRenderer();
        }

        private MagicParser magics() {
            return new MagicParser("^%", "%%", buildMagicTranspiler());
        }

        private MagicsRegistry registry() {
            return buildMagicsRegistry();
        }

        private StringStyler styler() {
            return buildErrorStyler();
        }
    }
}
