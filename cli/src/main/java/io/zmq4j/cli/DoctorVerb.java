package io.zmq4j.cli;

import io.zmq4j.cli.doctor.Checkup;
import io.zmq4j.cli.doctor.Finding;
import io.zmq4j.cli.doctor.Finding.Level;
import io.zmq4j.cli.probe.Probe;
import io.zmq4j.cli.probe.Report;
import io.zmq4j.zmtp.mechanism.Security;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** doctor: what of this machine gets in the way. */
@Command(
        description = {
            "Check what of this machine gets in the way: descriptors, backlog, buffers, ports, names, clocks, ipc, the JVM; a line"
                    + " each, and what to do. With an endpoint, probe that as well.",
            ""
        })
final class DoctorVerb implements Callable<Integer> {
    private static final String IPC = "ipc://";

    private final Streams streams;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ENDPOINT",
            description = "What to probe; of an ipc endpoint the folder is checked, too.")
    private @Nullable String endpoint;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "As of zmq probe. Without it: 2.")
    private Duration timeout = ProbeVerb.PATIENCE;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean isJson;

    DoctorVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        ProbeVerb.check(timeout);
        String whole = endpoint == null ? null : ProbeVerb.address(endpoint);
        var findings = new ArrayList<>(Checkup.of(ipcFolder(whole)));
        if (whole != null) {
            findings.add(endpoint(Probe.of(whole, null, Security.none(), timeout)));
        }
        String text = isJson ? DoctorText.json(findings) : DoctorText.lines(findings);
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        return isBroken(findings) ? Exit.ERROR : Exit.DONE;
    }

    private static Path ipcFolder(@Nullable String endpoint) {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        if (endpoint == null || !endpoint.startsWith(IPC)) {
            return usual;
        }
        try {
            Path folder =
                    Path.of(endpoint.substring(IPC.length())).toAbsolutePath().getParent();
            return folder == null ? usual : folder;
        } catch (InvalidPathException e) {
            // The probe says so.
            return usual;
        }
    }

    private static Finding endpoint(Report report) {
        return new Finding(
                report.isFine() ? Level.OK : Level.BROKEN,
                "endpoint",
                report.sentence(),
                report.isFine() ? "" : "zmq probe " + report.endpoint() + " tells more");
    }

    static boolean isBroken(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.level() == Level.BROKEN);
    }
}
