package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.BridgeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic that is there, asked before a bridge reads anything.
 *
 * @param partitions how many it has
 * @param largestBatch the size of the largest batch of records, and so of the largest record, that it takes, in bytes
 */
record Topic(int partitions, int largestBatch) {
    static final String CREATE = "create";

    private static final int TIMEOUT_MILLIS = 10_000;

    /** Kafka's default, for a broker that does not tell. */
    private static final int LARGEST_BATCH = 1 << 20;

    /**
     * Makes sure of the topic; makes it, if the address says {@code create=PARTITIONS}.
     *
     * @throws BridgeException if it is not there, or no broker answers
     */
    static Topic check(Cluster cluster) {
        var properties = cluster.properties(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
        try (var admin = Admin.create(properties)) {
            create(admin, cluster);
            var described = await(admin.describeTopics(List.of(cluster.topic())).allTopicNames());
            return new Topic(
                    described.values().iterator().next().partitions().size(),
                    largestBatch(admin, cluster.topic()).orElse(LARGEST_BATCH));
        } catch (UnknownTopicOrPartitionException e) {
            throw cluster.failure("there is no topic " + cluster.topic() + "; create=3 makes it, with 3 partitions", e);
        } catch (org.apache.kafka.common.errors.TimeoutException | TimeoutException e) {
            throw cluster.failure("no broker answers within " + TIMEOUT_MILLIS / 1000 + " s", e);
        } catch (KafkaException e) {
            throw cluster.failure(message(e), e);
        }
    }

    private static void create(Admin admin, Cluster cluster) throws TimeoutException {
        Optional<Integer> partitions = cluster.address().number(CREATE, 1, 100_000);
        if (partitions.isEmpty()) {
            return;
        }
        var topic = new NewTopic(cluster.topic(), partitions, Optional.empty()).configs(cluster.topicProperties());
        try {
            await(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // All the better.
        }
    }

    /** Who may write need not be allowed to ask for this. */
    private static Optional<Integer> largestBatch(Admin admin, String topic) throws TimeoutException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config =
                    await(admin.describeConfigs(List.of(resource)).all()).get(resource);
            var entry = config == null ? null : config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
            return entry == null ? Optional.empty() : Optional.of(Integer.parseInt(entry.value()));
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws TimeoutException {
        try {
            return future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException("interrupted while Kafka was asked for a topic", e);
        }
    }

    /** With the reason, which Kafka's own exceptions have in their causes. */
    static String message(Throwable failure) {
        Throwable cause = failure.getCause();
        String own = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cause == null || cause.getMessage() == null || own.contains(cause.getMessage())
                ? own
                : own + ": " + cause.getMessage();
    }
}
