package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.RepSocket;
import io.zmq4j.cli.doctor.Finding;
import io.zmq4j.cli.doctor.Finding.Level;
import io.zmq4j.testkit.Ports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** doctor as it is typed: what it prints, and its exit codes. */
@Timeout(60)
class DoctorVerbTest {
    @Test
    void thereIsALineForEachCheck() {
        Run run = Run.zmq("doctor");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("(?m)^(ok|warn|unknown) +descriptors +")
                .containsPattern("(?m)^ok +java +");
        assertThat(run.code()).isEqualTo(run.out().contains("\nbroken") ? Exit.ERROR : Exit.DONE);
    }

    @Test
    void anEndpointThatIsFineIsOk() {
        try (var context = Context.create();
                RepSocket rep = context.rep()) {
            String endpoint = rep.bind(Ports.ipcEndpoint()).uri();
            Run run = Run.zmq("doctor", endpoint, "--timeout", "20");

            assertThat(run.out())
                    .containsPattern("(?m)^ok +endpoint +" + endpoint + " is a REP over ZMTP 3.1")
                    .contains("a socket can be made in " + endpoint.replaceFirst("ipc://(.*)/.*", "$1"));
        }
    }

    @Test
    void anEndpointThatIsNotIsBroken() {
        String endpoint = Ports.tcpEndpoint();
        Run run = Run.zmq("doctor", endpoint, "--json", "--timeout", "20");

        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.out())
                .startsWith("{\"ok\":false,\"checks\":[{\"level\":\"")
                .contains("{\"level\":\"BROKEN\",\"name\":\"endpoint\",\"says\":\"" + endpoint
                        + " has nobody who listens")
                .contains("\"todo\":\"zmq probe " + endpoint)
                .hasLineCount(1);
    }

    @Test
    void whatIsToBeDoneIsALineOfItsOwn() {
        var findings = List.of(
                new Finding(Level.OK, "java", "25", ""),
                new Finding(Level.WARN, "backlog", "128", "sysctl -w net.core.somaxconn=4096"));

        assertThat(DoctorText.lines(findings)).isEqualTo("""
                ok       java         25
                warn     backlog      128
                                      -> sysctl -w net.core.somaxconn=4096
                """);
        assertThat(DoctorText.json(findings)).startsWith("{\"ok\":true,");
    }

    @Test
    void aWrongEndpointIsAUsageError() {
        Run run = Run.zmq("doctor", "nonsense");

        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("is no endpoint").hasLineCount(1);
        assertThat(Run.zmq("doctor", "--timeout", "0").code()).isEqualTo(Exit.USAGE);
    }
}
