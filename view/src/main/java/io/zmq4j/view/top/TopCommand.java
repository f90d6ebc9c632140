package io.zmq4j.view.top;

import io.zmq4j.view.Asking;
import io.zmq4j.view.LocalJvm;
import io.zmq4j.view.ProcessWatch;
import io.zmq4j.view.Source;
import io.zmq4j.view.ViewException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** top: what a process's sockets do. */
@Command(
        name = "top",
        description = {
            "Show what the sockets of a process do: rates, queues, peers, what was dropped and why, and first of all what is "
                    + "wrong. Looking changes nothing, but that a JVM's management agent, once started, stays in it.",
            ""
        })
public final class TopCommand implements Callable<Integer>, Asking.Command {
    private static final int WIDTH_FOR_PROGRAMS = 160;

    private final PrintStream out = System.out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PID|ENDPOINT",
            description =
                    "A JVM of this machine, by its process id; or an endpoint where a program serves its statistics, such as "
                            + "tcp://localhost:9000 or in short :9000. None: choose among the JVMs of this machine.")
    private @Nullable String target;

    @Option(names = "--once", description = "Print what is seen within one interval, and end.")
    private boolean once;

    @Option(
            names = "--json",
            description = "With --once: print JSON, the snapshot of each context with rates and findings.")
    private boolean json;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "How long from look to look, from 0.1 to 3600; default ${DEFAULT-VALUE}.")
    private double interval;

    @Option(
            names = "--no-agent",
            description = "Do not start a JVM's management agent: see only one where it runs, or an endpoint.")
    private boolean noAgent;

    private Asking asking = Asking.OPENLY;

    @Override
    public void askBy(Asking how) {
        asking = how;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        asking.check();
        if (!(interval >= 0.1 && interval <= 3600)) {
            throw wrong("--interval: from 0.1 to 3600 seconds are allowed, not " + interval);
        }
        if (json && !once) {
            throw wrong("--json goes with --once");
        }
        var between = Duration.ofMillis(Math.round(interval * 1000));
        if (once) {
            return target == null ? list() : once(target, between);
        }
        return live(between);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private int list() throws IOException {
        var jvms = LocalJvm.list();
        if (json) {
            out.println(Report.json(jvms));
        } else if (jvms.isEmpty()) {
            throw new ViewException("there is no JVM on this machine that you may look at");
        } else {
            new Chooser(jvms).table(WIDTH_FOR_PROGRAMS).forEach(out::println);
        }
        return 0;
    }

    private int once(String whom, Duration between) throws IOException, InterruptedException {
        try (var source = open(whom)) {
            var watch = new ProcessWatch(Live.HISTORY);
            watch.add(source.look());
            Thread.sleep(between.toMillis());
            var look = new Look(source.name(), watch.add(source.look()), null);
            if (json) {
                out.println(Report.json(look));
            } else {
                boolean isTerminal = Terminal.isAtStdout();
                int width = isTerminal ? Terminal.size().columns() : WIDTH_FOR_PROGRAMS;
                for (var line : new Screen(new Model(look), width).all()) {
                    out.println(
                            isTerminal
                                    ? line.style().paint(line.text(), isColourful())
                                    : line.text().stripTrailing());
                }
            }
            return 0;
        }
    }

    private int live(Duration between) throws IOException, InterruptedException {
        var whom = target;
        var opened = whom == null ? null : open(whom);
        try (opened;
                var terminal = Terminal.open(isColourful())) {
            if (opened != null) {
                new Live(terminal, opened, between).run();
                return 0;
            }
            var jvms = LocalJvm.list();
            if (jvms.isEmpty()) {
                throw new ViewException(
                        "there is no JVM on this machine that you may look at; to look at an endpoint, name it");
            }
            var chosen = Chooser.choose(terminal, jvms);
            if (chosen.isPresent()) {
                try (var source = open(String.valueOf(chosen.get().pid()))) {
                    new Live(terminal, source, between).run();
                }
            }
            return 0;
        }
    }

    /** A source that is closed by a signal as well: nothing of it is to stay in the other process. */
    private Source open(String whom) throws ViewException {
        var source = Source.open(whom, !noAgent, asking);
        Runtime.getRuntime().addShutdownHook(new Thread(source::close, "zmq4j-leave"));
        return source;
    }

    private static boolean isColourful() {
        var noColour = System.getenv("NO_COLOR");
        return (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }
}
