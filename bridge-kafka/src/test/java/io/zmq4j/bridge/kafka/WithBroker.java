package io.zmq4j.bridge.kafka;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.BridgeBuilder;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.KafkaBroker;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** A PUSH in front of a bridge to Kafka, and a PULL behind a bridge from it. */
abstract class WithBroker {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port = Ports.freeTcpPort();
    final Context context = Context.create();
    final PushSocket push = context.push();
    final PullSocket pull = context.pull();

    /** It takes seconds, and more on a machine that has other things to do. */
    @BeforeAll
    @Timeout(120)
    static void startBroker() {
        SharedBroker.get();
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    static KafkaBroker broker() {
        return SharedBroker.get();
    }

    /** Where a bridge receives what {@code push} sends. */
    String pushed() {
        return "pull://127.0.0.1:" + port + "?bind";
    }

    /** From the PUSH to a topic. */
    BridgeBuilder to(String topicAndSettings) {
        if (push.lastEndpoint().isEmpty()) {
            push.connect("tcp://127.0.0.1:" + port);
        }
        return Bridge.builder().from(pushed()).to(broker().topic(topicAndSettings));
    }

    /** From a topic to the PULL. */
    BridgeBuilder from(String topicAndSettings) {
        if (pull.lastEndpoint().isEmpty()) {
            pull.bind("tcp://127.0.0.1:*");
        }
        return Bridge.builder()
                .from(broker().topic(topicAndSettings))
                .to(pull.lastEndpoint().replace("tcp:", "push:"));
    }

    Message pulled() {
        return pull.receive(PATIENCE).orElseThrow();
    }

    static List<ConsumerRecord<byte[], byte[]>> stored(String topic, int count) {
        return Records.read(broker().address(), topic, count);
    }
}
