package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;

/** The brokers and the topic that an address names, and what their client is told. */
record Cluster(Address address, String topic) {
    private static final String CONFIG = "config";
    private static final String TOPIC_PREFIX = "topic.";

    /**
     * Reads an address. Settings with a dot are properties of Kafka's client; {@code config} names a file of more, for what should not
     * stand in a command line.
     */
    static Cluster of(Address address, String... settings) {
        if (address.place().isEmpty()
                || address.path().isEmpty()
                || address.path().contains("/")) {
            throw new IllegalArgumentException(
                    address + " names no topic: kafka://host:9092/topic does, also with several hosts between commas");
        }
        var all = new HashSet<>(Set.of(settings));
        all.add(CONFIG);
        address.allow(all, name -> name.contains(".") || name.equals("acks"));
        return new Cluster(address, address.path());
    }

    /** Properties for a client: first these, then what the user says. */
    Map<String, Object> properties(Map<String, Object> defaults) {
        var properties = new HashMap<>(defaults);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address.place());
        address.setting(CONFIG).ifPresent(file -> properties.putAll(read(file)));
        address.settings().forEach((name, value) -> {
            if ((name.contains(".") || name.equals("acks")) && !name.startsWith(TOPIC_PREFIX)) {
                properties.put(name, value);
            }
        });
        return properties;
    }

    /** What a topic is made with: settings such as {@code topic.retention.ms}. */
    Map<String, String> topicProperties() {
        var properties = new HashMap<String, String>();
        address.settings().forEach((name, value) -> {
            if (name.startsWith(TOPIC_PREFIX)) {
                properties.put(name.substring(TOPIC_PREFIX.length()), value);
            }
        });
        return properties;
    }

    private Map<String, Object> read(String file) {
        var read = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            read.load(reader);
        } catch (IOException e) {
            throw new BridgeException(address + ": the file " + file + " cannot be read: " + e.getMessage(), e);
        }
        var properties = new HashMap<String, Object>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return properties;
    }

    BridgeException failure(String what, Throwable cause) {
        return new BridgeException(address + ": " + what, cause);
    }
}
