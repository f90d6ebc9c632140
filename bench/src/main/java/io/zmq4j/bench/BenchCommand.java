package io.zmq4j.bench;

import io.zmq4j.bench.bridge.BridgeSpeedCommand;
import io.zmq4j.bench.broker.BrokerSpeedCommand;
import io.zmq4j.bench.compare.CompareCommand;
import io.zmq4j.bench.part.PartsCommand;
import io.zmq4j.bench.role.Connections;
import io.zmq4j.bench.role.Credentials;
import io.zmq4j.bench.role.Crowd;
import io.zmq4j.bench.role.Idle;
import io.zmq4j.bench.role.InprocLat;
import io.zmq4j.bench.role.InprocThr;
import io.zmq4j.bench.role.Joins;
import io.zmq4j.bench.role.Library;
import io.zmq4j.bench.role.LocalLat;
import io.zmq4j.bench.role.LocalPace;
import io.zmq4j.bench.role.LocalThr;
import io.zmq4j.bench.role.Many;
import io.zmq4j.bench.role.Mixed;
import io.zmq4j.bench.role.ProxyThr;
import io.zmq4j.bench.role.Pub;
import io.zmq4j.bench.role.RemoteLat;
import io.zmq4j.bench.role.RemotePace;
import io.zmq4j.bench.role.RemoteThr;
import io.zmq4j.bench.role.Roles;
import io.zmq4j.bench.role.Subs;
import io.zmq4j.bench.role.Topics;
import io.zmq4j.bench.role.Zmq4j;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benchmarks as a command. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure. Each role is one process, with the arguments of libzmq's own perf tools and able to run against them.",
            "Whoever receives checks size, number and count of every message: a figure is only of a run that lost nothing.",
            "The last line of the output is the figure: msg/s N, or us N for one way. 'zmq bench ROLE --help' explains a role.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  zmq bench local_thr tcp://127.0.0.1:5555 10 10000000 --warmup 10000000 &",
            "  zmq bench remote_thr tcp://127.0.0.1:5555 10 10000000 --warmup 10000000",
            "  zmq bench local_pace tcp://127.0.0.1:5555 100 80000 --warmup 20000 &",
            "  zmq bench remote_pace tcp://127.0.0.1:5555 100 80000 8000 --warmup 20000",
            "  zmq bench pub tcp://127.0.0.1:5556 100 100000 10 &",
            "  zmq bench subs tcp://127.0.0.1:5556 100 100000 10",
            "  zmq bench inproc_lat 10 100000 --warmup 20000",
            "  zmq bench parts Matching -p topics=1000000"
        },
        subcommands = {
            LocalThr.class,
            RemoteThr.class,
            LocalLat.class,
            RemoteLat.class,
            InprocThr.class,
            InprocLat.class,
            ProxyThr.class,
            Pub.class,
            Subs.class,
            Many.class,
            Crowd.class,
            LocalPace.class,
            RemotePace.class,
            Connections.class,
            Topics.class,
            Idle.class,
            Joins.class,
            Mixed.class,
            BrokerSpeedCommand.class,
            BridgeSpeedCommand.class,
            PartsCommand.class,
            CompareCommand.class,
        })
public final class BenchCommand implements Callable<Integer>, Roles {
    private static final int EX_USAGE = 64;

    @Spec
    private CommandSpec spec;

    /** As {@code zmq bench}, where that is not on the class path. */
    public static void main(String... args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Library library(List<String> options, Credentials credentials) {
        return new Zmq4j(options, credentials);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return EX_USAGE;
    }
}
