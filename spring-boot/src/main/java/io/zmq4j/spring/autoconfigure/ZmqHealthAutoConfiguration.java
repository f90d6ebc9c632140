package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Context;
import io.zmq4j.health.HealthCheck;
import io.zmq4j.spring.Sockets;
import io.zmq4j.spring.autoconfigure.SocketProperties.HealthRole;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** A health contributor {@code zmq}, with one for each socket of the properties that is not ignored. */
@AutoConfiguration(after = ZmqAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("zmq")
public final class ZmqHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    HealthCheck zmqHealthCheck(Context context) {
        return HealthCheck.of(context);
    }

    @Bean
    @ConditionalOnMissingBean(name = "zmqHealthContributor")
    CompositeHealthContributor zmqHealthContributor(HealthCheck check, ZmqProperties properties, Sockets sockets) {
        Map<String, HealthContributor> bySocket = new LinkedHashMap<>();
        properties.sockets().forEach((name, socket) -> {
            if (socket.health() != HealthRole.IGNORED) {
                bySocket.put(name, new SocketHealth(sockets.get(name), socket.health(), check));
            }
        });
        return CompositeHealthContributor.fromMap(bySocket);
    }
}
