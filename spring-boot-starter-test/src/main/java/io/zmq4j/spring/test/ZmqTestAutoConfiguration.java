package io.zmq4j.spring.test;

import io.zmq4j.spring.EndpointResolver;
import io.zmq4j.spring.autoconfigure.ZmqAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What {@link AutoConfigureTestZmq} adds. */
@AutoConfiguration(before = ZmqAutoConfiguration.class)
public final class ZmqTestAutoConfiguration {

    @Bean
    @Primary
    EndpointResolver zmqLoopbackEndpoints() {
        return new LoopbackEndpoints();
    }
}
