package published;

import org.junit.jupiter.api.Test;

/** Spring Integration's support of ZeroMQ (org.springframework.integration:spring-integration-zeromq). */
class SpringIntegrationTest {
    @Test
    void channelsAProxyAndTopicsPassMessages() throws Exception {
        Scene.play(Installation.ofThisRun().java(Integration.class));
    }
}
