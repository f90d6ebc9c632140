package io.zmq4j.dashboard;

import io.zmq4j.view.Asking;
import io.zmq4j.view.LocalJvm;
import io.zmq4j.view.Plain;
import io.zmq4j.view.Source;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dashboard as a command. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        description = {
            "Show one or many processes in a browser: what is wrong, who is connected to whom, rates, queues, drops, events, "
                    + "options. Prints the address of the page and runs until it is ended.",
            ""
        },
        footer = {"", "Examples:", "  zmq dashboard 4711", "  zmq dashboard ipc:///run/app.zmq tcp://localhost:9000"})
public final class DashboardCommand implements Callable<Integer>, Asking.Command {
    private static final int USUAL_PORT = 7480;
    private static final int MAX_TARGETS = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PID|ENDPOINT",
            arity = "0..*",
            description =
                    "JVMs of this machine, or endpoints at which a process serves its statistics. Without one the JVMs of "
                            + "this machine are listed.")
    private List<String> targets = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "To listen at; 0 for any that is free. By default 7480, or any if that is in use.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "To listen at other addresses than the loopback, such as 0.0.0.0: a name or an address of this machine. "
                            + "The page then asks for a token, which is in the printed address. It is not encrypted.")
    private @Nullable String host;

    @Option(names = "--no-agent", description = "Do not start the management agent of a JVM in which none runs.")
    private boolean noAgent;

    private Asking asking = Asking.OPENLY;

    @Override
    public void askBy(Asking how) {
        asking = how;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        asking.check();
        if (targets.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a process, or several" + jvms());
        }
        if (targets.size() > MAX_TARGETS) {
            throw new ParameterException(spec.commandLine(), "more than " + MAX_TARGETS + " processes are too many");
        }
        // The JDK's server waits for ever for the rest of a request unless it is told not to.
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "30");
        var gate = host == null ? Gate.loopback() : Gate.withToken(host);
        try (var board = new Board(watched(), Clock.systemUTC());
                var server = start(board, gate)) {
            // Where a signal ends the process, nothing else would leave the observed ones as they were.
            Runtime.getRuntime().addShutdownHook(new Thread(board::close, "dashboard-end"));
            print(address(server.port(), gate));
            run(server);
        }
        return 0;
    }

    private static String jvms() {
        var text = new StringBuilder();
        for (var jvm : LocalJvm.list()) {
            text.append("\n  ").append(jvm.pid()).append(' ').append(Plain.text(jvm.command()));
        }
        return text.isEmpty() ? "" : "; the JVMs that this user may look at:" + text;
    }

    private List<Watched> watched() {
        var watched = new ArrayList<Watched>();
        for (var target : targets) {
            watched.add(new Watched("p" + (watched.size() + 1), target, () -> Source.open(target, !noAgent, asking)));
        }
        return watched;
    }

    private DashboardServer start(Board board, Gate gate) throws IOException {
        var address = host == null ? InetAddress.getLoopbackAddress() : named(host);
        try {
            return DashboardServer.start(new InetSocketAddress(address, port == null ? USUAL_PORT : port), board, gate);
        } catch (BindException e) {
            if (port == null) {
                return DashboardServer.start(new InetSocketAddress(address, 0), board, gate);
            }
            throw new IOException("cannot listen at port " + port + ": " + e.getMessage(), e);
        }
    }

    private static InetAddress named(String host) throws IOException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name " + host + " does not resolve", e);
        }
    }

    private String address(int boundPort, Gate gate) {
        var name = host == null ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + boundPort + "/" + (gate.token() == null ? "" : "#token=" + gate.token());
    }

    /** At once, while the command's own writer keeps what it gets until the command ends. */
    private static void print(String address) {
        System.out.println(address);
        System.out.flush();
    }

    /** Until the process is ended. */
    private static void run(DashboardServer server) throws InterruptedException {
        var ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "dashboard-tick");
            thread.setDaemon(true);
            return thread;
        });
        var ticking = ticks.scheduleAtFixedRate(
                () -> {
                    try {
                        server.tick();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                0,
                1,
                TimeUnit.SECONDS);
        try {
            ticking.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dashboard failed", e.getCause());
        } finally {
            ticks.shutdownNow();
        }
    }
}
