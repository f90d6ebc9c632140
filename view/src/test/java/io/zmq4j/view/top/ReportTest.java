package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.view.LocalJvm;
import io.zmq4j.view.SnapshotReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void theReportHasTheSnapshotWithRatesAndFindings() throws Exception {
        var look = Looks.ofPrices();
        var report = mapper.readTree(Report.json(look));

        assertThat(report.get("source").stringValue()).isEqualTo("pid 4711");
        var context = report.get("contexts").get(0);
        assertThat(new SnapshotReader().read(context.get("snapshot").toString()))
                .extracting(ContextSnapshot::toJson)
                .containsExactly(look.contexts().get(0).now().toJson());
        assertThat(context.get("rates").get("messagesIn").doubleValue()).isEqualTo(8000);
        assertThat(context.get("rates").get("bytesIn").doubleValue()).isEqualTo(80000);
        assertThat(context.get("rates").get("messagesOut").doubleValue()).isEqualTo(1_470_000);
        assertThat(context.get("rates").get("bytesOut").doubleValue()).isEqualTo(14_700_000);
        assertThat(context.get("rates").get("drops").doubleValue()).isZero();
        assertThat(context.get("sockets").get(2).get("id").longValue()).isEqualTo(3);
        assertThat(context.get("sockets").get(2).get("rates").get("messagesIn").doubleValue())
                .isEqualTo(8000);
        var finding = context.get("findings").get(0);
        assertThat(finding.get("kind").stringValue()).isEqualTo("ENDPOINT_FAILING");
        assertThat(finding.get("severity").stringValue()).isEqualTo("ERROR");
        assertThat(finding.get("socketId").longValue()).isEqualTo(2);
        assertThat(finding.get("socket").stringValue()).isEqualTo("DEALER \"orders\"");
        assertThat(finding.get("where").stringValue()).isEqualTo("tcp://hub:7000");
        assertThat(finding.get("since").longValue()).isEqualTo(12_000);
        assertThat(finding.get("sentence").stringValue()).contains("Connection refused");
    }

    @Test
    void theReportIsOneLine() {
        assertThat(Report.json(Looks.ofPrices())).doesNotContain("\n");
    }

    @Test
    void theListOfJvmsIsAnArray() {
        assertThat(Report.json(List.of(new LocalJvm(7, "app\"", true))))
                .isEqualTo("[{\"pid\":7,\"program\":\"app\\\"\",\"loop\":true}]");
    }
}
