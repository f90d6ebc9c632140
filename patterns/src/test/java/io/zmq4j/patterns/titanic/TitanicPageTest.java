package io.zmq4j.patterns.titanic;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of docs/patterns/titanic.md. */
class TitanicPageTest {
    private final PageJava page = new PageJava("titanic.md");

    @Test
    void aRequestThatWaits(@TempDir Path directory) throws Exception {
        try (var context = Context.create()) {
            try (var broker = MajordomoBroker.start(context, "tcp://127.0.0.1:*");
                    var titanic = TitanicServer.start(context, broker.endpoint(), directory);
                    var client = TitanicClient.connect(context, broker.endpoint())) {
                UUID id = client.submit("print", Message.of("report.pdf"), Duration.ofSeconds(5));
                page.println(titanic.statistics().pending()); // prints 1
                try (var worker =
                        MajordomoWorker.start(context, broker.endpoint(), "print", request -> Message.of("printed"))) {
                    page.println(client.await(id, Duration.ofSeconds(20))
                            .orElseThrow()
                            .text()); // prints printed
                    client.close(id, Duration.ofSeconds(5));
                    page.println(worker.statistics().requests()); // prints 1
                }
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(TitanicPageTest.class);
    }
}
