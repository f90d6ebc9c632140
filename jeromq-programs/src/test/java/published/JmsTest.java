package published;

import org.junit.jupiter.api.Test;

/** JMS over ZeroMQ (org.zeromq:jeromq-jms), whose classes were compiled against a JeroMQ of 2018. */
class JmsTest {
    @Test
    void whatIsSentByAQueueAndByATopicIsReceived() throws Exception {
        Scene.play(Installation.ofThisRun().java(Mail.class));
    }
}
