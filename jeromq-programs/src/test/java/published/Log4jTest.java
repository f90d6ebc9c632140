package published;

import org.junit.jupiter.api.Test;

/** Log4j's own appender for JeroMQ (org.apache.logging.log4j:log4j-core). */
class Log4jTest {
    @Test
    void whatIsLoggedIsPublished() throws Exception {
        Scene.play(Installation.ofThisRun().java(LogPublisher.class));
    }
}
