package published;

import javax.jms.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.jms.ZmqConnectionFactory;

/** JMS over ZeroMQ (org.zeromq:jeromq-jms), whose classes were compiled against a JeroMQ of 2018. */
class JmsTest {
    @ParameterizedTest
    @EnumSource
    void whatIsSentByAQueueAndByATopicIsReceived(Installation installation) throws Exception {
        Scene.play(installation.java(Mail.class, ZmqConnectionFactory.class, Message.class));
    }
}
